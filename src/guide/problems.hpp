#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "guide/definition.hpp"

namespace tonelint {

/// Everything that can be wrong with a guide. The table in problems.cpp has one line for each.
enum class Problem : std::uint8_t {
  too_large,
  too_deep,
  not_text,
  not_yaml,
  tab,
  two_documents,
  yaml_tag,
  empty_guide,
  no_such_guide,
  cycle,
  too_many_guides,
  unknown_key,
  duplicate_key,
  duplicate_rule,
  misplaced_key,
  wrong_type,
  unknown_value,
  unknown_level,
  out_of_range,
  bad_name,
  empty_list,
  empty_phrase,
  no_such_rule,
  no_such_part,
  no_rule_to_silence,
  no_form,
  two_forms,
  no_message,
  no_example,
  empty_example,
  unclosed_mark,
  bad_phrase,
  unknown_cue,
  given_cue,
  cue_cycle,
  unreachable_phrase,
  unknown_name,
  phrase_in_rewrite,
  unknown_detector,
  unknown_option,
  no_option,
  no_mood_words,
  no_reply,
  no_such_path,
  no_effect,
  no_reason,
  count,  ///< No problem, but how many there are. Keep it last.
};

/// What is always the same about a problem.
struct ProblemKind {
  Problem problem;
  std::string_view id;           ///< Such as "guide/unknown-key": stable, for people and machines.
  Level level;                   ///< An error keeps the guide from being used.
  std::string_view explanation;  ///< One line.
};

/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const ProblemKind> problem_kinds();
[[nodiscard]] const ProblemKind& kind_of(Problem problem);

/// Puts a text together from its pieces.
[[nodiscard]] std::string join(std::initializer_list<std::string_view> pieces);

/// What a message quotes: at most some 40 characters of `text`, on one line, in “ ”.
[[nodiscard]] std::string quoted(std::string_view text);

/// Adds a problem to a guide. `instead` is what to write at the place instead, when that is known:
/// it becomes a rewrite.
void add_problem(GuideDefinition& guide, Problem problem, const Place& place, std::string message,
                 std::string_view instead = {});

}  // namespace tonelint
