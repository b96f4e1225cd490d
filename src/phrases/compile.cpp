#include "phrases/compile.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "phrases/expression.hpp"

namespace tonelint {
namespace {

/// The form that the n-th `word~` of a rewrite takes: that of the n-th in the phrase, else of the
/// last.
std::string inflect_rewrite(std::string_view rewrite, const std::vector<WordForm::Kind>& forms) {
  std::string out;
  std::size_t count = 0;
  std::size_t word = 0;  // where the current word began in `out`
  for (const char c : rewrite) {
    if (c == '~' && word < out.size()) {
      const auto kind =
          forms.empty() ? WordForm::Kind::base : forms[std::min(count++, forms.size() - 1)];
      const std::string base = out.substr(word);
      out.resize(word);
      out += form_of(base, kind);
      word = out.size();
      continue;
    }
    out += c;
    if (c == ' ' || c == '{' || c == '}' || c == '(' || c == '"') word = out.size();
  }
  return out;
}

bool ends_in_gap(const PhraseNode& node) {
  if (node.kind == PhraseNode::Kind::gap) return true;
  if (node.kind == PhraseNode::Kind::sequence) {
    return !node.parts.empty() && ends_in_gap(node.parts.back());
  }
  return node.kind == PhraseNode::Kind::choice &&
         std::any_of(node.parts.begin(), node.parts.end(), ends_in_gap);
}

bool has_capture(const PhraseRow& row, std::string_view name) {
  return std::any_of(row.items.begin(), row.items.end(),
                     [&](const PhraseItem& item) { return item.capture == name; }) ||
         std::any_of(row.constants.begin(), row.constants.end(),
                     [&](const auto& constant) { return constant.first == name; });
}

}  // namespace

std::optional<PhraseProblem> PhraseCompiler::add(ListId list, std::string_view phrase,
                                                 std::span<const PhraseRewrite> rewrites) {
  Entry& entry = entries_.emplace_back();
  entry.list = list;
  entry.text = phrase;
  auto parsed = parse_phrase(phrase);
  if (const auto* problem = std::get_if<PhraseProblem>(&parsed)) {
    entry.valid = false;
    return *problem;
  }
  entry.syntax = std::move(std::get<PhraseSyntax>(parsed));
  entry.flags = (entry.syntax.sentence_start ? phrase_at_sentence_start : 0U) |
                (entry.syntax.sentence_end ? phrase_at_sentence_end : 0U);
  for (const PhraseRewrite& each : rewrites) entry.rewrites.emplace_back(each.text, each.safe);
  if (entry.syntax.expression.empty()) return {};
  auto problem = check_expression(entry.syntax.expression);
  entry.valid = !problem.has_value();
  return problem;
}

/// The elements of a row; what is wrong with it, if anything.
std::string PhraseCompiler::elements_of(const PhraseRow& row, std::vector<Element>& elements) {
  for (const PhraseItem& item : row.items) {
    switch (item.kind) {
      case PhraseItem::Kind::literal:
        elements.push_back({ElementRecord::fragment, network_.fragment(item.nodes), item.capture});
        break;
      case PhraseItem::Kind::gap:
        elements.push_back({ElementRecord::gap, 0, item.capture});
        break;
      case PhraseItem::Kind::words:
        elements.push_back({ElementRecord::words, 0, item.capture});
        break;
      case PhraseItem::Kind::cue: {
        const auto known = cues_.find(item.cue);
        if (item.cue == "word") {
          elements.push_back({ElementRecord::token_class, class_word, item.capture});
        } else if (known == cues_.end()) {
          const std::string_view meant = nearest_cue(item.cue);
          return "there is no cue called <" + item.cue + ">" +
                 (meant.empty() ? std::string() : "; did you mean <" + std::string(meant) + ">?");
        } else if (list_number <= known->second && known->second <= list_name) {
          elements.push_back(
              {ElementRecord::token_class, 1U << (known->second - list_number), item.capture});
        } else {
          where_.try_emplace(known->second, 0);
          elements.push_back({ElementRecord::list, known->second, item.capture});
        }
      }
    }
  }
  if (elements.size() > most_elements) return too_many_parts;
  for (std::size_t i = 0; i + 1 < elements.size(); ++i) {
    if (elements[i].kind != ElementRecord::list) continue;
    for (const std::uint32_t entry : entries_of_[elements[i].id]) {
      if (!ends_in_gap(entries_[entry].syntax.root)) continue;
      return "nothing can follow a cue whose phrase ends in “...”, which takes the words to come: "
             "“" +
             entries_[entry].text + "”; leave the dots out there";
    }
  }
  for (const Element& element : elements) {
    if (element.kind == ElementRecord::fragment || element.kind == ElementRecord::list) return {};
  }
  // Nothing sets it off but a class of words: look for all of that class.
  for (Element& element : elements) {
    if (element.kind != ElementRecord::token_class || element.id == class_word) continue;
    element.kind = ElementRecord::list;
    element.id = list_number + static_cast<ListId>(std::countr_zero(element.id));
    where_.try_emplace(element.id, 0);
    return {};
  }
  return "a phrase needs at least one word or one cue";
}

void PhraseCompiler::add_alternatives(std::uint32_t index, std::vector<ListProblem>& problems) {
  if (!entries_[index].valid) return;
  if (!entries_[index].syntax.expression.empty()) {
    alternatives_.push_back(
        {index, {}, {}, entries_[index].rewrites, entries_[index].syntax.expression});
    return;
  }
  bool inflect = false;
  bool capture = false;
  for (const auto& [text, safe] : entries_[index].rewrites) {
    inflect = inflect || text.find('~') != std::string::npos;
    capture = capture || text.find('{') != std::string::npos;
  }
  const auto fail = [&](std::string message) {
    problems.push_back({index, ListProblem::Kind::bad_phrase, std::move(message)});
  };
  PhraseSyntax syntax;
  syntax.root = with_cues(entries_[index].syntax.root);
  const auto expanded = expand_phrase(syntax, inflect, capture);
  if (const auto* problem = std::get_if<PhraseProblem>(&expanded)) return fail(problem->message);
  for (const PhraseRow& row : std::get<std::vector<PhraseRow>>(expanded)) {
    if (row.items.empty() ||
        (row.items.size() == 1 && row.items[0].kind == PhraseItem::Kind::literal &&
         is_nullable(row.items[0].nodes))) {
      return fail("this phrase would be satisfied by no words at all");
    }
    Alternative alternative{index, {}, row.constants, {}, {}};
    for (std::string& name : capture_names(syntax.root)) {
      // What may be left out is nothing where it is.
      if (!has_capture(row, name)) alternative.constants.emplace_back(std::move(name), "");
    }
    std::string problem = elements_of(row, alternative.elements);
    if (!problem.empty()) return fail(std::move(problem));
    for (const auto& [text, safe] : entries_[index].rewrites) {
      alternative.rewrites.emplace_back(inflect_rewrite(text, row.forms), safe);
    }
    alternatives_.push_back(std::move(alternative));
  }
}

/// Alternatives that use lists have a higher level than those that fill them.
void PhraseCompiler::levels(std::vector<std::uint32_t>& level_of_alternative) {
  std::vector<std::vector<std::uint32_t>> of_list(list_count_);
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    of_list[entries_[alternatives_[i].phrase].list].push_back(i);
  }
  level_of_alternative.assign(alternatives_.size(), 0);
  std::vector<bool> met(list_count_, false);
  std::vector<std::uint32_t> level_of_list(list_count_, 0);
  list_commonness_.assign(list_count_, 0);
  for (ListId list = list_none; list < given_lists; ++list) list_commonness_[list] = 1;
  const auto walk = [&](const auto& self, ListId list) -> void {
    met[list] = true;
    for (const std::uint32_t i : of_list[list]) {
      std::uint32_t level = 0;
      double rarest = 1;
      for (const Element& element : alternatives_[i].elements) {
        if (element.kind == ElementRecord::list) {
          if (!met[element.id]) self(self, element.id);
          level = std::max(level, level_of_list[element.id] + 1);
        }
        rarest = std::min(rarest, commonness(element));
      }
      level_of_alternative[i] = level;
      level_of_list[list] = std::max(level_of_list[list], level);
      list_commonness_[list] += rarest;
    }
  };
  for (ListId list = 0; list < list_count_; ++list) {
    if (!met[list]) walk(walk, list);
  }
}

/// How often an element is found, roughly; what cannot set off an alternative is found always.
double PhraseCompiler::commonness(const Element& element) const {
  if (element.kind == ElementRecord::fragment) return network_.commonness(element.id);
  if (element.kind == ElementRecord::list) return list_commonness_[element.id];
  return 1e10;
}

std::vector<std::uint32_t> PhraseCompiler::where_of_fragments() const {
  std::vector<std::uint32_t> where(network_.fragment_count(), 0);
  for (const Alternative& alternative : alternatives_) {
    const auto list = where_.find(entries_[alternative.phrase].list);
    for (const Element& element : alternative.elements) {
      if (element.kind == ElementRecord::fragment) where[element.id] |= list->second;
    }
  }
  return where;
}

void PhraseCompiler::find_unreachable(std::vector<ListProblem>& problems) const {
  // A phrase is unreachable when, wherever one of its words' ends is, an earlier phrase of the same
  // list ends as well. Only phrases that are one fragment each can be told so.
  std::map<std::uint32_t, std::vector<std::uint32_t>> phrases_of;  // fragment → phrases
  std::vector<bool> plain(entries_.size(), true);
  for (const Alternative& alternative : alternatives_) {
    if (alternative.elements.size() == 1 &&
        alternative.elements[0].kind == ElementRecord::fragment) {
      phrases_of[alternative.elements[0].id].push_back(alternative.phrase);
    } else {
      plain[alternative.phrase] = false;
    }
  }
  std::vector<bool> needed(entries_.size(), false);
  std::vector<bool> seen(entries_.size(), false);
  const auto same_place = [this](std::uint32_t a, std::uint32_t b) {
    return entries_[a].list == entries_[b].list && entries_[a].flags == entries_[b].flags;
  };
  for (const auto& fragments : network_.accepted()) {
    std::vector<std::uint32_t> phrases;
    for (const std::uint32_t fragment : fragments) {
      const auto found = phrases_of.find(fragment);
      if (found == phrases_of.end()) continue;
      phrases.insert(phrases.end(), found->second.begin(), found->second.end());
    }
    for (const std::uint32_t phrase : phrases) {
      seen[phrase] = true;
      const bool covered = std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t other) {
        return other < phrase && same_place(other, phrase);
      });
      if (!covered) needed[phrase] = true;
    }
  }
  for (std::uint32_t phrase = 0; phrase < entries_.size(); ++phrase) {
    if (plain[phrase] && seen[phrase] && !needed[phrase]) {
      problems.push_back({phrase, ListProblem::Kind::unreachable,
                          "phrases before it find all that it could find"});
    }
  }
}

/// A cue is looked for wherever a phrase that uses it is.
void PhraseCompiler::spread_where() {
  for (bool more = true; more;) {
    more = false;
    for (const Alternative& alternative : alternatives_) {
      const std::uint32_t where = where_[entries_[alternative.phrase].list];
      for (const Element& element : alternative.elements) {
        if (element.kind != ElementRecord::list) continue;
        std::uint32_t& known = where_[element.id];
        more = more || (known & where) != where;
        known |= where;
      }
    }
  }
}

std::vector<ListProblem> PhraseCompiler::finish(PhraseTablesUnderWay& tables,
                                                const WordTraits& traits) {
  std::vector<ListProblem> problems;
  add_built_in_cues();
  entries_of_.assign(list_count_, {});
  for (std::uint32_t i = 0; i < entries_.size(); ++i) entries_of_[entries_[i].list].push_back(i);
  uses_.assign(list_count_, CueUse::unknown);
  sizes_.assign(list_count_, {});
  std::vector<bool> is_cue(list_count_, false);
  for (const auto& [name, list] : cues_) {
    is_cue[list] = true;
    use_of(list, problems);
  }
  // First what rules look for; then, as long as there is more, the cues that this needs.
  std::vector<bool> done(list_count_, false);
  const auto add_list_of = [&](ListId list) {
    done[list] = true;
    for (const std::uint32_t entry : entries_of_[list]) add_alternatives(entry, problems);
  };
  for (ListId list = given_lists; list < list_count_; ++list) {
    if (!is_cue[list]) add_list_of(list);
  }
  for (bool more = true; more;) {
    more = false;
    for (const auto& [list, where] : std::map(where_)) {
      if (done[list]) continue;
      add_list_of(list);
      more = true;
    }
  }
  // What is left is not needed, but its mistakes are told.
  const auto needed = std::tuple(alternatives_, network_, where_);
  for (ListId list = given_lists; list < list_count_; ++list) {
    if (!done[list] && uses_[list] != CueUse::literal) add_list_of(list);
  }
  std::tie(alternatives_, network_, where_) = needed;
  spread_where();

  std::vector<std::uint32_t> level;
  levels(level);
  for (const std::string_view word : traits.words) network_.intern(std::string(word));
  network_.build(where_of_fragments(), tables);
  // Nothing is known of the first, which stands for all words that no phrase mentions.
  for (std::size_t symbol = 1; traits.of != nullptr && symbol < tables.symbols.size(); ++symbol) {
    tables.symbols[symbol].traits = traits.of(network_.words()[symbol]);
  }
  find_unreachable(problems);
  write_tables(level, tables);
  return problems;
}

}  // namespace tonelint
