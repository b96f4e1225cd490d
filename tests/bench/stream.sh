#!/usr/bin/env bash
# How many replies a second tonelint stream checks, and what memory it takes.
#
#   tests/bench/stream.sh [PROGRAM [LINES]]      PROGRAM: else build/release/tonelint; 600,000 lines
#
# Plain text of 120 words, good and bad, no two lines the same. The lines come from memory (tmpfs where there
# is one), the answers go to /dev/null.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${1:-build/release/tonelint}
lines=${2:-600000}
work=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)")
trap 'rm -rf "$work"' EXIT

python3 - "$work/part.jsonl" << 'PYTHON'
import json, random, sys
random.seed(1)
good = ["We looked into what happened at the warehouse and the carrier tells us that it leaves tomorrow.",
        "I have asked them to put it on the first van, and I look again at noon.",
        "You can change the address under Settings until the parcel leaves us.",
        "The refund went out today and reaches your account by Friday.",
        "If it is not under way by then, I send you another one at once.",
        "Could you send me a photo of the label, so that I can see the code?"]
bad = ["Unfortunately we cannot do that.", "You must return the item first.",
       "We will get back to you as soon as possible.", "As already stated, the form is missing."]
with open(sys.argv[1], "w", encoding="utf-8") as out:
    for number in range(20000):
        words = ["Hi Priya,\n\nThanks for writing in about order %d." % number]
        for _ in range(random.choice([0, 0, 1, 2])):
            words.append(random.choice(bad))
        while sum(len(each.split()) for each in words) < 108:
            words.append(random.choice(good))
        random.shuffle(words[1:])
        reply = " ".join(words) + "\n\nIf anything comes up, just reply here.\n\nBest wishes,\nMarta"
        out.write(json.dumps({"id": str(number), "reply": reply}, ensure_ascii=False) + "\n")
PYTHON

feed() {  # that many lines, 20,000 at a time
  local left=$1
  for (( ; left > 0; left -= 20000)); do cat "$work/part.jsonl"; done
}
measure() {  # measure NAME LINES OPTIONS…
  local name=$1 count=$2
  shift 2
  feed "$count" | python3 -c '
import resource, subprocess, sys, time
begin = time.monotonic()
done = subprocess.run(sys.argv[3:], stdin=0, stdout=subprocess.DEVNULL)
spent = time.monotonic() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = used.ru_utime + used.ru_stime
count = int(sys.argv[2])
print(f"{sys.argv[1]:<28} {count:>9,} replies  {count / spent:>9,.0f} a second  {cpu / count * 1e6:6.1f} us of a core each  "
      f"{used.ru_maxrss / 1024:6.1f} MB", flush=True)
sys.exit(done.returncode)' "$name" "$count" "$program" stream --guide support "$@"
}

echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
measure "all that was found" "$lines"
measure "without rewrites" "$lines" --no-rewrites
measure "with the score" "$lines" --score
measure "one thread" "$lines" --jobs 1
measure "a tenth of the lines" $((lines / 10))
