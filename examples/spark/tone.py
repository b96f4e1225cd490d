#!/usr/bin/env python3
"""Checks an archive of replies on a Spark cluster and counts findings per rule, team and month.

    spark-submit tone.py REPLIES OUT

REPLIES: JSON lines with id, team, sent (a date) and reply, as many files as you like. OUT: a folder for
the table, as CSV. Each worker runs one `tonelint stream` for a partition at a time; the program must be on
the PATH of the workers (or its path in TONELINT).
"""

import json
import os
import shlex
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

PROGRAM = os.environ.get("TONELINT", "tonelint")


def line_of(row):
    """A line of the stream. Team and month travel as brand and tag, and come back with the answer."""
    return json.dumps({"id": str(row["id"]), "reply": row["reply"], "brand": row["team"],
                       "tags": [str(row["sent"])[:7]]}, ensure_ascii=False)


def main(replies, out):
    spark = SparkSession.builder.appName("tone of replies").getOrCreate()
    lines = spark.read.json(replies).rdd.map(line_of)
    # One thread in each worker: Spark has as many workers at it as there are cores.
    answers = lines.pipe(f"{shlex.quote(PROGRAM)} stream --jobs 1 --no-rewrites")
    shape = ("id string, brand string, tags array<string>, error string, "
             "findings array<struct<rule: string, level: string>>")
    checked = spark.createDataFrame(answers.map(lambda line: (line,)), "line string").select(
        f.from_json("line", shape).alias("answer")).select("answer.*").cache()
    table = (checked
             .select("brand", f.col("tags")[0].alias("month"), f.explode("findings").alias("found"))
             .groupBy(f.col("found.rule").alias("rule"), f.col("found.level").alias("level"),
                      f.col("brand").alias("team"), "month")
             .agg(f.count("*").alias("findings"))
             .orderBy(f.desc("findings"), "rule", "team", "month"))
    table.coalesce(1).write.mode("overwrite").option("header", True).csv(out)
    print(f"{checked.count()} replies, {checked.where('error is not null').count()} not readable")
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: spark-submit tone.py REPLIES OUT")
    main(*sys.argv[1:])
