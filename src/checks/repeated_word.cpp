#include "checks/detectors.hpp"
#include "document/word_list.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Words that may well stand twice: "I had had", "very very", "bye bye", "log in in a minute".
constexpr WordList may_repeat({"had",  "that",  "bye",    "very",  "no",   "so",  "ha",
                               "haha", "knock", "really", "many",  "much", "yes", "long",
                               "far",  "aye",   "hear",   "blah",  "yeah", "ho",  "hi",
                               "oh",   "in",    "on",     "there", "well", "now", "tut",
                               "bla",  "ok",    "okay",   "hey",   "do",   "her"});

}  // namespace

void detect_repeated_word(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const Token* const tokens = document.tokens().data();
  const auto count = static_cast<std::uint32_t>(document.tokens().size());
  const char* const text = document.text().data();
  for (std::uint32_t i = 0; i + 1 < count; ++i) {
    const Token& first = tokens[i];
    const Token& second = tokens[i + 1];
    // Few neighbours are even of one length and begin alike.
    if (first.letters != second.letters ||
        ((text[first.begin] ^ text[second.begin]) & ~0x20) != 0) {
      continue;
    }
    if (first.kind != Token::Kind::word || second.kind != Token::Kind::word) continue;
    if (second.has(Token::sentence_start) || !second.has(Token::space_before)) continue;
    if (!ascii::same_but_for_case(document.text(first), document.text(second))) continue;
    if ((first.flags | second.flags) & (Token::quoted | Token::label)) continue;
    if (!subject.in_scope({i, i + 2})) continue;
    // "Duran Duran" is a name; "The the" is not.
    if (second.has(Token::capitalised) && !second.has(Token::all_caps)) continue;
    if (may_repeat.contains(document.text(first))) continue;
    Finding finding = subject.finding({i, i + 2});
    finding.replacements.push_back({finding.text, std::string(document.text(first)), true});
    findings.push_back(std::move(finding));
  }
}

}  // namespace tonelint
