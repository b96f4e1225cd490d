#!/usr/bin/env bash
# How many checks a second tonelint serve answers, and how fast, with wrk.
#
#   tests/bench/serve.sh [PROGRAM [SECONDS]]      PROGRAM: else build/release/tonelint
#
# wrk and the service share the machine, so the figures are a lower bound.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${1:-build/release/tonelint}
seconds=${2:-10}
command -v wrk > /dev/null || { echo "this takes wrk (apt-get install wrk)" >&2; exit 2; }

work=$(mktemp -d)
"$program" serve --port 0 --guide support --quiet > "$work/out" 2> "$work/log" &
service=$!
trap 'kill "$service" 2> /dev/null; rm -rf "$work"' EXIT
until grep -q 'serves at' "$work/out"; do
  kill -0 "$service" || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
url=$(sed -n 's/.*serves at //p' "$work/out")

python3 - "$work/draft.lua" << 'PYTHON'
import json, sys
reply = ("Hi Priya,\n\nUnfortunately your parcel is delayed. " + "We looked into what happened at the "
         "warehouse and the carrier tells us that it leaves tomorrow morning. " * 5
         + "\n\nYou will have it by Thursday.\n\nBest wishes,\nMarta")
body = json.dumps({"reply": reply, "customer": {"name": "Priya Nair", "message": "Where is it?"}})
with open(sys.argv[1], "w", encoding="utf-8") as script:
    script.write("wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/json'\n"
                 f"wrk.body = [==[{body}]==]\n")
PYTHON

for connections in 1 16 128; do
  echo "== $connections connections"
  wrk --latency -t1 -c "$connections" -d "${seconds}s" -s "$work/draft.lua" "${url}v1/check" |
    grep -E '50%|99%|Requests/sec|Non-2xx|Socket errors'
done
