#!/usr/bin/env bash
# Builds the tool as one static program that runs on any Linux of its architecture, with nothing
# installed: for images of continuous integration. It becomes build/static/tonelint.
#
# Debian has static libraries of all that tonelint needs but md4c; of that the source package is
# fetched, and compiled here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash tests/packages.sh build

needs=$PWD/build/static-needs
if [ ! -f "$needs/libmd4c.a" ]; then
  mkdir -p "$needs/lists/partial" "$needs/source"
  # The package sources of this machine, for source packages.
  # A machine has one kind of list or the other, so that one of the two may be missing.
  sed -n 's/^deb /deb-src /p' /etc/apt/sources.list > "$needs/md4c.list" 2> /dev/null || true
  sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/*.sources > "$needs/md4c.sources" \
    2> /dev/null || true
  list=$needs/md4c.list
  [ -s "$list" ] || list=$needs/md4c.sources
  apt() {
    apt-get -qq -o Dir::Etc::SourceList="$list" -o Dir::Etc::SourceParts=- \
      -o Dir::State::Lists="$needs/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
      -o APT::Sandbox::User=root "$@"
  }
  apt update
  (cd "$needs/source" && apt source --only-source --tar-only --download-only md4c)
  tar -xf "$needs"/source/md4c_*.orig.tar.* -C "$needs/source" --strip-components=1
  cc -O2 -ffile-prefix-map="$needs"=. -c "$needs/source/src/md4c.c" -o "$needs/md4c.o"
  ar rcD "$needs/libmd4c.a" "$needs/md4c.o"
fi
cat > "$needs/md4c.pc" << END
Name: md4c
Description: Markdown
Version: 0
Libs: -L$needs -lmd4c
Cflags: -I$needs/source/src
END
export PKG_CONFIG_PATH=$needs${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}

cmake --preset static > build/static.log
cmake --build --preset static --target tonelint_cli >> build/static.log || { tail -n 40 build/static.log; exit 1; }
strip build/static/tonelint

if readelf --dynamic build/static/tonelint 2> /dev/null | grep -q NEEDED; then
  echo "it still needs shared libraries:"
  readelf --dynamic build/static/tonelint | grep NEEDED
  exit 1
fi
# It says what the usual build says, with nothing around it.
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
cp build/static/tonelint examples/drafts/late-parcel.* "$empty"
# alone STATUS WORD…: tonelint in the empty folder ends with STATUS; what it said is in out.
alone() {
  local expected=$1 status=0 run=()
  shift
  [ "$(id -u)" -ne 0 ] || run=("$(command -v chroot)" "$empty")
  (cd "$empty" && env -i "${run[@]}" ./tonelint "$@") > "$empty/out" 2>&1 || status=$?
  [ "$status" -eq "$expected" ] || { cat "$empty/out"; echo "tonelint $* ended with $status"; exit 1; }
}
# said WORDS, not_said WORDS
said() { grep -q -e "$1" "$empty/out" || { cat "$empty/out"; echo "did not say “$1”"; exit 1; }; }
not_said() { ! grep -qw -e "$1" "$empty/out" || { cat "$empty/out"; echo "said “$1”"; exit 1; }; }

alone 1 check --context late-parcel.json --format json late-parcel.txt
said greeting-name-mismatch
alone 0 --version
said '^built-in guide support [0-9.]* ([0-9a-f]\{16\})$'
version=$(head -n 1 "$empty/out")
# What cannot be in it is not offered, and who asks for it is told.
for command in serve milter; do
  alone 2 "$command" --help
  said "“$command” is not in this build"
  for listing in --help man "completions bash" "completions zsh" "completions fish"; do
    # shellcheck disable=SC2086
    alone 0 $listing
    said baseline
    not_said "$command"
  done
done
printf 'build/static/tonelint: %s, %.1f MB\n' "$version" \
  "$(stat -c %s build/static/tonelint | awk '{ print $1 / 1e6 }')"
