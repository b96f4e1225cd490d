#pragma once

#include <iterator>
#include <string_view>

#include "checks/rule.hpp"
#include "tonelint/lint.hpp"

/// The words that keys of the guide language choose from, as rules/README.md lists them.
namespace tonelint::words {

inline constexpr std::string_view forms[] = {"find", "missing", "limit", "detect"};
inline constexpr std::string_view levels[] = {"suggestion", "warning", "error"};
inline constexpr std::string_view moods[] = {"neutral", "angry",  "frustrated",
                                             "sad",     "urgent", "excited"};
inline constexpr std::string_view turns[] = {"first", "later"};
inline constexpr std::string_view known[] = {"name", "message", "agent", "title"};
inline constexpr std::string_view sides[] = {"either", "before", "after"};
inline constexpr std::string_view parts[] = {
    "subject",        "greeting",      "opening", "body",  "closing", "sign-off", "signature",
    "first sentence", "last sentence", "list",    "prose", "quote",   "code"};
inline constexpr std::string_view measures[] = {"words", "sentences",    "paragraphs", "characters",
                                                "grade", "exclamations", "questions",  "emoji",
                                                "links", "capitals"};
inline constexpr std::string_view per[] = {"reply", "paragraph", "sentence", "100 words",
                                           "100 sentences"};
inline constexpr std::string_view at[] = {"start", "after greeting", "before sign-off", "end"};
inline constexpr std::string_view syntaxes[] = {"text", "markdown", "html"};
/// What is found by comparing saved replies, which is no rule of a guide.
inline constexpr std::string_view across[] = {"library/duplicate", "library/near-duplicate",
                                              "library/tone", "library/spelling",
                                              "library/language"};

/// Whether a table has one word for each value of an enumeration, in its order, up to `last`.
template <std::size_t size, typename Value>
constexpr bool ends_with(const std::string_view (&)[size], Value last) {
  return size == static_cast<std::size_t>(last) + 1;
}
static_assert(ends_with(forms, RuleForm::detect));
static_assert(ends_with(levels, Level::error));
static_assert(ends_with(moods, Mood::Kind::excited));
static_assert(ends_with(measures, Measure::capitals));
static_assert(ends_with(per, Per::hundred_sentences));
static_assert(ends_with(at, InsertAt::end));
static_assert(known_title == 1U << (std::size(known) - 1));

}  // namespace tonelint::words
