#include "phrases/compile.hpp"

#include <algorithm>
#include <bit>

#include "phrases/expression.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// Cues that every guide has, as far as it uses them; a guide may add to them.
struct BuiltInCue {
  std::string_view name;
  std::string_view phrase;
};
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

std::optional<PhraseProblem> PhraseCompiler::elements_of(const PhraseRow& row,
                                                         std::vector<Element>& elements) {
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
        } else if (known != cues_.end() && list_number <= known->second &&
                   known->second <= list_name) {
          elements.push_back(
              {ElementRecord::token_class, 1U << (known->second - list_number), item.capture});
        } else if (const auto list = cue(item.cue)) {
          elements.push_back({ElementRecord::list, *list, item.capture});
        } else {
          const std::string_view meant = nearest(item.cue, cue_names());
          return PhraseProblem{
              0,
              "there is no cue called <" + item.cue + ">" +
                  (meant.empty() ? std::string() : "; did you mean <" + std::string(meant) + ">?")};
        }
      }
    }
  }
  if (elements.size() > most_elements) {
    return PhraseProblem{0, "this phrase has too many parts; 24 is the most"};
  }
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
  return PhraseProblem{0, "a phrase needs at least one word or one cue"};
}

std::optional<PhraseProblem> PhraseCompiler::add(ListId list, std::string_view phrase,
                                                 std::span<const PhraseRewrite> rewrites) {
  const auto index = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({list, std::string(phrase), 0});
  const auto parsed = parse_phrase(phrase);
  if (const auto* problem = std::get_if<PhraseProblem>(&parsed)) return *problem;
  const auto& syntax = std::get<PhraseSyntax>(parsed);
  entries_.back().flags = (syntax.sentence_start ? phrase_at_sentence_start : 0U) |
                          (syntax.sentence_end ? phrase_at_sentence_end : 0U);

  bool inflect = false;
  bool capture = false;
  for (const PhraseRewrite& rewrite : rewrites) {
    inflect = inflect || rewrite.text.find('~') != std::string_view::npos;
    capture = capture || rewrite.text.find('{') != std::string_view::npos;
  }
  if (!syntax.expression.empty()) {
    if (auto problem = check_expression(syntax.expression)) return problem;
    Alternative alternative{index, {}, {}, {}, syntax.expression};
    for (const PhraseRewrite& each : rewrites) {
      alternative.rewrites.emplace_back(each.text, each.safe);
    }
    alternatives_.push_back(std::move(alternative));
    return {};
  }
  const auto expanded = expand_phrase(syntax, inflect, capture);
  if (const auto* problem = std::get_if<PhraseProblem>(&expanded)) return *problem;
  for (const PhraseRow& row : std::get<std::vector<PhraseRow>>(expanded)) {
    if (row.items.empty() ||
        (row.items.size() == 1 && row.items[0].kind == PhraseItem::Kind::literal &&
         is_nullable(row.items[0].nodes))) {
      return PhraseProblem{0, "this phrase would be satisfied by no words at all"};
    }
    Alternative alternative{index, {}, row.constants, {}, {}};
    if (auto problem = elements_of(row, alternative.elements)) return problem;
    for (const PhraseRewrite& each : rewrites) {
      alternative.rewrites.emplace_back(inflect_rewrite(each.text, row.forms), each.safe);
    }
    alternatives_.push_back(std::move(alternative));
  }
  return {};
}

void PhraseCompiler::levels(std::vector<std::uint32_t>& level_of_alternative,
                            std::vector<ListProblem>& problems) {
  // Lists are levelled by walking what they use; one that is met on its own way is a cycle.
  std::vector<std::vector<std::uint32_t>> of_list(list_count_);
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    of_list[entries_[alternatives_[i].phrase].list].push_back(i);
  }
  level_of_alternative.assign(alternatives_.size(), 0);
  enum class Visit : std::uint8_t { fresh, open, done };
  std::vector<Visit> visits(list_count_, Visit::fresh);
  std::vector<std::uint32_t> level_of_list(list_count_, 0);
  const auto walk = [&](const auto& self, ListId list) -> void {
    visits[list] = Visit::open;
    for (const std::uint32_t i : of_list[list]) {
      std::uint32_t level = 0;
      for (const Element& element : alternatives_[i].elements) {
        if (element.kind != ElementRecord::list) continue;
        if (visits[element.id] == Visit::open) {
          problems.push_back({alternatives_[i].phrase, true,
                              "this phrase uses its own cue, by itself or through another cue"});
          continue;
        }
        if (visits[element.id] == Visit::fresh) self(self, element.id);
        level = std::max(level, level_of_list[element.id] + 1);
      }
      level_of_alternative[i] = level;
      level_of_list[list] = std::max(level_of_list[list], level);
    }
    visits[list] = Visit::done;
  };
  for (ListId list = 0; list < list_count_; ++list) {
    if (visits[list] == Visit::fresh) walk(walk, list);
  }
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
      problems.push_back({phrase, false,
                          "“" + entries_[phrase].text +
                              "” is never reached: phrases before it find all it could find"});
    }
  }
}

std::vector<ListProblem> PhraseCompiler::finish(PhraseTablesUnderWay& tables) {
  for (const BuiltInCue& each : built_in_cues) {
    const auto list = cues_.find(each.name);
    if (list != cues_.end()) static_cast<void>(add(list->second, each.phrase));
  }
  std::vector<ListProblem> problems;
  std::vector<std::uint32_t> level;
  levels(level, problems);
  network_.build(tables);
  find_unreachable(problems);

  tables.fragments.assign(network_.fragment_count(), {});
  tables.lists.assign(list_count_, {});
  for (const ListId list : kept_) tables.lists[list].kept = 1;
  std::vector<std::vector<UseRecord>> fragment_uses(network_.fragment_count());
  std::vector<std::vector<UseRecord>> list_uses(list_count_);
  for (const Entry& entry : entries_) {
    tables.phrases.push_back({entry.list, add_string(tables.strings, entry.text),
                              static_cast<std::uint32_t>(entry.text.size()), entry.flags});
  }
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    const Alternative& from = alternatives_[i];
    AlternativeRecord record;
    record.phrase = from.phrase;
    record.level = level[i];
    std::vector<std::string> captures;
    record.elements = static_cast<std::uint32_t>(tables.elements.size());
    record.element_count = static_cast<std::uint32_t>(from.elements.size());
    double best = 1e9;
    for (std::uint32_t j = 0; j < from.elements.size(); ++j) {
      const Element& element = from.elements[j];
      std::uint32_t capture = 0;
      if (!element.capture.empty()) {
        const auto known = std::find(captures.begin(), captures.end(), element.capture);
        capture = static_cast<std::uint32_t>(1 + (known - captures.begin()));
        if (known == captures.end()) captures.push_back(element.capture);
      }
      tables.elements.push_back({element.kind, element.id, capture});
      double common = 1e10;
      if (element.kind == ElementRecord::fragment) common = network_.commonness(element.id);
      if (element.kind == ElementRecord::list) common = 0.3;
      if (common < best) best = common, record.trigger = j;
      if (from.elements.size() > 1) {
        if (element.kind == ElementRecord::fragment) tables.fragments[element.id].kept = 1;
        if (element.kind == ElementRecord::list) tables.lists[element.id].kept = 1;
      }
    }
    if (from.expression.empty()) {
      const Element& trigger = from.elements[record.trigger];
      auto& uses = trigger.kind == ElementRecord::list ? list_uses : fragment_uses;
      uses[trigger.id].push_back({i, record.trigger});
    } else {
      ExpressionRecord expression{i, add_string(tables.strings, from.expression),
                                  static_cast<std::uint32_t>(from.expression.size()),
                                  static_cast<std::uint32_t>(tables.atoms.size()), 0};
      for (const std::string& atom : expression_atoms(from.expression)) {
        tables.atoms.push_back(
            {add_string(tables.strings, atom), static_cast<std::uint32_t>(atom.size())});
        ++expression.atom_count;
      }
      tables.expressions.push_back(expression);
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
  const auto write_uses = [&](const auto& from, auto& records) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      records[i].uses = static_cast<std::uint32_t>(tables.uses.size());
      records[i].use_count = static_cast<std::uint32_t>(from[i].size());
      tables.uses.insert(tables.uses.end(), from[i].begin(), from[i].end());
    }
  };
  write_uses(fragment_uses, tables.fragments);
  write_uses(list_uses, tables.lists);
  std::uint32_t highest = 0;
  for (const std::uint32_t each : level) highest = std::max(highest, each);
  tables.level_count.assign(1, highest + 1);
  return problems;
}

}  // namespace tonelint
