#include "phrases/expression.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace tonelint {
namespace {

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

Expressions::PairsOfText::PairsOfText(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const std::uint32_t bit =
        pair_bit(static_cast<unsigned char>(text[i - 1]), static_cast<unsigned char>(text[i]));
    bits_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
  }
}

bool Expressions::PairsOfText::may_match(const PhraseTables& tables,
                                         const ExpressionRecord& record) const {
  const auto pairs = tables.pairs.subspan(record.pairs, record.pair_count);
  for (std::size_t at = 0; at < pairs.size(); at += 1 + pairs[at]) {
    const auto set = pairs.subspan(at + 1, pairs[at]);
    if (std::none_of(set.begin(), set.end(), [this](std::uint32_t bit) {
          return (bits_[bit >> 6] >> (bit & 63) & 1) != 0;
        })) {
      return false;
    }
  }
  return true;
}

Span Expressions::next_match(const PhraseTables& tables, std::uint32_t index, std::string_view text,
                             std::size_t from) const {
  Compiled& compiled = compiled_[index];
  std::call_once(compiled.once, [&] {
    const ExpressionRecord& record = tables.expressions[index];
    compiled.expression = std::make_unique<RE2>(
        re2::StringPiece(tables.strings.data() + record.text, record.size), options());
  });
  // A group in round brackets, where there is one, is what the expression is about.
  re2::StringPiece matches[2];
  const int count = std::min(2, 1 + compiled.expression->NumberOfCapturingGroups());
  const re2::StringPiece whole(text.data(), text.size());
  while (compiled.expression->Match(whole, from, text.size(), RE2::UNANCHORED, matches, count)) {
    const re2::StringPiece match = matches[count - 1].empty() ? matches[0] : matches[count - 1];
    const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
    if (!match.empty()) return {begin, begin + static_cast<std::uint32_t>(match.size())};
    if (begin == text.size()) break;
    from = begin + 1;
  }
  return {};
}

}  // namespace tonelint
