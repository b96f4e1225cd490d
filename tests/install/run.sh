#!/usr/bin/env bash
# Installs a finished build into a folder of its own, builds examples/embed against it as a stranger
# would, and holds what the programs print against the installed tool.
#
#   tests/install/run.sh [BUILD_FOLDER]     build/dev, unless you say otherwise
#
# CC, CXX, CFLAGS, CXXFLAGS and LDFLAGS must be those of the build when it has sanitizers.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "${1:-$project/build/dev}" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
prefix=$folder/prefix
draft=$project/examples/drafts/late-parcel.txt
export CC=${CC:-cc} CXX=${CXX:-c++}
unset DESTDIR

quietly() { "$@" > "$folder/log" 2>&1 || { cat "$folder/log"; echo "failed: $*"; exit 1; }; }

quietly cmake --install "$build" --prefix "$prefix"

# Only the public headers, and each of them.
diff <(cd "$prefix/include/tonelint" && find . -type f | sort) \
  <(cd "$project/include/tonelint" && find . -name '*.h' -o -name '*.hpp' | sort)
# Nothing that is installed knows where it was built, but for the debug information of the programs.
! grep -rIl -e "$build" -e "$project" "$prefix" || { echo "these files name the build folder"; exit 1; }
# The same folder under another name: nothing may rest on where it was installed.
mv "$prefix" "$folder/moved"
prefix=$folder/moved

status=0
"$prefix/bin/tonelint" check --format json --customer "Priya Nair" "$draft" > "$folder/report" || status=$?
[ "$status" -eq 1 ]
python3 - "$folder/report" > "$folder/expected" << 'END'
import json, sys
for found in json.load(open(sys.argv[1]))["replies"][0]["diagnostics"]:
    place = found["begin"]
    print(f"{place['line']}:{place['column']} {found['level']} {found['rule']}: {found['message']}")
    for rewrite in found["rewrites"]:
        print("  -> " + rewrite["text"])
END
grep -q '^1:4 error greeting-name-mismatch: ' "$folder/expected"

if [ -x "$prefix/libexec/tonelint/tonelint-milter" ]; then
  "$prefix/bin/tonelint" milter --guide support --socket "unix:$folder/milter" > "$folder/out" 2> "$folder/log" &
  gateway=$!
  for _ in $(seq 300); do
    if [ -s "$folder/out" ] || ! kill -0 "$gateway" 2> /dev/null; then break; fi
    sleep 0.1
  done
  kill "$gateway"
  wait "$gateway"
  grep -q 'checks mail at' "$folder/out"
  echo "fine: the mail gateway"
fi

# expect NAME COMMAND…: the program says what the tool says, and ends with 1 as it does.
expect() {
  local name=$1 status=0
  shift
  "$@" "Priya Nair" < "$draft" > "$folder/actual" || status=$?
  diff "$folder/expected" "$folder/actual" || { echo "failed: $name"; exit 1; }
  [ "$status" -eq 1 ] || { echo "failed: $name ends with $status"; exit 1; }
  echo "fine: $name"
}

for component in shared static; do
  sed "s/find_package(tonelint CONFIG REQUIRED)/find_package(tonelint 0.1 CONFIG REQUIRED COMPONENTS $component)/" \
    "$project/examples/embed/CMakeLists.txt" > "$folder/CMakeLists.txt"
  grep -q "COMPONENTS $component" "$folder/CMakeLists.txt"
  cp "$project"/examples/embed/lint.* "$folder"
  quietly cmake -S "$folder" -B "$folder/$component" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_C_COMPILER_LAUNCHER= -DCMAKE_CXX_COMPILER_LAUNCHER=
  quietly cmake --build "$folder/$component"
  expect "C++ with find_package, $component" "$folder/$component/lint_cpp"
  expect "C with find_package, $component" "$folder/$component/lint_c"
done
if ldd "$folder/static/lint_c" | grep -q libtonelint; then echo "static is not static"; exit 1; fi

pc=$(find "$prefix" -name tonelint.pc)
export PKG_CONFIG_PATH=${pc%/*}
lib=$(pkg-config --variable=libdir tonelint)
[ "$(pkg-config --modversion tonelint)" = "$("$prefix/bin/tonelint" --version | sed -n '1s/tonelint //p')" ]
embed=$project/examples/embed
# shellcheck disable=SC2046,SC2086
quietly $CXX -std=c++20 ${CXXFLAGS:-} "$embed/lint.cpp" $(pkg-config --cflags --libs tonelint) \
  ${LDFLAGS:-} -o "$folder/pc_cpp"
# shellcheck disable=SC2046,SC2086
quietly $CC -std=c11 -pedantic ${CFLAGS:-} "$embed/lint.c" $(pkg-config --cflags --libs tonelint) \
  ${LDFLAGS:-} -o "$folder/pc_c"
expect "C++ with pkg-config" env LD_LIBRARY_PATH="$lib" "$folder/pc_cpp"
expect "C with pkg-config" env LD_LIBRARY_PATH="$lib" "$folder/pc_c"
# The library is found statically where there is no shared one.
rm "$lib"/libtonelint.so*
# shellcheck disable=SC2046,SC2086
quietly $CC -std=c11 ${CFLAGS:-} "$embed/lint.c" $(pkg-config --cflags --static --libs tonelint) \
  ${LDFLAGS:-} -o "$folder/pc_static"
expect "C with pkg-config --static" "$folder/pc_static"
