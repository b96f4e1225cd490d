#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/expand.hpp"
#include "phrases/network.hpp"
#include "phrases/syntax.hpp"
#include "phrases/tables.hpp"
#include "text/nearest.hpp"

namespace tonelint {

/// A rewrite as its author wrote it.
struct PhraseRewrite {
  std::string_view text;
  bool safe = false;
};

/// A problem that shows only when all phrases are known.
struct ListProblem {
  enum class Kind : std::uint8_t { bad_phrase, cycle, unreachable };
  std::uint32_t phrase = 0;  ///< As `PhraseCompiler::add` counts them.
  Kind kind = Kind::bad_phrase;
  std::string message;
};

/// What checks ask of single words: told once for each word when a guide is compiled, so that it is
/// a look into a table when a draft is checked.
struct WordTraits {
  std::vector<std::string_view> words;                     ///< That have any; folded.
  std::uint32_t (*of)(std::string_view folded) = nullptr;  ///< The traits of any word, as bits.
};

/// Compiles all phrases of a guide into one set of tables. First all lists, then the phrases, then
/// `finish`.
class PhraseCompiler {
 public:
  PhraseCompiler();

  /// A new list; with a name it is a cue, which phrases may use. Without one it is looked for
  /// `where` (in_draft …) tells.
  ListId add_list(std::string_view cue_name = {}, std::uint32_t where = in_draft);
  /// The list of a cue, of what the document gives (`customer`, `greeting`, `number` …), or of what
  /// is built in (`date`, `time`); or nothing. What is asked for is looked for in every draft.
  /// `where` is in_draft, in_message ….
  [[nodiscard]] std::optional<ListId> cue(std::string_view name, std::uint32_t where = in_draft);
  /// Whether a cue of this name is what the document gives, so that no phrase can fill it.
  [[nodiscard]] static bool is_given(std::string_view name);
  /// The names that `<…>` may hold.
  [[nodiscard]] std::vector<std::string_view> cue_names() const;

  /// The cue, or one of `more` names, that was probably meant; nothing after many such mistakes.
  [[nodiscard]] std::string_view nearest_cue(std::string_view name,
                                             std::span<const std::string_view> more = {});

  /// Adds a phrase to a list. Phrases count from 0 in order of being added, failed ones included.
  /// Mistakes of its writing are told here, those that need all cues by `finish`.
  [[nodiscard]] std::optional<PhraseProblem> add(ListId list, std::string_view phrase,
                                                 std::span<const PhraseRewrite> rewrites = {});

  /// Writes the tables; `tables` must be empty but for `strings` and `rewrites`. A cue that nothing
  /// looks for by itself takes no place in them: phrases that use it hold its words.
  [[nodiscard]] std::vector<ListProblem> finish(PhraseTablesUnderWay& tables,
                                                const WordTraits& traits = {});

 private:
  struct Element {
    ElementRecord::Kind kind;
    std::uint32_t id;
    std::string capture;
  };
  struct Alternative {
    std::uint32_t phrase;
    std::vector<Element> elements;
    std::vector<std::pair<std::string, std::string>> constants;
    std::vector<std::pair<std::string, bool>> rewrites;  ///< `word~` settled.
    std::string expression;
  };
  struct Entry {
    ListId list;
    std::string text;
    std::uint32_t flags = 0;
    PhraseSyntax syntax;
    std::vector<std::pair<std::string, bool>> rewrites;
    bool valid = true;
  };
  /// How a cue can be used within a phrase.
  enum class CueUse : std::uint8_t { unknown, under_way, literal, list };
  struct CueSize {
    std::size_t words = 0;  ///< That it puts into a phrase that uses it.
    std::size_t depth = 0;  ///< Of the cues that it uses: each one more than those that it uses.
  };

  void add_built_in_cues();
  CueUse use_of(ListId list, std::vector<ListProblem>& problems);
  bool is_literal(const PhraseNode& node, CueSize& size, std::vector<ListProblem>& problems);
  [[nodiscard]] PhraseNode with_cues(const PhraseNode& node) const;
  void add_alternatives(std::uint32_t entry, std::vector<ListProblem>& problems);
  std::string elements_of(const PhraseRow& row, std::vector<Element>& elements);
  void spread_where();
  [[nodiscard]] double commonness(const Element& element) const;
  void levels(std::vector<std::uint32_t>& level_of_alternative);
  /// By fragment, where any of its lists is looked for.
  [[nodiscard]] std::vector<std::uint32_t> where_of_fragments() const;
  void find_unreachable(std::vector<ListProblem>& problems) const;
  /// The rarest of what an alternative needs besides what sets it off; null: nothing.
  [[nodiscard]] const Element* rarest_need(std::uint32_t index, std::uint32_t trigger) const;
  [[nodiscard]] std::vector<std::uint32_t> number_kept(PhraseTablesUnderWay& tables) const;
  void write_tables(const std::vector<std::uint32_t>& level, PhraseTablesUnderWay& tables);
  void write_alternative(std::uint32_t index, PhraseTablesUnderWay& tables);
  void write_expression(std::uint32_t index, PhraseTablesUnderWay& tables);

  Network network_;
  std::map<std::string, ListId, std::less<>> cues_;
  std::map<ListId, std::uint32_t> where_;  ///< Where each list is looked for by itself, if it is.
  std::vector<CueUse> uses_;
  std::vector<CueSize> sizes_;  ///< By list.
  std::size_t cues_under_way_ = 0;
  GuessBudget guesses_;                                 ///< At cues.
  std::vector<std::vector<std::uint32_t>> entries_of_;  ///< By list.
  std::vector<double> list_commonness_;
  std::uint32_t list_count_ = given_lists;
  std::vector<Entry> entries_;
  std::vector<Alternative> alternatives_;
};

}  // namespace tonelint
