// Memory may run out at any allocation: the C API then says so, and no exception leaves it.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>

#include "tonelint/tonelint.h"

namespace {

/// How many allocations still succeed; below zero: all of them.
thread_local long allowed = -1;
thread_local long living = 0;

/// Lets `call` run out of memory at its first allocation, its second, and so on until it has
/// enough. Says at how many it was refused.
template <class Call>
long refusals(const Call& call) {
  for (long count = 0;; ++count) {
    allowed = count;
    const tonelint_status status = call();
    allowed = -1;
    if (status != TONELINT_NO_MEMORY) {
      CHECK(status == TONELINT_OK);
      return count;
    }
  }
}

}  // namespace

void* operator new(std::size_t size) {
  if (allowed == 0) throw std::bad_alloc();
  if (allowed > 0) --allowed;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  ++living;
  return memory;
}
// std::stable_sort asks this way, and its memory comes back through the same delete.
void* operator new(std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept {
  if (memory != nullptr) --living;
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

TEST_CASE("linting says when memory runs out") {
  tonelint_guide* guide = nullptr;
  REQUIRE(tonelint_guide_built_in(&guide) == TONELINT_OK);
  tonelint_draft draft{};
  draft.bytes = tonelint_text("Hi Pria,\n\nUnfortunately it is late. You need to call us!\n");
  tonelint_context context{};
  context.json = tonelint_text(R"({"customer":{"name":"Priya Nair","message":"Where is it?!"}})");
  const auto lint_once = [&] {
    tonelint_report* report = nullptr;
    const tonelint_status status = tonelint_lint(guide, &draft, &context, &report);
    if (status != TONELINT_OK && report != nullptr) std::abort();
    tonelint_report_free(report);
    return status;
  };
  // RE2 does not survive being refused memory while it compiles an expression, so those this draft
  // needs are compiled before.
  REQUIRE(lint_once() == TONELINT_OK);
  CHECK(refusals(lint_once) > 20);
  // What scratch memory there is exists by now, so a failed call must leave nothing behind.
  const long before = living;
  CHECK(refusals(lint_once) > 20);
  CHECK(living == before);
  tonelint_guide_free(guide);
}

TEST_CASE("loading a guide says when memory runs out") {
  const tonelint_guide_text text{
      tonelint_text("team.yaml"),
      tonelint_text("name: team\nrules:\n  a:\n    message: Say b.\n    find: {\"a~ [b]\": \"b\"}\n"
                    "    examples: [{bad: \"[[a]]\", good: \"b\"}]\n")};
  CHECK(refusals([&] {
          tonelint_guide* guide = nullptr;
          tonelint_report* problems = nullptr;
          const tonelint_status status =
              tonelint_guide_load(&text, nullptr, nullptr, &guide, &problems);
          if (status == TONELINT_NO_MEMORY && (guide != nullptr || problems != nullptr)) {
            std::abort();
          }
          tonelint_report_free(problems);
          tonelint_guide_free(guide);
          return status;
        }) > 100);
}
