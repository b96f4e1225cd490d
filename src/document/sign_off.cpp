#include <algorithm>
#include <span>

#include "document/abbreviations.hpp"
#include "document/anatomy.hpp"
#include "document/salutations.hpp"
#include "document/word_list.hpp"

namespace tonelint {

namespace {

using Kind = Token::Kind;

/// In tokens: a longer line is no part of a signature.
constexpr std::uint32_t longest_line = 16;
constexpr std::uint32_t longest_name_line = 8;

/// Reads the end of a reply from below.
class Closer {
 public:
  Closer(const Reading& reading, Range prose) : reading_(reading), prose_(prose) {}

  Ending read() {
    Ending found;
    std::uint32_t end = prose_.end;
    const std::uint32_t marks = marks_before(end);
    if (marks < end) {
      found.signature = {marks, end};
      end = marks;
    }
    if (const std::uint32_t begin = dashed_name(end); begin < end) {
      found.sign_off = {with_thanks(begin), end};
      found.name = {begin + 1, end};
    } else {
      by_lines(end, found);
    }
    while (!found.name.empty() && !reading_[found.name.end - 1].counts()) --found.name.end;
    return found;
  }

 private:
  /// Words that a name may be made of: "Marta", "the Acme team", "Tom from Acme", "{{agent.name}}".
  [[nodiscard]] bool is_name_line(Range line) const {
    if (line.empty() || line.size() > longest_name_line) return false;
    const bool team = has_team(line);
    bool named = team;
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
      const std::string_view bytes = reading_.bytes(i);
      if (reading_.is(i, Kind::placeholder)) {
        named = true;
      } else if (reading_.is(i, Kind::word)) {
        const std::string_view word = reading_.folded(i);
        if (team || word == "from" || word == "at" || word == "the" || word == "of" ||
            word == "and" || is_particle(word)) {
          continue;
        }
        // "marta" alone may be small.
        const bool small = !reading_[i].has(Token::capitalised) && line.size() <= 2;
        if (!reading_.may_name(i) && !small) return false;
        named = true;
      } else if (!reading_.is(i, Kind::emoji) && !reading_.is(i, Kind::pause) &&
                 !reading_.is(i, Kind::url) && bytes != "." && bytes != "@" && bytes != "&" &&
                 bytes != "|") {
        return false;
      }
    }
    return named;
  }

  /// "The Acme team", "Your support team at Acme", "Acme Support".
  [[nodiscard]] bool has_team(Range line) const {
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
      if (!reading_.is(i, Kind::word)) continue;
      const std::string_view word = reading_.folded(i);
      if (word == "team" || word == "crew" ||
          (word == "support" && reading_[i].has(Token::capitalised))) {
        const std::string_view first = reading_.folded(line.begin);
        return first == "the" || first == "your" || reading_.may_name(line.begin);
      }
    }
    return false;
  }

  /// "^AB", "/RR", "-AB", "*TMT", "1/2", and a link after them. Their beginning, or `end`.
  [[nodiscard]] std::uint32_t marks_before(std::uint32_t end) const {
    std::uint32_t at = end;
    while (at > prose_.begin + 1 && reading_.is(at - 1, Kind::url)) --at;
    const bool linked = at < end;
    at = part_mark(at);
    const bool counted = at < end && !linked;
    if (at > prose_.begin && at == end && reading_.bytes(at - 1) == ".") --at;  // "-AB."
    if (at < prose_.begin + 2) return counted ? at : end;
    // The mark and the initials.
    const Token& initials = reading_[at - 1];
    const std::string_view mark = reading_.bytes(at - 2);
    const bool is_mark = mark == "^" || mark == "/" || mark == "-" || mark == "*" || mark == "~" ||
                         mark == "–" || mark == "—" || mark == "+";
    const bool free = at == prose_.begin + 2 || reading_[at - 2].has(Token::space_before) ||
                      reading_.is(at - 3, Kind::terminator) || reading_.is(at - 3, Kind::symbol);
    const bool clear = reading_.joined(at - 1) || mark == "^" || at < prose_.begin + 3 ||
                       !reading_[at - 3].counts() || reading_[at - 2].has(Token::newline_before);
    if (is_mark && free && clear && initials.kind == Kind::word && initials.letters <= 4 &&
        (initials.has(Token::all_caps) || (mark == "^" && initials.letters <= 3) ||
         (initials.letters <= 2 && mark != "+" && initials.has(Token::capitalised)))) {
      return part_mark(at - 2);
    }
    return counted ? at : end;
  }

  /// "1/2" or "(2/2)" before `end`.
  [[nodiscard]] std::uint32_t part_mark(std::uint32_t end) const {
    std::uint32_t at = end;
    const bool bracket = at > prose_.begin + 4 && reading_.bytes(at - 1) == ")";
    if (bracket) --at;
    if (at < prose_.begin + 3) return end;
    const auto small = [&](std::uint32_t i) {
      return reading_.is(i, Kind::number) && reading_[i].letters == 1;
    };
    if (!small(at - 1) || reading_.bytes(at - 2) != "/" || !small(at - 3)) return end;
    if (!reading_.joined(at - 1) || !reading_.joined(at - 2)) return end;
    at -= 3;
    if (!bracket) return at;
    return reading_.bytes(at - 1) == "(" ? at - 1 : end;
  }

  /// "- Tom", "^Jane", "— Marta from Acme" at the very end. Its beginning, or `end`.
  [[nodiscard]] std::uint32_t dashed_name(std::uint32_t end) const {
    for (std::uint32_t i = end; i > prose_.begin && i + 6 > end; --i) {
      const std::uint32_t at = i - 1;
      const std::string_view mark = reading_.bytes(at);
      const bool dash =
          mark == "-" || mark == "–" || mark == "—" || mark == "~" || mark == "^" || mark == "*";
      if (!dash || at + 1 == end) continue;
      const bool free = at == prose_.begin || reading_[at].has(Token::space_before) ||
                        reading_.is(at - 1, Kind::terminator) || reading_.is(at - 1, Kind::emoji);
      if (!free || !reading_.may_name(at + 1) || !is_name_line({at + 1, end})) return end;
      // "Sizes: S - Large" is no name; a sentence has to be over before it.
      const bool over = at == prose_.begin || reading_[at].has(Token::newline_before) ||
                        !reading_.is(at - 1, Kind::word) || mark == "^" || with_thanks(at) != at ||
                        is_short_before(at) || is_one_name(at, end);
      return over ? at : end;
    }
    return end;
  }

  /// "Apologies - Josh": the sentence before the dash has one word at most.
  [[nodiscard]] bool is_short_before(std::uint32_t dash) const {
    for (std::uint32_t i = dash; i > prose_.begin && i + 2 > dash; --i) {
      if (i < dash && reading_[i].has(Token::newline_before)) return true;
      if (reading_.is(i - 1, Kind::terminator)) return true;
    }
    return false;
  }

  /// "… they will be happy to help - Paul": one name after a sentence without its full stop, but
  /// not "Monday - Friday" or "Settings - General".
  [[nodiscard]] bool is_one_name(std::uint32_t dash, std::uint32_t end) const {
    if (dash + 2 != end || reading_[dash + 1].has(Token::all_caps)) return false;
    for (std::uint32_t i = dash; i + 4 > dash; --i) {
      if (i == prose_.begin) return false;
      const Token& before = reading_[i - 1];
      if (before.kind != Kind::word || before.has(Token::capitalised)) return false;
    }
    return true;
  }

  /// Takes "Thanks again!" before a name into the sign-off.
  [[nodiscard]] std::uint32_t with_thanks(std::uint32_t begin) const {
    std::uint32_t end = begin;
    if (end > prose_.begin &&
        (reading_.is(end - 1, Kind::terminator) || reading_.bytes(end - 1) == ",")) {
      --end;
    }
    for (std::uint32_t i = end; i > prose_.begin && i + 5 > end;) {
      --i;
      if (!reading_.is(i, Kind::word)) break;
      const bool starts = i == prose_.begin || reading_[i].has(Token::newline_before) ||
                          reading_.is(i - 1, Kind::terminator) || reading_.is(i - 1, Kind::emoji);
      if (starts) return reading_.longest(sign_offs(), i, end) == end - i ? i : begin;
    }
    return begin;
  }

  /// "Best regards,", "Thanks, Marta", "Cheers!": the whole of a stretch.
  [[nodiscard]] bool is_sign_off(Range line, Range& name) const {
    name = {};
    std::uint32_t at = line.begin;
    const std::uint32_t size = reading_.longest(sign_offs(), at, line.end);
    if (size == 0 || line.size() > size + 10) return false;
    at += size;
    const std::uint32_t phrase_end = at;
    while (at < line.end && (reading_.is(at, Kind::terminator) || reading_.is(at, Kind::emoji) ||
                             reading_.bytes(at) == "," || reading_.is_dash(at, line.end))) {
      ++at;
    }
    if (at == line.end) return true;
    if (!is_name_line({at, line.end})) return false;
    // "Thanks Marta!" is said to Marta, "Regards Marta" by her.
    if (at == phrase_end && reading_.folded(line.begin).starts_with("thank")) return false;
    name = {at, line.end};
    return at > phrase_end || reading_.may_name(at);
  }

  void by_lines(std::uint32_t end, Ending& found) const {
    // Lines from below, as long as they are short.
    Range lines[10];
    std::uint32_t count = 0;
    for (std::uint32_t line_end = end; line_end > prose_.begin && count < std::size(lines);) {
      std::uint32_t begin = line_end - 1;
      while (begin > prose_.begin && !reading_[begin].has(Token::newline_before)) --begin;
      lines[count++] = {begin, line_end};
      if (line_end - begin > longest_line && !is_disclaimer({begin, line_end})) break;
      line_end = begin;
    }
    if (count == 0) return;
    std::uint32_t best = count;
    Range best_name;
    for (std::uint32_t i = 0; i < count; ++i) {
      Range name;
      if (is_sign_off(lines[i], name)) {
        best = i;
        best_name = name;
      } else if (i > 0 && i <= 2 && lines[i].size() <= 12 && best == count &&
                 reading_.bytes(lines[i].end - 1) == "," && is_name_line(lines[i - 1])) {
        best = i;  // "Wishing you well," and a name.
        best_name = {};
      } else if ((lines[i].size() > longest_line || (i > 0 && ends_sentence(lines[i]))) &&
                 !is_disclaimer(lines[i])) {
        break;
      }
    }
    if (best == count) {
      const std::uint32_t begin = in_last_line(lines[0]);
      if (begin < lines[0].end) {
        found.sign_off = {begin, end};
        static_cast<void>(is_sign_off(found.sign_off, found.name));
      } else {
        by_name({lines, count}, end, found);
      }
      return;
    }
    if (best > 0 && best_name.empty() && reading_.folded(lines[best].begin).starts_with("thank") &&
        (ends_sentence(lines[best - 1]) || goes_on(lines[best - 1]))) {
      return;  // "Thanks, <line break> I will call you on Monday." or "Thank you <break> for it."
    }
    std::uint32_t last = best;  // Last line of the sign-off.
    found.name = best_name;
    if (best_name.empty() && last > 0 && is_name_line(lines[last - 1])) found.name = lines[--last];
    found.sign_off = {lines[best].begin, lines[last].end};
    if (last > 0 && !is_postscript(lines[last - 1].begin)) {
      found.signature = {lines[last].end, found.signature.empty() ? end : found.signature.end};
    }
  }

  /// "Marta" alone, or below an empty line with her post, her firm or a telephone under it.
  void by_name(std::span<const Range> lines, std::uint32_t end, Ending& found) const {
    constexpr std::size_t most_under = 2;
    for (std::size_t i = 0; i + 1 < lines.size() && i <= most_under; ++i) {
      if (is_lone_name(lines[i], lines[i + 1]) &&
          (i == 0 || reading_.after_empty_line(lines[i].begin))) {
        found.sign_off = found.name = lines[i];
        if (i > 0) {
          found.signature = {lines[i].end, found.signature.empty() ? end : found.signature.end};
        }
        return;
      }
      if (lines[i].size() > longest_name_line || !stands_under_name(lines[i])) return;
    }
  }

  /// "Support Lead, Acme", "+44 20 7946 0000": no sentence and none of its words.
  [[nodiscard]] bool stands_under_name(Range line) const {
    const Token& first = reading_[line.begin];
    return (first.kind != Kind::word || first.has(Token::capitalised)) &&
           !reading_.is(line.end - 1, Kind::terminator) &&
           !reading_.is(line.end - 1, Kind::separator);
  }

  /// "for the log", "It helps.": no name, and no line of an address.
  [[nodiscard]] bool goes_on(Range line) const {
    if (is_name_line(line) || !reading_.is(line.begin, Kind::word)) return false;
    return reading_.is(line.end - 1, Kind::terminator) ||
           !reading_[line.begin].has(Token::capitalised);
  }

  [[nodiscard]] bool ends_sentence(Range line) const {
    return line.size() > 6 && reading_.is(line.end - 1, Kind::terminator) &&
           abbreviation(reading_.bytes(line.end - 2)) == Abbreviation::none;  // "Acme Inc."
  }

  /// "This e-mail is confidential …": stands below signatures.
  [[nodiscard]] bool is_disclaimer(Range line) const {
    static constexpr WordList words({"confidential", "confidentiality", "privileged", "recipient",
                                     "unsubscribe", "monitored", "disclaimer", "registered"});
    for (std::uint32_t i = line.begin; i < line.end && i < line.begin + 200; ++i) {
      if (reading_.is(i, Kind::word) && reading_[i].letters > 8 &&
          words.contains(reading_.listed(i))) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_postscript(std::uint32_t i) const {
    const std::string_view word = reading_.folded(i);
    return word == "ps" || word == "p.s";
  }

  /// "… call us. Kind regards, Marta" in one line. Its beginning, or the line's end.
  [[nodiscard]] std::uint32_t in_last_line(Range line) const {
    for (std::uint32_t i = line.end; i > line.begin + 1 && i + 10 > line.end;) {
      --i;
      if (!reading_.is(i - 1, Kind::terminator)) continue;
      Range name;
      if (is_sign_off({i, line.end}, name)) {
        const bool thanks = reading_.folded(i).starts_with("thank");
        return !name.empty() || !thanks ? i : line.end;
      }
    }
    return line.end;
  }

  /// "Marta" alone below a sentence.
  [[nodiscard]] bool is_lone_name(Range line, Range above) const {
    if (line.size() > 6 || !reading_[line.begin].has(Token::newline_before)) return false;
    if (reading_[above.end - 1].kind != Kind::terminator &&
        reading_[above.end - 1].kind != Kind::emoji) {
      return false;
    }
    if (reading_.is(line.end - 1, Kind::terminator) || !is_name_line(line)) return false;
    std::uint32_t words = 0;
    for (std::uint32_t i = line.begin; i < line.end; ++i) words += reading_[i].counts();
    return has_team(line) || (words <= 3 && reading_.may_name(line.begin));
  }

  const Reading& reading_;
  Range prose_;
};

}  // namespace

Ending find_ending(const Reading& reading, Range prose) {
  if (prose.empty()) return {};
  return Closer(reading, prose).read();
}

}  // namespace tonelint
