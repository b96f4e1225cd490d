#!/usr/bin/env bash
# From a fresh checkout to the first findings: fetches what is missing, builds the tool, checks a draft.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=build/quickstart.log
mkdir -p build
: > "$log"

# One line for each step; its output goes to the log, and is shown only when the step fails.
step() {
  local name=$1
  shift
  printf '%s … ' "$name"
  if "$@" >> "$log" 2>&1 < /dev/null; then
    echo "done"
  else
    echo "failed"
    tail -n 60 "$log" >&2
    echo "All of it is in $log." >&2
    exit 1
  fi
}

if command -v ccache > /dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
step "Looking for the packages it needs" bash tests/packages.sh build
step "Configuring" cmake --preset release -DTONELINT_TESTS=OFF
step "Building (a few minutes the first time)" cmake --build --preset release

echo
echo "\$ tonelint check --context examples/drafts/late-parcel.json examples/drafts/late-parcel.txt"
status=0
build/release/tonelint check --context examples/drafts/late-parcel.json \
  examples/drafts/late-parcel.txt || status=$?
# 1 means that something was found, which is what this draft is for.
[ "$status" -le 1 ] || exit "$status"
echo
echo "The tool is build/release/tonelint. README.md says what else it does."
