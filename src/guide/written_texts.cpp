#include "guide/written_texts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "guide/phrase_in_rewrite.hpp"
#include "guide/problems.hpp"
#include "guide/scalar_bytes.hpp"
#include "guide/walk.hpp"
#include "phrases/expand.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

bool is_name_sign(char c) {
  return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_';
}

/// The places of names in braces. `{{ticket.id}}` and `{%name%}` are placeholders of a helpdesk.
std::vector<Span> names_in(std::string_view text) {
  std::vector<Span> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    std::size_t end = open + 1;
    while (end < text.size() && is_name_sign(text[end])) ++end;
    const bool doubled = (open > 0 && (text[open - 1] == '{' || text[open - 1] == '%')) ||
                         (end + 1 < text.size() && text[end + 1] == '}');
    if (end == open + 1 || end == text.size() || text[end] != '}' || doubled) continue;
    names.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(end)});
  }
  return names;
}

std::vector<std::string> names_of(const Text& phrase) {
  const auto parsed = parse_phrase(phrase.value);
  if (const auto* syntax = std::get_if<PhraseSyntax>(&parsed)) return capture_names(syntax->root);
  return {};
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class WrittenTexts {
 public:
  WrittenTexts(GuideDefinition& guide, const RuleDefinition& rule,
               std::span<const std::string_view> cues)
      : guide_(guide), rule_(rule), cues_(cues) {}

  void check() {
    for (const auto* phrases : {&rule_.find, &rule_.counted}) {
      for (const PhraseDefinition& each : *phrases) check_rewrites(each.rewrites, &each.phrase);
    }
    check_rewrites(rule_.rewrites, nullptr);
    check_message();
  }

 private:
  using Names = std::vector<std::string>;

  void check_rewrites(const std::vector<Text>& rewrites, const Text* phrase) {
    for (const Text& rewrite : rewrites) {
      check_signs(rewrite, phrase);
      const std::vector<Span> found = names_in(rewrite.value);
      if (found.empty()) continue;
      Names known = phrase == nullptr ? Names{} : names_of(*phrase);
      known.insert(known.end(), {"customer", "agent"});
      for (const Span name : found) check_name(rewrite, name, known);
    }
  }

  void check_signs(const Text& rewrite, const Text* phrase) {
    const auto sign = phrase_sign_in(rewrite.value,
                                     phrase == nullptr ? std::string_view() : phrase->value, cues_);
    if (!sign) return;
    add_problem(guide_, Problem::phrase_in_rewrite, place_within(guide_, rewrite, sign->at),
                sign->message);
  }

  void check_message() {
    const std::vector<Span> found = names_in(rule_.message.value);
    if (found.empty()) return;
    Names known{"match", "customer", "agent", "helpdesk"};
    if (rule_.form == RuleForm::limit || rule_.form == RuleForm::detect) known.push_back("count");
    if (rule_.form == RuleForm::find) add_shared(known);
    for (const Span name : found) {
      const std::string_view word =
          std::string_view(rule_.message.value).substr(name.begin, name.size());
      if (word == "max" || word == "min") continue;  // looked at where the bounds are read
      check_name(rule_.message, name, known);
    }
  }

  /// A message is told of any of the phrases, so each of them must have what it names.
  void add_shared(Names& known) const {
    for (const std::string& name : rule_.find.empty() ? Names{} : names_of(rule_.find[0].phrase)) {
      if (std::all_of(rule_.find.begin(), rule_.find.end(), [&](const PhraseDefinition& each) {
            return contains(names_of(each.phrase), name);
          })) {
        known.push_back(name);
      }
    }
  }

  [[nodiscard]] bool is_captured(std::string_view name) const {
    return std::any_of(rule_.find.begin(), rule_.find.end(), [&](const PhraseDefinition& each) {
      return contains(names_of(each.phrase), name);
    });
  }

  void check_name(const Text& text, Span at, const Names& known) {
    const std::string name = text.value.substr(at.begin, at.size());
    if (contains(known, name)) return;
    const std::vector<std::string_view> names(known.begin(), known.end());
    const std::string_view meant = nearest(name, names);
    const bool in_some = &text == &rule_.message && is_captured(name);
    add_problem(
        guide_, Problem::unknown_name, place_within(guide_, text, at),
        join({in_some ? "Not every phrase of this rule captures " : "Nothing is filled in for ",
              quoted(name), ", so the braces would be shown.", did_you_mean(meant),
              meant.empty() ? join({" Here it can be ", listed(names, "or"), "."}) : ""}),
        meant);
  }

  GuideDefinition& guide_;
  const RuleDefinition& rule_;
  std::span<const std::string_view> cues_;
};

}  // namespace

void check_written_texts(GuideDefinition& guide, const RuleDefinition& rule,
                         std::span<const std::string_view> cues) {
  WrittenTexts(guide, rule, cues).check();
}

}  // namespace tonelint
