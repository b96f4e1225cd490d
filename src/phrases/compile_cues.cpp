#include <algorithm>
#include <set>

#include "phrases/compile.hpp"
#include "phrases/contractions.hpp"

// The cues of a guide: those that are built in, and how phrases use them.
namespace tonelint {
namespace {

/// A cue of more words than this is not written out in the phrases that use it.
constexpr std::size_t most_literal_words = 1500;
constexpr std::size_t most_cues_deep = 64;

/// One phrase of a cue that every guide has, as far as it uses it; a guide may add to it. The
/// phrases of `contraction` are the contractions themselves.
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
    {"contraction", {}},
};

/// What the document gives.
constexpr std::pair<std::string_view, ListId> given_cues[] = {
    {"customer", list_customer}, {"greeting", list_greeting},
    {"sign-off", list_sign_off}, {"question", list_question},
    {"number", list_number},     {"emoji", list_emoji},
    {"url", list_url},           {"email", list_email},
    {"name", list_name},         {"placeholder", list_placeholder}};

}  // namespace

PhraseCompiler::PhraseCompiler() : cues_(std::begin(given_cues), std::end(given_cues)) {}

bool PhraseCompiler::is_given(std::string_view name) {
  return name == "word" || std::any_of(std::begin(given_cues), std::end(given_cues),
                                       [&](const auto& each) { return each.first == name; });
}

ListId PhraseCompiler::add_list(std::string_view cue_name, std::uint32_t where) {
  if (cue_name.empty()) {
    where_.emplace(list_count_, where);
  } else {
    cues_.emplace(cue_name, list_count_);
  }
  return list_count_++;
}

std::optional<ListId> PhraseCompiler::cue(std::string_view name, std::uint32_t where) {
  auto found = cues_.find(name);
  const bool is_built_in = std::any_of(std::begin(built_in_cues), std::end(built_in_cues),
                                       [&](const BuiltInCue& each) { return each.name == name; });
  if (found == cues_.end()) {
    if (!is_built_in) return {};
    add_list(name);
    found = cues_.find(name);
  }
  where_[found->second] |= where;
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

std::string_view PhraseCompiler::nearest_cue(std::string_view name,
                                             std::span<const std::string_view> more) {
  if (!guesses_.allows(cues_.size())) return {};
  std::vector<std::string_view> names(more.begin(), more.end());
  for (const std::string_view each : cue_names()) names.push_back(each);
  return nearest(name, names);
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
        static_cast<void>(add(list->second, std::string("\\").append(one)));
      }
    }
  }
}

/// Whether a cue is nothing but words, so that its words can stand in the phrases that use it.
PhraseCompiler::CueUse PhraseCompiler::use_of(ListId list, std::vector<ListProblem>& problems) {
  if (uses_[list] != CueUse::unknown) return uses_[list];
  uses_[list] = CueUse::under_way;
  ++cues_under_way_;
  bool literal = list >= given_lists && !entries_of_[list].empty();
  CueSize& size = sizes_[list];
  for (const std::uint32_t index : entries_of_[list]) {
    Entry& entry = entries_[index];
    const auto before = problems.size();
    const bool is_plain = entry.valid && entry.flags == 0 && entry.syntax.expression.empty();
    literal = is_literal(entry.syntax.root, size, problems) && is_plain && literal;
    for (std::size_t i = before; i < problems.size(); ++i) {
      if (problems[i].kind == ListProblem::Kind::cycle) problems[i].phrase = index;
    }
    if (size.depth <= most_cues_deep) continue;
    problems.push_back({index, ListProblem::Kind::bad_phrase,
                        "this phrase uses cues within cues more than 64 deep"});
    entry.valid = literal = false;
    size.depth = 0;  // told once
  }
  --cues_under_way_;
  return uses_[list] = literal && size.words <= most_literal_words ? CueUse::literal : CueUse::list;
}

bool PhraseCompiler::is_literal(const PhraseNode& node, CueSize& size,
                                std::vector<ListProblem>& problems) {
  switch (node.kind) {
    case PhraseNode::Kind::word:
      ++size.words;
      return true;
    case PhraseNode::Kind::inflected:
      size.words += 5;
      return true;
    case PhraseNode::Kind::glued:
      size.words += glued_words(node).size();
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
      const bool too_deep = cues_under_way_ > most_cues_deep;
      const bool literal = !too_deep && use_of(found->second, problems) == CueUse::literal;
      const CueSize& used = sizes_[found->second];
      if (literal) size.words += used.words;
      size.depth = std::max(size.depth, (too_deep ? most_cues_deep : used.depth) + 1);
      return literal;
    }
    default: {
      // What holds no words takes its place as well where it is written out.
      if (node.parts.empty()) ++size.words;
      bool literal = node.kind != PhraseNode::Kind::capture;
      for (const PhraseNode& part : node.parts) {
        literal = is_literal(part, size, problems) && literal;
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

}  // namespace tonelint
