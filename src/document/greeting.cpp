#include "document/abbreviations.hpp"
#include "document/anatomy.hpp"
#include "document/salutations.hpp"

namespace tonelint {

namespace {

using Kind = Token::Kind;

/// Reads a greeting from left to right.
class Greeter {
 public:
  Greeter(const Reading& reading, Range range)
      : reading_(reading), at_(range.begin), end_(reading.line_end(range.begin, range.end)) {}

  Greeting read() {
    Greeting found;
    const std::uint32_t begin = at_;
    pass_mentions();
    std::uint32_t size = reading_.longest(salutations(), at_, end_);
    const bool weak = size == 0;
    if (weak) size = reading_.longest(weak_salutations(), at_, end_);
    if (size == 0) return bare_name(begin);
    found.words = {at_, at_ + size};
    at_ += size;
    if (at_ < end_ && reading_.joined(at_) && !is_stop(at_)) return {};  // "Hi-res"
    const bool addressed = pass_addressees();
    found.name = name();
    if (found.name.empty() && at_ + 1 < end_ && reading_.bytes(at_) == ",") {
      const std::uint32_t comma = at_++;  // "Hey there, Ana!"
      found.name = name();
      if (!found.name.empty() && at_ < end_ && !is_stop(at_)) found.name = {};
      if (found.name.empty()) at_ = comma;
    }
    const bool stopped = at_ == end_ || is_stop(at_) || reading_.is(at_, Kind::emoji);
    if (weak && !stopped && found.name.empty() && !addressed) return {};
    pass_stops();
    found.tokens = {begin, at_};
    return found;
  }

 private:
  /// "@customer", which Twitter puts first, and a waving hand.
  void pass_mentions() {
    while (at_ < end_ && (reading_.is(at_, Kind::emoji) || reading_.bytes(at_)[0] == '@')) ++at_;
  }

  bool pass_addressees() {
    const std::uint32_t begin = at_;
    while (at_ < end_ && is_addressed(at_)) {
      ++at_;
      if (at_ + 1 < end_ && reading_.bytes(at_) == "/" && is_addressed(at_ + 1)) ++at_;
    }
    return at_ > begin;
  }

  [[nodiscard]] bool is_addressed(std::uint32_t i) const {
    return reading_.is(i, Kind::word) && is_addressee(reading_.listed(i));
  }

  [[nodiscard]] bool is_stop(std::uint32_t i) const {
    const std::string_view mark = reading_.bytes(i);
    return mark == "," || mark == ":" || mark == ";" || reading_.is(i, Kind::terminator) ||
           (reading_.is(i, Kind::pause) && reading_.is_dash(i, end_));
  }

  void pass_stops() {
    const std::uint32_t begin = at_;
    // "Hi Gby~,"
    if (at_ + 1 < end_ && reading_.is(at_, Kind::symbol) && reading_.joined(at_) &&
        is_stop(at_ + 1)) {
      ++at_;
    }
    while (at_ < end_ && at_ < begin + 4 && (is_stop(at_) || reading_.is(at_, Kind::emoji))) ++at_;
  }

  /// Names, with an honorific before them that is not taken into the range.
  Range name() {
    const std::uint32_t before = at_;
    while (at_ < end_ && reading_.is(at_, Kind::word) && is_honorific(reading_.listed(at_))) {
      ++at_;
      if (at_ < end_ && reading_.bytes(at_) == "." && reading_.joined(at_)) ++at_;
      if (at_ + 1 < end_ && is_connector(reading_.listed(at_)) &&
          is_honorific(reading_.listed(at_ + 1))) {
        ++at_;  // "Mr. and Mrs. Lee"
      }
    }
    if (at_ + 1 < end_ && reading_.bytes(at_) == "@" && reading_.joined(at_ + 1)) ++at_;
    const std::uint32_t begin = at_;
    while (at_ < end_ && at_ < begin + 9) {
      const std::uint32_t next = name_part(begin);
      if (next == at_) break;
      at_ = next;
    }
    if (at_ > begin) return {begin, at_};
    if (const std::uint32_t handle = small_name(); handle > at_) {
      at_ = handle;
      return {begin, at_};
    }
    if (begin > before && before + 1 == begin && at_ < end_ && is_stop(at_)) {
      return {before, begin};  // "Hi Don,": a name after all.
    }
    return {at_, at_};
  }

  /// Behind the part of a name at `at_`, or `at_`.
  [[nodiscard]] std::uint32_t name_part(std::uint32_t begin) const {
    if (at_ > begin && reading_[at_].letters == 1 && reading_[at_].has(Token::capitalised) &&
        reading_.bytes(at_) != "I") {  // "Julie Anne A.,"
      const bool stop = at_ + 2 < end_ && reading_.bytes(at_ + 1) == "." && is_stop(at_ + 2);
      return at_ + (stop ? 2 : 1);
    }
    if (reading_.may_name(at_)) {
      const bool initial = at_ + 1 < end_ && reading_[at_].letters == 1 &&
                           reading_.bytes(at_ + 1) == "." && at_ + 2 < end_ &&
                           reading_.may_name(at_ + 2);
      return at_ + (initial ? 2 : 1);
    }
    if (at_ + 1 >= end_ || !(reading_.may_name(at_ + 1))) {
      if (at_ == begin || at_ + 1 >= end_ || !reading_.is(at_ + 1, Kind::word)) return at_;
      // "Jean-paul", "von der Leyen"
      if (reading_.bytes(at_) == "-" && !reading_.is_dash(at_, end_)) return at_ + 2;
      const bool two = at_ + 2 < end_ && reading_.may_name(at_ + 2) &&
                       is_particle(reading_.listed(at_)) && is_particle(reading_.listed(at_ + 1));
      return two ? at_ + 3 : at_;
    }
    const std::string_view bytes = reading_.bytes(at_);
    if (is_particle(reading_.listed(at_))) return at_ + 2;
    if (at_ == begin) return at_;
    if (bytes == "-" && !reading_.is_dash(at_, end_)) return at_ + 2;
    return is_connector(reading_.listed(at_)) ? at_ + 2 : at_;
  }

  /// "hi priya," and "Hi 06141987,": small or odd, but alone before the comma.
  [[nodiscard]] std::uint32_t small_name() const {
    std::uint32_t i = at_;
    while (i < end_ && i < at_ + 4 &&
           (reading_.is(i, Kind::word) || reading_.is(i, Kind::number))) {
      const bool between = i > at_ && i + 1 < end_ && is_connector(reading_.listed(i));
      if (!between && (begins_sentences(reading_.bytes(i)) || is_no_name(reading_.listed(i)))) {
        return at_;
      }
      ++i;
    }
    const bool alone = i == end_ || is_stop(i);
    return alone ? i : at_;
  }

  /// "Priya," alone on the first line.
  Greeting bare_name(std::uint32_t begin) {
    const Range found = name();
    if (found.empty() || found.size() > 4 || at_ + 1 != end_) return {};
    if (reading_.bytes(at_) != "," || !reading_[found.begin].has(Token::capitalised)) return {};
    return {{begin, end_}, {begin, begin}, found};
  }

  const Reading& reading_;
  std::uint32_t at_;
  std::uint32_t end_;  ///< Of the first line: a greeting has no second.
};

}  // namespace

Greeting find_greeting(const Reading& reading, Range range) {
  if (range.empty()) return {};
  return Greeter(reading, range).read();
}

}  // namespace tonelint
