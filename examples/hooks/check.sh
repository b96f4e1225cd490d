#!/bin/sh
# Asks tonelint whether a draft is ready to go out:   check.sh [anyway] < draft.json
# Ends with 1 when the agent should look at it first, else with 0: also when nobody could be asked.
# Takes curl and jq.
url=${TONELINT_URL:-http://127.0.0.1:7878}/v1/check
[ "$1" = anyway ] && url="$url?override=1"

# The token comes from a here-document: other users could see it among the arguments.
if ! answer=$(curl --silent --fail --max-time 3 --header 'Content-Type: application/json' \
    --header @/dev/fd/3 --data-binary @- "$url" 3<<TOKEN
Authorization: Bearer $TONELINT_TOKEN
TOKEN
); then
  echo 'Not checked: send it as it is.' >&2
  exit 0
fi
printf '%s' "$answer" | jq --raw-output '.message, (.diagnostics[] |
  "- \(.message)" + (if .rewrites[0] then " Rather: \(.rewrites[0].text)" else "" end))'
printf '%s' "$answer" | jq --exit-status '.verdict == "pass"' > /dev/null
