#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/customer_name.hpp"
#include "checks/helpdesks.hpp"
#include "checks/rule.hpp"
#include "checks/word_traits.hpp"
#include "document/document.hpp"
#include "phrases/scan.hpp"
#include "tonelint/context.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {

class SaidWords;

/// What is known around the draft, in the form that checks use.
struct Facts {
  const Context* context = nullptr;
  Channel channel = Channel::email;
  CustomerName customer;              ///< Empty where the name is unknown or no person's.
  const Document* message = nullptr;  ///< The customer's message, or null.
  const Scan* message_scan = nullptr;
  SaidWords* said = nullptr;              ///< Of `message`.
  Mood::Kind mood = Mood::Kind::neutral;  ///< Of `message`.
  const Helpdesk* helpdesk = nullptr;     ///< Whose placeholders these are; null: not known.

  [[nodiscard]] bool is_template() const {
    return context != nullptr && context->is_template.value_or(false);
  }
};

/// The judgement of a check, in the text of the reply.
struct Finding {
  std::uint32_t rule = 0;
  Span text;                 ///< The words it talks about; an empty one is a place.
  Range tokens;              ///< Those tokens, or the nearest.
  const Hit* hit = nullptr;  ///< find: what was found; gives the rewrites.
  double count = 0;          ///< limit: what was measured.
  std::string match;         ///< When what it talks about is not the text of the span.
  struct Replacement {
    Span span;
    std::string text;
    bool safe = false;
  };
  std::vector<Replacement> replacements;  ///< What a detector offers, best first.
};

/// No phrase has this number.
inline constexpr std::uint32_t no_phrase = std::numeric_limits<std::uint32_t>::max();

/// A rule with the tables it lies in, and the draft it is held against.
struct Subject {
  const Document& document;
  const Scan& scan;
  const PhraseTables& phrases;
  const RuleTables& tables;
  const RuleRecord& rule;
  std::uint32_t index;  ///< Of the rule.
  const Facts& facts;
  std::uint32_t left_out = no_phrase;  ///< A phrase of `except` taken as not written.

  [[nodiscard]] std::string_view string(StringRef ref) const {
    return phrases.string(ref.offset, ref.size);
  }
  /// A number among the options of the rule.
  [[nodiscard]] double option(std::string_view key, double otherwise) const;
  [[nodiscard]] bool is_set(std::string_view key) const { return option(key, 0) != 0; }
  /// Whether `in` takes in these tokens.
  [[nodiscard]] bool in_scope(Range tokens) const {
    return rule.in == 0 ? !document.tokens()[tokens.begin].has(Token::hidden) &&
                              !document.part(Part::signature).contains(tokens.begin)
                        : in_parts(tokens);
  }
  /// The same for a rule that says where.
  [[nodiscard]] bool in_parts(Range tokens) const;
  /// Whether something of `except` touches these words.
  [[nodiscard]] bool is_shielded(Span text) const;
  /// The traits of a token's word: see checks/word_traits.hpp.
  [[nodiscard]] std::uint32_t traits(std::uint32_t token) const {
    const bool unspoken = (document.tokens()[token].flags & (Token::quoted | Token::label)) != 0;
    return unspoken ? traits_of(document.text(document.tokens()[token])) : scan.traits(token);
  }
  [[nodiscard]] bool is(std::uint32_t token, WordTrait trait) const {
    return (traits(token) & trait) != 0;
  }
  /// A finding of this rule about these tokens.
  [[nodiscard]] Finding finding(Range tokens) const;
};

/// The forms that look at hits; each adds its findings. `wanted` says of a hit whether the
/// conditions about its neighbourhood hold.
using HitTest = bool (*)(const Subject& subject, Range tokens);
void check_find(const Subject& subject, HitTest wanted, std::vector<Finding>& findings);
void check_missing(const Subject& subject, std::vector<Finding>& findings);
void check_limit(const Subject& subject, HitTest wanted, std::vector<Finding>& findings);

/// One detector: `detect: name` in a guide.
struct Detector {
  std::string_view name;
  std::string_view purpose;  ///< One line, for help and documentation.
  std::span<const std::string_view> options;
  void (*run)(const Subject& subject, std::vector<Finding>& findings);
  /// Looks at a reply as it is written, with its tags and all their branches at once; all others
  /// look at what a customer may get.
  bool as_written = false;
  std::uint32_t idle = 0;  ///< Circumstances, in any of which it finds nothing.
};

/// Whether an option of a detector is switched on or off; the others take a number.
[[nodiscard]] bool is_switch(std::string_view option);

/// All detectors, in the order they are shown. `checks/table.cpp` lists them.
[[nodiscard]] std::span<const Detector> detectors();

}  // namespace tonelint
