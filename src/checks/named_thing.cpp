#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "checks/stems.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

constexpr WordList acquired({"ordered", "bought", "purchased", "received", "returned", "got"});
constexpr WordList articles({"a", "an", "the", "my", "your", "this", "that", "our"});
/// Words that say nothing of what a thing is, in the customer's message or in the reply.
constexpr WordList generic({"item", "product", "article", "goods", "purchase", "thing", "stuff"});
/// Nouns behind "my" or "received a" that are no things of a shop.
constexpr WordList no_things(
    {"email",        "mail",        "message",      "reply",    "answer",    "refund",
     "order",        "parcel",      "package",      "delivery", "account",   "name",
     "money",        "question",    "problem",      "issue",    "request",   "ticket",
     "case",         "number",      "invoice",      "bill",     "receipt",   "payment",
     "code",         "link",        "notice",       "letter",   "call",      "text",
     "error",        "password",    "address",      "card",     "bank",      "time",
     "day",          "week",        "husband",      "wife",     "mother",    "father",
     "son",          "daughter",    "friend",       "partner",  "opinion",   "experience",
     "flight",       "booking",     "trip",         "stay",     "room",      "plan",
     "subscription", "replacement", "confirmation", "shipment", "statement", "response",
     "discount",     "offer",       "way",          "lot",      "bit",       "one",
     "customer",     "company",     "website",      "app",      "service",   "team",
     "wrong",        "new",         "second",       "first",    "whole",     "same",
     "half",         "few",         "couple",       "mum",      "mom",       "dad",
     "birthday",     "house",       "home",         "point",    "mind",      "life",
     "best",         "part",        "side",         "end",      "data",      "credit",
     "balance",      "purchases",   "items",        "products", "something", "nothing",
     "everything",   "information", "box",          "envelope", "packet",    "size",
     "colour",       "color"});
/// What ends a name of a thing.
constexpr WordList function_words(
    {"and",     "or",      "but",     "on",   "in",        "at",      "from",  "for",   "to",
     "of",      "with",    "which",   "that", "is",        "was",     "has",   "had",   "are",
     "were",    "by",      "last",    "this", "yesterday", "today",   "a",     "an",    "the",
     "my",      "your",    "it",      "i",    "we",        "you",     "about", "as",    "because",
     "when",    "where",   "who",     "not",  "does",      "did",     "will",  "just",  "arrived",
     "came",    "still",   "so",      "then", "back",      "again",   "over",  "two",   "three",
     "keeps",   "broke",   "stopped", "won",  "doesn",     "didn",    "isn",   "wasn",  "never",
     "only",    "through", "off",     "out",  "up",        "without", "via",   "after", "before",
     "since",   "ago",     "online",  "been", "be",        "all",     "here",  "there", "now",
     "there's", "if",      "how",     "what", "do",        "can",     "into",  "one"});
/// What makes a compound of "item": "the item number" is no thing of theirs.
constexpr WordList compound({"number",      "code",  "page",    "id",    "list",     "name",
                             "description", "line",  "numbers", "type",  "team",     "range",
                             "range",       "pages", "lines",   "price", "category", "manager",
                             "details",     "link",  "label"});

/// "blue kettle" of "the blue kettle I ordered" or "I ordered a blue kettle"; the tokens.
Range named_thing(const Document& message) {
  const auto tokens = message.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i + 2 < count; ++i) {
    if (!is_own_word(tokens[i])) continue;
    const std::string_view word = message.text(tokens[i]);
    if (!acquired.contains(word)) continue;
    if (!is_own_word(tokens[i + 1]) || !articles.contains(message.text(tokens[i + 1]))) continue;
    Range thing{i + 2, i + 2};
    while (thing.end < count && thing.size() < 3 && is_own_word(tokens[thing.end]) &&
           !function_words.contains(stem_of_contraction(message.text(tokens[thing.end])))) {
      ++thing.end;
    }
    // A fourth word may belong to it; then it is unclear where it ends.
    if (thing.empty() ||
        (thing.end < count && is_own_word(tokens[thing.end]) &&
         !function_words.contains(stem_of_contraction(message.text(tokens[thing.end]))))) {
      continue;
    }
    const std::string_view noun = message.text(tokens[thing.end - 1]);
    if (no_things.contains(noun) || generic.contains(noun) || noun.ends_with("ed")) continue;
    return thing;
  }
  return {};
}

}  // namespace

void detect_named_thing(const Subject& subject, std::vector<Finding>& findings) {
  const Document* message = subject.facts.message;
  const Document& document = subject.document;
  if (message == nullptr) return;
  const Range thing = named_thing(*message);
  if (thing.empty()) return;
  const auto tokens = document.tokens();
  for (std::uint32_t i = 1; i < tokens.size(); ++i) {
    if (!is_own_word(tokens[i]) || !generic.contains(document.text(tokens[i]))) continue;
    const std::string_view before = document.text(tokens[i - 1]);
    if (!is_word(before, "your") && !is_word(before, "the")) continue;
    if (i + 1 < tokens.size() && is_own_word(tokens[i + 1]) &&
        compound.contains(document.text(tokens[i + 1]))) {
      continue;
    }
    if (!subject.in_scope({i - 1, i + 1})) continue;
    thread_local std::vector<Stem> noun;
    thread_local std::vector<Stem> ours;
    noun.clear();
    ours.clear();
    content_stems(*message, {thing.end - 1, thing.end}, noun);
    content_stems(document, {0, static_cast<std::uint32_t>(tokens.size())}, ours);
    if (noun.empty() || contains(ours, noun.back())) return;
    Finding finding = subject.finding({i - 1, i + 1});
    std::string text(before);
    text += ' ';
    text += message->text(message->span(thing));
    finding.replacements.push_back({finding.text, std::move(text), false});
    findings.push_back(std::move(finding));
    return;
  }
}

}  // namespace tonelint
