#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checks/rule.hpp"
#include "tonelint/guide.hpp"

namespace tonelint {

/// Where something stands in a guide file. `file` counts in GuideDefinition::files.
struct Place {
  std::uint32_t file = 0;
  Span span;          ///< Bytes of that file: the key or the scalar as written.
  Position position;  ///< Where the span begins.
};

/// A scalar of the guide with its place.
struct Text {
  std::string value;
  Place place;
};

/// One phrase of `find`, `except`, a cue …, and the rewrites beside it, best first.
struct PhraseDefinition {
  Text phrase;
  std::vector<Text> rewrites;  ///< Empty: none offered. An empty text deletes.
  std::optional<bool> safe;    ///< Overrides the rule's.
};

struct CueDefinition {
  Text name;
  std::vector<Text> phrases;
};

/// `near: {cue: [..], within: 3, side: after}`, `sentence: cue` (within 0).
struct NearDefinition {
  std::vector<Text> cues;
  std::uint32_t within = 1;
  enum class Side : std::uint8_t { either, before, after } side = Side::either;
};

/// One map of `only` or `unless`: what is given is asked.
struct ConditionDefinition {
  std::vector<Text> channel, mood, tag, known;  ///< Any of each list.
  std::optional<bool> first_turn;               ///< turn: first (true) or later (false).
  std::optional<bool> is_template;
  std::optional<std::uint32_t> words_min, words_max;
  std::vector<Text> reply;     ///< Cues, any of them somewhere in the reply.
  std::vector<Text> customer;  ///< Cues, any of them in the customer's message.
  std::vector<NearDefinition> near;
  std::optional<bool> customer_said_it;
};

/// An option of a detector: a number, yes or no.
struct OptionDefinition {
  Text key;
  Text value;
};

struct ExampleDefinition {
  Place place;
  std::optional<Text> bad, good;
  std::vector<Span> marks;  ///< In bytes of `bad` after the marks were taken out of it.
  std::string customer_name, customer_message, agent_name, channel, helpdesk, syntax;
  std::optional<std::uint32_t> turn, attachments;
  std::optional<bool> is_template;
  std::vector<std::string> tags;
  std::vector<std::string> thread;  ///< What the customer wrote earlier, oldest first.
};

/// A rule after inheritance.
struct RuleDefinition {
  Text id;
  std::string category;
  RuleForm form = RuleForm::find;
  Text message, why, source, link;
  Level level = Level::warning;
  bool off = false;
  Place off_at;  ///< Where it was switched off.
  bool safe = false;
  std::vector<PhraseDefinition> find;     ///< find
  std::vector<Text> cues;                 ///< missing: names; limit: the one cue it counts
  std::vector<PhraseDefinition> counted;  ///< limit: a list of phrases to count
  Text measure;                           ///< limit: a measure's name, when no cue is counted
  std::vector<Text> rewrites;             ///< missing: what to add
  Text at;                                ///< missing: start, after greeting, before sign-off, end
  std::optional<double> max, min;         ///< limit
  Text per;                               ///< limit: one of words::per
  Text detector;                          ///< detect
  std::vector<OptionDefinition> options;  ///< detect
  std::vector<Text> in;
  std::vector<ConditionDefinition> only, unless;  ///< A list of maps: any of them.
  std::vector<PhraseDefinition> except;
  std::vector<Text> instead_of;
  std::vector<ExampleDefinition> examples;
};

/// One entry of `suppress`.
struct SuppressionDefinition {
  std::vector<Text> replies;  ///< Ids, paths or patterns of them.
  std::vector<Text> rules;    ///< Empty: all.
  std::string reason;
};

/// Something that counts in the score: `greeting: 20` under `earns` or `costs`.
struct EarningDefinition {
  Text name;
  double points = 0;
  bool cost = false;
  std::vector<Text> cues;    ///< Any of them; the cue of its name when none is given.
  std::uint32_t echoes = 0;  ///< Not 0: so many of the customer's words, in place of cues.
  std::vector<Text> in;
  std::vector<ConditionDefinition> only, unless;
  Text advice;
};

/// One dimension of the score.
struct DimensionDefinition {
  Text name;
  double weight = 10, start = 0;
  std::vector<EarningDefinition> earns;
  std::vector<Text> loses;  ///< Categories of rules.
  std::vector<ConditionDefinition> only, unless;
};

/// A guide after `extends`, before it is compiled.
struct GuideDefinition {
  std::string name, language, channel, helpdesk;
  std::vector<GuideText> files;       ///< All files read, in order; Place::file counts in them.
  std::vector<bool> built_in;         ///< By file: whether it comes with tonelint.
  std::vector<CueDefinition> cues;    ///< By first mention.
  std::vector<RuleDefinition> rules;  ///< By first mention.
  std::vector<SuppressionDefinition> suppressions;
  std::optional<LibraryMapping> library;
  bool across = false;                              ///< Saved replies are compared with each other.
  std::vector<DimensionDefinition> score;           ///< By first mention.
  std::vector<std::vector<std::string>> overrides;  ///< The patterns of each, in order.
  std::vector<GuideProblem> problems;
};

/// Which `overrides` of a guide are laid over it.
struct WantedOverrides {
  std::string_view path = {};             ///< Those for a draft at this path; empty: none.
  bool all = false;                       ///< All of them, to find what is wrong with them.
  std::optional<std::size_t> entry = {};  ///< This one alone, counted from 0.
};

/// Reads a guide and all it extends. Every mistake of its form becomes a problem at its place:
/// unknown keys (with the nearest known one), wrong types, duplicate ids, cycles, missing files,
/// a rule without a form, a message or examples, marks that do not close, and the limits.
/// Phrases are not parsed here.
[[nodiscard]] GuideDefinition read_guide(const GuideText& text, const GuideResolver& resolver,
                                         const WantedOverrides& overrides = {});

/// As above, for the one YAML file alone, with every `extends` answered by `open`. Used at build
/// time for the built-in guides, which cannot be asked for yet.
[[nodiscard]] GuideDefinition read_guide_files(
    const GuideText& text,
    const std::function<std::optional<GuideText>(std::string_view, std::string_view)>& open,
    const WantedOverrides& overrides = {});

}  // namespace tonelint
