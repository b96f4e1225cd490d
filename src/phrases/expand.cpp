#include "phrases/expand.hpp"

#include <algorithm>
#include <iterator>

#include "phrases/tables.hpp"

namespace tonelint {
namespace {

using Kind = PhraseNode::Kind;
using Rows = std::vector<PhraseRow>;

/// Thrown within this file only, to leave the recursion.
struct TooMany {
  const char* message = too_many_ways;
};

PhraseRow literal_row(std::vector<PhraseNode> nodes) {
  PhraseRow row;
  if (!nodes.empty()) {
    row.items.push_back({PhraseItem::Kind::literal, std::move(nodes), {}, {}});
  }
  return row;
}

void append(PhraseRow& row, const PhraseRow& more) {
  for (const PhraseItem& item : more.items) {
    if (!row.items.empty() && item.kind == PhraseItem::Kind::literal && item.capture.empty() &&
        row.items.back().kind == PhraseItem::Kind::literal && row.items.back().capture.empty()) {
      auto& nodes = row.items.back().nodes;
      nodes.insert(nodes.end(), item.nodes.begin(), item.nodes.end());
    } else {
      row.items.push_back(item);
    }
  }
  row.constants.insert(row.constants.end(), more.constants.begin(), more.constants.end());
  row.forms.insert(row.forms.end(), more.forms.begin(), more.forms.end());
}

class Expansion {
 public:
  Expansion(bool inflect, bool capture) : inflect_(inflect), capture_(capture) {}

  Rows rows(const PhraseNode& node) {
    if (!is_split(node)) return {literal_row({node})};
    switch (node.kind) {
      case Kind::inflected:
        return inflected(node);
      case Kind::glued:
        return glued(node);
      case Kind::sequence:
        return sequence(node, &Expansion::rows);
      case Kind::choice:
        return choice(node, &Expansion::rows);
      case Kind::gap:
        return {item_row({PhraseItem::Kind::gap, {}, {}, {}})};
      case Kind::cue:
        return {item_row({PhraseItem::Kind::cue, {}, node.text, {}})};
      case Kind::capture:
        return captured(node);
      case Kind::word:
        break;
    }
    return {literal_row({node})};
  }

 private:
  /// Whether the rewrites need to know which way this node was said.
  [[nodiscard]] bool is_split(const PhraseNode& node) const {
    switch (node.kind) {
      case Kind::word:
        return false;
      case Kind::inflected:
        return inflect_;
      case Kind::glued:
        return capture_;
      case Kind::gap:
      case Kind::cue:
      case Kind::capture:
        return true;
      default:
        return std::any_of(node.parts.begin(), node.parts.end(),
                           [this](const PhraseNode& part) { return is_split(part); });
    }
  }

  static PhraseRow item_row(PhraseItem item) {
    PhraseRow row;
    row.items.push_back(std::move(item));
    return row;
  }

  static Rows inflected(const PhraseNode& node) {
    Rows rows;
    std::vector<std::string> seen;
    for (const WordForm& form : forms_of(node.text)) {
      if (std::find(seen.begin(), seen.end(), form.text) != seen.end()) continue;
      seen.push_back(form.text);
      rows.push_back(literal_row(phrase_words(form.text)));
      rows.back().forms.push_back(form.kind);
    }
    return rows;
  }

  static Rows glued(const PhraseNode& node) {
    Rows rows;
    for (GluedWord& word : glued_words(node)) {
      rows.push_back(literal_row(phrase_words(word.text)));
      rows.back().constants = std::move(word.endings);
    }
    return rows;
  }

  using Each = Rows (Expansion::*)(const PhraseNode&);

  /// Every way of the first part with every way of the next.
  Rows sequence(const PhraseNode& node, Each each) {
    Rows rows(1);
    for (const PhraseNode& part : node.parts) {
      const Rows next = (this->*each)(part);
      Rows product;
      if (rows.size() * next.size() > most_ways) throw TooMany{};
      const auto add = [&](PhraseRow row, const PhraseRow& more) {
        append(row, more);
        if (row.items.size() > most_elements) throw TooMany{too_many_parts};
        product.push_back(std::move(row));
      };
      // The last takes the row as it is: a long phrase of plain words is not copied for each.
      for (PhraseRow& row : rows) {
        for (std::size_t i = 0; i + 1 < next.size(); ++i) add(row, next[i]);
        if (!next.empty()) add(std::move(row), next.back());
      }
      rows = std::move(product);
    }
    return rows;
  }

  Rows choice(const PhraseNode& node, Each each) {
    Rows all;
    for (const PhraseNode& part : node.parts) {
      Rows some = (this->*each)(part);
      std::move(some.begin(), some.end(), std::back_inserter(all));
      if (all.size() > most_ways) throw TooMany{};
    }
    return all;
  }

  Rows captured(const PhraseNode& node) const {
    if (node.parts.empty()) return {item_row({PhraseItem::Kind::words, {}, {}, node.text})};
    Expansion literal(true, true);
    Rows rows = literal.spelled(node.parts[0]);
    for (PhraseRow& row : rows) {
      const bool settled = std::all_of(row.items.begin(), row.items.end(), [](const auto& item) {
        return item.kind == PhraseItem::Kind::literal;
      });
      if (settled) {
        std::string text;
        for (const PhraseItem& item : row.items) {
          for (const PhraseNode& word : item.nodes) {
            if (!text.empty()) text += ' ';
            text += word.written;
          }
        }
        row.constants.emplace_back(node.text, std::move(text));
      } else {
        for (PhraseItem& item : row.items) item.capture = node.text;
      }
      if (!inflect_) row.forms.clear();
    }
    return rows;
  }

  /// Rows whose literals hold nothing but words: every choice is a row of its own.
  Rows spelled(const PhraseNode& node) {
    if (node.kind == Kind::sequence) return sequence(node, &Expansion::spelled);
    if (node.kind == Kind::choice) return choice(node, &Expansion::spelled);
    return rows(node);
  }

  bool inflect_;
  bool capture_;
};

/// The words of one way to say a piece, as they are glued on.
std::string written(const PhraseNode& option) {
  std::string text;
  for (const PhraseNode& each : option.parts) {
    if (!text.empty()) text += ' ';
    text += each.written;
  }
  return text;
}

}  // namespace

std::vector<GluedWord> glued_words(const PhraseNode& glued) {
  std::vector<GluedWord> words(1);
  for (const PhraseNode& piece : glued.parts) {
    if (piece.kind == Kind::word) {
      for (GluedWord& word : words) word.text += piece.text;
      continue;
    }
    const bool optional =
        piece.parts.size() == 2 && !piece.parts[0].parts.empty() && piece.parts[1].parts.empty();
    std::vector<GluedWord> longer;
    const auto add = [&](GluedWord word, const PhraseNode& option) {
      const std::string text = written(option);
      word.text += text;
      if (optional) word.endings.emplace_back(piece.parts[0].parts[0].written, text);
      longer.push_back(std::move(word));
    };
    for (GluedWord& word : words) {
      for (std::size_t i = 0; i + 1 < piece.parts.size(); ++i) add(word, piece.parts[i]);
      if (!piece.parts.empty()) add(std::move(word), piece.parts.back());
    }
    words = std::move(longer);
  }
  return words;
}

std::vector<std::string> capture_names(const PhraseNode& phrase) {
  std::vector<std::string> names;
  if (phrase.kind == Kind::capture) names.push_back(phrase.text);
  if (phrase.kind == Kind::glued) {
    const std::vector<GluedWord> words = glued_words(phrase);
    for (const auto& [name, text] : words.front().endings) names.push_back(name);
    return names;
  }
  for (const PhraseNode& part : phrase.parts) {
    for (std::string& name : capture_names(part)) names.push_back(std::move(name));
  }
  return names;
}

bool is_nullable(const std::vector<PhraseNode>& nodes) {
  return std::all_of(nodes.begin(), nodes.end(), [](const PhraseNode& node) {
    if (node.kind == Kind::sequence) return is_nullable(node.parts);
    if (node.kind != Kind::choice) return false;
    return std::any_of(node.parts.begin(), node.parts.end(),
                       [](const PhraseNode& part) { return is_nullable({part}); });
  });
}

std::variant<std::vector<PhraseRow>, PhraseProblem> expand_phrase(const PhraseSyntax& syntax,
                                                                  bool rewrites_inflect,
                                                                  bool rewrites_capture) {
  Rows rows;
  try {
    rows = Expansion(rewrites_inflect, rewrites_capture).rows(syntax.root);
  } catch (const TooMany& too_many) {
    return PhraseProblem{0, too_many.message};
  }
  // A literal that may be absent stands in the way of finding its neighbours: say both ways.
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].items.size(); ++j) {
      PhraseItem& item = rows[i].items[j];
      if (rows[i].items.size() < 2 || item.kind != PhraseItem::Kind::literal ||
          !is_nullable(item.nodes)) {
        continue;
      }
      // Mark it as needed here by wrapping it, and add the row without it.
      PhraseRow without = rows[i];
      without.items.erase(without.items.begin() + static_cast<std::ptrdiff_t>(j));
      if (rows.size() >= most_ways) {
        return PhraseProblem{0, too_many_ways};
      }
      rows.push_back(std::move(without));
    }
  }
  return rows;
}

}  // namespace tonelint
