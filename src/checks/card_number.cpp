#include <algorithm>
#include <array>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Words beside numbers that are as long as a card's and mean a device or a parcel.
constexpr WordList other_numbers({"imei", "meid", "iccid", "eid", "sim", "esim", "serial",
                                  "tracking", "parcel", "shipment", "consignment", "barcode", "ean",
                                  "isbn", "upc", "iban", "device", "track"});
constexpr WordList card_words({"card", "number", "no", "visa", "mastercard", "amex"});

/// Which numbers begin a card's number, and how long it is then: the ranges of ISO/IEC 7812 that
/// the card schemes publish.
struct Scheme {
  unsigned first, last;   ///< Of the first digits.
  std::uint32_t lengths;  ///< Bits.
};
constexpr std::uint32_t long_ones = 1U << 16 | 1U << 17 | 1U << 18 | 1U << 19;
constexpr Scheme schemes[] = {
    {4, 4, 1U << 13 | 1U << 16 | 1U << 19},  // Visa
    {51, 55, 1U << 16},
    {2221, 2720, 1U << 16},  // Mastercard
    {34, 34, 1U << 15},
    {37, 37, 1U << 15},  // American Express
    {6011, 6011, long_ones},
    {644, 649, long_ones},  // Discover
    {65, 65, long_ones},
    {62, 62, long_ones},  // Discover, UnionPay
    {300, 305, 1U << 14},
    {38, 39, 1U << 14},  // Diners Club
    {36, 36, 1U << 14},
    {3528, 3589, long_ones},  // Diners Club, JCB
    {2200, 2204, long_ones},
    {5018, 5038, long_ones},  // Mir, Maestro
    {6304, 6304, long_ones},
    {6759, 6763, long_ones},  // Maestro
};

/// The digits of a number in groups, as people write a card's.
class Digits {
 public:
  /// Reads what begins at `at`; gives where it ends.
  std::uint32_t read(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    while (at < text.size()) {
      const std::uint32_t begin = at;
      while (at < text.size() && ascii::is_digit(text[at])) {
        if (count_ == digits_.size()) return 0;
        digits_[count_++] = text[at++];
      }
      if (at == begin) break;
      end = at;
      if (groups_ < sizes_.size()) sizes_[groups_] = at - begin;
      ++groups_;
      at = behind_separator(text, at);
    }
    const bool word_behind =
        end < text.size() && ((text[end] | 0x20) >= 'a') && ((text[end] | 0x20) <= 'z');
    return word_behind ? 0 : end;
  }

  [[nodiscard]] bool is_card() const {
    return count_ >= 13 && is_grouped() && has_scheme() && passes_check_digit();
  }
  [[nodiscard]] bool is_one_group() const { return groups_ == 1; }
  [[nodiscard]] std::string_view last_four() const { return {digits_.data() + count_ - 4, 4}; }

 private:
  /// Behind a space, dash, full stop, slash or line break, or `at`.
  static std::uint32_t behind_separator(std::string_view text, std::uint32_t at) {
    std::uint32_t next = at;
    while (next < text.size() && next < at + 4) {
      const std::string_view rest = text.substr(next);
      if (std::string_view(" -./\n\r").find(rest[0]) != std::string_view::npos) {
        ++next;
      } else if (rest.starts_with("\xC2\xA0")) {
        next += 2;
      } else if (rest.starts_with("–")) {
        next += 3;
      } else {
        break;
      }
    }
    return next < text.size() && ascii::is_digit(text[next])
               ? next
               : static_cast<std::uint32_t>(text.size());
  }

  /// One group, groups of one size but for the last, or 4-6-5 and 4-6-4.
  [[nodiscard]] bool is_grouped() const {
    if (groups_ > sizes_.size()) return false;
    if (groups_ == 3 && sizes_[0] == 4 && sizes_[1] == 6) return true;
    for (std::uint32_t i = 1; i + 1 < groups_; ++i) {
      if (sizes_[i] != sizes_[0]) return false;
    }
    return groups_ == 1 || sizes_[groups_ - 1] <= sizes_[0];
  }

  [[nodiscard]] bool has_scheme() const {
    unsigned prefix[5] = {};
    for (std::uint32_t i = 0; i < 4; ++i) {
      prefix[i + 1] = prefix[i] * 10 + static_cast<unsigned>(digits_[i] - '0');
    }
    for (const Scheme& scheme : schemes) {
      const unsigned size = scheme.last < 10     ? 1
                            : scheme.last < 100  ? 2
                            : scheme.last < 1000 ? 3
                                                 : 4;
      if (scheme.first <= prefix[size] && prefix[size] <= scheme.last &&
          (scheme.lengths >> count_ & 1U) != 0) {
        return true;
      }
    }
    return false;
  }

  /// Luhn's check digit (ISO/IEC 7812-1, annex B).
  [[nodiscard]] bool passes_check_digit() const {
    unsigned sum = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      const auto digit = static_cast<unsigned>(digits_[count_ - 1 - i] - '0');
      const unsigned doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  std::array<char, 19> digits_;  // Filled as far as they are counted.
  std::array<std::uint32_t, 19> sizes_;
  std::uint32_t count_ = 0;
  std::uint32_t groups_ = 0;
};

/// Whether a digit stands near enough behind `at` for a group to go on.
bool digit_follows(std::string_view text, std::uint32_t at) {
  const std::string_view near = text.substr(at, 7);
  return std::any_of(near.begin(), near.end(), ascii::is_digit);
}

/// Whether one of the five words before `token` says that this is the number of something else.
bool is_other_number(const Document& document, std::uint32_t token) {
  for (std::uint32_t i = token; i > 0 && i + 5 > token; --i) {
    const std::string_view word = document.text(document.tokens()[i - 1]);
    if (is_word(word, "card")) return false;
    if (other_numbers.contains(word)) return true;
  }
  return false;
}

}  // namespace

void detect_card_number(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  if (!document.has(Token::Kind::number)) return;
  const auto tokens = document.tokens();
  const auto is_number = [](const Token& token) { return token.kind == Token::Kind::number; };
  for (std::uint32_t i = 0;; ++i) {
    const auto next = std::find_if(tokens.begin() + i, tokens.end(), is_number);
    if (next == tokens.end()) return;
    const Token& token = *next;
    i = static_cast<std::uint32_t>(next - tokens.begin());
    if (token.letters < 13 && !digit_follows(document.text(), token.end)) continue;
    const char before = token.begin > 0 ? document.text()[token.begin - 1] : ' ';
    if (before == '+' || before == '*') continue;
    Digits digits;
    const std::uint32_t end = digits.read(document.text(), token.begin);
    if (end == 0 || !digits.is_card() || !subject.in_scope({i, i + 1})) continue;
    if (is_other_number(document, i) && digits.is_one_group()) continue;
    std::uint32_t last = i + 1;
    while (last < tokens.size() && tokens[last].begin < end) ++last;
    Finding finding = subject.finding({i, last});
    const bool named = i > 0 && card_words.contains(document.text(tokens[i - 1]));
    std::string text = named ? "ending " : "card ending ";
    finding.replacements.push_back({finding.text, text.append(digits.last_four()), false});
    findings.push_back(std::move(finding));
    i = last - 1;
  }
}

}  // namespace tonelint
