#!/usr/bin/env python3
"""Runs report.sql beside a replies.csv: python3 report.py [FOLDER]"""

import os
import pathlib
import sys

import duckdb

import tone

HERE = pathlib.Path(__file__).resolve().parent

sql = (HERE / "report.sql").read_text(encoding="utf-8")
os.chdir(sys.argv[1] if len(sys.argv) > 1 else HERE)
database = duckdb.connect()
stream = tone.register(database)
for row in database.execute(sql).fetchall():
    print("\t".join(map(str, row)))
stream.close()
