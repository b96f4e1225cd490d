// Any number of threads may use one guide at once: each says what one alone would say. With
// ThreadSanitizer (preset tsan) this also finds what they share without a guard.

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "tonelint/tonelint.h"
#include "tonelint/tonelint.hpp"

using namespace tonelint;

namespace {

constexpr std::size_t threads = 4;

/// What each thread got of `work(its number)`, all begun at once.
template <class Work>
std::array<std::string, threads> at_once(const Work& work) {
  std::array<std::string, threads> results;
  std::latch begin(threads);
  std::vector<std::jthread> running;
  running.reserve(threads);
  for (std::size_t number = 0; number < threads; ++number) {
    running.emplace_back([&, number] {
      begin.arrive_and_wait();
      results[number] = work(number);
    });
  }
  running.clear();
  return results;
}

std::string read(const std::string& path) {
  std::ifstream in(TONELINT_ROOT "/" + path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Expressions are compiled when they are first needed, whichever thread that may be.
Guide house_guide() {
  auto loaded = load_guide({"house.yaml", R"(extends: support
rules:
  expressions:
    message: m
    find: ['/[a-z]+ing (is|was|the)/', '/(late|stuck) at/', '/\b[A-Z]{2}[0-9]{4,}\b/']
)"});
  REQUIRE(loaded.guide);
  return *loaded.guide;
}

struct Draft {
  std::string name, bytes;
  Context context;
};

std::vector<Draft> drafts() {
  std::vector<Draft> all;
  for (const std::string name : {"late-parcel.txt", "cold-refusal.html", "export-steps.md",
                                 "locked-out-chat.txt", "outage.txt"}) {
    const std::string path = "examples/drafts/" + name;
    ContextFile file = read_context(name, read(path.substr(0, path.rfind('.')) + ".json"));
    REQUIRE(file.problems.empty());
    all.push_back({name, read(path), std::move(file.context)});
  }
  all.push_back({"branches.txt",
                 "Hi {{name}},\n\n{% if vip %}Your order AB1234 is stuck at the depot."
                 "{% else %}Calm down.{% endif %} Unfortunately that was it.\n",
                 {}});
  return all;
}

void add(std::string& out, const Report& report) {
  for (const Diagnostic& found : report.diagnostics) {
    out += std::string(found.rule) + " " + found.message + " " + found.match;
    for (const Rewrite& rewrite : found.rewrites) out += " -> " + rewrite.text;
    out += '\n';
  }
  if (report.score) out += std::to_string(report.score->overall) + "\n";
}

/// All that can be asked of a draft, in one text.
std::string all_of(const Guide& guide, const Draft& draft) {
  const Source source{draft.name, draft.bytes};
  std::string out;
  add(out, lint(guide, source, draft.context, {.score = true}));
  out += fix(guide, source, draft.context, {.all = true}).bytes;
  out += std::to_string(sketch(guide, source).hash) + std::to_string(tone(guide, source).has);
  return out;
}

}  // namespace

TEST_CASE("drafts are checked and fixed by many threads with one guide") {
  const std::vector<Draft> all = drafts();
  const Guide guide = house_guide();
  const auto work = [&](std::size_t first) {
    std::vector<std::string> said(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::size_t at = (first + i) % all.size();  // each begins with another
      said[at] = all_of(guide, all[at]);
    }
    std::string out;
    for (const std::string& each : said) out += each;
    return out;
  };
  const auto results = at_once(work);
  const Guide other = house_guide();
  std::string alone;
  for (const Draft& draft : all) alone += all_of(other, draft);
  CHECK(alone.find("greeting-name-mismatch") != std::string::npos);
  CHECK(alone.find("expressions m AB1234") != std::string::npos);
  for (const std::string& result : results) CHECK(result == alone);
}

TEST_CASE("replies of one library are checked by many threads") {
  const std::string bytes = read("examples/library/macros.json");
  std::vector<SavedReply> replies;
  Library library({"macros.json", bytes});
  for (SavedReply reply; library.next(reply);) {
    if (reply.has_text()) replies.push_back(reply);
  }
  REQUIRE(replies.size() > 1);
  const Guide guide = Guide::built_in();
  const auto work = [&](std::size_t) {
    std::string out;
    for (const SavedReply& reply : replies) {
      add(out, lint(guide, reply));
      out += std::to_string(fix(guide, reply).fixed) + " " +
             std::to_string(sketch(guide, reply).hash) + "\n";
    }
    return out;
  };
  const auto results = at_once(work);
  for (const std::string& result : results) CHECK(result == work(0));
}

TEST_CASE("a guide by path is loaded once for those who ask at once") {
  const std::string text =
      "overrides:\n  - files: vip/**\n    rules: {shout: {level: error}}\n"
      "rules: {shout: {find: [loud], message: m}}\n";
  const auto loaded = load_guide({"house.yaml", text});
  REQUIRE(loaded.guide);
  std::atomic<int> loads = 0;
  const GuideByPath guides(*loaded.guide, loaded.overrides, [&](const std::string& path) {
    ++loads;
    return load_guide({"house.yaml", text}, {}, {.path = path}).guide;
  });
  const auto results = at_once([&](std::size_t number) {
    const auto guide = guides.at(number % 2 == 0 ? "vip/a.txt" : "b.txt");
    if (!guide) return std::string("no guide");
    const Report report = lint(*guide, Source{"a.txt", "Too loud."});
    return std::string(report.diagnostics.empty() ? "" : name_of(report.diagnostics[0].level));
  });
  CHECK(results == std::array<std::string, threads>{"error", "warning", "error", "warning"});
  CHECK(loads == 1);
}

TEST_CASE("the C API takes one guide from many threads, and they read one report") {
  tonelint_guide* guide = nullptr;
  REQUIRE(tonelint_guide_built_in(&guide) == TONELINT_OK);
  tonelint_draft draft{};
  draft.bytes = tonelint_text("Hi Pria,\n\nUnfortunately it is late. You need to call us!\n");
  tonelint_context context{};
  context.customer_name = tonelint_text("Priya Nair");
  const auto text_of = [](const tonelint_report* report) {
    std::string out;
    for (std::size_t i = 0; i < tonelint_report_count(report); ++i) {
      const tonelint_diagnostic* found = tonelint_report_diagnostic(report, i);
      out += std::string(found->rule.data, found->rule.size) + "\n";
    }
    return out;
  };
  tonelint_report* shared = nullptr;
  REQUIRE(tonelint_lint(guide, &draft, &context, &shared) == TONELINT_OK);
  const std::string alone = text_of(shared);
  CHECK(alone.find("greeting-name-mismatch") != std::string::npos);
  const auto results = at_once([&](std::size_t) {
    tonelint_report* own = nullptr;
    if (tonelint_lint(guide, &draft, &context, &own) != TONELINT_OK) return std::string();
    std::string out = text_of(own) + text_of(shared);
    tonelint_report_free(own);
    return out;
  });
  for (const std::string& result : results) CHECK(result == alone + alone);
  tonelint_report_free(shared);
  tonelint_guide_free(guide);
}
