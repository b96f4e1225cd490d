#include "document/abbreviations.hpp"

#include "document/word_list.hpp"

namespace tonelint {

namespace {

// In lower case.
constexpr WordList leading({
    // clang-format off
    "approx", "bzw", "ca", "capt", "cf", "dr", "dra", "e.g", "eg", "esp", "fr", "frl", "gen",
    "hon", "hr", "i.e", "ie", "incl", "lt", "mme", "mr", "mrs", "ms", "messrs", "mx", "prof",
    "resp", "rev", "sgt", "sra", "srta", "st", "usw", "viz", "p.s", "vs", "z.b", "d.h", "u.a", "p.ej",
    "sr", "sig", "dhr", "mevr",
});  // clang-format on
constexpr WordList numbered({
    // clang-format off
    "apr", "art", "aug", "ch", "dec", "eq", "ext", "feb", "fig", "fri", "jan", "jul", "jun",
    "mar", "mon", "no", "nos", "nov", "nr", "oct", "p", "para", "pg", "pp", "ref", "sat", "sec",
    "sep", "sept", "sun", "tel", "thu", "thur", "thurs", "tue", "tues", "ver", "vol", "v", "wed",
    "núm", "n",
});  // clang-format on
constexpr WordList trailing({
    // clang-format off
    "a.m", "am", "ave", "blvd", "co", "corp", "dept", "et al", "etc", "hrs", "inc", "jr", "ltd",
    "mins", "p.m", "pm", "ph.d", "pty", "rd", "u.k", "u.s", "u.s.a", "e.u",
});  // clang-format on
constexpr WordList starters({
    // clang-format off
    "a", "after", "also", "an", "and", "any", "as", "at", "before", "but", "can", "could", "do",
    "for", "he", "hello", "here", "hi", "how", "however", "i", "i'll", "i'm", "i've", "if", "in",
    "is", "it", "it's", "just", "let", "my", "no", "once", "on", "our", "please", "she", "so",
    "sorry", "thank", "thanks", "that", "the", "then", "there", "these", "they", "this", "to",
    "we", "we'll", "we're", "we've", "what", "when", "while", "with", "would", "yes", "you",
    "you'll", "your", "keep", "have", "feel", "hope", "enjoy", "stay", "glad", "all", "are",
    "did", "don't", "don’t", "until", "use", "try", "click", "see", "send", "check", "make",
    "take", "which", "who", "why", "where", "does", "will", "may", "i'd", "you're", "you’re",
    "that's", "that’s", "there's", "i’ll", "i’m", "i’ve", "we’ll", "we’re", "we’ve", "it’s",
});  // clang-format on

/// "U.S", "e.g": single letters between full stops.
bool is_dotted(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t i = 1; i < word.size(); i += 2) {
    if (word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.size() > 7) return Abbreviation::none;
  if (trailing.contains(word)) return Abbreviation::trailing;
  if (leading.contains(word)) return Abbreviation::leading;
  if (numbered.contains(word)) return Abbreviation::numbered;
  return is_dotted(word) ? Abbreviation::trailing : Abbreviation::none;
}

bool begins_sentences(std::string_view word) { return starters.contains(word); }

}  // namespace tonelint
