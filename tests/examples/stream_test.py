"""Archives of replies through `tonelint stream`: from SQL in DuckDB, and on Spark in its local mode."""

import csv
import glob
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.realpath(os.environ["TONELINT_PROGRAM"])


def there_is(package):
    return importlib.util.find_spec(package) is not None


def run(*words, **more):
    return subprocess.run(words, env={**os.environ, "TONELINT": PROGRAM, **more}, check=False,
                          capture_output=True, text=True)


@unittest.skipUnless(there_is("duckdb") and there_is("pyarrow"), "duckdb and pyarrow are not there")
class DuckDB(unittest.TestCase):
    def test_sql_counts_findings_per_rule_team_and_month(self):
        done = run(sys.executable, str(ROOT / "examples" / "duckdb" / "report.py"))
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        unfortunately = [row[1:] for row in rows if row[0] == "unfortunately"]
        self.assertEqual(unfortunately, [["warning", "Billing", "2026-09", "1"],
                                         ["warning", "Billing", "2026-10", "1"],
                                         ["warning", "Shipping", "2026-10", "1"]])

    def test_many_replies_at_once_fill_no_pipe(self):
        sys.path.insert(0, str(ROOT / "examples" / "duckdb"))
        import duckdb
        import tone
        database = duckdb.connect()
        stream = tone.register(database, PROGRAM)
        self.addCleanup(stream.close)
        rows = database.sql("""select tone('Hi Sam, ' || repeat('unfortunately it is late. ', 40) || i)
                               from range(5000) as numbers(i)""").fetchall()
        self.assertEqual(len(rows), 5000)
        self.assertEqual({json.loads(row[0])["verdict"] for row in rows}, {"warn"})


@unittest.skipUnless(there_is("pyspark") and shutil.which("java"), "pyspark or java is not there")
class Spark(unittest.TestCase):
    def test_a_table_per_rule_team_and_month(self):
        with tempfile.TemporaryDirectory() as folder:
            replies = pathlib.Path(folder) / "replies"
            replies.mkdir()
            for part in range(4):
                with open(replies / f"{part}.jsonl", "w", encoding="utf-8") as out:
                    for number in range(500):
                        text = "Unfortunately it is late." if number % 5 == 0 else "It is here."
                        out.write(json.dumps({"id": part * 500 + number, "team": f"T{number % 2}",
                                              "sent": f"2026-0{part + 1}-11", "reply": text}) + "\n")
            done = run(sys.executable, str(ROOT / "examples" / "spark" / "tone.py"), str(replies),
                       folder + "/out", PYSPARK_PYTHON=sys.executable,
                       PYSPARK_SUBMIT_ARGS="--master local[2] --conf spark.ui.enabled=false "
                                           "--conf spark.sql.shuffle.partitions=2 pyspark-shell")
            self.assertEqual(done.returncode, 0, done.stderr[-3000:])
            self.assertIn("2000 replies, 0 not readable", done.stdout)
            with open(glob.glob(folder + "/out/*.csv")[0], encoding="utf-8") as table:
                rows = [row for row in csv.DictReader(table) if row["rule"] == "unfortunately"]
        self.assertEqual({(row["team"], row["month"], row["findings"]) for row in rows},
                         {(f"T{team}", f"2026-0{month}", "50") for team in (0, 1)
                          for month in (1, 2, 3, 4)})


if __name__ == "__main__":
    unittest.main()
