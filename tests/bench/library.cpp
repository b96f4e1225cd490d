// Reading a library of saved replies, against parsing the same file with nlohmann-json.

#include "tonelint/library.hpp"

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include "macros.hpp"
#include "stages.hpp"

namespace bench {

void add_library(std::size_t replies) {
  static const std::string file = make_macros(replies);
  benchmark::RegisterBenchmark("library/read", [](benchmark::State& state) {
    for (auto _ : state) {
      tonelint::Library library({.name = "macros.json", .bytes = file});
      tonelint::SavedReply reply;
      while (library.next(reply)) benchmark::DoNotOptimize(reply.text());
    }
  });
  benchmark::RegisterBenchmark("library/nlohmann", [](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(nlohmann::json::parse(file));
  });
}

}  // namespace bench
