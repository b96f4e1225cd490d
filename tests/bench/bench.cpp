// How fast the library is: what callers of tonelint::lint see, and (stages.cpp) where the time
// goes.

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "generator.hpp"
#include "stages.hpp"
#include "table.hpp"
#include "tonelint/tonelint.hpp"

namespace bench {
namespace {

constexpr std::size_t reply_count = 2000;

/// A draft of 120 words as an agent writes it, with all that a helpdesk knows around it.
constexpr std::string_view draft =
    "Hi Priya,\n\n"
    "I'm sorry that the kettle came with a crack, and on the day of your party too. Thank you for "
    "the photo, it shows me all I need.\n\n"
    "I've sent a new one to the same address this morning. It should be with you on Thursday, and "
    "the courier will text you an hour before. You don't need to send the broken one back; please "
    "put it in the bin for small electrical goods. I've also refunded the delivery fee of $4.90, "
    "which most banks show within three days.\n\n"
    "I'll look at the tracking on Thursday evening and write to you either way. Unfortunately I "
    "can't see whether the blue one is back in stock yet. Shall I ask our shop in Leeds?\n\n"
    "Kind regards,\nMarta\n";

tonelint::Context context() {
  tonelint::Context known;
  known.channel = "email";
  known.turn = 1;
  known.is_template = false;
  known.customer.name = "Priya Nair";
  known.customer.message =
      "The kettle came today and it has a crack right across the lid. I'm having people over "
      "tonight "
      "and I'm really disappointed. Can you send me a new one, and is the blue one back in stock?";
  known.agent.name = "Marta";
  return known;
}

/// A guide that must load; a benchmark of a broken one would mean nothing.
tonelint::Guide load(const std::string& yaml) {
  const auto loaded = tonelint::load_guide({"bench.yaml", yaml});
  if (!loaded.guide) {
    std::fprintf(stderr, "the made-up guide has a problem: %s\n",
                 loaded.problems.front().diagnostic.message.c_str());
    std::exit(1);
  }
  return *loaded.guide;
}

void warm(benchmark::State& state, bool with_message) {
  const tonelint::Guide guide = tonelint::Guide::built_in();
  tonelint::Context known = context();
  if (!with_message) known.customer.message.clear();
  const tonelint::Source source{.name = "draft.txt", .bytes = draft};
  for (auto _ : state) benchmark::DoNotOptimize(tonelint::lint(guide, source, known));
}

void lint_all(benchmark::State& state, Variant variant, const tonelint::Guide& guide) {
  const Replies replies = make_replies(variant, reply_count);
  const auto syntax = syntax_of(variant);
  for (auto _ : state) {
    for (const std::string& text : replies.texts) {
      benchmark::DoNotOptimize(
          tonelint::lint(guide, {.name = "reply", .bytes = text, .syntax = syntax}));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(replies.bytes) * state.iterations());
}

/// What ICU takes to find the words of the same replies: how fast the machine is.
void icu_words(benchmark::State& state) {
  const Replies replies = make_replies(Variant::plain, reply_count);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), error));
  UText text = UTEXT_INITIALIZER;
  for (auto _ : state) {
    for (const std::string& reply : replies.texts) {
      utext_openUTF8(&text, reply.data(), static_cast<std::int64_t>(reply.size()), &error);
      words->setText(&text, error);
      int count = 0;
      while (words->next() != icu::BreakIterator::DONE) ++count;
      benchmark::DoNotOptimize(count);
    }
  }
  utext_close(&text);
  if (U_FAILURE(error)) state.SkipWithError(u_errorName(error));
  state.SetBytesProcessed(static_cast<std::int64_t>(replies.bytes) * state.iterations());
}

void add(const std::string& name, Variant variant, const tonelint::Guide& guide) {
  benchmark::RegisterBenchmark(name.c_str(),
                               [=](benchmark::State& state) { lint_all(state, variant, guide); });
}

void add_all() {
  benchmark::RegisterBenchmark("warm/draft", [](auto& state) { warm(state, false); });
  benchmark::RegisterBenchmark("warm/message", [](auto& state) { warm(state, true); });
  benchmark::RegisterBenchmark("machine/icu-words", icu_words);
  for (const Variant variant :
       {Variant::plain, Variant::non_ascii, Variant::html, Variant::markdown}) {
    add("lint/" + std::string(name_of(variant)), variant, tonelint::Guide::built_in());
  }
  add("lint/phrases-1000", Variant::plain, load(make_guide(200, "")));
  add("lint/phrases-10000", Variant::plain, load(make_guide(2000, "")));
  add("lint/support", Variant::plain, load(make_guide(0, "support")));
  add("lint/support-10000", Variant::plain, load(make_guide(2000, "support")));
  add_stages(reply_count);
  add_library(reply_count);
}

}  // namespace

tonelint::Syntax syntax_of(Variant variant) {
  switch (variant) {
    case Variant::html:
      return tonelint::Syntax::html;
    case Variant::markdown:
      return tonelint::Syntax::markdown;
    default:
      return tonelint::Syntax::text;
  }
}

}  // namespace bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  bench::add_all();
  bench::Table table;
  benchmark::RunSpecifiedBenchmarks(&table);
}
