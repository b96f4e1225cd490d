#include "stages.hpp"

#include <benchmark/benchmark.h>

#include <string>

#include "document/document.hpp"
#include "guide/image.hpp"
#include "input/reader.hpp"
#include "phrases/scan.hpp"
#include "tonelint/tonelint.hpp"

namespace bench {
namespace {

/// Runs `stage(source)` over all replies, again and again.
template <typename Stage>
void over_replies(benchmark::State& state, const Replies& replies, Stage stage) {
  for (auto _ : state) {
    for (const std::string& text : replies.texts) {
      stage(tonelint::Source{.name = "reply", .bytes = text, .syntax = tonelint::Syntax::text});
    }
  }
  state.counters["replies"] = static_cast<double>(replies.texts.size());
}

void read(benchmark::State& state, const Replies& replies) {
  tonelint::Reply reply;
  over_replies(state, replies, [&](const tonelint::Source& source) {
    tonelint::reader_for(source).read(source.bytes, reply);
    benchmark::DoNotOptimize(reply);
  });
}

void segment(benchmark::State& state, const Replies& replies) {
  tonelint::Reply reply;
  tonelint::Document document;
  over_replies(state, replies, [&](const tonelint::Source& source) {
    tonelint::reader_for(source).read(source.bytes, reply);
    document.read(reply);
    benchmark::DoNotOptimize(document);
  });
}

void scan(benchmark::State& state, const Replies& replies) {
  const tonelint::Guide guide = tonelint::Guide::built_in();
  const tonelint::GuideImage& image = guide.image();
  tonelint::Reply reply;
  tonelint::Document document;
  tonelint::Scan hits;
  over_replies(state, replies, [&](const tonelint::Source& source) {
    tonelint::reader_for(source).read(source.bytes, reply);
    document.read(reply);
    hits.run(image.phrases, *image.expressions, document);
    benchmark::DoNotOptimize(hits);
  });
}

void judge(benchmark::State& state, const Replies& replies) {
  const tonelint::Guide guide = tonelint::Guide::built_in();
  over_replies(state, replies, [&](const tonelint::Source& source) {
    benchmark::DoNotOptimize(tonelint::lint(guide, source));
  });
}

void output(benchmark::State& state, const Replies& replies) {
  const tonelint::Guide guide = tonelint::Guide::built_in();
  const auto writer = tonelint::find_format("json")->make({});
  std::string out;
  over_replies(state, replies, [&](const tonelint::Source& source) {
    const tonelint::Report report = tonelint::lint(guide, source);
    out.clear();
    writer->reply({source, report, {}}, out);
    benchmark::DoNotOptimize(out);
  });
}

}  // namespace

void add_stages(std::size_t replies) {
  using Stage = void (*)(benchmark::State&, const Replies&);
  const auto add = [&](const char* name, Stage stage) {
    benchmark::RegisterBenchmark(name, [=](benchmark::State& state) {
      stage(state, make_replies(Variant::plain, replies));
    });
  };
  add("stages/read", read);
  add("stages/segment", segment);
  add("stages/scan", scan);
  add("stages/judge", judge);
  add("stages/output", output);
}

}  // namespace bench
