#!/usr/bin/env bash
# Makes the Debian packages and tries them: built twice in different places they must be the same to
# the byte, lintian must find no error, and in a fresh Debian they must install, run, be of use to
# examples/embed, and go again without a trace.
#
#   tests/install/deb.sh            all of it; the last part as root, where debootstrap is
#   tests/install/deb.sh --once     without building a second time
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
once=no
[ "${1:-}" != --once ] || once=yes

bash tests/packages.sh packaging
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
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
[ ${#packages[@]} -eq 4 ] || { echo "expected four packages, but there are: ${packages[*]}"; exit 1; }
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
bash tests/install/fresh_debian.sh "${packages[@]}"
