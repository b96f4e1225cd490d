#include <algorithm>
#include <bit>
#include <bitset>
#include <map>

#include "phrases/compile.hpp"
#include "phrases/expression.hpp"

// How compiled phrases are laid down in the tables.
namespace tonelint {
namespace {

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
    const std::size_t open = at;
    const std::string name(rewrite.substr(open + 1, close - open - 1));
    const auto constant = std::find_if(constants.begin(), constants.end(),
                                       [&](const auto& each) { return each.first == name; });
    const auto capture = std::find(captures.begin(), captures.end(), name);
    at = close + 1;
    if (constant != constants.end()) {
      out += constant->second;
      if (!constant->second.empty()) continue;
      // A space beside nothing goes with it.
      const bool ends = at == rewrite.size() ||
                        std::string_view(" ,.;:!?").find(rewrite[at]) != std::string_view::npos;
      if (out.ends_with(' ') && ends) {
        out.pop_back();
      } else if (out.empty() && rewrite.substr(at).starts_with(' ')) {
        ++at;
      }
    } else if (capture != captures.end()) {
      out += '\x01';
      out += static_cast<char>(1 + (capture - captures.begin()));
    } else {
      out += rewrite.substr(open, at - open);  // {customer} and the like are filled in later
    }
  }
  return out;
}

std::array<std::uint32_t, 8> bits_of(const std::bitset<256>& bytes) {
  std::array<std::uint32_t, 8> bits{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (bytes[byte]) bits[byte / 32] |= 1U << (byte % 32);
  }
  return bits;
}

/// Has an expression tried where a pair stands.
void use_pair(const NeededPair& pair, std::uint32_t expression, PhraseTablesUnderWay& tables) {
  for (std::uint32_t first = 0; first < 256; ++first) {
    for (std::uint32_t second = 0; pair.first[first] && second < 256; ++second) {
      if (pair.second[second]) tables.pair_uses.push_back({first | second << 8U, expression});
    }
  }
}

/// Puts the uses in order, and has those of each pair found by its bit.
void settle_pairs(PhraseTablesUnderWay& tables) {
  auto& uses = tables.pair_uses;
  if (uses.empty()) return;
  std::stable_sort(uses.begin(), uses.end(),
                   [](const PairUse& a, const PairUse& b) { return a.pair < b.pair; });
  tables.pair_bits.assign(1024, 0);
  for (std::uint32_t i = 0; i < uses.size(); ++i) {
    if (i > 0 && uses[i - 1].pair == uses[i].pair) continue;
    tables.pair_bits[uses[i].pair / 64] |= std::uint64_t{1} << (uses[i].pair % 64);
    tables.pair_heads.push_back(i);
  }
  tables.pair_heads.push_back(static_cast<std::uint32_t>(uses.size()));
  std::uint32_t rank = 0;
  for (const std::uint64_t bits : tables.pair_bits) {
    tables.pair_ranks.push_back(rank);
    rank += static_cast<std::uint32_t>(std::popcount(bits));
  }
}

}  // namespace

void PhraseCompiler::write_alternative(std::uint32_t index, PhraseTablesUnderWay& tables) {
  const Alternative& from = alternatives_[index];
  AlternativeRecord record;
  record.phrase = from.phrase;
  record.list = entries_[from.phrase].list;
  record.flags = entries_[from.phrase].flags | where_[record.list];
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
  if (!from.expression.empty()) write_expression(index, tables);
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

void PhraseCompiler::write_expression(std::uint32_t index, PhraseTablesUnderWay& tables) {
  const std::string& text = alternatives_[index].expression;
  ExpressionRecord record;
  record.alternative = index;
  record.text = add_string(tables.strings, text);
  record.size = static_cast<std::uint32_t>(text.size());
  record.offset = no_pair;
  record.pairs = static_cast<std::uint32_t>(tables.pairs.size());
  for (const NeededPair& pair : needed_pairs(text)) {
    if (record.offset == no_pair) {  // the rarest
      record.offset = pair.offset.value_or(anywhere);
      use_pair(pair, static_cast<std::uint32_t>(tables.expressions.size()), tables);
    } else if (pair.offset) {
      tables.pairs.push_back({*pair.offset, bits_of(pair.first), bits_of(pair.second)});
    }
  }
  record.pair_count = static_cast<std::uint32_t>(tables.pairs.size()) - record.pairs;
  tables.expressions.push_back(record);
}

const PhraseCompiler::Element* PhraseCompiler::rarest_need(std::uint32_t index,
                                                           std::uint32_t trigger) const {
  const Element* need = nullptr;
  const auto& elements = alternatives_[index].elements;
  for (std::uint32_t j = 0; j < elements.size(); ++j) {
    const bool may_be =
        elements[j].kind == ElementRecord::fragment || elements[j].kind == ElementRecord::list;
    if (j == trigger || !may_be) continue;
    if (need == nullptr || commonness(elements[j]) < commonness(*need)) need = &elements[j];
  }
  return need;
}

/// Fragments that are looked for beside others get numbers of their own, from 1.
std::vector<std::uint32_t> PhraseCompiler::number_kept(PhraseTablesUnderWay& tables) const {
  std::uint32_t last = 0;
  std::vector<std::uint32_t> numbers(network_.fragment_count(), 0);
  const auto each_fragment = [&](const auto& each) {
    for (const AlternativeRecord& record : tables.alternatives) {
      for (std::uint32_t j = 0; j < record.element_count; ++j) {
        ElementRecord& element = tables.elements[record.elements + j];
        if (element.kind == ElementRecord::fragment) each(element, j == record.trigger);
      }
    }
  };
  each_fragment([&](const ElementRecord& element, bool is_trigger) {
    if (!is_trigger && numbers[element.id] == 0) numbers[element.id] = ++last;
  });
  each_fragment([&](ElementRecord& element, bool) { element.id = numbers[element.id]; });
  return numbers;
}

void PhraseCompiler::write_tables(const std::vector<std::uint32_t>& level,
                                  PhraseTablesUnderWay& tables) {
  tables.lists.assign(list_count_, {});
  for (const auto& [list, where] : where_) tables.lists[list].where = where;
  for (const Entry& entry : entries_) {
    tables.phrases.push_back({entry.list, add_string(tables.strings, entry.text),
                              static_cast<std::uint32_t>(entry.text.size()), entry.flags});
  }
  std::vector<std::vector<UseRecord>> fragment_uses(network_.fragment_count());
  std::vector<std::vector<UseRecord>> list_uses(list_count_);
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) write_alternative(i, tables);
  const std::vector<std::uint32_t> numbers = number_kept(tables);
  std::vector<std::uint32_t> fragment_needs(network_.fragment_count(), 0);
  std::uint32_t last_need = 0;
  const auto need_of = [&](const Element* element) -> std::uint32_t {
    if (element == nullptr) return 0;
    std::uint32_t& need = element->kind == ElementRecord::list ? tables.lists[element->id].need
                                                               : fragment_needs[element->id];
    if (need == 0) need = ++last_need;
    return need;
  };
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    const auto& elements = alternatives_[i].elements;
    const AlternativeRecord& record = tables.alternatives[i];
    for (std::uint32_t j = 0; j < elements.size(); ++j) {
      const bool is_list = elements[j].kind == ElementRecord::list;
      if (j == record.trigger) {
        const std::uint32_t flags = record.flags | (elements.size() == 1 ? use_alone : 0U);
        auto& uses = is_list ? list_uses : fragment_uses;
        uses[elements[j].id].push_back({i, record.list, need_of(rarest_need(i, j)),
                                        static_cast<std::uint16_t>(level[i]),
                                        static_cast<std::uint16_t>(flags)});
      } else if (is_list) {
        tables.lists[elements[j].id].beside = 1;
      }
    }
  }
  for (ListId list = 0; list < list_count_; ++list) {
    tables.lists[list].uses = static_cast<std::uint32_t>(tables.uses.size());
    tables.lists[list].use_count = static_cast<std::uint32_t>(list_uses[list].size());
    tables.uses.insert(tables.uses.end(), list_uses[list].begin(), list_uses[list].end());
  }
  std::map<NeedBits, std::uint32_t> known{{NeedBits{}, 0}};
  tables.met.assign(1, {});
  for (std::size_t i = 0; i < tables.states.size(); ++i) {
    tables.states[i].uses = static_cast<std::uint32_t>(tables.uses.size());
    tables.states[i].kept = static_cast<std::uint32_t>(tables.kept.size());
    if (i == network_.accepted().size()) break;
    NeedBits met{};
    for (const std::uint32_t fragment : network_.accepted()[i]) {
      const auto& uses = fragment_uses[fragment];
      tables.uses.insert(tables.uses.end(), uses.begin(), uses.end());
      if (numbers[fragment] != 0) tables.kept.push_back(numbers[fragment]);
      if (fragment_needs[fragment] != 0) add_need(fragment_needs[fragment], met);
    }
    const auto [found, added] =
        known.try_emplace(met, static_cast<std::uint32_t>(tables.met.size()));
    if (added) tables.met.push_back(met);
    tables.states[i].met = found->second;
  }
  for (UseRecord& use : tables.uses) {
    const ListRecord& list = tables.lists[use.list];
    if (list.beside != 0 || list.use_count != 0) use.flags |= use_followed;
  }
  settle_pairs(tables);
  const auto highest = std::max_element(level.begin(), level.end());
  PhraseCounts counts{highest == level.end() ? 1 : *highest + 1};
  for (const ExpressionRecord& each : tables.expressions) counts.unpaired += each.offset == no_pair;
  for (const PairUse& use : tables.pair_uses) {
    if (!is_small(use.pair % 256) || !is_small(use.pair / 256)) continue;
    counts.small_pairs |= tables.alternatives[tables.expressions[use.expression].alternative].flags;
  }
  tables.counts.assign(1, counts);
  // Words are read from the pool sixteen bytes at once, the last one too.
  tables.strings.resize(tables.strings.size() + 16);
}

}  // namespace tonelint
