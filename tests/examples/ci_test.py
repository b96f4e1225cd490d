"""The ways into CI, run as their hosts would run them: the hooks by pre-commit itself, the steps of the
GitHub action and the job for GitLab by a shell. All on the pull request of examples/ci."""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from ruamel.yaml import YAML

ROOT = pathlib.Path(__file__).resolve().parents[2]
CI = ROOT / "examples" / "ci"
PROGRAM = pathlib.Path(os.environ["TONELINT_PROGRAM"]).resolve()


def load(path):
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


class Repository(unittest.TestCase):
    """A copy of the little repository, as it is and as the pull request would have it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name) / "repository"
        shutil.copytree(CI / "repository", self.path)
        bin = pathlib.Path(self.folder.name) / "bin"
        bin.mkdir()
        (bin / "tonelint").symlink_to(PROGRAM)
        self.environment = {**os.environ, "PATH": f"{bin}:{os.environ['PATH']}",
                            "HOME": self.folder.name, "GIT_CONFIG_NOSYSTEM": "1",
                            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
                            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com"}

    def run_here(self, *words, folder=None, **more):
        return subprocess.run(words, cwd=folder or self.path, env={**self.environment, **more},
                              capture_output=True, text=True, check=False)

    def make_bad(self):
        done = self.run_here("patch", "-p1", "-i", str(CI / "bad-pull-request.patch"))
        self.assertEqual(done.returncode, 0, done.stderr)

    def commit(self, folder):
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
            done = self.run_here("git", *words, folder=folder)
            self.assertEqual(done.returncode, 0, done.stderr)


class Known(Repository):
    """The old library: what is known, and what the pull request adds to it."""

    def found(self, *options):
        """The findings of a run, each as its rule and the id of its reply, and how often."""
        done = self.run_here("tonelint", "check", "replies", "--format", "json", *options)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return collections.Counter(
            (each["rule"], reply["record"]["id"])
            for reply in json.loads(done.stdout)["replies"] for each in reply["diagnostics"])

    def known(self):
        lines = (self.path / "known.baseline").read_text(encoding="utf-8").splitlines()[1:]
        counts = collections.Counter()
        for line in map(json.loads, lines):
            counts[line["rule"], line["id"]] += line.get("count", 1)
        return counts

    def test_the_baseline_is_as_the_program_writes_it(self):
        done = self.run_here("tonelint", "baseline", "replies")
        self.assertEqual(done.stdout, (self.path / "known.baseline").read_text(encoding="utf-8"))

    def test_without_the_baseline_the_old_library_fails(self):
        self.assertEqual(self.run_here("tonelint", "check", "replies").returncode, 1)

    def test_with_the_baseline_it_passes_even_where_no_warning_may_be(self):
        done = self.run_here("tonelint", "check", "replies", "--baseline", "known.baseline",
                             "--fail-on", "suggestion", "--max-warnings", "0")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn(f"{self.known().total()} known findings not shown", done.stdout)

    def test_of_the_pull_request_exactly_the_new_findings_are_shown(self):
        self.make_bad()
        shown = self.found("--baseline", "known.baseline")
        everything = self.found()
        self.assertEqual(shown, everything - self.known())
        self.assertEqual(everything, shown + self.known())
        self.assertEqual({reply for _, reply in shown}, {"102"})
        # Some are of rules that are known of the old replies too.
        self.assertTrue({rule for rule, _ in shown} & {rule for rule, _ in self.known()})

    def test_the_same_run_twice_gives_the_same_bytes(self):
        self.make_bad()
        listed = self.run_here("tonelint", "formats").stdout.split("\n\n", 1)[0]
        names = re.findall(r"^(\w+)  ", listed, re.MULTILINE)
        self.assertGreater(len(names), 5)
        for run, jobs in (("first", "1"), ("second", "4")):
            reports = pathlib.Path(self.folder.name) / run
            reports.mkdir()
            words = [word for name in names for word in ("--format", f"{name}={reports / name}")]
            done = self.run_here("tonelint", "check", "replies", "--baseline", "known.baseline",
                                 "--jobs", jobs, *words)
            self.assertEqual(done.returncode, 1, done.stderr)
        for name in names:
            first, second = ((reports.parent / run / name).read_bytes() for run in
                             ("first", "second"))
            with self.subTest(name):
                self.assertIn(b"Delivery", first)
                self.assertEqual(first, second)


class Action(Repository):
    def setUp(self):
        super().setUp()
        steps = load(CI / "github.yml")["jobs"]["tonelint"]["steps"]
        self.inputs = next(each["with"] for each in steps if "tonelint" in each["uses"])

    def check(self, **inputs):
        """Runs the step `Check` with what the inputs say."""
        action = load(ROOT / "action.yml")
        step = next(each for each in action["runs"]["steps"] if each["name"] == "Check")
        values = {name: str(each["default"]) for name, each in action["inputs"].items()}
        values.update(inputs)
        names = {"PATHS": "paths", "GUIDE": "guide", "BASELINE": "baseline",
                 "FAIL_ON": "fail-on", "SARIF": "sarif"}
        self.assertEqual(set(step["env"]), {"PROGRAM", *names})
        environment = {each: values[name] for each, name in names.items()}
        self.summary = pathlib.Path(self.folder.name) / "summary.md"
        self.summary.touch()
        return self.run_here("bash", "-eo", "pipefail", "-c", step["run"], PROGRAM="tonelint",
                             RUNNER_TEMP=self.folder.name, GITHUB_STEP_SUMMARY=str(self.summary),
                             **environment)

    def test_a_good_repository_passes(self):
        done = self.check(**self.inputs)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stdout + done.stderr)
        self.assertIn("✅", self.summary.read_text(encoding="utf-8"))

    def test_a_bad_pull_request_fails_with_annotations_summary_and_sarif(self):
        self.make_bad()
        done = self.check(**self.inputs)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("id 57", done.stdout)
        self.assertIn("::error file=replies/macros.json,line=21", done.stdout)
        self.assertIn("Calm down", self.summary.read_text(encoding="utf-8"))
        sarif = json.loads((self.path / "tonelint.sarif").read_text(encoding="utf-8"))
        self.assertGreater(len(sarif["runs"][0]["results"]), 3)

    def test_without_a_baseline_the_old_replies_fail(self):
        done = self.check(paths="replies")
        self.assertEqual(done.returncode, 1)
        self.assertIn("::error file=replies/macros.json,line=10", done.stdout)

    def test_what_it_fails_on_can_be_chosen(self):
        self.make_bad()
        self.assertEqual(self.check(**self.inputs, **{"fail-on": "never"}).returncode, 0)

    def test_every_input_is_used(self):
        text = (ROOT / "action.yml").read_text(encoding="utf-8")
        for name in load(ROOT / "action.yml")["inputs"]:
            self.assertRegex(text, r"inputs\." + name)


class Gitlab(Repository):
    job = load(CI / "gitlab-ci.yml")["tonelint"]

    def run_job(self, **variables):
        return self.run_here("bash", "-eo", "pipefail", "-c", "\n".join(self.job["script"]),
                             **{**self.job["variables"], **variables})

    def test_the_job_passes_on_the_old_library(self):
        done = self.run_job()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_without_a_baseline_the_old_library_fails(self):
        self.assertEqual(self.run_job(TONELINT_BASELINE="").returncode, 1)

    def test_the_job_fails_on_the_bad_pull_request_and_leaves_its_reports(self):
        self.make_bad()
        done = self.run_job()
        self.assertEqual(done.returncode, 1, done.stderr)
        findings = json.loads((self.path / "gl-code-quality-report.json").read_text("utf-8"))
        self.assertEqual({each["location"]["lines"]["begin"] for each in findings}, {21})
        artifacts = self.job["artifacts"]
        for name in (*artifacts["paths"], *artifacts["reports"].values()):
            self.assertGreater((self.path / name).stat().st_size, 100, name)


class PreCommit(Repository):
    def setUp(self):
        super().setUp()
        self.tool = pathlib.Path(sys.executable).parent / "pre-commit"
        if not self.tool.exists():
            self.skipTest("tests/conformance/tools.sh fetches pre-commit")
        hooks = pathlib.Path(self.folder.name) / "hooks"
        hooks.mkdir()
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        self.commit(hooks)
        revision = self.run_here("git", "rev-parse", "HEAD", folder=hooks).stdout.strip()
        config = (CI / "pre-commit-config.yaml").read_text(encoding="utf-8")
        config = config.replace("https://example.com/tonelint", str(hooks)).replace(
            "v0.1.0", revision)
        (self.path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
        (self.path / "replies" / "late.txt").write_text("Hi Sam,\n\nI look again at noon.\n")

    def all_files(self):
        self.commit(self.path)
        return self.run_here(str(self.tool), "run", "--all-files")

    def test_good_replies_pass(self):
        done = self.all_files()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(done.stdout.count("Passed"), 2)

    def test_a_bad_saved_reply_fails_and_is_named(self):
        self.make_bad()
        done = self.all_files()
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("Delivery::Missing (id 102)", done.stdout)
        self.assertNotIn("id 57", done.stdout)

    def test_the_hooks_are_as_pre_commit_wants_them(self):
        done = self.run_here(str(self.tool), "validate-manifest",
                             str(ROOT / ".pre-commit-hooks.yaml"))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
