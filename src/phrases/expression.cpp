#include "phrases/expression.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace tonelint {
namespace {

/// Where so many matches may begin, an expression is tried there and nowhere else; where more may,
/// it is searched for in the whole text, which takes no longer however the text is made.
constexpr std::size_t most_starts = 64;

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(std::int64_t{8} << 20);
  return options;
}

}  // namespace

struct Expressions::Compiled {
  std::once_flag once;
  std::unique_ptr<RE2> expression;
};

std::optional<PhraseProblem> check_expression(std::string_view expression) {
  const RE2 compiled(re2::StringPiece(expression.data(), expression.size()), options());
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

std::uint64_t Expressions::find_pairs(const PhraseTables& tables, std::string_view text,
                                      std::vector<Start>& starts) {
  starts.clear();
  std::uint64_t of_starts = 0;
  for (const ExpressionRecord& record : tables.expressions) of_starts |= record.start;
  const std::uint64_t* first_of = tables.first_of.data();
  const std::uint64_t* second_of = tables.second_of.data();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::uint64_t found = 0;
  std::uint64_t before = 0;  // the pairs that the last byte may be the first of
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint64_t pairs = before & second_of[bytes[i]];
    before = first_of[bytes[i]];
    if (pairs == 0) continue;
    found |= pairs;
    if ((pairs & of_starts) != 0 && starts.size() <= most_starts) starts.push_back({pairs, i - 1});
  }
  return found;
}

Span Expressions::next_match(const PhraseTables& tables, std::uint32_t index, std::string_view text,
                             std::size_t from, std::span<const Start> starts) const {
  const ExpressionRecord& record = tables.expressions[index];
  Compiled& compiled = compiled_[index];
  std::call_once(compiled.once, [&] {
    compiled.expression = std::make_unique<RE2>(
        re2::StringPiece(tables.strings.data() + record.text, record.size), options());
  });
  // A group in round brackets, where there is one, is what the expression is about.
  re2::StringPiece matches[2];
  const int count = std::min(2, 1 + compiled.expression->NumberOfCapturingGroups());
  const re2::StringPiece whole(text.data(), text.size());
  const auto match = [&](RE2::Anchor anchor) {
    return compiled.expression->Match(whole, from, text.size(), anchor, matches, count);
  };
  const auto found = [&] {
    const re2::StringPiece piece = matches[count - 1].empty() ? matches[0] : matches[count - 1];
    const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  if (record.start != 0 && starts.size() <= most_starts) {
    for (const Start& start : starts) {
      if ((start.pairs & record.start) == 0 || start.at < from + record.offset) continue;
      from = start.at - record.offset;
      if (match(RE2::ANCHOR_START)) return found();
    }
    return {};
  }
  while (match(RE2::UNANCHORED)) {
    const Span span = found();
    if (!span.empty()) return span;
    if (span.begin == text.size()) break;
    from = span.begin + 1;
  }
  return {};
}

}  // namespace tonelint
