#include "document/segment.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "document/tokenize.hpp"

namespace tonelint {

namespace {

/// Making an iterator takes longer than reading a reply, so each thread keeps its own.
struct Scratch {
  std::unique_ptr<icu::BreakIterator> words;
  std::vector<std::uint32_t> boundaries;

  Scratch() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) words.reset();
  }
};

}  // namespace

std::span<const std::uint32_t> icu_boundaries(std::string_view text) {
  thread_local Scratch scratch;
  std::vector<std::uint32_t>& boundaries = scratch.boundaries;
  boundaries.clear();
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (scratch.words && U_SUCCESS(status)) {
    scratch.words->setText(&view, status);
    if (U_SUCCESS(status)) {
      scratch.words->first();
      for (std::int32_t at = scratch.words->next(); at != icu::BreakIterator::DONE;
           at = scratch.words->next()) {
        boundaries.push_back(static_cast<std::uint32_t>(at));
      }
    }
  }
  utext_close(&view);
  // Without ICU's data the stretch stays whole.
  if (boundaries.empty() && !text.empty()) {
    boundaries.push_back(static_cast<std::uint32_t>(text.size()));
  }
  return boundaries;
}

std::vector<std::uint32_t> icu_word_boundaries(std::string_view text) {
  std::vector<std::uint32_t> all{0};
  const auto boundaries = icu_boundaries(text);
  all.insert(all.end(), boundaries.begin(), boundaries.end());
  return all;
}

std::vector<std::uint32_t> word_boundaries(std::string_view text) {
  struct Ends {
    const char* text;
    std::vector<std::uint32_t> all{0};
    const char* add(const Segment& segment) {
      all.push_back(static_cast<std::uint32_t>(segment.end - text));
      return segment.end;
    }
    const char* add_plain(const char* begin, const char* end, bool) {
      return add({begin, end, character::letter});
    }
    void drop(const char* at) {
      while (text + all.back() > at) all.pop_back();
    }
  } ends{text.data()};
  segment(text, ends);
  return std::move(ends.all);
}

}  // namespace tonelint
