#include "phrases/network.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "document/tokenize.hpp"
#include "phrases/contractions.hpp"
#include "phrases/expand.hpp"
#include "phrases/inflect.hpp"

namespace tonelint {
namespace {

using Kind = PhraseNode::Kind;

/// The words that make up about half of all English text; everything else is rare beside them.
constexpr std::string_view common_words[] = {
    "the", "to",  "you", "and",   "a",    "i",     "your", "we",     "for", "is",
    "it",  "of",  "in",  "on",    "this", "have",  "that", "with",   "be",  "are",
    "can", "our", "us",  "not",   "as",   "at",    "if",   "will",   "my",  "so",
    "or",  "but", "was", "from",  "me",   "do",    "has",  "by",     "an",  "been",
    "all", "any", "no",  "when",  "what", "would", "they", "please", ".",   "?",
    "!",   ",",   "i'm", "we'll", "i'll", "there", "it's", "just",   "let", "thank"};

void write_key(const PhraseNode& node, std::string& key) {
  key += static_cast<char>('a' + static_cast<int>(node.kind));
  key += node.text;
  if (node.exact) key += '!';
  if (!node.parts.empty()) {
    key += '(';
    for (const PhraseNode& part : node.parts) write_key(part, key), key += ',';
    key += ')';
  }
  key += ' ';
}

/// Folded contractions by what they are, and by the pair they stand for.
struct ContractionIndex {
  std::multimap<std::string_view, const Contraction*> contracted;
  std::multimap<std::pair<std::string_view, std::string_view>, const Contraction*> pairs;
  ContractionIndex() {
    for (const Contraction& each : contractions()) {
      contracted.emplace(each.contracted, &each);
      pairs.emplace(std::pair(each.first, each.second), &each);
    }
  }
};
const ContractionIndex& contraction_index() {
  static const ContractionIndex index;
  return index;
}

struct Edge {
  std::uint32_t state;
  Symbol symbol;
  std::uint32_t next;
};

/// Finds each edge one of its two places, moving others to their second ones; false where there are
/// too few slots.
bool place_edges(std::span<const Edge> edges, std::span<EdgeSlot> slots) {
  const auto mask = static_cast<std::uint32_t>(slots.size()) - 1;
  for (const Edge& edge : edges) {
    EdgeSlot moving{edge.symbol, edge.next};
    std::uint32_t at = edge_places(edge.symbol).first & mask;
    for (std::size_t moves = 0; moving.symbol != 0; ++moves) {
      if (moves > edges.size()) return false;
      std::swap(moving, slots[at]);
      const EdgePlaces places = edge_places(moving.symbol);
      at = (places.first & mask) == at ? places.second & mask : places.first & mask;
    }
  }
  return true;
}

/// The edges of a state stand together in `edges`.
void write_edges(std::span<const Edge> edges, PhraseTablesUnderWay& tables) {
  tables.edges.assign(1, {});
  for (std::size_t first = 0, end = 0; first < edges.size(); first = end) {
    while (end < edges.size() && edges[end].state == edges[first].state) ++end;
    std::vector<EdgeSlot> slots;
    for (std::size_t size = std::bit_ceil(end - first);; size *= 2) {
      slots.assign(size, {});
      if (place_edges(edges.subspan(first, end - first), slots)) break;
    }
    StateRecord& state = tables.states[edges[first].state];
    state.next = static_cast<std::uint32_t>(tables.edges.size());
    state.mask = static_cast<std::uint32_t>(slots.size()) - 1;
    tables.edges.insert(tables.edges.end(), slots.begin(), slots.end());
  }
}

}  // namespace

Network::Network() {
  for (const std::string_view mark : mark_words) intern(std::string(mark));
}

Symbol Network::intern(const std::string& word) {
  const auto [found, added] = symbols_.try_emplace(word, static_cast<Symbol>(words_.size()));
  if (added) {
    words_.push_back(word);
    std::vector<Token> tokens;
    tokenize(word, tokens);
    pause_.push_back(tokens.size() == 1 && tokens[0].kind == Token::Kind::pause);
  }
  return found->second;
}

std::uint32_t Network::add_state() {
  states_.emplace_back();
  return static_cast<std::uint32_t>(states_.size() - 1);
}

std::uint32_t Network::word(std::uint32_t from, const PhraseNode& node) {
  const std::uint32_t to = add_state();
  states_[from].edges.push_back({intern(node.text), to, node.exact});
  if (node.exact) return to;
  for (const ChatSpelling& each : chat_spellings()) {
    if (each.word == node.text)
      states_[from].edges.push_back({intern(std::string(each.typed)), to});
  }
  const auto [begin, end] = contraction_index().contracted.equal_range(node.text);
  for (auto each = begin; each != end; ++each) {
    const std::uint32_t between = add_state();
    states_[from].edges.push_back({intern(std::string(each->second->first)), between});
    states_[between].edges.push_back({intern(std::string(each->second->second)), to});
  }
  return to;
}

std::uint32_t Network::spell(std::uint32_t from, const PhraseNode& node) {
  switch (node.kind) {
    case Kind::word:
      return word(from, node);
    case Kind::sequence:
      return chain(from, node.parts);
    case Kind::inflected:
    case Kind::glued: {
      const std::uint32_t to = add_state();
      std::vector<std::string> spellings;
      if (node.kind == Kind::inflected) {
        for (const WordForm& form : forms_of(node.text)) spellings.push_back(form.text);
      } else {
        for (const GluedWord& glued : glued_words(node)) spellings.push_back(glued.text);
      }
      std::sort(spellings.begin(), spellings.end());
      spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
      for (const std::string& spelling : spellings) {
        states_[chain(from, phrase_words(spelling))].empty.push_back(to);
      }
      return to;
    }
    default: {
      const std::uint32_t to = add_state();
      for (const PhraseNode& part : node.parts) states_[spell(from, part)].empty.push_back(to);
      return to;
    }
  }
}

std::uint32_t Network::chain(std::uint32_t from, const std::vector<PhraseNode>& nodes) {
  for (const PhraseNode& node : nodes) {
    // A choice may lead back into `from` by an empty way, never out of it: keep ways apart.
    from = spell(from, node);
  }
  return from;
}

void Network::contract(std::uint32_t first_state) {
  const auto& pairs = contraction_index().pairs;
  const auto count = static_cast<std::uint32_t>(states_.size());
  for (std::uint32_t state = first_state; state < count; ++state) {
    const auto edges = states_[state].edges;
    for (const auto& [symbol, next, exact] : edges) {
      if (exact) continue;
      std::vector<std::uint32_t> reached{next};
      close(reached);
      for (const std::uint32_t each : reached) {
        const auto second_edges = states_[each].edges;
        for (const auto& [second, to, second_exact] : second_edges) {
          if (second_exact) continue;
          const auto [begin, end] = pairs.equal_range(
              std::pair<std::string_view, std::string_view>(words_[symbol], words_[second]));
          std::vector<std::string> found;
          for (auto pair = begin; pair != end; ++pair) {
            found.emplace_back(pair->second->contracted);
          }
          for (const std::string& contracted : found) {
            states_[state].edges.push_back({intern(contracted), to});
          }
        }
      }
    }
  }
}

std::uint32_t Network::fragment(const std::vector<PhraseNode>& nodes) {
  std::string key;
  for (const PhraseNode& node : nodes) write_key(node, key);
  const auto [found, added] =
      fragments_.try_emplace(key, static_cast<std::uint32_t>(commonness_.size()));
  if (!added) return found->second;
  const std::uint32_t start = add_state();
  const std::uint32_t end = chain(start, nodes);
  const std::uint32_t last = add_state();
  states_[end].empty.push_back(last);
  states_[last].accepts = found->second + 1;
  contract(start);
  starts_.push_back(start);

  std::vector<std::uint32_t> first{start};
  close(first);
  double common = 0;
  for (const std::uint32_t state : first) {
    for (const auto& [symbol, next, exact] : states_[state].edges) {
      const bool is_common = std::find(std::begin(common_words), std::end(common_words),
                                       words_[symbol]) != std::end(common_words);
      std::vector<std::uint32_t> after{next};
      close(after);
      const bool single = std::find(after.begin(), after.end(), last) != after.end();
      common += (is_common ? 1.0 : 0.01) * (single ? 1.0 : 0.03);
    }
  }
  commonness_.push_back(common);
  return found->second;
}

void Network::close(std::vector<std::uint32_t>& set) const {
  thread_local std::vector<std::uint32_t> marks;  // by state: the number of the call that met it
  thread_local std::uint32_t call = 0;
  if (marks.size() < states_.size() || ++call == 0) {
    marks.assign(states_.size() + states_.size() / 2, 0);
    call = 1;
  }
  std::size_t kept = 0;
  for (const std::uint32_t state : set) {
    if (marks[state] == call) continue;
    marks[state] = call;
    set[kept++] = state;
  }
  set.resize(kept);
  for (std::size_t i = 0; i < set.size(); ++i) {
    for (const std::uint32_t next : states_[set[i]].empty) {
      if (marks[next] == call) continue;
      marks[next] = call;
      set.push_back(next);
    }
  }
  // States that only pass on say nothing once their followers are in.
  std::erase_if(set, [this](std::uint32_t state) {
    return states_[state].edges.empty() && states_[state].accepts == 0;
  });
  std::sort(set.begin(), set.end());
}

void Network::build(std::span<const std::uint32_t> where, PhraseTablesUnderWay& tables) {
  using Set = std::vector<std::uint32_t>;
  struct SetHash {
    std::size_t operator()(const Set& set) const {
      std::size_t hash = set.size();
      for (const std::uint32_t state : set) hash = (hash ^ state) * 0x9E3779B97F4A7C15ULL;
      return hash ^ hash >> 32;
    }
  };
  std::unordered_map<Set, std::uint32_t, SetHash> known;
  std::vector<const Set*> queue{nullptr};
  std::vector<Edge> edges;
  accepted_.assign(1, {});

  const auto state_of = [&](Set set) {
    close(set);
    const auto [found, added] =
        known.try_emplace(std::move(set), static_cast<std::uint32_t>(queue.size()));
    if (added) {
      queue.push_back(&found->first);
      std::vector<std::uint32_t> accepts;
      for (const std::uint32_t state : found->first) {
        if (states_[state].accepts != 0) accepts.push_back(states_[state].accepts - 1);
      }
      std::sort(accepts.begin(), accepts.end());
      accepted_.push_back(std::move(accepts));
    }
    return found->second;
  };
  const auto moves = [&](const Set& set) {
    std::map<Symbol, Set> next;
    for (const std::uint32_t state : set) {
      for (const auto& [symbol, to, exact] : states_[state].edges) next[symbol].push_back(to);
    }
    return next;
  };

  tables.symbols.assign(words_.size(), {});
  for (std::uint32_t entrance = 0; entrance < entrances; ++entrance) {
    Set start;
    for (std::uint32_t fragment = 0; fragment < starts_.size(); ++fragment) {
      if ((where[fragment] & behind(static_cast<Entrance>(entrance))) == 0) continue;
      // Starts are many and apart: close each alone.
      Set one{starts_[fragment]};
      close(one);
      start.insert(start.end(), one.begin(), one.end());
    }
    for (auto& [symbol, set] : moves(start)) {
      tables.symbols[symbol].states[entrance] = state_of(std::move(set));
    }
  }
  for (std::uint32_t state = 1; state < queue.size(); ++state) {
    const Set set = *queue[state];
    for (auto& [symbol, next] : moves(set)) {
      // A comma that is asked for may also be passed over, as everywhere; what has ended before it
      // does not end again behind it.
      if (pause_[symbol]) {
        std::copy_if(set.begin(), set.end(), std::back_inserter(next),
                     [this](std::uint32_t each) { return states_[each].accepts == 0; });
      }
      edges.push_back({state, symbol, state_of(std::move(next))});
    }
  }

  tables.states.assign(queue.size() + 1, {});
  write_edges(edges, tables);
  tables.words = make_word_slots(words_, tables.strings);
}

}  // namespace tonelint
