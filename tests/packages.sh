#!/usr/bin/env bash
# Installs the Debian packages that tonelint needs and that are not there yet.
#
#   tests/packages.sh build    what it takes to build and use tonelint (the default)
#   tests/packages.sh tests    these, and what the tests and benchmarks take
#   tests/packages.sh packaging   what it takes to build and try the Debian packages
#
# Quick and silent when nothing is missing. README.md says what each package is for.
set -euo pipefail

build=(g++ cmake ninja-build pkg-config libicu-dev libre2-dev libyaml-cpp-dev libcli11-dev
  nlohmann-json3-dev libmd4c-dev libgumbo-dev libmicrohttpd-dev libgnutls28-dev libmilter-dev
  libgmime-3.0-dev)
tests=(catch2 python3 python3-venv libbenchmark-dev clang-14 clang-tidy-14 clang-format-14
  libclang-rt-14-dev chromium nodejs curl fish jq openssl patch php-cli ruby
  postfix zsh)
# Elsewhere than from Debian these come under other names, and with what Debian has apart.
command -v npm > /dev/null || tests+=(npm)
command -v java > /dev/null || tests+=(default-jre-headless)
packaging=(dpkg-dev lintian debootstrap man-db mandoc zsh fish)

case "${1:-build}" in
  build) wanted=("${build[@]}") ;;
  tests) wanted=("${build[@]}" "${tests[@]}") ;;
  packaging) wanted=("${build[@]}" "${packaging[@]}") ;;
  *) echo "usage: tests/packages.sh [build|tests|packaging]" >&2; exit 2 ;;
esac

if ! command -v dpkg-query > /dev/null; then
  echo "Not a Debian system: please see that you have the like of ${wanted[*]}." >&2
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo > /dev/null; then
    echo "These packages are missing; please install them as root:" >&2
    echo "  apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
  # Postfix is for tests only, which run one of their own: none is to run on this machine for it.
  if [[ " ${missing[*]} " == *" postfix "* ]]; then
    "${as_root[@]}" debconf-set-selections <<< "postfix postfix/main_mailer_type select No configuration"
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    "${missing[@]}" > "$log" 2>&1 < /dev/null
}
update() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update > "$log" 2>&1 < /dev/null
}

# The list of packages is fetched only when the one at hand is missing or too old.
if ! install && ! { update && install; }; then
  cat "$log" >&2
  echo "These packages could not be installed: ${missing[*]}" >&2
  exit 1
fi
