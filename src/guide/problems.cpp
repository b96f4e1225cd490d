#include "guide/problems.hpp"

#include <array>

#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr auto error = Level::error;
constexpr auto warning = Level::warning;

constexpr std::array kinds{
    ProblemKind{Problem::too_large, "guide/too-large", error,
                "A guide may have 8 MB and 200,000 entries, aliases written out."},
    ProblemKind{Problem::too_deep, "guide/too-deep", error,
                "Lists and keys may be nested 64 deep, and guides may extend each other so far."},
    ProblemKind{Problem::not_text, "guide/not-text", error,
                "A guide is a plain text file in UTF-8, without control characters."},
    ProblemKind{Problem::not_yaml, "guide/not-yaml", error,
                "The file breaks the rules of YAML, so nothing of it could be read."},
    ProblemKind{Problem::tab, "guide/tab", error,
                "Lines are indented with spaces; YAML does not take tabs there."},
    ProblemKind{Problem::two_documents, "guide/two-documents", error,
                "A file holds one guide; a line of --- begins a second one."},
    ProblemKind{Problem::yaml_tag, "guide/yaml-tag", error,
                "A value that begins with ! is a tag to YAML; quotation marks make it a text."},
    ProblemKind{Problem::empty_guide, "guide/empty", warning, "The guide says nothing."},
    ProblemKind{Problem::no_such_guide, "guide/no-such-guide", error,
                "The guide that `extends` names was not found."},
    ProblemKind{Problem::cycle, "guide/cycle", error,
                "A guide cannot extend itself, not by way of others either."},
    ProblemKind{Problem::too_many_guides, "guide/too-many-guides", error,
                "A guide may be built on at most 256 files."},
    ProblemKind{Problem::unknown_key, "guide/unknown-key", error,
                "The guide language has no such key in this place."},
    ProblemKind{Problem::duplicate_key, "guide/duplicate-key", error,
                "The same key stands twice in one place; only one of them could count."},
    ProblemKind{Problem::duplicate_rule, "guide/duplicate-rule", error,
                "The same rule stands twice in one file."},
    ProblemKind{Problem::misplaced_key, "guide/misplaced-key", error,
                "The key exists, but does nothing in a rule of this form."},
    ProblemKind{Problem::wrong_type, "guide/wrong-type", error,
                "The key takes something else: a text, a number, yes or no, a list, or pairs."},
    ProblemKind{Problem::unknown_value, "guide/unknown-value", error,
                "The key takes one of a few words, and this is none of them."},
    ProblemKind{Problem::unknown_level, "guide/unknown-level", error,
                "A level is suggestion, warning or error."},
    ProblemKind{Problem::out_of_range, "guide/out-of-range", error,
                "The number is larger or smaller than makes sense here."},
    ProblemKind{Problem::bad_name, "guide/bad-name", error,
                "Rules and cues are named in small letters and digits, joined by hyphens."},
    ProblemKind{Problem::empty_list, "guide/empty-list", error, "The list has nothing in it."},
    ProblemKind{Problem::empty_phrase, "guide/empty-phrase", error,
                "A phrase without a word would be found everywhere."},
    ProblemKind{Problem::no_such_rule, "guide/no-such-rule", error,
                "No guide that this one extends has a rule of this name."},
    ProblemKind{Problem::no_such_part, "guide/no-such-part", error,
                "No guide that this one extends has a part of the score of this name."},
    ProblemKind{Problem::no_rule_to_silence, "guide/no-rule-to-silence", warning,
                "`instead-of` names a rule that there is not."},
    ProblemKind{Problem::no_form, "guide/no-form", error,
                "A rule needs find, missing, limit or detect."},
    ProblemKind{Problem::two_forms, "guide/two-forms", error,
                "A rule has exactly one of find, missing, limit and detect."},
    ProblemKind{Problem::no_message, "guide/no-message", error,
                "A rule needs a message for the agent."},
    ProblemKind{Problem::no_example, "guide/no-example", warning,
                "A rule needs a bad and a good example to prove it."},
    ProblemKind{Problem::empty_example, "guide/empty-example", error,
                "An example needs bad, good or both."},
    ProblemKind{Problem::unclosed_mark, "guide/unclosed-mark", error,
                "The marks [[ and ]] of an example come in pairs, one after the other."},
    ProblemKind{Problem::bad_phrase, "guide/bad-phrase", error,
                "The phrase breaks the rules of the phrase language."},
    ProblemKind{Problem::unknown_cue, "guide/unknown-cue", error, "There is no cue of this name."},
    ProblemKind{Problem::given_cue, "guide/given-cue", error,
                "What the reply itself tells, such as its greeting, is no list of phrases."},
    ProblemKind{Problem::cue_cycle, "guide/cue-cycle", error,
                "A cue cannot use itself, not by way of others either."},
    ProblemKind{Problem::unreachable_phrase, "guide/unreachable-phrase", warning,
                "Phrases before it find all that it could find."},
    ProblemKind{
        Problem::unknown_name, "guide/unknown-name", error,
        "What stands in braces in a message or rewrite is filled in, so it needs a meaning."},
    ProblemKind{Problem::phrase_in_rewrite, "guide/phrase-in-rewrite", error,
                "A rewrite is written as it stands, but for names in braces and “~”."},
    ProblemKind{Problem::unknown_detector, "guide/unknown-detector", error,
                "There is no detector of this name."},
    ProblemKind{Problem::unknown_option, "guide/unknown-option", error,
                "The detector has no option of this name."},
    ProblemKind{Problem::no_option, "guide/no-option", warning,
                "The detector finds nothing unless one of its options is on."},
    ProblemKind{Problem::no_mood_words, "guide/no-mood-words", warning,
                "A mood is told by the words of cues such as `customer-angry`."},
    ProblemKind{Problem::no_reply, "guide/no-reply", error,
                "An entry of `suppress` or `overrides` names the replies or files it is for."},
    ProblemKind{
        Problem::no_such_path, "guide/no-such-path", warning,
        "Folders are divided by “/”; “*”, “**” and “?” are the signs that stand for others."},
    ProblemKind{Problem::no_effect, "guide/no-effect", warning,
                "An entry of `overrides` says what is otherwise for its files."},
    ProblemKind{Problem::no_reason, "guide/no-reason", error,
                "An entry of `suppress` says why, for whoever reads it next year."},
};

constexpr bool in_order() {
  for (std::size_t at = 0; at < kinds.size(); ++at) {
    if (static_cast<std::size_t>(kinds[at].problem) != at) return false;
  }
  return kinds.size() == static_cast<std::size_t>(Problem::count);
}
static_assert(in_order(), "one line for each Problem, in the order of the enumeration");

}  // namespace

std::span<const ProblemKind> problem_kinds() { return kinds; }

const ProblemKind& kind_of(Problem problem) { return kinds[static_cast<std::size_t>(problem)]; }

std::string join(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most = 40;
  std::string out = "“";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) {
      out += "…";
      break;
    }
    const char32_t code_point = utf8::next(text, at);
    utf8::append(out, code_point < U' ' || code_point == 0x7F ? U' ' : code_point);
  }
  return out += "”";
}

void add_problem(GuideDefinition& guide, Problem problem, const Place& place, std::string message,
                 std::string_view instead) {
  const ProblemKind& kind = kind_of(problem);
  const GuideText& file = guide.files[place.file];
  Diagnostic diagnostic;
  diagnostic.rule = kind.id;
  diagnostic.level = kind.level;
  diagnostic.span = place.span;
  diagnostic.position = place.position;
  diagnostic.message = std::move(message);
  constexpr std::size_t longest_match = 80;
  if (place.span.size() <= longest_match) {
    diagnostic.match = file.bytes.substr(place.span.begin, place.span.size());
  }
  if (!instead.empty()) {
    const std::string text(instead);
    diagnostic.rewrites.push_back({text, {{place.span, text}}, false});
  }
  diagnostic.why = kind.explanation;
  diagnostic.category = "guide";
  guide.problems.push_back({file.name, std::move(diagnostic)});
}

}  // namespace tonelint
