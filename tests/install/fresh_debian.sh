#!/usr/bin/env bash
# Installs finished Debian packages into a fresh Debian, runs the tool, builds examples/embed with the
# library, and takes all of it away again: nothing may be left.
#
#   tests/install/fresh_debian.sh PACKAGE…
#
# As root. TONELINT_DEBIAN_ROOT may name a finished root to copy instead of fetching one.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# What is mounted here is gone with this process.
[ "${TONELINT_MOUNTS:-}" = own ] || exec env TONELINT_MOUNTS=own unshare --mount bash "$0" "$@"

folder=$(mktemp -d)
root=$folder/root
finish() {
  umount --quiet "$root/dev" "$root/proc" || true
  rm -rf --one-file-system "$folder"
}
trap finish EXIT
quietly() { "$@" > "$folder/log" 2>&1 < /dev/null || { tail -n 60 "$folder/log"; echo "failed: $*"; exit 1; }; }

echo "==> a fresh Debian"
if [ -n "${TONELINT_DEBIAN_ROOT:-}" ]; then
  cp -a --one-file-system "$TONELINT_DEBIAN_ROOT" "$root"
else
  quietly debootstrap --variant=minbase bookworm "$root"
fi
# The network as it is here.
cp /etc/resolv.conf /etc/hosts "$root/etc/"
find /etc/apt/apt.conf.d -name '*proxy*' -exec cp -t "$root/etc/apt/apt.conf.d" {} +
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mkdir -p "$root/try"
cp "$@" "$root/try"
cp -r "$project/examples" "$root/try"
here() {
  chroot "$root" env -i DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
quietly here apt-get update

echo "==> the tool alone"
quietly here sh -c 'apt-get install -y --no-install-recommends /try/tonelint_*.deb'
here tonelint --version
status=0
here tonelint check --customer "Priya Nair" /try/examples/drafts/late-parcel.txt > "$folder/out" ||
  status=$?
[ "$status" -eq 1 ] && grep -q greeting-name-mismatch "$folder/out"

echo "==> the mail gateway"
here tonelint milter > "$folder/out" 2>&1 && exit 1
grep -q 'tonelint-milter.*is not installed' "$folder/out"
quietly here sh -c 'apt-get install -y --no-install-recommends /try/tonelint-milter_*.deb'
status=0
here timeout 3 tonelint milter --socket unix:/try/milter > "$folder/out" 2>&1 || status=$?
[ "$status" -eq 124 ] && grep -q 'checks mail at unix:/try/milter' "$folder/out"

echo "==> the library"
quietly here sh -c \
  'apt-get install -y --no-install-recommends /try/libtonelint*.deb gcc g++ cmake make pkg-config'
quietly here sh -c 'cd /try/examples/embed &&
  cc -std=c11 lint.c $(pkg-config --cflags --libs tonelint) -o pc_c &&
  c++ -std=c++20 lint.cpp $(pkg-config --cflags --libs tonelint) -o pc_cpp &&
  cmake -B shared && cmake --build shared &&
  sed -i "s/CONFIG REQUIRED)/CONFIG REQUIRED COMPONENTS static)/" CMakeLists.txt &&
  cmake -B static && cmake --build static'
for program in pc_c pc_cpp shared/lint_c shared/lint_cpp static/lint_c static/lint_cpp; do
  here sh -c "/try/examples/embed/$program 'Priya Nair' < /try/examples/drafts/late-parcel.txt" \
    > "$folder/out" || true
  grep -q '^1:4 error greeting-name-mismatch' "$folder/out" || { echo "failed: $program"; exit 1; }
done

echo "==> gone again"
quietly here apt-get purge -y tonelint tonelint-milter libtonelint-dev 'libtonelint[0-9].*'
left=$(here find / -xdev \( -path /proc -o -path /try -o -path /dev \) -prune -o -name '*tonelint*' -print)
[ -z "$left" ] || { echo "these were left behind:"; echo "$left"; exit 1; }
echo "all is well"
