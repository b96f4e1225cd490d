#!/usr/bin/env bash
# Runs one of these tests with the tools of tools.sh; 77 when they are not there.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=$here/../../build/tools/python/bin/python
if [ ! -x "$python" ]; then
  echo "skipped: bash tests/conformance/tools.sh fetches what this needs"
  exit 77
fi
exec "$python" -B "$here/$1_test.py"
