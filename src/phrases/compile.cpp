#include "phrases/compile.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "phrases/contractions.hpp"
#include "phrases/expression.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// Cues that every guide has, as far as it uses them; a guide may add to them.
struct BuiltInCue {
  std::string_view name;
  std::string_view
      phrase;  ///< `contraction` has none: its phrases are the contractions themselves.
};
/// A cue of more words than this is not written out in the phrases that use it.
constexpr std::size_t most_literal_words = 1500;

constexpr BuiltInCue built_in_cues[] = {
    {"date", "[(this|next|on)] (monday|tuesday|wednesday|thursday|friday|saturday|sunday)"},
    {"date",
     "[the] <number> [of] (january|february|march|april|may|june|july|august|september|"
     "october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)"},
    {"date",
     "(january|february|march|april|may|june|july|august|september|october|november|"
     "december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec) <number>"},
    {"date",
     "[(early|mid|late)] (january|february|april|june|july|august|september|october|"
     "november|december)"},
    {"date", "/[a-z] (May|March)\\b/"},
    {"date", "/\\b20\\d\\d-[01]\\d-[0-3]\\d\\b/"},
    {"date", "(today|tomorrow|yesterday|tonight)"},
    {"date", "(this|next|last) (week|month|year|weekend|quarter)"},
    {"time", "(1|2|3|4|5|6|7|8|9|10|11|12)(am|pm)"},
    {"time", "<number> (am|pm|o'clock)"},
    {"time", "<number> : <number> [am|pm]"},
    {"time", "(noon|midday|midnight)"},
    {"contraction", {}},
};

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

std::uint32_t add_string(std::vector<char>& strings, std::string_view text) {
  const auto offset = static_cast<std::uint32_t>(strings.size());
  strings.insert(strings.end(), text.begin(), text.end());
  return offset;
}

/// A rewrite's text with its captures: constants filled in, the others as byte 1 and their number.
std::string settle_rewrite(std::string_view rewrite,
                           const std::vector<std::pair<std::string, std::string>>& constants,
                           const std::vector<std::string>& captures) {
  std::string out;
  for (std::size_t at = 0; at < rewrite.size();) {
    const std::size_t close = rewrite[at] == '{' ? rewrite.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += rewrite[at++];
      continue;
    }
    const std::string name(rewrite.substr(at + 1, close - at - 1));
    const auto constant = std::find_if(constants.begin(), constants.end(),
                                       [&](const auto& each) { return each.first == name; });
    const auto capture = std::find(captures.begin(), captures.end(), name);
    if (constant != constants.end()) {
      out += constant->second;
    } else if (capture != captures.end()) {
      out += '\x01';
      out += static_cast<char>(1 + (capture - captures.begin()));
    } else {
      out += rewrite.substr(at, close + 1 - at);  // {customer} and the like are filled in later
    }
    at = close + 1;
  }
  return out;
}

}  // namespace

PhraseCompiler::PhraseCompiler() {
  cues_ = {{"customer", list_customer}, {"greeting", list_greeting},
           {"sign-off", list_sign_off}, {"question", list_question},
           {"number", list_number},     {"emoji", list_emoji},
           {"url", list_url},           {"email", list_email},
           {"name", list_name},         {"placeholder", list_placeholder}};
}

ListId PhraseCompiler::add_list(std::string_view cue_name) {
  if (!cue_name.empty()) cues_.emplace(cue_name, list_count_);
  return list_count_++;
}

std::optional<ListId> PhraseCompiler::cue(std::string_view name) {
  auto found = cues_.find(name);
  const bool is_built_in = std::any_of(std::begin(built_in_cues), std::end(built_in_cues),
                                       [&](const BuiltInCue& each) { return each.name == name; });
  if (found == cues_.end()) {
    if (!is_built_in) return {};
    add_list(name);
    found = cues_.find(name);
  }
  kept_.insert(found->second);
  return found->second;
}

std::vector<std::string_view> PhraseCompiler::cue_names() const {
  std::vector<std::string_view> names{"word"};
  for (const auto& [name, list] : cues_) names.push_back(name);
  for (const BuiltInCue& each : built_in_cues) {
    if (names.back() != each.name) names.push_back(each.name);
  }
  return names;
}

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

void PhraseCompiler::add_built_in_cues() {
  const auto ask = [this](const auto& self, const PhraseNode& node) -> void {
    if (node.kind == PhraseNode::Kind::cue && !cues_.contains(node.text)) {
      for (const BuiltInCue& each : built_in_cues) {
        if (each.name == node.text && !cues_.contains(node.text)) add_list(node.text);
      }
    }
    for (const PhraseNode& part : node.parts) self(self, part);
  };
  for (const Entry& entry : entries_) ask(ask, entry.syntax.root);
  for (const BuiltInCue& each : built_in_cues) {
    const auto list = cues_.find(each.name);
    if (list == cues_.end()) continue;
    if (!each.phrase.empty()) {
      static_cast<void>(add(list->second, each.phrase));
      continue;
    }
    std::set<std::string_view> contracted;
    for (const Contraction& one : contractions()) contracted.insert(one.contracted);
    for (const std::string_view one : contracted) {
      if (one.find('\'') != std::string_view::npos) {
        static_cast<void>(add(list->second, "\\" + std::string(one)));
      }
    }
  }
}

/// Whether a cue is nothing but words, so that its words can stand in the phrases that use it.
PhraseCompiler::CueUse PhraseCompiler::use_of(ListId list, std::vector<ListProblem>& problems) {
  if (uses_[list] != CueUse::unknown) return uses_[list];
  uses_[list] = CueUse::under_way;
  bool literal = list >= given_lists && !entries_of_[list].empty();
  std::size_t words = 0;
  for (const std::uint32_t index : entries_of_[list]) {
    const Entry& entry = entries_[index];
    const auto before = problems.size();
    const bool is_plain = entry.valid && entry.flags == 0 && entry.syntax.expression.empty();
    literal = is_literal(entry.syntax.root, words, problems) && is_plain && literal;
    for (std::size_t i = before; i < problems.size(); ++i) {
      if (problems[i].kind == ListProblem::Kind::cycle) problems[i].phrase = index;
    }
  }
  return uses_[list] = literal && words <= most_literal_words ? CueUse::literal : CueUse::list;
}

bool PhraseCompiler::is_literal(const PhraseNode& node, std::size_t& words,
                                std::vector<ListProblem>& problems) {
  switch (node.kind) {
    case PhraseNode::Kind::word:
      ++words;
      return true;
    case PhraseNode::Kind::inflected:
      words += 5;
      return true;
    case PhraseNode::Kind::glued:
      words += node.parts.size();
      return true;
    case PhraseNode::Kind::gap:
      return false;
    case PhraseNode::Kind::cue: {
      const auto found = cues_.find(node.text);
      if (found == cues_.end() || found->second < given_lists) return false;
      if (uses_[found->second] == CueUse::under_way) {
        problems.push_back({0, ListProblem::Kind::cycle,
                            "this phrase uses its own cue, by itself or through another cue"});
        return false;
      }
      if (use_of(found->second, problems) != CueUse::literal) return false;
      for (const std::uint32_t entry : entries_of_[found->second]) {
        is_literal(entries_[entry].syntax.root, words, problems);
      }
      return true;
    }
    default: {
      bool literal = node.kind != PhraseNode::Kind::capture;
      for (const PhraseNode& part : node.parts) {
        literal = is_literal(part, words, problems) && literal;
      }
      return literal;
    }
  }
}

/// The phrase with the words of its literal cues in their place; within captures they stay cues.
PhraseNode PhraseCompiler::with_cues(const PhraseNode& node) const {
  if (node.kind == PhraseNode::Kind::capture) return node;
  if (node.kind == PhraseNode::Kind::cue) {
    const auto found = cues_.find(node.text);
    if (found == cues_.end() || uses_[found->second] != CueUse::literal) return node;
    PhraseNode choice{PhraseNode::Kind::choice};
    for (const std::uint32_t entry : entries_of_[found->second]) {
      choice.parts.push_back(with_cues(entries_[entry].syntax.root));
    }
    return choice;
  }
  PhraseNode copy{node.kind, node.text, {}, node.written, node.exact};
  for (const PhraseNode& part : node.parts) copy.parts.push_back(with_cues(part));
  return copy;
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
          const std::string_view meant = nearest(item.cue, cue_names());
          return "there is no cue called <" + item.cue + ">" +
                 (meant.empty() ? std::string() : "; did you mean <" + std::string(meant) + ">?");
        } else if (list_number <= known->second && known->second <= list_name) {
          elements.push_back(
              {ElementRecord::token_class, 1U << (known->second - list_number), item.capture});
        } else {
          kept_.insert(known->second);
          elements.push_back({ElementRecord::list, known->second, item.capture});
        }
      }
    }
  }
  if (elements.size() > most_elements) return "this phrase has too many parts; 24 is the most";
  for (const Element& element : elements) {
    if (element.kind == ElementRecord::fragment || element.kind == ElementRecord::list) return {};
  }
  // Nothing sets it off but a class of words: look for all of that class.
  for (Element& element : elements) {
    if (element.kind != ElementRecord::token_class || element.id == class_word) continue;
    element.kind = ElementRecord::list;
    element.id = list_number + static_cast<ListId>(std::countr_zero(element.id));
    kept_.insert(element.id);
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

void PhraseCompiler::write_alternative(std::uint32_t index, std::uint32_t level,
                                       PhraseTablesUnderWay& tables) {
  const Alternative& from = alternatives_[index];
  AlternativeRecord record;
  record.phrase = from.phrase;
  record.list = entries_[from.phrase].list;
  record.flags = entries_[from.phrase].flags;
  record.level = level;
  std::vector<std::string> captures;
  record.elements = static_cast<std::uint32_t>(tables.elements.size());
  record.element_count = static_cast<std::uint32_t>(from.elements.size());
  for (std::uint32_t j = 0; j < from.elements.size(); ++j) {
    const Element& element = from.elements[j];
    std::uint32_t capture = 0;
    if (!element.capture.empty()) {
      const auto known = std::find(captures.begin(), captures.end(), element.capture);
      capture = static_cast<std::uint32_t>(1 + (known - captures.begin()));
      if (known == captures.end()) captures.push_back(element.capture);
    }
    tables.elements.push_back({element.kind, element.id, capture});
    if (commonness(element) < commonness(from.elements[record.trigger])) record.trigger = j;
  }
  // What sets the alternative off is at hand; the fragments beside it are looked for.
  for (std::uint32_t j = 0; j < from.elements.size(); ++j) {
    if (j != record.trigger && from.elements[j].kind == ElementRecord::fragment) {
      tables.fragments[from.elements[j].id].kept = 1;
    }
  }
  if (!from.expression.empty()) {
    const std::vector<std::uint32_t> pairs = needed_pairs(from.expression);
    tables.expressions.push_back({index, add_string(tables.strings, from.expression),
                                  static_cast<std::uint32_t>(from.expression.size()),
                                  static_cast<std::uint32_t>(tables.pairs.size()),
                                  static_cast<std::uint32_t>(pairs.size())});
    tables.pairs.insert(tables.pairs.end(), pairs.begin(), pairs.end());
  }
  record.rewrites = static_cast<std::uint32_t>(tables.rewrites.size());
  record.rewrite_count = static_cast<std::uint32_t>(from.rewrites.size());
  for (const auto& [text, safe] : from.rewrites) {
    const std::string settled = settle_rewrite(text, from.constants, captures);
    tables.rewrites.push_back({add_string(tables.strings, settled),
                               static_cast<std::uint32_t>(settled.size()), safe ? 1U : 0U});
  }
  record.bindings = static_cast<std::uint32_t>(tables.bindings.size());
  const auto bind = [&](std::string_view name, std::string_view text, std::uint32_t capture) {
    tables.bindings.push_back(
        {add_string(tables.strings, name), static_cast<std::uint32_t>(name.size()),
         add_string(tables.strings, text), static_cast<std::uint32_t>(text.size()), capture});
    ++record.binding_count;
  };
  for (const auto& [name, text] : from.constants) bind(name, text, 0);
  for (std::uint32_t j = 0; j < captures.size(); ++j) bind(captures[j], {}, j + 1);
  tables.alternatives.push_back(record);
}

std::vector<ListProblem> PhraseCompiler::finish(PhraseTablesUnderWay& tables) {
  std::vector<ListProblem> problems;
  add_built_in_cues();
  entries_of_.assign(list_count_, {});
  for (std::uint32_t i = 0; i < entries_.size(); ++i) entries_of_[entries_[i].list].push_back(i);
  uses_.assign(list_count_, CueUse::unknown);
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
    for (const ListId list : std::set(kept_)) {
      if (done[list]) continue;
      add_list_of(list);
      more = true;
    }
  }
  // What is left is not needed, but its mistakes are told.
  const auto needed = std::tuple(alternatives_, network_, kept_);
  for (ListId list = given_lists; list < list_count_; ++list) {
    if (!done[list] && uses_[list] != CueUse::literal) add_list_of(list);
  }
  std::tie(alternatives_, network_, kept_) = needed;

  std::vector<std::uint32_t> level;
  levels(level);
  network_.build(tables);
  find_unreachable(problems);
  tables.fragments.assign(network_.fragment_count(), {});
  tables.lists.assign(list_count_, {});
  for (const ListId list : kept_) tables.lists[list].kept = 1;
  for (const Entry& entry : entries_) {
    tables.phrases.push_back({entry.list, add_string(tables.strings, entry.text),
                              static_cast<std::uint32_t>(entry.text.size()), entry.flags});
  }
  std::vector<std::vector<UseRecord>> fragment_uses(network_.fragment_count());
  std::vector<std::vector<UseRecord>> list_uses(list_count_);
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    write_alternative(i, level[i], tables);
    if (alternatives_[i].elements.empty()) continue;
    const std::uint32_t trigger = tables.alternatives[i].trigger;
    const Element& element = alternatives_[i].elements[trigger];
    auto& uses = element.kind == ElementRecord::list ? list_uses : fragment_uses;
    uses[element.id].push_back({i, trigger});
  }
  const auto write_uses = [&](const auto& from, auto& records) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      records[i].uses = static_cast<std::uint32_t>(tables.uses.size());
      records[i].use_count = static_cast<std::uint32_t>(from[i].size());
      tables.uses.insert(tables.uses.end(), from[i].begin(), from[i].end());
    }
  };
  write_uses(fragment_uses, tables.fragments);
  write_uses(list_uses, tables.lists);
  const auto highest = std::max_element(level.begin(), level.end());
  tables.level_count.assign(1, highest == level.end() ? 1 : *highest + 1);
  return problems;
}

}  // namespace tonelint
