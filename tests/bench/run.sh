#!/usr/bin/env bash
# Builds the release with its benchmarks, runs them, and prints each figure beside its target.
# Arguments go to the benchmark program, such as --benchmark_filter=warm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

bash tests/packages.sh tests
log=build/bench.log
mkdir -p build
if ! { cmake --preset release -B build/bench -DTONELINT_TESTS=OFF -DTONELINT_BENCH=ON &&
  cmake --build build/bench; } > "$log" 2>&1; then
  tail -n 60 "$log" >&2
  exit 1
fi

build/bench/tests/bench/tonelint_bench --benchmark_repetitions=5 --benchmark_min_time=0.3 \
  --benchmark_report_aggregates_only=true "$@"

replies=$(mktemp -d)
trap 'rm -rf "$replies"' EXIT
build/bench/tests/bench/tonelint_bench_command build/bench/tonelint "$replies"
