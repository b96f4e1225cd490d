#include "checks/language.hpp"

#include <algorithm>
#include <cstdint>

#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

// Small words that stand in nearly every message. Those that several languages share tell little
// and are left out, but for the most frequent.
constexpr WordList english({"the",   "and",    "is",   "to",    "you",   "of",   "it",    "that",
                            "have",  "with",   "for",  "your",  "my",    "this", "are",   "not",
                            "we",    "please", "but",  "was",   "what",  "when", "can",   "been",
                            "would", "from",   "they", "there", "which", "has",  "i",     "will",
                            "our",   "be",     "at",   "or",    "if",    "just", "could", "how"});
constexpr WordList spanish({"el",   "los",   "las",    "que",    "y",       "del",    "por",
                            "para", "con",   "una",    "está",   "estoy",   "pero",   "como",
                            "más",  "muy",   "hola",   "mi",     "gracias", "puede",  "ha",
                            "lo",   "su",    "cuando", "no",     "he",      "pedido", "quiero",
                            "la",   "usted", "desde",  "también"});
constexpr WordList portuguese({"o",        "os",   "que", "e",    "do",    "da",  "em",
                               "não",      "um",   "uma", "para", "com",   "meu", "minha",
                               "você",     "está", "mas", "como", "mais",  "olá", "obrigado",
                               "obrigada", "por",  "foi", "pelo", "ainda", "seu", "são",
                               "no",       "na",   "isso"});
constexpr WordList french({"le",  "les",  "des",     "et",    "est",   "vous", "je",   "une",
                           "pas", "pour", "que",     "dans",  "ne",    "nous", "avec", "votre",
                           "mon", "ma",   "bonjour", "merci", "sur",   "mais", "du",   "la",
                           "ce",  "qui",  "ai",      "suis",  "cette", "été",  "au",   "vos"});
constexpr WordList german({"der",  "die",   "und",   "ich",   "ist",  "nicht", "das",  "sie",
                           "es",   "zu",    "den",   "mit",   "auf",  "für",   "ein",  "eine",
                           "habe", "wir",   "auch",  "bei",   "dass", "haben", "mein", "meine",
                           "ihr",  "ihre",  "hallo", "danke", "noch", "aber",  "wie",  "wird",
                           "kann", "bitte", "wurde", "von",   "seit", "sind"});
constexpr WordList italian({"il",   "che",    "di",   "è",    "per",    "non",    "sono",
                            "una",  "con",    "gli",  "del",  "della",  "ho",     "ma",
                            "come", "mio",    "mia",  "ciao", "grazie", "questo", "buongiorno",
                            "più",  "anche",  "nel",  "ha",   "le",     "la",     "un",
                            "mi",   "vostro", "stato"});
constexpr WordList dutch({"de",   "het",   "een",     "en",   "van",   "ik",   "niet",   "dat",
                          "is",   "op",    "te",      "voor", "met",   "u",    "zijn",   "je",
                          "maar", "heb",   "mijn",    "ook",  "nog",   "naar", "bij",    "wij",
                          "kan",  "hallo", "bedankt", "uw",   "wordt", "geen", "hebben", "graag"});
constexpr WordList swedish({"och", "att",  "jag", "det",  "som",  "inte", "en", "är",
                            "på",  "för",  "med", "har",  "till", "av",   "om", "ni",
                            "min", "mitt", "men", "hej",  "tack", "kan",  "vi", "den",
                            "ett", "från", "när", "vill", "var",  "eller"});
constexpr WordList danish_norwegian({"og",   "at",  "jeg", "det", "som", "ikke", "en",  "er",
                                     "på",   "til", "med", "har", "af",  "av",   "om",  "min",
                                     "mitt", "mit", "men", "hei", "hej", "takk", "tak", "kan",
                                     "vi",   "den", "et",  "fra", "når", "vil",  "jer", "dere"});
constexpr WordList polish({"i",      "w",     "na",   "z",   "nie",    "się",      "że",
                           "do",     "to",    "jest", "mam", "jak",    "moje",     "mój",
                           "dzień",  "dobry", "czy",  "ale", "po",     "od",       "za",
                           "o",      "co",    "dla",  "mi",  "proszę", "dziękuję", "zamówienie",
                           "został", "już",   "tak"});
constexpr WordList turkish({"bir",  "ve",     "bu",   "için",   "ile",         "ama",
                            "çok",  "değil",  "var",  "yok",    "ne",          "merhaba",
                            "ben",  "benim",  "bana", "lütfen", "teşekkürler", "daha",
                            "gibi", "olarak", "siz",  "size",   "nasıl",       "mi",
                            "mı",   "da",     "de",   "kadar",  "sipariş",     "ederim"});
constexpr WordList finnish({"ja",     "on",   "ei",     "että",  "se",     "en",
                            "mutta",  "ole",  "minun",  "olen",  "hei",    "kiitos",
                            "kun",    "ovat", "tai",    "jos",   "vielä",  "oli",
                            "nyt",    "kuin", "mitä",   "voi",   "tämä",   "tilaus",
                            "saanut", "myös", "teidän", "olisi", "voitte", "sitä"});

struct Language {
  std::string_view name;
  std::string_view tags[3];
  bool (*has)(std::string_view word);
};
constexpr Language languages[] = {
    {"English", {"en"}, [](std::string_view word) { return english.contains(word); }},
    {"Spanish", {"es"}, [](std::string_view word) { return spanish.contains(word); }},
    {"Portuguese", {"pt"}, [](std::string_view word) { return portuguese.contains(word); }},
    {"French", {"fr"}, [](std::string_view word) { return french.contains(word); }},
    {"German", {"de"}, [](std::string_view word) { return german.contains(word); }},
    {"Italian", {"it"}, [](std::string_view word) { return italian.contains(word); }},
    {"Dutch", {"nl"}, [](std::string_view word) { return dutch.contains(word); }},
    {"Swedish", {"sv"}, [](std::string_view word) { return swedish.contains(word); }},
    {"Danish or Norwegian",
     {"da", "no", "nb"},
     [](std::string_view word) { return danish_norwegian.contains(word); }},
    {"Polish", {"pl"}, [](std::string_view word) { return polish.contains(word); }},
    {"Turkish", {"tr"}, [](std::string_view word) { return turkish.contains(word); }},
    {"Finnish", {"fi"}, [](std::string_view word) { return finnish.contains(word); }},
};
constexpr std::size_t language_count = std::size(languages);

/// Enough to tell; more would only take longer.
constexpr std::uint32_t most_words = 80;
/// Small words of the language, at least, of all words and altogether.
constexpr std::uint32_t fewest_hits = 4;
constexpr double least_share = 0.2;

/// Alphabets, by the lead bytes of their letters.
struct Alphabet {
  std::string_view name;
  std::string_view tags[4];
  unsigned char first;
  unsigned char last;
};
constexpr Alphabet alphabets[] = {
    {"Greek", {"el"}, 0xCE, 0xCF},
    {"Cyrillic letters", {"ru", "uk", "bg", "sr"}, 0xD0, 0xD4},
    {"Hebrew", {"he"}, 0xD7, 0xD7},
    {"Arabic letters", {"ar", "fa", "ur"}, 0xD8, 0xDB},
    {"Indian or Thai letters", {"hi", "th"}, 0xE0, 0xE0},
    {"Chinese or Japanese", {"zh", "ja"}, 0xE3, 0xE9},
    {"Korean", {"ko"}, 0xEA, 0xED},
};

std::string_view alphabet_of(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word[0]);
  for (const Alphabet& alphabet : alphabets) {
    if (alphabet.first <= lead && lead <= alphabet.last) return alphabet.name;
  }
  return "";
}

/// Whether the first words are so full of English ones that nothing else need be tried, which is
/// so for most texts.
bool is_plainly_english(const Document& document) {
  std::uint32_t words = 0;
  std::uint32_t hits = 0;
  for (const Token& token : document.tokens()) {
    if (!is_own_word(token)) continue;
    hits += english.contains(stem_of_contraction(document.text(token))) ? 1U : 0U;
    if (++words == 24) break;
  }
  return words >= 8 && hits * 3 >= words;
}

}  // namespace

std::string_view language_of(const Document& document) {
  if (is_plainly_english(document)) return languages[0].name;
  std::uint32_t hits[language_count] = {};
  std::uint32_t words = 0;
  std::uint32_t other_letters = 0;
  std::string_view alphabet;
  for (const Token& token : document.tokens()) {
    // A name is the same in all languages.
    if (!is_own_word(token) || token.has(Token::linked)) continue;
    if (token.has(Token::capitalised) && !token.has(Token::sentence_start)) continue;
    const std::string_view word = document.text(token);
    ++words;
    if (const std::string_view name = alphabet_of(word); !name.empty()) {
      if (alphabet.empty()) alphabet = name;
      other_letters += name == alphabet ? 1U : 0U;
      continue;
    }
    const std::string_view stem = stem_of_contraction(word);
    for (std::size_t i = 0; i < language_count; ++i) hits[i] += languages[i].has(stem) ? 1U : 0U;
    if (words == most_words) break;
  }
  if (other_letters >= 3 && other_letters * 2 > words) return alphabet;
  const auto* const best = std::max_element(std::begin(hits), std::end(hits));
  if (*best < fewest_hits || *best < least_share * words) return "";
  // Where a second language comes near, it may be either, or both stand there.
  for (const std::uint32_t& other : hits) {
    if (&other != best && 3 * other > 2 * *best) return "";
  }
  return languages[best - std::begin(hits)].name;
}

std::string_view language_named(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  const auto is_tag = [&](std::string_view each) { return is_word(primary, each); };
  if (primary.empty()) return "";
  for (const Language& language : languages) {
    if (std::any_of(std::begin(language.tags), std::end(language.tags), is_tag)) {
      return language.name;
    }
  }
  for (const Alphabet& alphabet : alphabets) {
    if (std::any_of(std::begin(alphabet.tags), std::end(alphabet.tags), is_tag)) {
      return alphabet.name;
    }
  }
  return "";
}

}  // namespace tonelint
