#!/usr/bin/env bash
# How many checks a second tonelint serve answers, and how fast, with wrk.
#
#   tests/bench/serve.sh [PROGRAM [SECONDS]]      PROGRAM: else build/release/tonelint; 10 seconds each
#
# Drafts of 120 words with the customer's message. wrk and the service share the machine, so the
# figures are a lower bound. Ends with 1 when an answer was not a good one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${1:-build/release/tonelint}
seconds=${2:-10}
command -v wrk > /dev/null || { echo "this takes wrk (apt-get install wrk)" >&2; exit 2; }

work=$(mktemp -d)
"$program" serve --port 0 --guide support --quiet > "$work/out" 2> "$work/log" &
service=$!
trap 'kill "$service" 2> /dev/null; rm -rf "$work"' EXIT
until grep -qs 'serves at' "$work/out"; do
  kill -0 "$service" || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
url=$(sed -n 's/.*serves at //p' "$work/out")

python3 - "$work/draft.lua" << 'PYTHON'
import json, sys
reply = ("Hi Priya,\n\nUnfortunately your parcel is delayed. " + "We looked into what happened at the "
         "warehouse and the carrier tells us that it leaves tomorrow morning. " * 4
         + "I have asked them to put it on the first van, and I look again at noon. If it is not"
         " under way by then, I send you another one at once.\n\nYou will have it by Thursday.\n\n"
         "Best wishes,\nMarta")
assert len(reply.split()) == 120, len(reply.split())
customer = {"name": "Priya Nair", "message": "Where is my parcel? I have been waiting for two weeks!"}
body = json.dumps({"reply": reply, "customer": customer, "agent": {"name": "Marta"}})
with open(sys.argv[1], "w", encoding="utf-8") as script:
    script.write(f"""\
wrk.method = 'POST'
wrk.headers['Content-Type'] = 'application/json'
wrk.body = [==[{body}]==]
function done(summary, latency)
  local wrong = summary.errors
  local errors = wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout
  print(string.format('%10.0f /s %8.2f ms %8.2f ms %8.2f ms %8d %8d',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, summary.requests, errors))
end
""")
PYTHON

echo "120-word drafts with the customer's message, $seconds s each, $(nproc) cores shared with wrk"
echo "connections     checks         p50         p99         max    asked   errors    core each"
errors=0
processor_time() { awk '{print $14 + $15}' "/proc/$service/stat"; }  # in hundredths of a second
for connections in 1 16 64; do
  before=$(processor_time)
  line=$(wrk -t1 -c "$connections" -d "${seconds}s" -s "$work/draft.lua" "${url}v1/check" | tail -1)
  read -r asked wrong <<< "$(awk '{print $(NF - 1), $NF}' <<< "$line")"
  each=$(awk -v ticks=$(($(processor_time) - before)) -v asked="$asked" \
    'BEGIN {printf "%9.1f us", ticks * 1e4 / (asked > 0 ? asked : 1)}')
  printf '%11s %s %s\n' "$connections" "$line" "$each"
  errors=$((errors + wrong))
done
[ "$errors" -eq 0 ]
