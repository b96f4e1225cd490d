#include <algorithm>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// How services begin their keys and tokens, and how long these are at least.
struct Shape {
  std::string_view beginning;
  std::size_t size;
};
constexpr Shape shapes[] = {
    {"AKIA", 20},   {"ASIA", 20},        {"sk_live_", 18}, {"sk_test_", 18}, {"rk_live_", 18},
    {"whsec_", 20}, {"ghp_", 30},        {"gho_", 30},     {"ghu_", 30},     {"ghs_", 30},
    {"ghr_", 30},   {"github_pat_", 30}, {"glpat-", 20},   {"xoxb-", 15},    {"xoxp-", 15},
    {"xoxa-", 15},  {"xoxr-", 15},       {"xoxs-", 15},    {"AIza", 30},     {"SG.", 40},
    {"sk-", 24},    {"npm_", 30},        {"shpat_", 30},   {"eyJ", 30},
};

/// Whatever begins like one and is joined to nothing is at least so long.
constexpr std::uint8_t long_word = 15;

/// Labels of secrets, and those that mean one only behind certain words.
constexpr WordList part_labels({"code", "key", "secret"});
constexpr WordList part_of({"verification", "security",   "login",   "log-in",
                            "in",           "access",     "api",     "private",
                            "secret",       "client",     "time",    "authentication",
                            "2fa",          "two-factor", "factor",  "sms",
                            "recovery",     "backup",     "signing", "pin"});
constexpr WordList digits_only({"pin", "otp", "cvv", "cvc", "code", "passcode"});
constexpr WordList verbs({"is", "was", "be", "will", "now", "here", "new", "temporary"});
/// Words that stand behind "Password:" and are none.
constexpr WordList no_values({"required", "incorrect", "wrong", "invalid", "expired", "reset",
                              "changed", "hidden", "optional", "unchanged", "none", "updated",
                              "unknown", "forgotten", "same", "sent", "secret", "missing"});

/// In bytes. A value that goes on for longer is something else; of a key this is enough to show.
constexpr std::uint32_t longest_value = 4096;
constexpr std::uint32_t longest_key = 512;

/// The end of what has no space in it.
std::uint32_t end_of_run(std::string_view text, std::uint32_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ' &&
         text.substr(at, 2) != "\xC2\xA0") {
    ++at;
  }
  return at;
}

/// The size of the key or token at the beginning of a run, or 0.
std::size_t shape_of(std::string_view run) {
  for (const Shape& shape : shapes) {
    if (!run.starts_with(shape.beginning)) continue;
    std::size_t size = 0;
    std::size_t dots = 0;
    std::size_t digits = 0;
    for (; size < run.size(); ++size) {
      const char c = run[size];
      if (!ascii::is_letter(c) && !ascii::is_digit(c) && c != '_' && c != '-' && c != '.') break;
      dots += c == '.';
      digits += ascii::is_digit(c);
    }
    while (size > 0 && (run[size - 1] == '.' || run[size - 1] == '-')) --size;
    const bool whole = shape.beginning != "eyJ" || dots >= 2;
    return size >= shape.size && digits > 0 && whole ? size : 0;
  }
  return 0;
}

class Secrets {
 public:
  Secrets(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject),
        document_(subject.document),
        text_(subject.document.text()),
        tokens_(subject.document.tokens()),
        findings_(findings) {}

  void find() {
    // Nothing is known of words in quotation marks before they are looked at.
    const bool has_label = (subject_.scan.all_traits() & trait_secret_label) != 0 ||
                           document_.has(Token::quoted) || document_.has(Token::label);
    if (has_label || may_hold_key()) find_in_words(has_label);
    find_private_key();
  }

 private:
  void find_in_words(bool has_label) {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const Token& token = tokens_[i];
      if (token.kind != Token::Kind::word) continue;
      if (has_label && subject_.is(i, trait_secret_label) && is_label(i, document_.text(token))) {
        i = labelled(i);
      } else if (token.letters >= long_word || is_joined(text_, token)) {
        const std::uint32_t begin = token.begin;
        const Span run{begin, run_end(begin)};
        const auto size =
            static_cast<std::uint32_t>(shape_of(document_.text(run).substr(0, longest_key)));
        if (size > 0) i = add(i, begin, begin + size);
      }
    }
  }

  /// The end of the run that `at` is in. Tokens come in order, and many may be in one run.
  std::uint32_t run_end(std::uint32_t at) {
    if (at >= run_end_) run_end_ = end_of_run(text_, at);
    return run_end_;
  }

  [[nodiscard]] bool is_label(std::uint32_t i, std::string_view word) const {
    if (!part_labels.contains(word)) return true;
    return i > 0 && part_of.contains(document_.text(tokens_[i - 1]));
  }

  /// Whether a word is as long as keys are, or joined to what follows: in few replies.
  [[nodiscard]] bool may_hold_key() const {
    if (document_.longest_token() >= long_word) return true;
    const auto marks = document_.marks();
    return std::any_of(marks.begin(), marks.end(), [&](std::uint32_t i) {
      return i > 0 && tokens_[i - 1].end == tokens_[i].begin && is_joined(text_, tokens_[i - 1]);
    });
  }

  /// Whether something stands behind the mark that follows a word without a space, which few do.
  [[nodiscard]] static bool is_joined(std::string_view text, const Token& token) {
    const std::size_t end = token.end;
    return end + 1 < text.size() && (text[end] == '-' || text[end] == '.') && text[end + 1] > ' ';
  }

  /// A value behind a label: "password: hunter2", "your PIN is 4711". Gives the last token that
  /// was looked at.
  std::uint32_t labelled(std::uint32_t label) {
    std::uint32_t i = label + 1;
    bool verb = false;
    bool sign = false;
    for (; i < tokens_.size() && i < label + 6 && !sign; ++i) {
      const std::string_view text = document_.text(tokens_[i]);
      if (text == ":" || text == "=") {
        sign = true;
      } else if (verbs.contains(text) && !tokens_[i].has(Token::sentence_start)) {
        verb = verb || is_word(text, "is") || is_word(text, "was") || is_word(text, "be");
      } else {
        break;
      }
    }
    if (!sign && !verb) return label;
    bool quoted = false;
    while (i < tokens_.size() && tokens_[i].kind == Token::Kind::pause) quoted = true, ++i;
    if (i == tokens_.size() || is_thing(tokens_[i])) return label;
    const std::uint32_t begin = tokens_[i].begin;
    std::uint32_t end = run_end(begin);
    if (end - begin > longest_value) return label;
    while (end > begin && std::string_view(".,;:!?)\"'").find(document_.text()[end - 1]) !=
                              std::string_view::npos) {
      --end;
    }
    if (quoted && end > begin + 3 && document_.text(Span{end - 3, end}) == "”") end -= 3;
    const std::string_view value = document_.text(Span{begin, end});
    const bool number = digits_only.contains(document_.text(tokens_[label]));
    const bool alone = sign || quoted;
    if (!is_value(value, number, alone && is_last_on_line(end))) return label;
    return add(i, begin, end);
  }

  [[nodiscard]] static bool is_thing(const Token& token) {
    return token.kind == Token::Kind::url || token.kind == Token::Kind::email ||
           token.kind == Token::Kind::placeholder || token.kind == Token::Kind::control;
  }

  /// Whether a value looks like a secret: letters with digits or signs among them, digits alone, or
  /// a word with nothing behind it.
  [[nodiscard]] static bool is_value(std::string_view value, bool number, bool alone) {
    std::size_t letters = 0;
    std::size_t digits = 0;
    std::size_t signs = 0;
    for (const char c : value) {
      letters += ascii::is_letter(c);
      digits += ascii::is_digit(c);
      signs += !ascii::is_letter(c) && !ascii::is_digit(c) && c != '-' && c != '\'';
    }
    if (value.find("…") != std::string_view::npos || value.find('*') != std::string_view::npos ||
        value.find("•") != std::string_view::npos) {
      return false;  // Masked.
    }
    if (letters == 0) return digits >= (number ? 3 : 5) && signs <= 1;
    if (digits > 0) return value.size() >= 5;
    if (!alone || letters < 4) return false;
    return signs > 0 || !no_values.contains(value);
  }

  /// Whether nothing but a mark stands between `at` and the end of the line.
  [[nodiscard]] bool is_last_on_line(std::uint32_t at) const {
    const std::string_view rest = document_.text().substr(at);
    const std::size_t next = rest.find_first_not_of(".,;!?)\"' \t\r");
    return next == std::string_view::npos || rest[next] == '\n';
  }

  void find_private_key() {
    constexpr std::string_view line = "PRIVATE KEY-----";
    const std::size_t begin = document_.text().find(line);
    if (begin == std::string_view::npos) return;
    const auto at = static_cast<std::uint32_t>(begin);
    const std::uint32_t token = document_.token_at(at);
    if (token == tokens_.size() || tokens_[token].has(Token::hidden)) return;
    add(token, at, at + static_cast<std::uint32_t>(line.size()));
  }

  /// Adds a finding; gives its last token.
  std::uint32_t add(std::uint32_t first, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t last = first;
    while (last + 1 < tokens_.size() && tokens_[last + 1].begin < end) ++last;
    if (!subject_.in_scope({first, last + 1})) return last;
    findings_.push_back(subject_.finding({first, last + 1}));
    findings_.back().text = {begin, end};
    return last;
  }

  const Subject& subject_;
  const Document& document_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<Finding>& findings_;
  std::uint32_t run_end_ = 0;
};

}  // namespace

void detect_secret(const Subject& subject, std::vector<Finding>& findings) {
  Secrets(subject, findings).find();
}

}  // namespace tonelint
