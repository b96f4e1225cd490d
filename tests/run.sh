#!/usr/bin/env bash
# All that has to hold before a change goes in, one named step after the other.
#
#   tests/run.sh              as continuous integration runs it: sanitizers, tests, short fuzzing
#   tests/run.sh --quick      the everyday build and all its tests, nothing else
#   tests/run.sh --no-tidy    all but clang-tidy
#   tests/run.sh --all-tidy   clang-tidy over every file, not only those of the last commit
#   tests/run.sh --no-asan    with the everyday build in place of sanitizers and fuzzing
#
# Goes on after a failed step, so that one run tells all. The last line counts the tests of all
# steps; a step without tests that failed counts as one failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# All tests run once: with sanitizers, or else in the everyday build.
format=yes tidy=yes asan=yes
for argument in "$@"; do
  case "$argument" in
    --quick) format=no tidy=no asan=no ;;
    --no-tidy) tidy=no ;;
    --all-tidy) tidy=all ;;
    --no-asan) asan=no ;;
    *) sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done

passed=0 failed=0 broken=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Runs a step; its output is shown only when it fails.
step() {
  local name=$1 start=$SECONDS
  shift
  echo "==> $name"
  if "$@" > "$log" 2>&1 < /dev/null; then
    echo "    done in $((SECONDS - start)) s"
    return 0
  fi
  tail -n 200 "$log"
  echo "    FAILED after $((SECONDS - start)) s"
  broken+=("$name")
  return 1
}

# Builds a preset, then runs its tests and counts them; what else is given goes to CTest.
build_and_test() {
  local preset=$1 line
  step "configure ($preset)" cmake --preset "$preset" || return
  step "build ($preset)" cmake --build --preset "$preset" || return
  step "tools of other tests" wait_for_tools || unset 'broken[-1]'
  # Failed tests are counted one by one below, so the step itself is not.
  step "tests ($preset)" ctest --preset "$preset" "${@:2}" || unset 'broken[-1]'
  # "97% tests passed, 1 tests failed out of 31"
  line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$log" | tail -n 1)
  if [[ $line =~ ,\ ([0-9]+)\ tests\ failed\ out\ of\ ([0-9]+) ]]; then
    failed=$((failed + BASH_REMATCH[1]))
    passed=$((passed + BASH_REMATCH[2] - BASH_REMATCH[1]))
  else
    broken+=("count of the tests ($preset)")
  fi
}

check_format() {
  local file bad=0
  while IFS= read -r -d '' file; do
    if ! clang-format-14 --dry-run --Werror "$file" > /dev/null 2>&1; then
      echo "$file: clang-format-14 would write it differently"
      bad=1
    fi
  done < <(find src include tests \( -name '*.hpp' -o -name '*.cpp' -o -name '*.h' \) -print0)
  return "$bad"
}

changed_sources() {
  git rev-parse --quiet --verify HEAD~1 > /dev/null || return 0  # a clone of one commit
  git diff --name-only --diff-filter=d HEAD~1 -- 'src/*.cpp' | head -n 20
}

build_last_commit() {
  local file objects=()
  cmake --preset dev || return
  while IFS= read -r file; do objects+=("$PWD/$file^"); done < <(changed_sources)
  [ ${#objects[@]} -eq 0 ] || ninja -C build/dev "${objects[@]}"
}

tidy_last_commit() {
  changed_sources |
    xargs --no-run-if-empty --max-procs=2 --max-args=1 clang-tidy-14 -p build/dev --quiet
}

if command -v ccache > /dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

step "packages" bash tests/packages.sh tests || { echo "0 passed, 1 failed"; exit 1; }
# Some tests need tools from elsewhere, fetched while the build runs. Without a network, or with one
# that hangs, they are skipped, and CTest says so.
mkdir -p build
timeout 600 bash tests/conformance/tools.sh > build/tools.log 2>&1 < /dev/null &
tools=$!
wait_for_tools() { wait "$tools" || { cat build/tools.log; return 1; }; }
if [ "$asan" = no ]; then
  build_and_test dev
else
  step "what the last commit changed, by the everyday compiler" build_last_commit
  # Of the apps for helpdesks two here; `ctest --preset dev -R helpdesk` tries all of them.
  build_and_test asan-ubsan -E '^helpdesk_(freshdesk|extension|front|chatwoot|discourse|zammad|osticket|uvdesk)$'
  step "fuzzing, 30 s each" bash tests/fuzz/run.sh 30
fi
[ "$format" = no ] || step "format" check_format
# clang-tidy takes some ten seconds a file, so a usual run looks at what the last commit changed.
case "$tidy" in
  all) step "configure (tidy)" cmake --preset tidy && step "clang-tidy" cmake --build --preset tidy ;;
  yes) step "clang-tidy (last commit)" tidy_last_commit ;;
esac

echo
for name in ${broken[@]+"${broken[@]}"}; do
  echo "failed: $name"
done
failed=$((failed + ${#broken[@]}))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
