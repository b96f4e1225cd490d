#include <algorithm>
#include <bitset>
#include <optional>

#include "phrases/commonness.hpp"
#include "phrases/expression.hpp"

namespace tonelint {
namespace {

using Bytes = std::bitset<256>;
/// How many bytes something takes, where that is always the same.
using Length = std::optional<std::uint32_t>;

constexpr std::size_t most_pairs = 4;
constexpr std::size_t widest_pair = 700;

Length operator+(Length a, Length b) {
  if (a && b) return *a + *b;
  return {};
}

struct Pair : NeededPair {
  unsigned common = 0;  ///< How often it is met, roughly.

  /// What it costs to look for it: where it does not tell the place, a whole text is searched.
  [[nodiscard]] unsigned cost() const { return offset ? common : 8 * common; }
};

/// What every match of a part of an expression must hold. An empty set of bytes is an unknown one.
struct Need {
  std::vector<Pair> pairs;  ///< All of them must be met.
  Bytes first, last;
  Length length = 0;
  bool nullable = false;
};

void need_pair(std::vector<Pair>& pairs, const Bytes& first, const Bytes& second, Length offset) {
  if (first.none() || second.none() || first.count() * second.count() > widest_pair) return;
  Pair pair{{first, second, offset}};
  for (std::size_t a = 0; a < 256; ++a) {
    for (std::size_t b = 0; first[a] && b < 256; ++b) {
      if (second[b]) pair.common += commonness(a, b);
    }
  }
  pairs.push_back(pair);
}

void keep_rarest(std::vector<Pair>& pairs, std::size_t most) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.cost() < b.cost(); });
  if (pairs.size() > most) pairs.resize(most);
}

/// Reads just enough of an expression to tell what every match must hold: literals, sets, groups,
/// alternatives and counts. Whatever else there is may stand for anything.
class NeedReader {
 public:
  explicit NeedReader(std::string_view expression) : rest_(expression) {}

  /// Nothing when the expression holds something that this does not know.
  std::vector<Pair> run() {
    Need need = alternatives(0);
    if (!known_ || !rest_.empty()) return {};
    keep_rarest(need.pairs, most_pairs);
    return std::move(need.pairs);
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
      // Of each way the rarest pair, and one of them must be met.
      for (Need* need : {&all, &other}) keep_rarest(need->pairs, 1);
      if (all.pairs.empty() || other.pairs.empty()) {
        all.pairs.clear();
      } else {
        Pair& pair = all.pairs[0];
        pair.first |= other.pairs[0].first;
        pair.second |= other.pairs[0].second;
        pair.common += other.pairs[0].common;
        if (pair.offset != other.pairs[0].offset) pair.offset.reset();
      }
      if (all.length != other.length) all.length.reset();
      all.first = all.first.none() || other.first.none() ? Bytes{} : all.first | other.first;
      all.last = all.last.none() || other.last.none() ? Bytes{} : all.last | other.last;
      all.nullable = all.nullable || other.nullable;
      one_way = false;
    }
    if (one_way) keep_rarest(all.pairs, most_pairs);
    return all;
  }

  Need sequence(int depth) {
    Need need;
    need.nullable = true;
    Bytes before;      // the last byte that must stand; none: unknown
    Length before_at;  // where
    Bytes between;     // what may stand behind it
    bool between_known = true;
    bool first_known = true;
    while (known_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Need piece;
      if (!read_piece(depth, piece)) {
        count();
        continue;
      }
      const auto [least, most] = count();
      const bool must = least > 0 && !piece.nullable;
      if (must) {
        for (Pair& pair : piece.pairs) {
          pair.offset = pair.offset + need.length;
          need.pairs.push_back(pair);
        }
      }
      if (need.nullable) {
        first_known = first_known && piece.first.any();
        need.first |= piece.first;
      }
      if (must && piece.first.any() && between_known) {
        need_pair(need.pairs, before, between | piece.first, before_at);
      }
      if (must && least > 1) {
        need_pair(need.pairs, piece.last, piece.first,
                  piece.length && *piece.length == 1 ? need.length : Length{});
      }
      const bool is_exact = least == most && piece.length;
      need.length = is_exact ? need.length + Length(least * *piece.length) : Length{};
      if (must) {
        need.nullable = false;
        before = piece.last;
        before_at = need.length && *need.length > 0 ? Length(*need.length - 1) : Length{};
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
      set(piece);
      return true;
    }
    if (c == '\\') {
      if (rest_.empty()) return false;
      const char escaped = take();
      if (escaped == 'b' || escaped == 'B' || escaped == 'A' || escaped == 'z') return false;
      piece.first = escape(escaped);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      // A letter of several bytes is one piece; in any case it might be written with others.
      Bytes before = Bytes{}.set(static_cast<unsigned char>(c));
      const bool exact = !any_case_ || has_no_case(c);
      piece.first = exact ? before : Bytes{};
      std::uint32_t bytes = 1;
      while (!rest_.empty() && (static_cast<unsigned char>(rest_.front()) & 0xC0U) == 0x80U) {
        const Bytes next = Bytes{}.set(static_cast<unsigned char>(take()));
        if (exact) need_pair(piece.pairs, before, next, bytes - 1);
        before = next;
        ++bytes;
      }
      piece.last = exact ? before : Bytes{};
      piece.length = exact ? bytes : Length{};
      return true;
    } else if (c != '.') {
      piece.first = Bytes{}.set(static_cast<unsigned char>(c));
    }
    settle(piece, false);
    return true;
  }

  /// Of what begins with `lead` and goes on with the rest: punctuation, signs and emoji are, some
  /// letters that have but one case are not told from others.
  [[nodiscard]] bool has_no_case(char lead) const {
    const int first = static_cast<unsigned char>(lead);
    const int second = rest_.empty() ? 0 : static_cast<unsigned char>(rest_.front());
    if (first == 0xF0) return second == 0x9F;
    return first == 0xE2 && (second < 0x84 || (second >= 0x98 && second < 0xA0));
  }

  /// Settles a piece of one letter out of `first`, of several bytes where it is `wide`.
  void settle(Need& piece, bool wide) const {
    piece.length.reset();
    if (piece.first.none()) return;
    for (std::size_t c = 'a'; any_case_ && c <= 'z'; ++c) {
      const bool has = piece.first[c] || piece.first[c - 32];
      piece.first[c] = piece.first[c - 32] = has;
    }
    // In any case k and s are also the Kelvin sign and the long s.
    const bool has_k = any_case_ && piece.first['k'];
    const bool has_s = any_case_ && piece.first['s'];
    if (has_k) piece.first.set(0xE2);
    if (has_s) piece.first.set(0xC5);
    wide = wide || has_k || has_s;
    piece.last = piece.first;
    for (std::size_t c = 0x80; wide && c < 0x100; ++c) piece.last[c] = c < 0xC0;
    if (!wide) piece.length = 1;
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

  /// After "[": the bytes that a set begins with; none when they are not known.
  void set(Need& piece) {
    bool wide = false;
    bool known = true;
    if (rest_.starts_with('^')) known = false, take();
    for (bool first = true; !rest_.empty() && (first || rest_.front() != ']'); first = false) {
      const char c = take();
      if (c == '[' && rest_.starts_with(':')) give_up();
      if (c == '\\' && !rest_.empty()) {
        const char escaped = take();
        const Bytes more = escape(escaped);
        known = known && more.any();
        piece.first |= more;
        continue;
      }
      const auto from_byte = static_cast<unsigned char>(c);
      if (from_byte >= 0x80) {
        wide = true;
        known = known && (!any_case_ || has_no_case(c));
        while (!rest_.empty() && (static_cast<unsigned char>(rest_.front()) & 0xC0U) == 0x80U)
          take();
      }
      char to = c;
      if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
        take();
        to = take();
        if (to == '\\') give_up();
      }
      const auto to_byte = static_cast<unsigned char>(to);
      known = known && (to_byte < 0x80 || to == c);
      for (std::size_t each = from_byte; each <= to_byte; ++each) piece.first.set(each);
    }
    if (rest_.empty()) {
      give_up();
    } else {
      take();
    }
    if (!known) piece.first.reset();
    settle(piece, wide);
  }

  /// How often the last piece stands at least and, roughly, at most.
  std::pair<unsigned, unsigned> count() {
    unsigned least = 1;
    unsigned most = 1;
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '*' || c == '?') {
        least = 0, most = 1000;
      } else if (c == '{' && rest_.size() > 1 && rest_[1] >= '0' && rest_[1] <= '9') {
        take();
        unsigned number = 0;
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
          number = std::min(1000U, number * 10 + static_cast<unsigned>(take() - '0'));
        }
        most = rest_.starts_with('}') && most == 1 ? number : 1000;
        while (!rest_.empty() && rest_.front() != '}') take();
        if (rest_.empty()) break;
        least = least == 0 ? 0 : number;
      } else if (c == '+') {
        most = 1000;
      } else {
        break;
      }
      take();
      // What follows a count makes it lazy: "+?".
      if (!rest_.empty() && rest_.front() == '?') take();
    }
    return {least, most};
  }

  std::string_view rest_;
  bool known_ = true;
  bool any_case_ = false;
};

}  // namespace

std::vector<NeededPair> needed_pairs(std::string_view expression) {
  const std::vector<Pair> pairs = NeedReader(expression).run();
  return {pairs.begin(), pairs.end()};
}

}  // namespace tonelint
