#include <algorithm>

#include "guide/read_rule.hpp"

namespace tonelint {
namespace {

/// One pair of phrase and rewrite: what stands on the right.
class RewriteReader {
 public:
  RewriteReader(Walk& walk, PhraseDefinition& phrase) : walk_(walk), phrase_(phrase) {}

  void read(const Entry& entry) {
    static constexpr Key<RewriteReader> table[] = {
        {"rewrite", &RewriteReader::rewrite},
        {"safe", &RewriteReader::safe},
    };
    if (entry.value->is(Node::Kind::map)) {
      walk_.keys(*entry.value, "A phrase", table, *this);
    } else {
      rewrite(entry);
    }
  }

 private:
  void rewrite(const Entry& entry) {
    if (!entry.value->is(Node::Kind::null)) walk_.texts(entry, phrase_.rewrites);
  }
  void safe(const Entry& entry) { phrase_.safe = walk_.yes_no(entry); }

  Walk& walk_;
  PhraseDefinition& phrase_;
};

/// Adds a phrase, or reports that it has no words.
PhraseDefinition* add_phrase(Walk& walk, const Node& node, std::vector<PhraseDefinition>& out) {
  const bool empty = node.value.find_first_not_of(" \t\r\n") == std::string::npos;
  if (empty) {
    walk.problem(Problem::empty_phrase, node.place,
                 "A phrase is missing here. Write the words to find; words such as null or ~ need "
                 "quotation marks.");
    return nullptr;
  }
  PhraseDefinition& phrase = out.emplace_back();
  phrase.phrase = text_of(node);
  return &phrase;
}

}  // namespace

void read_phrases(Walk& walk, const Entry& entry, std::vector<PhraseDefinition>& out,
                  bool rewrites) {
  const Node& value = *entry.value;
  const std::string_view expected =
      rewrites ? "phrases: a list, or pairs such as \"kindly\": \"please\"" : "a list of phrases";
  if (value.is(Node::Kind::null) || (value.is(Node::Kind::map) && !rewrites)) {
    return walk.wrong_type(entry, expected);
  }
  if (value.is(Node::Kind::scalar)) {
    add_phrase(walk, value, out);
    return;
  }
  if (value.items.empty()) {
    return walk.problem(Problem::empty_list, entry.place(),
                        join({"The list of ", quoted(entry.name()),
                              " is empty. Write a phrase in it, or leave the key out."}));
  }
  if (value.is(Node::Kind::map)) {
    for (const Entry& pair : walk.entries(value)) {
      PhraseDefinition* phrase = add_phrase(walk, *pair.key, out);
      if (phrase != nullptr) RewriteReader(walk, *phrase).read(pair);
    }
    return;
  }
  for (const Node* item : value.items) {
    if (item->is(Node::Kind::scalar) || item->is(Node::Kind::null)) {
      add_phrase(walk, *item, out);
    } else {
      walk.problem(Problem::wrong_type, item->place,
                   join({"The list of ", quoted(entry.name()),
                         " takes phrases. Put the phrase in quotation marks",
                         rewrites ? ", or write all of them as pairs, without hyphens." : "."}));
    }
  }
}

}  // namespace tonelint
