#!/usr/bin/env bash
# Runs one of these tests with the tools of tests/conformance/tools.sh; 77 when they are not there.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$here/../../build/tools
if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ] || [ ! -d "$tools/node/node_modules" ] ||
  ! "$tools/python/bin/python" -c 'import playwright' 2> /dev/null; then
  echo "skipped: this needs Debian's chromium and npm, and bash tests/conformance/tools.sh"
  exit 77
fi
case $1 in
  freescout | osticket | uvdesk)
    if ! command -v php > /dev/null; then
      echo "skipped: this needs Debian's php-cli"
      exit 77
    fi
    ;;
esac
exec "$tools/python/bin/python" -B "$here/$1_test.py"
