#!/usr/bin/env python3
"""Measures the built-in guide on real replies and messages; see README.md beside this file."""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PUBLIC = {"twcs", "twcs-ericsson", "appstore-ph-banks", "googleplay-appvalues", "hotel-managers",
          "trustpilot"}
UPSET = {"angry", "frustrated", "sad"}


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def lint(contexts, options):
    """The reports of all contexts, in their order, from one run of the program."""
    for number, context in enumerate(contexts):
        context["id"] = str(number)
    lines = "".join(json.dumps(context, ensure_ascii=False) + "\n" for context in contexts)
    command = [options.program] + ([options.guide] if options.guide else [])
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)["replies"]


def reply_contexts(corpora):
    """Each with the group it is averaged in: one brand must not outweigh the others."""
    for row in rows(corpora / "eval/replies.jsonl"):
        context = {"reply": row["reply"], "customer": {"message": row["customer"] or ""},
                   "channel": "public" if row["source"] in PUBLIC else "chat"}
        yield row["brand"] or row["source"], context


def saved_contexts(corpora):
    for row in rows(corpora / "saved-replies/replies.jsonl"):
        yield row["source"], {"reply": row["body"], "syntax": row["format"], "template": True}


def own_contexts(name):
    return [(name, context) for context in rows(HERE / f"{name}_drafts.jsonl")]


def sentence_of(text, found):
    """The sentence or line the finding stands in, with the words found in «»."""
    begin, end = found["span"]["code_points"]
    before = max([match.end() for match in re.finditer(r"[.!?]\s+|\n", text[:begin])], default=0)
    after = re.search(r"[.!?](\s|$)|\n", text[end:])
    last = end + (after.end() if after else len(text) - end)
    return " ".join(f"{text[before:begin]}«{text[begin:end]}»{text[end:last]}".split())


def report_findings(title, grouped, options):
    groups, contexts = zip(*grouped)
    reports = lint(list(contexts), options)
    by_rule = collections.defaultdict(list)
    by_group = collections.defaultdict(list)
    for group, context, report in zip(groups, contexts, reports):
        levels = collections.Counter(found["level"] for found in report["diagnostics"])
        by_group[group].append((levels["error"] + levels["warning"], levels["suggestion"]))
        for found in report["diagnostics"]:
            by_rule[found["level"], found["rule"]].append((group, context, found))

    def average(values):
        values = list(values)
        return sum(values) / len(values)

    def by_brand(value):
        return average(average(value(each) for each in group) for group in by_group.values())

    print(f"{title}: {len(reports)} replies of {len(by_group)} groups, averaged by group (by reply)")
    for name, value in (("warnings and errors per reply", lambda each: each[0]),
                        ("suggestions per reply", lambda each: each[1]),
                        ("share without warning or error", lambda each: each[0] == 0)):
        every = average(value(each) for group in by_group.values() for each in group)
        print(f"  {name:32} {by_brand(value):.2f}  ({every:.2f})")
    if options.rules or options.sample:
        print_rules(by_rule, options)
    if options.draw:
        print_drawn([hit for hits in by_rule.values() for hit in hits], options)
    print()


def print_drawn(hits, options):
    """Some of all findings, to be read one by one: is each right, said to this customer?"""
    drawn = random.Random(options.seed).sample(hits, min(options.draw, len(hits)))
    for number, (group, context, found) in enumerate(drawn, 1):
        message = " ".join(context.get("customer", {}).get("message", "").split())
        print(f"{number:4} {found['level'][:4]} {found['rule']} ({group})\n"
              f"       {sentence_of(context['reply'], found)}")
        for rewrite in found["rewrites"][:1]:
            print(f"       -> {rewrite['text'][:200]}")
        print(f"       << {message[:300]}")


def print_rules(by_rule, options):
    draw = random.Random(options.seed)
    order = {"error": 0, "warning": 1, "suggestion": 2}
    for (level, rule), hits in sorted(by_rule.items(), key=lambda e: (order[e[0][0]], -len(e[1]))):
        if options.level and level != options.level or options.rule and rule not in options.rule:
            continue
        print(f"  {len(hits):5} {level:10} {rule}  ({len({group for group, _, _ in hits})} groups)")
        for group, context, found in draw.sample(hits, min(options.sample, len(hits))):
            print(f"          {group}: {sentence_of(context['reply'], found)}")
            for rewrite in found["rewrites"][:1]:
                print(f"              -> {rewrite['text']}")


def report_plain_questions(options):
    questions = (HERE / "plain_questions.txt").read_text(encoding="utf-8").splitlines()
    reports = lint([{"reply": "", "customer": {"message": each}} for each in questions], options)
    wrong = [(question, report["mood"]) for question, report in zip(questions, reports)
             if report["mood"]["kind"] in UPSET]
    print(f"plain questions: {len(wrong)} of {len(questions)} read as upset")
    for question, mood in wrong[:options.moods]:
        print(f"  {mood['kind']} {mood['words']}: {question}")
    print()


def report_held_out(options):
    """How many sentences are caught by the rule that should, and how many draw a warning unduly."""
    for path in sorted(HERE.glob("held_out*.txt")):
        table = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()
                 if line and not line.startswith("#")]
        contexts = []
        for _, text, *message in table:
            context = {"reply": text.replace("⏎", "\n"), "channel": "email"}
            if message:
                context["customer"] = {"message": message[0]}
            contexts.append(context)
        missed, undue = [], []
        for (rule, text, *_), report in zip(table, lint(contexts, options)):
            rules = {found["rule"]: found["level"] for found in report["diagnostics"]}
            loud = [name for name, level in rules.items() if level != "suggestion"]
            if rule == "-" and loud:
                undue.append((text, loud))
            elif rule != "-" and rule not in rules:
                missed.append((text, rule))
        faults = sum(rule != "-" for rule, *_ in table)
        print(f"{path.name}: {faults - len(missed)} of {faults} caught "
              f"({1 - len(missed) / faults:.0%}), {len(undue)} of {len(table) - faults} good ones "
              f"draw a warning")
        for text, rules in (missed + undue if options.moods or options.sample else []):
            print(f"  {rules}: {text}")
    print()


def area_under_curve(scores, labels):
    """The chance that an upset message scores above another; ties count half."""
    ranks, seen = {}, 0
    for score, count in sorted(collections.Counter(scores).items()):
        ranks[score] = seen + (count + 1) / 2
        seen += count
    upset = sum(labels)
    above = sum(ranks[score] for score, label in zip(scores, labels) if label)
    return (above - upset * (upset + 1) / 2) / (upset * (len(labels) - upset))


def f1(answers, labels):
    both = sum(answer and label for answer, label in zip(answers, labels))
    return 2 * both / max(1, sum(answers) + sum(labels))


def macro_f1(answers, labels):
    return (f1(answers, labels) + f1([not a for a in answers], [not l for l in labels])) / 2


def score_of(report, dimension=None):
    """The overall score, or that of a dimension; nothing where it does not apply."""
    if not report["score"]:
        return None
    if dimension is None:
        return report["score"]["overall"]
    return next(each["score"] for each in report["score"]["dimensions"] if each["name"] == dimension)


def report_politeness(corpora, options):
    table = rows(corpora / "eval/politeness.jsonl")
    print("score: the politest quarter of requests against the least polite one, as people rated them")
    for domain in ("wikipedia", "stackexchange"):
        part = sorted((row for row in table if row["domain"] == domain), key=lambda row: row["score"])
        quarter = len(part) // 4
        part = part[:quarter] + part[-quarter:]
        labels = [False] * quarter + [True] * quarter
        reports = lint([{"reply": row["text"], "channel": "chat"} for row in part], options)
        scores = [score_of(report) or 0 for report in reports]
        print(f"  {domain:14} {len(part):5} requests  AUC {area_under_curve(scores, labels):.3f}")
    print()


def report_empathy(corpora, options):
    table = [row for row in rows(corpora / "eval/empathy.jsonl") if row["source"] == "epitome-reddit"]
    reports = lint([{"reply": row["response"], "channel": "chat",
                     "customer": {"message": row["post"]}} for row in table], options)
    labels = [row["labels"]["emotional_reaction"] > 0 for row in table]
    scores = [score_of(report, "empathy") or 0 for report in reports]
    print("empathy: answers with an emotional reaction against those without, as people labelled them")
    for name, half in (("tuned on", slice(0, None, 2)), ("kept aside", slice(1, None, 2)),
                       ("all", slice(None))):
        print(f"  {name:11} {len(labels[half]):5} answers  "
              f"AUC {area_under_curve(scores[half], labels[half]):.3f}")
    print()


def report_pairs(corpora, options):
    table = rows(corpora / "eval/pairs.jsonl")
    before = lint([{"reply": row["negative"], "channel": "chat"} for row in table], options)
    after = lint([{"reply": row["positive"], "channel": "chat"} for row in table], options)
    falls, rises = collections.Counter(), collections.Counter()
    for row, bad, good in zip(table, before, after):
        change = len(good["diagnostics"]) - len(bad["diagnostics"])
        falls[row["source"]] += change < 0
        rises[row["source"]] += change > 0
    print("pairs: findings in a text, and after a person made it milder")
    for source in falls:
        changed = falls[source] + rises[source]
        print(f"  {source:16} {changed:5} change, {falls[source] / changed:.1%} of them fall")
    print()


def report_mood(corpora, options):
    table = rows(corpora / "eval/upset.jsonl")
    print("mood: angry, frustrated or sad against the labels of people")
    for source in ("airline", "goemotions"):
        part = [row for row in table if row["source"] == source]
        reports = lint([{"reply": "", "customer": {"message": row["text"]}} for row in part], options)
        labels = [row["upset"] for row in part]
        answers = [report["mood"]["kind"] in UPSET for report in reports]
        scores = [report["mood"]["upset"] for report in reports]
        for name, half in (("tuned on", slice(0, None, 2)), ("kept aside", slice(1, None, 2)),
                           ("all", slice(None))):
            auc = area_under_curve(scores[half], labels[half])
            macro = macro_f1(answers[half], labels[half])
            print(f"  {source:12} {name:11} {len(labels[half]):6} messages  AUC {auc:.3f}"
                  f"  macro-F1 {macro:.3f}")
        if options.moods:
            print_moods(part, reports, options)
    print()


def print_moods(part, reports, options):
    draw = random.Random(options.seed)
    pairs = list(zip(part, reports))
    for upset in (True, False):
        wrong = [(row, report) for row, report in pairs
                 if row["upset"] == upset and (report["mood"]["kind"] in UPSET) != upset]
        print(f"    {len(wrong)} labelled {'upset' if upset else 'not upset'} read otherwise")
        for row, report in draw.sample(wrong, min(options.moods, len(wrong))):
            mood = report["mood"]
            print(f"      {mood['kind']} {mood['words']}: {' '.join(row['text'].split())}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, default=ROOT / "../shared/corpora")
    parser.add_argument("--program", default=ROOT / "build/dev/tests/quality/lint_replies")
    parser.add_argument("--guide", help="a guide other than the one built in")
    parser.add_argument("--only", choices=["own", "held-out", "replies", "saved", "mood", "score", "pairs"])
    parser.add_argument("--rules", action="store_true", help="count the findings of each rule")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="show N of each rule")
    parser.add_argument("--draw", type=int, default=0, metavar="N", help="show N of all findings")
    parser.add_argument("--level", choices=["error", "warning", "suggestion"])
    parser.add_argument("--rule", action="append", help="only these rules")
    parser.add_argument("--moods", type=int, default=0, metavar="N", help="show N misread messages")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.only in (None, "own"):
        report_findings("our good drafts", own_contexts("good"), options)
        report_findings("our bad drafts", own_contexts("bad"), options)
        report_plain_questions(options)
    if options.only in (None, "own", "held-out"):
        report_held_out(options)
    if not options.corpora.is_dir():
        print(f"{options.corpora} is not here, so that is all.")
        return 0
    if options.only in (None, "replies"):
        report_findings("replies", reply_contexts(options.corpora), options)
    if options.only in (None, "saved"):
        report_findings("saved replies", saved_contexts(options.corpora), options)
    if options.only in (None, "mood"):
        report_mood(options.corpora, options)
    if options.only in (None, "score"):
        report_politeness(options.corpora, options)
        report_empathy(options.corpora, options)
    if options.only in (None, "pairs"):
        report_pairs(options.corpora, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
