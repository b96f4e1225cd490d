#include "guide/phrase_in_rewrite.hpp"

#include <algorithm>

#include "guide/problems.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

constexpr std::string_view as_it_stands = " would be written to the customer as it stands. ";

bool is_word_sign(char c) { return ascii::is_letter(c) || ascii::is_digit(c); }

std::size_t word_begin(std::string_view text, std::size_t at) {
  while (at > 0 && is_word_sign(text[at - 1])) --at;
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_sign(text[at])) ++at;
  return at;
}

/// The groups of a phrase that is an expression, `(?:…)` and `(?i)` left aside.
int group_count(std::string_view phrase) {
  int count = 0;
  for (std::size_t at = 1; phrase.starts_with('/') && at + 1 < phrase.size(); ++at) {
    if (phrase[at] == '(' && phrase[at + 1] != '?' && phrase[at - 1] != '\\') ++count;
  }
  return count;
}

/// Looks at one rewrite, sign by sign.
class SignSearch {
 public:
  SignSearch(std::string_view text, std::string_view phrase, std::span<const std::string_view> cues)
      : text_(text), phrase_(phrase), cues_(cues), groups_(group_count(phrase)) {}

  std::optional<PhraseSign> first_sign() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const std::string_view rest = text_.substr(at);
      if (rest.starts_with("{{") || rest.starts_with("{%")) {
        // A placeholder of a helpdesk has a language of its own.
        const std::size_t end = rest.find(rest[1] == '{' ? "}}" : "%}");
        if (end == std::string_view::npos) return {};
        at += end + 1;
      } else if (auto sign = sign_at(at)) {
        return sign;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] char before(std::size_t at) const { return at == 0 ? ' ' : text_[at - 1]; }
  [[nodiscard]] char after(std::size_t at) const {
    return at + 1 < text_.size() ? text_[at + 1] : ' ';
  }

  [[nodiscard]] PhraseSign told(std::size_t at, std::size_t size, std::string_view hint) const {
    return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)},
            join({quoted(text_.substr(at, size)), as_it_stands, hint})};
  }

  std::optional<PhraseSign> sign_at(std::size_t at) {
    switch (text_[at]) {
      case '<':
        return cue(at);
      case '{':
        return brace(at);
      case '|':
        if (ascii::is_space(before(at)) || ascii::is_space(after(at))) return {};
        return told(at, 1, "Write a list instead, the best first: [\"please\", \"could you\"].");
      case '[':
        if (!is_word_sign(before(at)) && before(at) != ')') return {};
        return told(at, 1, "To take over an ending that was found, such as [s], write {s} here.");
      case '^':
        if (at != 0 || after(at) != ' ') return {};
        return told(at, 1, "Ask for the start of the sentence in the phrase alone.");
      case '$':
        if (at + 1 == text_.size() && before(at) == ' ') {
          return told(at, 1, "Ask for the end of the sentence in the phrase alone.");
        }
        return group(at);
      case '\\':
        if (after(at) == ',') return told(at, 2, "Write the sign without the backslash.");
        return group(at);
      default:
        return gap(at);
    }
  }

  std::optional<PhraseSign> cue(std::size_t at) {
    const std::size_t end = text_.find('>', at);
    if (end == std::string_view::npos) return {};
    const std::string_view name = text_.substr(at + 1, end - at - 1);
    if (std::find(cues_.begin(), cues_.end(), name) == cues_.end()) return {};
    const std::string_view letter = name.substr(0, 1);
    return told(at, end + 1 - at,
                phrase_.empty() ? "Write the words to add."
                                : join({"To take over what was found, write {", letter, ": <", name,
                                        ">} in the phrase and {", letter, "} here."}));
  }

  std::optional<PhraseSign> brace(std::size_t at) {
    if (!is_word_sign(after(at)) || text_.find('}', at) != std::string_view::npos) return {};
    return told(at, 1, "Close the brace: {name}.");
  }

  /// `$1` or `\1` beside an expression that has such a group.
  std::optional<PhraseSign> group(std::size_t at) {
    if (!ascii::is_digit(after(at)) || after(at) - '0' > groups_) return {};
    return told(at, 2,
                "An expression takes over nothing: its rewrite replaces what the round brackets "
                "hold. Or write a phrase with a name in it, such as {n: <number>}, and {n} here.");
  }

  /// Dots between words that stand so in the phrase too.
  std::optional<PhraseSign> gap(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (!rest.starts_with("...") && !rest.starts_with("…")) return {};
    constexpr std::size_t size = 3;  // of both spellings, in bytes
    const std::size_t left = at - (before(at) == ' ' && at > 0 ? 1 : 0);
    const std::size_t right = at + size + (rest.substr(size, 1) == " " ? 1 : 0);
    const std::size_t begin = word_begin(text_, left);
    const std::size_t end = word_end(text_, right);
    if (begin == left || end == right) return {};
    const auto in_phrase = [&](std::size_t from, std::size_t to) {
      return phrase_.find(text_.substr(from, to - from)) != std::string_view::npos;
    };
    if (!in_phrase(begin, right) && !in_phrase(left, end)) return {};
    return told(at, size,
                "To take over the words between, write {words} for the dots, in the phrase and "
                "here.");
  }

  std::string_view text_, phrase_;
  std::span<const std::string_view> cues_;
  int groups_;
};

}  // namespace

std::optional<PhraseSign> phrase_sign_in(std::string_view rewrite, std::string_view phrase,
                                         std::span<const std::string_view> cues) {
  return SignSearch(rewrite, phrase, cues).first_sign();
}

}  // namespace tonelint
