#!/usr/bin/env bash
# Makes the Debian packages and tries them: built twice in different places they must be the same to
# the byte, lintian must find no error, and in a fresh Debian they must install, run, be of use to
# examples/embed, and go again without a trace.
#
#   tests/install/deb.sh            all of it; the last part as root, where debootstrap is
#   tests/install/deb.sh --once     without building a second time
#
# TONELINT_DEBIAN_ROOT may name a finished root to copy instead of fetching one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
once=no
[ "${1:-}" != --once ] || once=yes

bash tests/packages.sh packaging
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
folder=$(mktemp -d)
root=$folder/root
finish() {
  if [ -d "$root/proc" ]; then umount "$root/proc" 2> /dev/null || true; fi
  rm -rf --one-file-system "$folder"
}
trap finish EXIT
quietly() { "$@" > "$folder/log" 2>&1 < /dev/null || { tail -n 60 "$folder/log"; echo "failed: $*"; exit 1; }; }

# pack FOLDER OUTPUT: the packages of the source in FOLDER.
pack() {
  (
    cd "$1"
    umask 022  # cpack puts the mode of its own files into the package
    quietly cmake --preset package
    quietly cmake --build --preset package
    rm -rf build/package/*.deb build/package/_CPack_Packages
    quietly cpack --config build/package/CPackConfig.cmake -B build/package
    mkdir -p "$2"
    mv build/package/*.deb "$2"
  )
}

echo "==> build and pack"
pack . "$PWD/build/deb"
packages=(build/deb/*.deb)
[ ${#packages[@]} -eq 3 ] || { echo "expected three packages, but there are: ${packages[*]}"; exit 1; }
sha256sum "${packages[@]}"

if [ "$once" = no ]; then
  echo "==> again, elsewhere"
  export CCACHE_DISABLE=1  # else it would be given what was made the first time
  mkdir -p "$folder/another place"
  git ls-files -z | xargs -0 cp --parents -t "$folder/another place"
  pack "$folder/another place" "$folder/again"
  for package in "${packages[@]}"; do cmp "$package" "$folder/again/${package##*/}"; done
  echo "    the same to the byte"
fi

echo "==> lintian"
lintian --fail-on error --tag-display-limit 0 --allow-root "${packages[@]}" || { echo "failed: lintian"; exit 1; }

if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap > /dev/null; then
  echo "Not root, or no debootstrap: not tried in a fresh Debian."
  exit 0
fi
echo "==> a fresh Debian"
if [ -n "${TONELINT_DEBIAN_ROOT:-}" ]; then
  cp -a --one-file-system "$TONELINT_DEBIAN_ROOT" "$root"
else
  quietly debootstrap --variant=minbase bookworm "$root"
fi
mount -t proc proc "$root/proc" 2> /dev/null || true
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/try" && cp "${packages[@]}" "$root/try"
cp -r examples "$root/try"
here() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
files() { here find / -xdev -path /proc -prune -o \( -path '*tonelint*' -not -path '/try*' \) -print; }
quietly here apt-get update

echo "==> the tool alone"
quietly here sh -c 'apt-get install -y --no-install-recommends /try/tonelint_*.deb'
here tonelint --version
status=0
here tonelint check --customer "Priya Nair" /try/examples/drafts/late-parcel.txt > "$folder/out" || status=$?
grep -q greeting-name-mismatch "$folder/out"
[ "$status" -eq 1 ]

echo "==> the library"
quietly here sh -c 'apt-get install -y --no-install-recommends /try/libtonelint*.deb gcc g++ pkg-config'
quietly here sh -c 'cd /try/examples/embed &&
  cc -std=c11 lint.c $(pkg-config --cflags --libs tonelint) -o c &&
  c++ -std=c++20 lint.cpp $(pkg-config --cflags --libs tonelint) -o cpp &&
  cc -std=c11 lint.c -Wl,-Bstatic -ltonelint -Wl,-Bdynamic \
    $(pkg-config --static --libs tonelint | sed "s/-ltonelint//") -o static'
for program in c cpp static; do
  here sh -c "/try/examples/embed/$program 'Priya Nair' < /try/examples/drafts/late-parcel.txt" \
    > "$folder/out" || true
  grep -q '^1:4 error greeting-name-mismatch' "$folder/out" || { echo "failed: $program"; exit 1; }
done

echo "==> gone again"
quietly here apt-get purge -y tonelint libtonelint-dev 'libtonelint[0-9]*'
left=$(files | grep -v -e '^/var/cache/' -e '^/var/lib/apt/' || true)
[ -z "$left" ] || { echo "these files were left behind:"; echo "$left"; exit 1; }
echo "all is well"
