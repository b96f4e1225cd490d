#!/usr/bin/env bash
# Builds the libFuzzer programs and runs them, two at the same time, each for so many seconds:
#
#   tests/fuzz/run.sh SECONDS [TARGET…]     for instance: tests/fuzz/run.sh 60 reader library
#
# Without targets all of them run. Prints how many inputs each tried, how much of the code they reach
# (edges of the control flow) and what was found: an input that breaks a program is kept in
# build/fuzz/found, and `build/asan-ubsan/tests/fuzz/TARGET_fuzz FILE` tries it again. What was reached once
# is kept in build/fuzz/corpus, for the next run to begin with.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:?how many seconds for each target?}
shift
all=(tests/fuzz/*_fuzz.cpp)
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  for source in "${all[@]}"; do
    name=${source##*/}
    targets+=("${name%_fuzz.cpp}")
  done
fi

mkdir -p build/fuzz
if ! { cmake --preset asan-ubsan && cmake --build --preset asan-ubsan --target fuzz_programs; } > build/fuzz/build.log 2>&1; then
  tail -n 40 build/fuzz/build.log
  exit 1
fi
programs=build/asan-ubsan/tests/fuzz corpus=build/fuzz/corpus seeds=build/fuzz/seeds found=build/fuzz/found
python3 tests/fuzz/seeds.py "$seeds" || exit 1
mkdir -p "$found"

export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
fuzz() {
  local program=$1_fuzz
  [ -x "$programs/$program" ] || { echo "there is no target $1" > "build/fuzz/$program.log"; return 1; }
  mkdir -p "$corpus/$program"
  "$programs/$program" -seed=1 -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=6000 \
    -print_final_stats=1 -artifact_prefix="$found/$program-" "$corpus/$program" "$seeds/$program" \
    > "build/fuzz/$program.log" 2>&1
}
export -f fuzz
export programs corpus seeds found seconds
printf '%s\n' "${targets[@]}" | xargs --max-procs=2 --max-args=1 bash -c 'fuzz "$1" || true' fuzz

broken=0
printf '%-10s %12s %8s  %s\n' target executions edges found
for target in "${targets[@]}"; do
  log=build/fuzz/${target}_fuzz.log
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  result=nothing
  if ! grep -q '^Done [0-9]* runs' "$log"; then
    broken=$((broken + 1))
    result=$(grep -E '^(does not hold|SUMMARY|ERROR|there is no)|ERROR: |runtime error' "$log" | head -n 1)
  fi
  printf '%-10s %12s %8s  %s\n' "$target" "${executions:--}" "${edges:--}" "${result:-see $log}"
done
[ "$broken" -eq 0 ]
