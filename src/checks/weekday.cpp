#include <charconv>
#include <optional>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"

namespace tonelint {
namespace {

constexpr std::string_view weekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                         "thursday", "friday", "saturday"};
constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};
constexpr unsigned longest_month[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Which of some names a word is, in full or in its first three letters or more ("Tues", "Sept").
std::optional<unsigned> index_of(std::string_view word, std::span<const std::string_view> names) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < names.size(); ++i) {
    const bool whole = word.size() == names[i].size();
    if ((whole || word.size() <= 5) && is_word(word, names[i].substr(0, word.size()))) return i;
  }
  return std::nullopt;
}

/// The digits a token begins with: 3 of "3rd"; 0 where there are none.
unsigned number_of(std::string_view text) {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// 0 is Sunday. By the Gregorian calendar, after Sakamoto.
unsigned weekday_of(unsigned year, unsigned month, unsigned day) {
  constexpr unsigned offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  if (month < 2) --year;
  return (year + year / 4 - year / 100 + year / 400 + offsets[month] + day) % 7;
}

bool is_leap(unsigned year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Reads "Tuesday, 3 June 2026", "Tue, June 3rd, 2026", "Tuesday the 3rd of June".
class WrittenDate {
 public:
  WrittenDate(const Document& document, std::uint32_t weekday, std::uint32_t end)
      : document_(document), at_(weekday + 1), end_(end) {
    pass("the");
    day_ = take_number(31);
    if (day_ != 0) pass("of");
    month_ = take_month();
    if (month_ && day_ == 0) {
      pass("the");
      day_ = take_number(31);
    }
    if (!month_ || day_ == 0) return;
    tokens_ = {weekday, at_};
    year_ = take_number(2999);
    if (year_ < 1900) year_ = 0;
    if (year_ != 0) tokens_.end = at_;
  }

  [[nodiscard]] Range tokens() const { return tokens_; }
  [[nodiscard]] bool exists() const {
    if (day_ > longest_month[*month_]) return false;
    return *month_ != 1 || day_ != 29 || year_ == 0 || is_leap(year_);
  }
  /// Unknown without a year.
  [[nodiscard]] std::optional<unsigned> weekday() const {
    if (year_ == 0) return std::nullopt;
    return weekday_of(year_, *month_, day_);
  }

 private:
  void skip_marks() {
    while (at_ < end_ && (document_.tokens()[at_].kind == Token::Kind::pause ||
                          document_.text(document_.tokens()[at_]) == ".")) {
      ++at_;
    }
  }
  void pass(std::string_view word) {
    skip_marks();
    if (at_ < end_ && is_word(document_.text(document_.tokens()[at_]), word)) ++at_;
  }
  unsigned take_number(unsigned most) {
    skip_marks();
    if (at_ == end_ || document_.tokens()[at_].kind != Token::Kind::number) return 0;
    const std::string_view text = document_.text(document_.tokens()[at_]);
    // "3.30" is a time, "3,000" a sum.
    if (text.find_first_of(".,:/-") != std::string_view::npos) return 0;
    const unsigned number = number_of(text);
    if (number == 0 || number > most) return 0;
    ++at_;
    return number;
  }
  std::optional<unsigned> take_month() {
    skip_marks();
    if (at_ == end_ || !document_.tokens()[at_].has(Token::capitalised)) return std::nullopt;
    const auto month = index_of(document_.text(document_.tokens()[at_]), months);
    if (month) ++at_;
    return month;
  }

  const Document& document_;
  std::uint32_t at_;
  std::uint32_t end_;
  unsigned day_ = 0;
  std::optional<unsigned> month_;
  unsigned year_ = 0;
  Range tokens_;
};

/// A weekday as it would stand in place of `written`: as short, and with its capitals.
std::string as_written(unsigned weekday, std::string_view written) {
  std::string name(weekdays[weekday]);
  if (written.size() < 6) name.resize(3);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

}  // namespace

void detect_weekday(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  if ((subject.scan.all_traits() & trait_weekday) == 0) return;
  const auto tokens = document.tokens();
  for (std::uint32_t i = 0; i + 2 < tokens.size(); ++i) {
    if ((subject.scan.traits(i) & trait_weekday) == 0) continue;
    if (!tokens[i].has(Token::capitalised)) continue;
    const auto weekday = index_of(document.text(tokens[i]), weekdays);
    // "The Sun" is a newspaper.
    if (i > 0 && is_word(document.text(tokens[i - 1]), "the")) continue;
    const Range sentence = document.sentences()[document.sentence_of(i)].tokens;
    const WrittenDate date(document, i, sentence.end);
    if (date.tokens().empty() || !subject.in_scope(date.tokens())) continue;
    const bool agrees = !date.weekday() || date.weekday() == weekday;
    if (date.exists() && agrees) continue;
    Finding finding = subject.finding(date.tokens());
    if (date.exists()) {
      const std::string name = as_written(*date.weekday(), document.text(tokens[i]));
      finding.replacements.push_back({tokens[i].span(), name, false});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace tonelint
