#include "library/terms.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/word_list.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Written as one word, with a hyphen, or as two.
constexpr WordList compounds({"email", "website", "webpage", "homepage", "username", "timezone",
                              "helpdesk", "wifi", "ebook", "voicemail", "screenshot", "checkbox",
                              "subdomain", "smartphone"});
/// The same, but as two words they are something else: "drop down the box".
constexpr WordList nouns({"dropdown", "online", "offline", "signup", "login", "logout", "checkout",
                          "backup", "popup", "preorder", "addon", "plugin", "autoreply"});
/// Two words when they are verbs: "to log in". The other way is only looked for where a verb is.
constexpr WordList verbs({"login", "logout", "signin", "signup", "setup", "checkout", "backup"});
constexpr WordList before_verb({"to", "please", "can", "could", "you", "will", "should", "must",
                                "cannot", "now"});
constexpr WordList after_verb({"to", "with", "again", "and", "using", "at", "via", "on", "or"});

/// Two families of spelling.
struct Stem {
  std::string_view british, american;
};
constexpr std::array stems{
    Stem{"apologis", "apologiz"},    Stem{"organis", "organiz"},      Stem{"recognis", "recogniz"},
    Stem{"realis", "realiz"},        Stem{"authoris", "authoriz"},    Stem{"customis", "customiz"},
    Stem{"finalis", "finaliz"},      Stem{"prioritis", "prioritiz"},  Stem{"colour", "color"},
    Stem{"favour", "favor"},         Stem{"behaviour", "behavior"},   Stem{"cancelled", "canceled"},
    Stem{"cancelling", "canceling"}, Stem{"travelling", "traveling"}, Stem{"centre", "center"},
};

/// -ise and -ize go on with a vowel: "organism" is another word.
bool goes_on(std::string_view stem, std::string_view word) {
  if (!word.starts_with(stem)) return false;
  if (!stem.ends_with('s') && !stem.ends_with('z')) return true;
  return word.size() > stem.size() && std::string_view("eia").find(word[stem.size()]) < 3;
}

std::string family(std::string_view word) {
  for (const Stem& stem : stems) {
    if (goes_on(stem.british, word) || goes_on(stem.american, word)) {
      return std::string(stem.american);
    }
  }
  return {};
}

/// "PayPal", "iPhone": a capital behind a small letter.
bool has_inner_capital(std::string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if ('A' <= word[i] && word[i] <= 'Z' && 'a' <= word[i - 1] && word[i - 1] <= 'z') return true;
  }
  return false;
}

class At {
 public:
  At(const Document& document, std::uint32_t token)
      : document_(document), tokens_(document.tokens()), at_(token) {}

  FoundTerm term() const {
    if (!is_own_word(at_)) return {};
    const std::string word = ascii::lower(text(at_));
    if (FoundTerm found = two_parts(word); !found.meaning.empty()) return found;
    const Range alone{at_, at_ + 1};
    if (joins_before()) return {};
    if (verbs.contains(word) && is_verb(at_, at_ + 1)) return {"to " + word, alone};
    if (compounds.contains(word) || nouns.contains(word)) return {word, alone};
    if (std::string stem = family(word); !stem.empty()) return {std::move(stem), alone};
    return name(word);
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    return document_.text(tokens_[token]);
  }

  [[nodiscard]] bool is_own_word(std::uint32_t token) const {
    if (token >= tokens_.size()) return false;
    const Token& it = tokens_[token];
    return it.kind == Token::Kind::word && it.has(Token::ascii) && !it.has(Token::hidden) &&
           !it.has(Token::label) && !it.has(Token::quoted) && it.end - it.begin < 24 &&
           std::all_of(text(token).begin(), text(token).end(), ascii::is_letter);
  }

  /// "e-mail", "web site", "log in".
  [[nodiscard]] FoundTerm two_parts(const std::string& word) const {
    const bool hyphen = at_ + 1 < tokens_.size() && text(at_ + 1) == "-" &&
                        !tokens_[at_ + 1].has(Token::space_before);
    const std::uint32_t second = at_ + (hyphen ? 2 : 1);
    if (!is_own_word(second) || tokens_[second].has(Token::space_before) == hyphen) return {};
    const std::string whole = word + ascii::lower(text(second));
    const Range both{at_, second + 1};
    if (compounds.contains(whole)) return {whole, both};
    if (hyphen && nouns.contains(whole)) return {whole, both};
    if (!hyphen && verbs.contains(whole) && is_verb(at_, second + 1)) return {"to " + whole, both};
    return {};
  }

  /// It is the second part of a word with a hyphen.
  [[nodiscard]] bool joins_before() const {
    const bool joins_after = at_ + 1 < tokens_.size() && text(at_ + 1) == "-" &&
                             !tokens_[at_ + 1].has(Token::space_before);
    return joins_after ||
           (at_ > 0 && text(at_ - 1) == "-" && !tokens_[at_].has(Token::space_before));
  }

  [[nodiscard]] bool is_verb(std::uint32_t begin, std::uint32_t end) const {
    if (begin == 0 || !before_verb.contains(text(begin - 1))) return false;
    return end >= tokens_.size() || after_verb.contains(text(end)) ||
           tokens_[end].kind == Token::Kind::terminator;
  }

  /// A name with capitals of its own, or what may be one.
  [[nodiscard]] FoundTerm name(const std::string& word) const {
    const Token& it = tokens_[at_];
    if (word.size() < 4 || it.has(Token::all_caps) || it.has(Token::linked)) return {};
    const bool capital = it.has(Token::capitalised) && !it.has(Token::sentence_start);
    if (!has_inner_capital(text(at_)) && !capital) return {};
    if (document_.greeting_name().contains(at_) || document_.sign_off_name().contains(at_))
      return {};
    return {"name " + word, {at_, at_ + 1}};
  }

  const Document& document_;
  std::span<const Token> tokens_;
  std::uint32_t at_;
};

}  // namespace

FoundTerm term_at(const Document& document, std::uint32_t token) {
  return At(document, token).term();
}

}  // namespace tonelint
