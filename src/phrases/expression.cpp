#include "phrases/expression.hpp"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

namespace tonelint {
namespace {

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(std::int64_t{8} << 20);
  return options;
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool holds(std::string_view text, std::string_view atom) {
  const auto same = [](char a, char b) { return small(a) == b; };
  return std::search(text.begin(), text.end(), atom.begin(), atom.end(), same) != text.end();
}

constexpr std::uint32_t pair_bit(unsigned char a, unsigned char b) {
  return (((a | 0x20U) * 37U) ^ (b | 0x20U) * 5U) & 4095U;
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

std::vector<std::string> expression_atoms(std::string_view expression) {
  re2::FilteredRE2 filter(2);
  int id = 0;
  if (filter.Add(re2::StringPiece(expression.data(), expression.size()), options(), &id) !=
      RE2::NoError) {
    return {};
  }
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  // Where no atom is needed, RE2 lists the expression as possible without any.
  std::vector<int> possible;
  filter.AllPotentials({}, &possible);
  if (!possible.empty()) return {};
  return atoms;
}

Expressions::Expressions(std::size_t count) : compiled_(new Compiled[count]) {}
Expressions::~Expressions() = default;

Expressions::AtomFilter::AtomFilter(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const std::uint32_t bit =
        pair_bit(static_cast<unsigned char>(text[i - 1]), static_cast<unsigned char>(text[i]));
    pairs_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
  }
}

bool Expressions::AtomFilter::may_hold(std::string_view atom) const {
  for (std::size_t i = 1; i < atom.size(); ++i) {
    const std::uint32_t bit =
        pair_bit(static_cast<unsigned char>(atom[i - 1]), static_cast<unsigned char>(atom[i]));
    if ((pairs_[bit >> 6] >> (bit & 63) & 1) == 0) return false;
  }
  return true;
}

bool Expressions::may_match(const PhraseTables& tables, std::uint32_t index, std::string_view text,
                            const AtomFilter& filter) const {
  const ExpressionRecord& record = tables.expressions[index];
  const auto atoms = tables.atoms.subspan(record.atoms, record.atom_count);
  return atoms.empty() || std::any_of(atoms.begin(), atoms.end(), [&](const AtomRecord& atom) {
           const std::string_view wanted = tables.string(atom.text, atom.size);
           return filter.may_hold(wanted) && holds(text, wanted);
         });
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
  if (!compiled.expression->Match(whole, from, text.size(), RE2::UNANCHORED, matches, count)) {
    return {};
  }
  const re2::StringPiece match = matches[count - 1].empty() ? matches[0] : matches[count - 1];
  const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(match.size())};
}

}  // namespace tonelint
