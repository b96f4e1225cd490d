#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "phrases/syntax.hpp"
#include "phrases/tables.hpp"

namespace tonelint {

/// Collects fragments (runs of literal words with choices) and makes one deterministic automaton of
/// them all: subset construction over a network of states, done once when a guide is compiled.
class Network {
 public:
  Network();

  /// The fragment that these nodes make; equal nodes give the same one.
  std::uint32_t fragment(const std::vector<PhraseNode>& nodes);

  /// The symbol of a folded word; a new one where it has none.
  Symbol intern(const std::string& word);
  /// By symbol; the first is none.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

  /// How often a fragment is expected to be found, roughly: what sets off an alternative should be
  /// rare.
  [[nodiscard]] double commonness(std::uint32_t fragment) const { return commonness_[fragment]; }
  [[nodiscard]] std::size_t fragment_count() const { return commonness_.size(); }

  /// Writes words, symbols, states (but for what they set off) and edges. `where`: by fragment,
  /// where it is looked for, which tells by which entrances it is reached.
  void build(std::span<const std::uint32_t> where, PhraseTablesUnderWay& tables);

  /// After build: by state, the fragments that end there, each a sorted list.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& accepted() const {
    return accepted_;
  }

 private:
  struct Way {
    Symbol symbol;
    std::uint32_t to;
    bool exact = false;  ///< Takes no part in contractions.
  };
  struct State {
    std::vector<Way> edges;
    std::vector<std::uint32_t> empty;  ///< Edges that take no word.
    std::uint32_t accepts = 0;         ///< Fragment + 1.
  };

  std::uint32_t add_state();
  std::uint32_t chain(std::uint32_t from, const std::vector<PhraseNode>& nodes);
  std::uint32_t spell(std::uint32_t from, const PhraseNode& node);
  std::uint32_t word(std::uint32_t from, const PhraseNode& node);
  void contract(std::uint32_t first_state);
  void close(std::vector<std::uint32_t>& set) const;

  std::vector<State> states_{1};
  std::vector<std::uint32_t> starts_;
  std::vector<double> commonness_;
  std::vector<std::vector<std::uint32_t>> accepted_;
  std::vector<std::string> words_{std::string()};
  std::vector<bool> pause_{false};
  std::unordered_map<std::string, Symbol> symbols_;
  std::unordered_map<std::string, std::uint32_t> fragments_;
};

}  // namespace tonelint
