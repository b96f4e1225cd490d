#include "lint/gates.hpp"

#include "lint/circumstances.hpp"

namespace tonelint {

void Gates::choose(const RuleTables& tables, const Document& document, const Scan& scan,
                   const Facts& facts, bool all) {
  const auto lists = scan.found_lists();
  found_.assign(tables.gate_of_list.size() / 64 + 1, 0);
  found_[0] = std::uint64_t{1} << list_none;  // what needs no list has it
  for (const ListId list : lists) found_[list / 64] |= std::uint64_t{1} << list % 64;
  const std::uint32_t circumstances = circumstances_of(document, scan, facts);
  const std::uint32_t words = document.word_count();
  open_.resize(tables.always.size() + lists.size());
  const std::uint64_t* const found = found_.data();
  const RuleGate** to = open_.data();
  // Which gates are open follows no pattern, so that a branch would mostly be guessed wrong.
  const auto add = [&](const RuleGate& gate) {
    *to = &gate;
    const bool speaks = (gate.closed_by & circumstances) == 0;
    const bool fits = (words >= gate.words_min) & (words <= gate.words_max);
    const bool is_found = (found[gate.list / 64] >> gate.list % 64 & 1U) != 0;
    to += (speaks & fits & is_found) | all;
  };
  for (const ListId list : lists) {
    if (const std::uint32_t gate = tables.gate_of_list[list]; gate != 0) {
      add(tables.finding[gate - 1]);
    }
  }
  for (const RuleGate& gate : tables.always) add(gate);
  open_.resize(static_cast<std::size_t>(to - open_.data()));
}

}  // namespace tonelint
