#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/expand.hpp"
#include "phrases/network.hpp"
#include "phrases/syntax.hpp"
#include "phrases/tables.hpp"

namespace tonelint {

/// A rewrite as its author wrote it.
struct PhraseRewrite {
  std::string_view text;
  bool safe = false;
};

/// A problem that shows only when all phrases are known.
struct ListProblem {
  std::uint32_t phrase = 0;  ///< As `PhraseCompiler::add` counts them.
  bool cycle = false;        ///< Its cue leads back to itself; else it is never reached.
  std::string message;
};

/// Compiles all phrases of a guide into one set of tables. First all lists, then the phrases, then
/// `finish`.
class PhraseCompiler {
 public:
  PhraseCompiler();

  /// A new list; with a name it is a cue, which phrases may use.
  ListId add_list(std::string_view cue_name = {});
  /// The list of a cue, of what the document gives (`customer`, `greeting`, `number` …), or of what
  /// is built in (`date`, `time`); or nothing. What is asked for is looked for in every draft.
  [[nodiscard]] std::optional<ListId> cue(std::string_view name);
  /// The names that `<…>` may hold.
  [[nodiscard]] std::vector<std::string_view> cue_names() const;

  /// Adds a phrase to a list. Phrases count from 0 in order of being added, failed ones included.
  [[nodiscard]] std::optional<PhraseProblem> add(ListId list, std::string_view phrase,
                                                 std::span<const PhraseRewrite> rewrites = {});

  /// Writes the tables; `tables` must be empty but for `strings`.
  [[nodiscard]] std::vector<ListProblem> finish(PhraseTablesUnderWay& tables);

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
  };

  std::optional<PhraseProblem> elements_of(const PhraseRow& row, std::vector<Element>& elements);
  void levels(std::vector<std::uint32_t>& level_of_alternative, std::vector<ListProblem>& problems);
  void find_unreachable(std::vector<ListProblem>& problems) const;

  Network network_;
  std::map<std::string, ListId, std::less<>> cues_;
  std::set<ListId> kept_;
  std::uint32_t list_count_ = given_lists;
  std::vector<Entry> entries_;
  std::vector<Alternative> alternatives_;
};

}  // namespace tonelint
