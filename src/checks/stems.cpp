#include "checks/stems.hpp"

#include <algorithm>
#include <string>

#include "checks/prose.hpp"
#include "document/fold.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

constexpr WordList stop_words(
    {"a",        "about",   "above",   "after",   "again",    "against", "ago",
     "all",      "almost",  "already", "also",    "always",   "am",      "an",
     "and",      "another", "any",     "anyone",  "anything", "are",     "around",
     "as",       "at",      "away",    "back",    "be",       "because", "been",
     "before",   "being",   "below",   "between", "both",     "but",     "by",
     "came",     "can",     "cannot",  "come",    "could",    "did",     "do",
     "does",     "doing",   "done",    "down",    "during",   "each",    "either",
     "else",     "even",    "ever",    "every",   "few",      "first",   "for",
     "from",     "further", "gave",    "get",     "gets",     "getting", "give",
     "given",    "go",      "goes",    "going",   "gone",     "got",     "had",
     "has",      "have",    "having",  "he",      "her",      "here",    "hers",
     "him",      "his",     "how",     "however", "i",        "if",      "in",
     "instead",  "into",    "is",      "it",      "its",      "itself",  "just",
     "keep",     "kind",    "last",    "later",   "least",    "less",    "let",
     "like",     "long",    "lot",     "made",    "make",     "many",    "may",
     "maybe",    "me",      "mean",    "might",   "mine",     "more",    "most",
     "much",     "must",    "my",      "myself",  "never",    "new",     "next",
     "no",       "none",    "nor",     "not",     "nothing",  "now",     "of",
     "off",      "often",   "ok",      "okay",    "on",       "once",    "one",
     "only",     "or",      "other",   "our",     "ours",     "out",     "over",
     "own",      "per",     "put",     "quite",   "rather",   "really",  "right",
     "said",     "same",    "say",     "second",  "see",      "seem",    "seems",
     "seen",     "she",     "should",  "since",   "so",       "some",    "something",
     "soon",     "still",   "such",    "sure",    "take",     "than",    "that",
     "the",      "their",   "them",    "then",    "there",    "these",   "they",
     "thing",    "things",  "this",    "those",   "though",   "through", "to",
     "together", "too",     "took",    "two",     "under",    "until",   "up",
     "us",       "very",    "want",    "was",     "way",      "we",      "well",
     "went",     "were",    "what",    "when",    "where",    "whether", "which",
     "while",    "who",     "whose",   "why",     "will",     "with",    "without",
     "won",      "would",   "yes",     "yet",     "you",      "your",    "yours",
     "yourself", "don",     "doesn",   "didn",    "isn",      "wasn",    "couldn",
     "wouldn",   "haven",   "hasn",    "aren",    "weren",    "shouldn", "ain",
     "someone",  "use",     "used",    "using",   "whenever", "able",    "happen",
     "happens",  "happened"});
/// What every customer writes and every agent answers.
constexpr WordList commonplaces(
    {"answer",     "answers",  "anyway",        "apologies", "apologise",   "apologize",
     "appreciate", "ask",      "asked",         "asking",    "assist",      "assistance",
     "best",       "call",     "called",        "case",      "check",       "checked",
     "checking",   "clarify",  "concern",       "concerns",  "contact",     "contacted",
     "contacting", "customer", "day",           "days",      "dear",        "detail",
     "details",    "e-mail",   "email",         "emailed",   "explain",     "feel",
     "find",       "fine",     "fix",           "fixed",     "free",        "glad",
     "good",       "great",    "happy",         "hear",      "hello",       "help",
     "helped",     "helpful",  "hey",           "hi",        "hope",        "hour",
     "hours",      "idea",     "inconvenience", "info",      "information", "inquiry",
     "issue",      "issues",   "know",          "look",      "looked",      "looking",
     "mail",       "matter",   "message",       "messages",  "minute",      "minutes",
     "moment",     "need",     "needed",        "needs",     "nice",        "patience",
     "people",     "person",   "please",        "possible",  "problem",     "problems",
     "query",      "question", "questions",     "reach",     "reached",     "reaching",
     "read",       "regards",  "reply",         "report",    "reported",    "request",
     "requests",   "resolve",  "resolved",      "respond",   "response",    "send",
     "sent",       "service",  "share",         "shared",    "solution",    "solve",
     "sorry",      "support",  "team",          "tell",      "thank",       "thanks",
     "think",      "ticket",   "time",          "times",     "today",       "tomorrow",
     "touch",      "tried",    "try",           "trying",    "understand",  "unfortunately",
     "update",     "wait",     "waiting",       "week",      "weeks",       "welcome",
     "wish",       "wonder",   "wondering",     "word",      "work",        "worked",
     "working",    "works",    "write",         "writing",   "wrote",       "wrong",
     "yesterday",  "cheers",   "guys",          "bit",       "little",      "big",
     "bad",        "real",     "actual",        "actually",  "currently",   "recently"});

/// Cuts endings off, crudely: both sides of a comparison are cut alike.
std::string_view stem_of(std::string_view word) {
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (word.size() < ending.size() + least || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (cut("'s", 1) || cut("'", 1)) return stem_of(word);
  if (word == "paid") word = "pay";
  if (!word.ends_with("ss")) cut("s", 3);
  if (cut("ment", 3)) return stem_of(word);  // "payment", "shipment"
  // "stopping", "cancelled", "cancellation", "renewal"
  if (cut("ing", 3) || cut("ed", 3) || cut("ation", 5) || cut("al", 4)) {
    const std::size_t size = word.size();
    if (size > 3 && word[size - 1] == word[size - 2] && word[size - 1] != 's') {
      word.remove_suffix(1);  // "stopp"
    }
  }
  if (!cut("ie", 2)) cut("e", 3);
  cut("y", 2);
  return word;
}

bool is_before(Stem a, Stem b) { return a.hash < b.hash; }

bool is_number(Token::Kind kind) { return kind == Token::Kind::number; }

}  // namespace

void content_stems(const Document& document, Range tokens, std::vector<Stem>& stems) {
  thread_local std::string word;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document.tokens()[i];
    if (token.has(Token::hidden)) continue;
    if (token.kind != Token::Kind::word && !is_number(token.kind)) continue;
    const std::string_view plain = stem_of_contraction(document.text(token));
    if (token.kind == Token::Kind::word &&
        (token.letters < 2 || stop_words.contains(plain) || commonplaces.contains(plain))) {
      continue;
    }
    word.clear();
    fold_append(document.text(token), word);
    if (word.empty()) continue;
    Stem stem{0xCBF29CE484222325ULL, token.letters, word.front()};
    for (const char c : is_number(token.kind) ? std::string_view(word) : stem_of(word)) {
      stem.hash = (stem.hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    stems.push_back(stem);
  }
}

bool contains(const std::vector<Stem>& stems, Stem stem) {
  return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

void sort(std::vector<Stem>& stems) { std::sort(stems.begin(), stems.end(), is_before); }

bool sorted_contain(const std::vector<Stem>& stems, Stem stem) {
  return std::binary_search(stems.begin(), stems.end(), stem, is_before);
}

}  // namespace tonelint
