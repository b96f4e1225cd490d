#include <algorithm>
#include <bitset>
#include <optional>

#include "phrases/expression.hpp"

namespace tonelint {
namespace {

using Bytes = std::bitset<256>;

constexpr std::size_t most_sets = 4;
constexpr std::size_t most_pairs = 700;

/// Pairs of which one must stand in every match, and how often one of them is met, roughly.
struct Pairs {
  std::vector<std::uint32_t> bits;
  unsigned common = 0;
};

/// What every match of a part of an expression must hold. An empty set of bytes is an unknown one.
struct Need {
  std::vector<Pairs> sets;  ///< All of them must be met.
  Bytes first, last;
  bool nullable = false;
};

/// How often a pair is met in a reply, roughly.
unsigned commonness(std::size_t first, std::size_t second) {
  const auto is_small = [](std::size_t c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](std::size_t c) { return c >= '0' && c <= '9'; };
  const auto is_usual = [&](std::size_t c) { return is_small(c) || c == ' '; };
  if (is_usual(first) && is_usual(second)) return 4;
  if ((is_small(first) || is_digit(first)) && (second == '.' || second == ',')) return 4;
  return is_digit(first) && is_digit(second) ? 3 : 1;
}

void need_pairs(std::vector<Pairs>& sets, const Bytes& first, const Bytes& second) {
  if (first.none() || second.none() || first.count() * second.count() > most_pairs) return;
  Pairs pairs;
  for (std::size_t a = 0; a < 256; ++a) {
    for (std::size_t b = 0; first[a] && b < 256; ++b) {
      if (!second[b]) continue;
      pairs.bits.push_back(pair_bit(static_cast<unsigned char>(a), static_cast<unsigned char>(b)));
      pairs.common += commonness(a, b);
    }
  }
  std::sort(pairs.bits.begin(), pairs.bits.end());
  pairs.bits.erase(std::unique(pairs.bits.begin(), pairs.bits.end()), pairs.bits.end());
  sets.push_back(std::move(pairs));
}

void keep_rarest(std::vector<Pairs>& sets, std::size_t most) {
  std::stable_sort(sets.begin(), sets.end(),
                   [](const Pairs& a, const Pairs& b) { return a.common < b.common; });
  if (sets.size() > most) sets.resize(most);
}

/// Reads just enough of an expression to tell what every match must hold: literals, sets, groups,
/// alternatives and counts. Whatever else there is may stand for anything.
class Reading {
 public:
  explicit Reading(std::string_view expression) : rest_(expression) {}

  /// Nothing when the expression holds something that this does not know.
  std::vector<Pairs> run() {
    Need need = alternatives(0);
    if (!known_ || !rest_.empty()) return {};
    keep_rarest(need.sets, most_sets);
    return std::move(need.sets);
  }

 private:
  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  void give_up() {
    known_ = false;
    rest_ = {};
  }

  Need alternatives(int depth) {
    Need all = sequence(depth);
    bool one_way = true;
    while (known_ && rest_.starts_with('|')) {
      take();
      Need other = sequence(depth);
      // Of each way the rarest set, and one of them must be met.
      for (Need* need : {&all, &other}) keep_rarest(need->sets, 1);
      if (all.sets.empty() || other.sets.empty()) {
        all.sets.clear();
        other.sets.clear();
      } else {
        auto& bits = all.sets[0].bits;
        bits.insert(bits.end(), other.sets[0].bits.begin(), other.sets[0].bits.end());
        all.sets[0].common += other.sets[0].common;
      }
      all.first = all.first.none() || other.first.none() ? Bytes{} : all.first | other.first;
      all.last = all.last.none() || other.last.none() ? Bytes{} : all.last | other.last;
      all.nullable = all.nullable || other.nullable;
      one_way = false;
    }
    if (one_way) keep_rarest(all.sets, most_sets);
    return all;
  }

  Need sequence(int depth) {
    Need need;
    need.nullable = true;
    Bytes before;   // the last byte that must stand; none: unknown
    Bytes between;  // what may stand behind it
    bool between_known = true;
    bool first_known = true;
    while (known_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Need piece;
      if (!read_piece(depth, piece)) {
        count();
        continue;
      }
      const unsigned least = count();
      const bool must = least > 0 && !piece.nullable;
      if (must) {
        std::move(piece.sets.begin(), piece.sets.end(), std::back_inserter(need.sets));
      }
      if (need.nullable) {
        first_known = first_known && piece.first.any();
        need.first |= piece.first;
      }
      if (must && piece.first.any() && between_known) {
        need_pairs(need.sets, before, between | piece.first);
      }
      if (must && least > 1) need_pairs(need.sets, piece.last, piece.first);
      if (must) {
        need.nullable = false;
        before = piece.last;
        between.reset();
        between_known = true;
      } else {
        between_known = between_known && piece.first.any();
        between |= piece.first;
      }
    }
    if (!first_known || need.nullable) need.first.reset();
    need.last = between.none() && between_known ? before : Bytes{};
    return need;
  }

  /// Reads one piece before its count; false for what has no width, such as \b.
  bool read_piece(int depth, Need& piece) {
    const char c = take();
    if (c == '^' || c == '$') return false;
    if (c == '(') {
      bool flags_only = false;
      if (depth > 32 || !open_group(flags_only)) return give_up(), false;
      if (flags_only) return false;
      piece = alternatives(depth + 1);
      if (rest_.empty()) return give_up(), false;
      take();
      return true;
    }
    if (c == '[') {
      piece.first = set();
    } else if (c == '\\') {
      if (rest_.empty()) return false;
      const char escaped = take();
      if (escaped == 'b' || escaped == 'B' || escaped == 'A' || escaped == 'z') return false;
      piece.first = escape(escaped);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      // A letter of several bytes is one piece; in any case it might be written with others.
      Bytes before = Bytes{}.set(static_cast<unsigned char>(c));
      piece.first = any_case_ ? Bytes{} : before;
      while (!rest_.empty() && (static_cast<unsigned char>(rest_.front()) & 0xC0U) == 0x80U) {
        const Bytes next = Bytes{}.set(static_cast<unsigned char>(take()));
        if (!any_case_) need_pairs(piece.sets, before, next);
        before = next;
      }
      piece.last = any_case_ ? Bytes{} : before;
      return true;
    } else if (c != '.') {
      piece.first = either_case(Bytes{}.set(static_cast<unsigned char>(c)));
    }
    piece.last = piece.first;
    return true;
  }

  [[nodiscard]] Bytes either_case(Bytes bytes) const {
    for (std::size_t c = 'a'; any_case_ && c <= 'z'; ++c) {
      const bool has = bytes[c] || bytes[c - 32];
      bytes[c] = bytes[c - 32] = has;
    }
    return bytes;
  }

  /// After "(": reads what marks the group. "(?i)" holds from there on, which is more than it says.
  bool open_group(bool& flags_only) {
    if (!rest_.starts_with('?')) return true;
    take();
    if (rest_.starts_with("P<")) {
      const std::size_t close = rest_.find('>');
      if (close == std::string_view::npos) return false;
      rest_.remove_prefix(close + 1);
      return true;
    }
    while (!rest_.empty()) {
      const char c = take();
      if (c == ':') return true;
      if (c == ')') return flags_only = true;
      if (c == 'i') any_case_ = true;
      if (c != 'i' && c != 's') return false;
    }
    return false;
  }

  /// The bytes of an escape; none when they are many or not known.
  Bytes escape(char c) {
    Bytes bytes;
    const auto range = [&](char from, char to) {
      for (int each = from; each <= to; ++each) bytes.set(static_cast<std::size_t>(each));
    };
    switch (c) {
      case 'd':
        range('0', '9');
        break;
      case 'w':
        range('0', '9'), range('a', 'z'), range('A', 'Z'), bytes.set('_');
        break;
      case 's':
        for (const char space : {' ', '\n', '\t', '\r', '\f'}) {
          bytes.set(static_cast<unsigned char>(space));
        }
        break;
      case 'n':
        bytes.set('\n');
        break;
      case 't':
        bytes.set('\t');
        break;
      case 'p':
      case 'P':
        if (rest_.starts_with('{')) {
          const std::size_t close = rest_.find('}');
          if (close == std::string_view::npos) {
            give_up();
          } else {
            rest_.remove_prefix(close + 1);
          }
        } else if (!rest_.empty()) {
          take();
        }
        break;
      case 'D':
      case 'W':
      case 'S':
        break;
      default:
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) give_up();
        bytes.set(static_cast<unsigned char>(c));
    }
    return bytes;
  }

  /// After "[": the bytes of a set; none when it is negated or holds more than ASCII.
  Bytes set() {
    Bytes bytes;
    bool wide = false;
    if (rest_.starts_with('^')) wide = true, take();
    for (bool first = true; !rest_.empty() && (first || rest_.front() != ']'); first = false) {
      const char c = take();
      if (c == '[' && rest_.starts_with(':')) give_up();
      if (c == '\\' && !rest_.empty()) {
        const char escaped = take();
        const Bytes more = escape(escaped);
        wide = wide || more.none();
        bytes |= more;
        continue;
      }
      char to = c;
      if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
        take();
        to = take();
        if (to == '\\') give_up();
      }
      const auto from_byte = static_cast<unsigned char>(c);
      const auto to_byte = static_cast<unsigned char>(to);
      wide = wide || from_byte >= 0x80 || to_byte >= 0x80;
      for (std::size_t each = from_byte; each <= to_byte; ++each) bytes.set(each);
    }
    if (rest_.empty()) {
      give_up();
    } else {
      take();
    }
    return wide ? Bytes{} : either_case(bytes);
  }

  /// How often the last piece stands at least.
  unsigned count() {
    unsigned least = 1;
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '*' || c == '?') {
        least = 0;
      } else if (c == '{' && rest_.size() > 1 && rest_[1] >= '0' && rest_[1] <= '9') {
        take();
        unsigned number = 0;
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
          number = std::min(1000U, number * 10 + static_cast<unsigned>(take() - '0'));
        }
        while (!rest_.empty() && rest_.front() != '}') take();
        if (rest_.empty()) break;
        least = least == 0 ? 0 : number;
      } else if (c != '+') {
        break;
      }
      take();
      // What follows a count makes it lazy: "+?".
      if (!rest_.empty() && rest_.front() == '?') take();
    }
    return least;
  }

  std::string_view rest_;
  bool known_ = true;
  bool any_case_ = false;
};

}  // namespace

std::vector<std::uint32_t> needed_pairs(std::string_view expression) {
  std::vector<std::uint32_t> all;
  for (const Pairs& set : Reading(expression).run()) {
    all.push_back(static_cast<std::uint32_t>(set.bits.size()));
    all.insert(all.end(), set.bits.begin(), set.bits.end());
  }
  return all;
}

}  // namespace tonelint
