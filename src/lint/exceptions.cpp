#include "lint/exceptions.hpp"

#include <algorithm>
#include <string>

#include "lint/inquiry.hpp"

namespace tonelint {
namespace {

/// The numbers of the phrases of a rule's `except`, in the order of the guide.
std::vector<std::uint32_t> exceptions_of(const GuideImage& image, std::string_view id) {
  std::vector<std::uint32_t> numbers;
  for (const RuleRecord& rule : image.rules.rules) {
    if (image.string(rule.id) != id || rule.except == list_none) continue;
    for (std::uint32_t i = 0; i < image.phrases.phrases.size(); ++i) {
      if (image.phrases.phrases[i].list == rule.except) numbers.push_back(i);
    }
  }
  return numbers;
}

class Exceptions {
 public:
  Exceptions(const Guide& guide, const RuleText& rule)
      : guide_(guide), rule_(rule), numbers_(exceptions_of(guide.image(), rule.id)) {
    state_.resize(numbers_.size());
  }

  void try_without(const Example& example, std::string_view text) {
    std::vector<std::uint32_t> found;
    const Report with = check(
        example, text, {no_phrase, [&](const JudgedDraft& judged) { found = found_in(judged); }});
    for (const std::uint32_t phrase : found) {
      State& state = state_[phrase];
      if (state == State::needed) continue;
      const Report without = check(example, text, {numbers_[phrase], {}});
      const auto same = [](const Diagnostic& a, const Diagnostic& b) { return a.span == b.span; };
      state = std::equal(with.diagnostics.begin(), with.diagnostics.end(),
                         without.diagnostics.begin(), without.diagnostics.end(), same)
                  ? State::idle
                  : State::needed;
    }
  }

  void tell(std::vector<ExampleFailure>& failures) const {
    for (std::size_t i = 0; i < numbers_.size() && i < rule_.exceptions.size(); ++i) {
      const PhraseText& phrase = rule_.exceptions[i];
      if (state_[i] == State::needed || phrase.built_in) continue;
      const bool idle = state_[i] == State::idle;
      failures.push_back(
          {rule_.id,
           phrase.file,
           phrase.position,
           "No example needs the exception “" + phrase.text + "”" +
               (idle ? ": its words stand in one, but the rule would be silent there anyway."
                     : ": its words stand in none."),
           {},
           "Add a good example with these words in which the rule would fire but for them, or "
           "take the exception out."});
    }
  }

 private:
  enum class State : std::uint8_t { unseen, idle, needed };

  [[nodiscard]] Report check(const Example& example, std::string_view text,
                             const Inquiry& inquiry) const {
    return lint(guide_, {.name = rule_.file, .bytes = text, .syntax = example.syntax},
                example.context, {.only_rules = {rule_.id}, .rewrites = false}, inquiry);
  }

  /// Those that stand in a draft, by their place among the rule's.
  [[nodiscard]] std::vector<std::uint32_t> found_in(const JudgedDraft& judged) const {
    std::vector<std::uint32_t> found;
    const ListId list = judged.image.phrases.phrases[numbers_.front()].list;
    judged.scan.for_each_hidden(list, [&](const Hit& hit) {
      const std::uint32_t phrase = judged.image.phrases.alternatives[hit.alternative].phrase;
      const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), phrase);
      const auto number = static_cast<std::uint32_t>(at - numbers_.begin());
      if (std::find(found.begin(), found.end(), number) == found.end()) found.push_back(number);
      return true;
    });
    return found;
  }

  const Guide& guide_;
  const RuleText& rule_;
  std::vector<std::uint32_t> numbers_;
  std::vector<State> state_;  ///< By place in `numbers_`.
};

}  // namespace

void find_unneeded_exceptions(const Guide& guide, const RuleText& rule,
                              std::vector<ExampleFailure>& failures) {
  const bool all_built_in = std::all_of(rule.exceptions.begin(), rule.exceptions.end(),
                                        [](const PhraseText& phrase) { return phrase.built_in; });
  if (all_built_in) return;  // or there are none
  Exceptions exceptions(guide, rule);
  for (const Example& example : rule.examples) {
    exceptions.try_without(example, example.text);
    if (example.good) exceptions.try_without(example, *example.good);
  }
  exceptions.tell(failures);
}

}  // namespace tonelint
