#include "phrases/expression.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Where so many matches may begin, an expression is tried there and nowhere else; where more may,
/// it is searched for in the whole text, which takes no longer however the text is made.
constexpr std::ptrdiff_t most_starts = 64;

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(std::int64_t{8} << 20);
  return options;
}

bool has(const std::array<std::uint32_t, 8>& bits, char byte) {
  const auto at = static_cast<unsigned char>(byte);
  return (bits[at / 32] >> (at % 32) & 1U) != 0;
}

/// Where a match of an expression may begin; `anywhere` is a place as well.
struct Candidate {
  std::uint32_t expression;
  std::uint32_t begin;
};

/// A pair as `PairUse` has it.
std::uint32_t pair_at(const char* bytes) {
  std::uint16_t pair = 0;
  std::memcpy(&pair, bytes, 2);
  return pair;
}

/// Where an expression may match whose rarest pair stands at `at`.
std::optional<std::uint32_t> begin_of(const PhraseTables& tables, const ExpressionRecord& record,
                                      std::string_view text, std::uint32_t at) {
  if (record.offset == anywhere) return anywhere;
  if (at < record.offset) return {};
  const std::uint32_t begin = at - record.offset;
  for (const PairRecord& pair : tables.pairs.subspan(record.pairs, record.pair_count)) {
    const std::size_t place = std::size_t{begin} + pair.offset;
    if (place + 1 >= text.size() || !has(pair.first, text[place]) ||
        !has(pair.second, text[place + 1])) {
      return {};
    }
  }
  return begin;
}

/// Adds what may begin around a pair at `at` that is used. Few pairs come here.
[[gnu::noinline]] void add_candidates(const PhraseTables& tables, std::string_view text,
                                      std::uint32_t at, std::vector<Candidate>& candidates) {
  const std::uint32_t pair = pair_at(text.data() + at);
  const std::uint64_t before = tables.pair_bits[pair / 64] << (63 - pair % 64) << 1U;
  const std::uint32_t* head = tables.pair_heads.data() + tables.pair_ranks[pair / 64] +
                              static_cast<std::uint32_t>(std::popcount(before));
  for (const PairUse& use : tables.pair_uses.subspan(head[0], head[1] - head[0])) {
    const auto begin = begin_of(tables, tables.expressions[use.expression], text, at);
    if (begin) candidates.push_back({use.expression, *begin});
  }
}

/// Bits of the bytes, the highest of each, that are no small letters and no spaces.
std::uint64_t signs_of(const char* eight) {
  constexpr std::uint64_t each = 0x0101010101010101ULL;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, 8);
  const std::uint64_t low = bytes & each * 0x7F;
  const std::uint64_t letters = (low + each * (0x80 - 'a')) & ~(low + each * (0x7F - 'z'));
  const std::uint64_t spaces = ~((low ^ each * ' ') + each * 0x7F);
  return (bytes | ~(letters | spaces)) & each * 0x80;
}

/// Calls `each` with every place of a text where two bytes begin of which one is no small letter
/// and no space.
template <class Each>
void for_each_sign(std::string_view text, Each each) {
  const auto last = static_cast<std::uint32_t>(text.size() - 1);
  std::uint32_t next = 0;  // All before has been told.
  const auto around = [&](std::uint32_t sign) {
    if (sign > next) each(sign - 1);
    if (sign < last) each(sign);
    next = sign + 1;
  };
  std::uint32_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    for (std::uint64_t signs = signs_of(text.data() + at); signs != 0; signs &= signs - 1) {
      around(at + static_cast<std::uint32_t>(std::countr_zero(signs)) / 8);
    }
  }
  for (; at < text.size(); ++at) {
    if (!is_small(static_cast<unsigned char>(text[at]))) around(at);
  }
}

/// In order of the expressions and places.
void find_candidates(const PhraseTables& tables, std::uint32_t where, std::string_view text,
                     std::vector<Candidate>& candidates) {
  candidates.clear();
  const PhraseCounts& counts = tables.counts[0];
  for (std::uint32_t i = 0; counts.unpaired != 0 && i < tables.expressions.size(); ++i) {
    if (tables.expressions[i].offset == no_pair) candidates.push_back({i, anywhere});
  }
  if (tables.pair_bits.empty() || text.empty()) return;
  const std::uint64_t* bits = tables.pair_bits.data();
  const auto look = [&](std::uint32_t at) {
    const std::uint32_t pair = pair_at(text.data() + at);
    if ((bits[pair / 64] >> (pair % 64) & 1U) != 0) add_candidates(tables, text, at, candidates);
  };
  if ((counts.small_pairs & where) == 0) {
    for_each_sign(text, look);
  } else {
    for (std::uint32_t at = 0; at + 1 < text.size(); ++at) look(at);
  }
  if (candidates.size() < 2) return;
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.expression != b.expression ? a.expression < b.expression : a.begin < b.begin;
  });
}

}  // namespace

struct Expressions::Compiled {
  /// The next match from `from` on; an empty span when there is none.
  [[nodiscard]] Span match(std::string_view text, std::size_t from, RE2::Anchor anchor) const {
    re2::StringPiece matches[2];
    const int count = std::min(2, 1 + expression->NumberOfCapturingGroups());
    const re2::StringPiece whole(text.data(), text.size());
    while (expression->Match(whole, from, text.size(), anchor, matches, count)) {
      // A group in round brackets, where there is one, is what the expression is about.
      const re2::StringPiece piece = matches[count - 1].empty() ? matches[0] : matches[count - 1];
      const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
      if (!piece.empty()) return {begin, begin + static_cast<std::uint32_t>(piece.size())};
      if (anchor == RE2::ANCHOR_START || begin == text.size()) break;
      from = begin + 1;
    }
    return {};
  }

  std::once_flag once;
  std::unique_ptr<RE2> expression;
};

namespace {

/// Whether RE2 stumbled over what other kinds of expressions have: a look ahead or behind, or a
/// reference back.
bool is_of_other_kinds(std::string_view sign) {
  return sign.starts_with("(?=") || sign.starts_with("(?!") || sign.starts_with("(?<") ||
         (sign.size() == 2 && sign[0] == '\\' && ascii::is_digit(sign[1]));
}

}  // namespace

std::optional<PhraseProblem> check_expression(std::string_view expression) {
  const RE2 compiled(re2::StringPiece(expression.data(), expression.size()), options());
  if (!compiled.ok() && is_of_other_kinds(compiled.error_arg())) {
    return PhraseProblem{1, "expressions here cannot look ahead or behind, nor refer back: “" +
                                compiled.error_arg() + "”"};
  }
  if (!compiled.ok()) {
    return PhraseProblem{1, "this expression cannot be read: " + compiled.error()};
  }
  if (RE2::FullMatch("", compiled)) {
    return PhraseProblem{1, "this expression matches even where there is nothing"};
  }
  return {};
}

Expressions::Expressions(std::size_t count) : compiled_(new Compiled[count]) {}
Expressions::~Expressions() = default;

const Expressions::Compiled& Expressions::compiled(const PhraseTables& tables,
                                                   std::uint32_t index) const {
  Compiled& compiled = compiled_[index];
  std::call_once(compiled.once, [&] {
    const ExpressionRecord& record = tables.expressions[index];
    compiled.expression = std::make_unique<RE2>(
        re2::StringPiece(tables.strings.data() + record.text, record.size), options());
  });
  return compiled;
}

void Expressions::find(const PhraseTables& tables, std::uint32_t where, std::string_view text,
                       std::vector<Match>& matches) const {
  thread_local std::vector<Candidate> candidates;
  find_candidates(tables, where, text, candidates);
  for (auto own = candidates.cbegin(); own != candidates.cend();) {
    const std::uint32_t index = own->expression;
    const auto end = std::find_if(own, candidates.cend(), [&](const Candidate& candidate) {
      return candidate.expression != index;
    });
    const std::uint32_t alternative = tables.expressions[index].alternative;
    if ((tables.alternatives[alternative].flags & where) != 0) {
      const Compiled& expression = compiled(tables, index);
      const bool in_whole = end[-1].begin == anywhere || end - own > most_starts;
      std::size_t from = 0;
      for (auto at = own; at != end && !in_whole; ++at) {
        if (at->begin < from) continue;
        const Span match = expression.match(text, at->begin, RE2::ANCHOR_START);
        if (match.empty()) continue;
        matches.push_back({alternative, match});
        from = match.end;
      }
      while (in_whole) {
        const Span match = expression.match(text, from, RE2::UNANCHORED);
        if (match.empty()) break;
        matches.push_back({alternative, match});
        from = match.end;
      }
    }
    own = end;
  }
}

}  // namespace tonelint
