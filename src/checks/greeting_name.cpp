#include <algorithm>

#include "checks/customer_name.hpp"
#include "checks/detectors.hpp"
#include "checks/nicknames.hpp"
#include "checks/prose.hpp"
#include "document/accents.hpp"
#include "document/fold.hpp"
#include "document/salutations.hpp"
#include "document/word_list.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// Whom one greets when one greets several.
constexpr WordList several({"all", "everyone", "everybody", "team", "folks", "guys", "both",
                            "friends", "y'all", "ladies", "gentlemen", "zusammen", "tous", "todos",
                            "tutti", "allemaal", "sirs", "customers"});

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether a word is written in Latin letters.
bool is_latin(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = utf8::next(word, at);
    if (letter >= 0x250 && (letter < 0x1E00 || letter >= 0x1F00) && letter != 0x2019) return false;
  }
  return true;
}

/// What the customer is called: by the profile, and by their own message.
class Names {
 public:
  explicit Names(const Facts& facts)
      : name_(read_customer_name(facts.context->customer.name)), message_(facts.message) {
    if (message_ != nullptr) read_message();
  }

  /// For "Hi Priya,".
  [[nodiscard]] const std::string& first() const {
    return signed_first_.empty() ? name_.first : signed_first_;
  }
  /// For "Dear Ms Nair,".
  [[nodiscard]] const std::string& last() const {
    return name_.last.empty() ? first() : name_.last;
  }
  [[nodiscard]] const std::vector<std::string>& words() const { return name_.words; }
  [[nodiscard]] bool known() const { return !name_.words.empty(); }

  [[nodiscard]] bool has(std::string_view folded) const {
    return contains(name_.words, folded) || contains(own_forms_, folded) || is_in_handle(folded);
  }
  /// Whether a word is a part of the name, misspelt.
  [[nodiscard]] bool is_near(std::string_view folded) const {
    return std::any_of(name_.words.begin(), name_.words.end(), [&](const std::string& word) {
      const std::size_t length = std::min(utf8::length(word), utf8::length(folded));
      const std::size_t limit = length >= 6 ? 2 : 1;
      return length >= 4 && edit_distance(word, folded, limit) <= limit;
    });
  }

 private:
  /// "Nova" for "xXnovaXx", "Kate" for "kate.m": of a handle any part may be the name.
  [[nodiscard]] bool is_in_handle(std::string_view folded) const {
    if (name_.words.size() != 1 || name_.titled || name_.first.empty() || folded.size() < 3) {
      return false;
    }
    const auto of_handle = [](char c) { return ascii::is_upper(c) || c == '.' || c == '_'; };
    return std::any_of(name_.first.begin() + 1, name_.first.end(), of_handle) &&
           name_.words[0].find(folded) != std::string::npos;
  }

  /// The name below the message counts as much as the profile's, and what they call themselves.
  void read_message() {
    const auto tokens = message_->tokens();
    const Range sign_off = message_->sign_off_name();
    for (std::uint32_t i = sign_off.begin; i < sign_off.end; ++i) {
      if (tokens[i].kind == Token::Kind::word) own_forms_.push_back(fold_at(i));
    }
    if (!own_forms_.empty()) {
      const CustomerName own = read_customer_name(message_->text(message_->span(sign_off)));
      const bool accents = !name_.words.empty() && own_forms_[0] != name_.words[0] &&
                           own_forms_[0] != without_accents(own_forms_[0]) &&
                           without_accents(own_forms_[0]) == without_accents(name_.words[0]);
      // "Sérgio" below the message says how the profile's "Sergio" is spelt.
      if (accents) name_.words[0] = own_forms_[0];
      if (name_.words.empty()) name_ = own;
      signed_first_ = own.first;
    }
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != Token::Kind::word || !tokens[i].has(Token::capitalised)) continue;
      if (introduces(i)) own_forms_.push_back(fold_at(i));
    }
    if (name_.words.empty()) return;
    // "kate" at the very end.
    auto last = static_cast<std::uint32_t>(tokens.size());
    while (last > 0 && tokens[last - 1].kind != Token::Kind::word) --last;
    if (last == 0) return;
    std::string word = fold_at(last - 1);
    if (same_person_forms(word, name_.words[0])) own_forms_.push_back(std::move(word));
  }

  /// "My name is Kate", "this is Kate", "I'm Kate", "Kate here".
  [[nodiscard]] bool introduces(std::uint32_t i) const {
    const auto tokens = message_->tokens();
    if (tokens[i].has(Token::sentence_start) && i + 1 < tokens.size() &&
        is_word(message_->text(tokens[i + 1]), "here")) {
      return true;
    }
    if (i < 2) return false;
    const std::string_view before = message_->text(message_->tokens()[i - 1]);
    const std::string_view first = message_->text(message_->tokens()[i - 2]);
    if (is_word(before, "is")) return is_word(first, "name") || is_word(first, "this");
    if (is_word(before, "am")) return is_word(first, "i");
    if (is_word(before, "me")) return is_word(first, "call");
    return is_word(before, "i'm") || is_word(before, "i’m");
  }

  [[nodiscard]] std::string fold_at(std::uint32_t i) const {
    return fold(message_->text(message_->tokens()[i]));
  }

  CustomerName name_;
  std::string signed_first_;
  std::vector<std::string> own_forms_;  ///< Folded.
  const Document* message_;
};

/// Judges the greeting of one draft.
class Greeting {
 public:
  Greeting(const Subject& subject, const Names& names)
      : subject_(subject), document_(subject.document), names_(names) {}

  /// "Hi there,": nobody is named.
  void judge_missing(std::vector<Finding>& findings) const {
    const Range greeting = document_.part(Part::greeting);
    const Range words = document_.greeting_words();
    if (words.empty() || names_.first().empty()) return;
    // "Hi Will,": few read that as a name, unless it is the customer's.
    if (words.end < document_.tokens().size() && names_.has(fold(text(words.end)))) return;
    Range shown = words;
    for (std::uint32_t i = greeting.begin; i < greeting.end; ++i) {
      if (document_.tokens()[i].kind != Token::Kind::word) continue;
      if (several.contains(text(i))) return;
      shown.end = std::max(shown.end, i + 1);
    }
    std::string text(document_.text(document_.span(words)));
    add(shown, text + " " + names_.first(), findings);
  }

  /// "Hi Tom,": somebody is.
  void judge_wrong(std::vector<Finding>& findings) const {
    const Range named = document_.greeting_name();
    std::string joined;
    bool right = false;
    bool initials = true;
    std::uint32_t near = named.end;
    for (std::uint32_t i = named.begin; i < named.end; ++i) {
      const Token& token = document_.tokens()[i];
      if (token.kind != Token::Kind::word) continue;
      const std::string word = fold(text(i));
      if (word[0] == '@' || several.contains(word)) return;
      if (is_connector(word) || is_particle(word)) continue;
      if (is_latin(word) != is_latin(names_.words()[0])) return;
      joined += word;
      right = right || names_.has(word);
      initials = initials && is_initial(word);
      if (near == named.end && !names_.has(word) && names_.is_near(word)) near = i;
    }
    if (joined.empty()) return;
    if (right) {
      if (near == named.end) return;
      // "Hi Sergio Alves": the rest is right.
      add({near, near + 1}, near == named.begin ? names_.first() : names_.last(), findings);
    } else if (!initials && !is_run_of_names(joined)) {
      const std::string& replacement = has_honorific(named) ? names_.last() : names_.first();
      if (!replacement.empty()) add(named, replacement, findings);
    }
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t i) const {
    return document_.text(document_.tokens()[i]);
  }

  /// "J" for James, "JP" for Jean-Pierre; and any name for a profile that has "J." alone.
  [[nodiscard]] bool is_initial(std::string_view word) const {
    const std::string& own = names_.words()[0];
    return word[0] == own[0] && (word.size() <= 2 || own.size() == 1);
  }

  /// "Annamaria" for Anna Maria.
  [[nodiscard]] bool is_run_of_names(std::string_view joined) const {
    std::string run;
    for (const std::string& word : names_.words()) {
      run += word;
      if (run == joined) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_honorific(Range named) const {
    for (std::uint32_t i = document_.greeting_words().end; i < named.begin; ++i) {
      if (is_honorific(fold(text(i)))) return true;
    }
    return false;
  }

  void add(Range tokens, std::string replacement, std::vector<Finding>& findings) const {
    Finding finding = subject_.finding(tokens);
    finding.replacements.push_back({finding.text, std::move(replacement), false});
    findings.push_back(std::move(finding));
  }

  const Subject& subject_;
  const Document& document_;
  const Names& names_;
};

bool has_placeholder(const Document& document, Range range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token::Kind kind = document.tokens()[i].kind;
    if (kind == Token::Kind::placeholder || kind == Token::Kind::control) return true;
  }
  return false;
}

/// The usual case, told without a copy of any name.
bool is_plainly_right(const Subject& subject) {
  const Range named = subject.document.greeting_name();
  if (named.size() != 1 || subject.facts.customer.words.empty()) return false;
  const auto is_first = [&](const Document& document, Range name) {
    thread_local std::string word;
    word.clear();
    fold_append(document.text(document.tokens()[name.begin]), word);
    return word == subject.facts.customer.words[0];
  };
  // Unless they sign with another name.
  const Document* message = subject.facts.message;
  const Range signed_name = message == nullptr ? Range{} : message->sign_off_name();
  return is_first(subject.document, named) &&
         (signed_name.empty() || is_first(*message, signed_name));
}

}  // namespace

void detect_greeting_name(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const Range greeting = document.part(Part::greeting);
  if (greeting.empty() || subject.facts.context == nullptr) return;
  if (!subject.in_scope(greeting) || has_placeholder(document, greeting)) return;
  const bool named = !document.greeting_name().empty();
  if (!subject.is_set(named ? "wrong" : "missing") || is_plainly_right(subject)) return;
  const Names names(subject.facts);
  if (!names.known()) return;
  const Greeting judged(subject, names);
  named ? judged.judge_wrong(findings) : judged.judge_missing(findings);
}

}  // namespace tonelint
