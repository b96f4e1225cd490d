#include "phrases/spelling_variants.hpp"

#include "document/word_list.hpp"

namespace tonelint {
namespace {

// Words in -ise or -ize that have one spelling only. (-aise, -oise, -uise and -wise are a rule
// below.)
constexpr WordList one_spelling_words(
    {"advertise",  "advise",   "apprise",     "arise",     "capsize",   "chastise",  "circumcise",
     "comprise",   "concise",  "demise",      "despise",   "devise",    "downsize",  "enfranchise",
     "enterprise", "excise",   "exercise",    "expertise", "franchise", "imprecise", "improvise",
     "incise",     "oversize", "merchandise", "midsize",   "paradise",  "precise",   "premise",
     "prize",      "promise",  "compromise",  "reprise",   "resize",    "revise",    "rightsize",
     "rise",       "seize",    "size",        "sunrise",   "supersize", "supervise", "surmise",
     "surprise",   "televise", "treatise",    "upsize",    "vise",      "anise"});

constexpr std::string_view our_stems[] = {
    "arbour",    "ardour",    "armour",    "behaviour", "candour", "clamour", "colour",
    "demeanour", "endeavour", "favour",    "fervour",   "flavour", "harbour", "honour",
    "humour",    "labour",    "neighbour", "odour",     "parlour", "rancour", "rigour",
    "rumour",    "savour",    "splendour", "tumour",    "valour",  "vapour",  "vigour",
};
// Other endings take -or in both families: "honorary", "humorous", "vaporize".
constexpr WordList our_endings({"able", "ably", "al", "ed", "er", "ful", "hood", "ing", "ite",
                                "less", "ly", "s", "y"});
constexpr WordList our_beginnings({"dis", "mis", "re", "un"});

struct SpellingPair {
  std::string_view british;
  std::string_view american;
};
constexpr SpellingPair pairs[] = {
    {"acknowledgement", "acknowledgment"},
    {"catalogue", "catalog"},
    {"centre", "center"},
    {"defence", "defense"},
    {"dialogue", "dialog"},
    {"distil", "distill"},
    {"enrol", "enroll"},
    {"fibre", "fiber"},
    {"fulfil", "fulfill"},
    {"grey", "gray"},
    {"instalment", "installment"},
    {"instil", "instill"},
    {"judgement", "judgment"},
    {"licence", "license"},
    {"litre", "liter"},
    {"metre", "meter"},
    {"offence", "offense"},
    {"practise", "practice"},
    {"pretence", "pretense"},
    {"programme", "program"},
    {"sceptical", "skeptical"},
    {"skilful", "skillful"},
    {"theatre", "theater"},
};

std::string with_letter(std::string_view word, std::size_t at, char letter) {
  std::string out(word);
  out[at] = letter;
  return out;
}

char other_of_s_and_z(char letter) { return letter == 's' ? 'z' : 's'; }

/// -ise/-ize, -yse/-yze, -isation/-ization.
std::string s_or_z_variant(std::string_view base) {
  const auto ends_in = [&](std::string_view s, std::string_view z) {
    return base.ends_with(s) || base.ends_with(z);
  };
  if (base.size() > 8 && ends_in("isation", "ization") && !base.starts_with("improvis")) {
    const std::size_t at = base.size() - 6;
    return with_letter(base, at, other_of_s_and_z(base[at]));
  }
  if (base.size() < 5) return {};
  const bool yse = ends_in("lyse", "lyze");
  const char before = base[base.size() - 4];
  const bool one_spelling = std::string_view("aeouw").find(before) != std::string_view::npos ||
                            one_spelling_words.contains(base);
  if (!yse && (!ends_in("ise", "ize") || one_spelling)) return {};
  const std::size_t at = base.size() - 2;
  return with_letter(base, at, other_of_s_and_z(base[at]));
}

/// The stem `our` ("colour") in `base` with any of the beginnings and endings; "" for none.
std::string our_variant(std::string_view base, std::string_view our) {
  const std::string_view common = our.substr(0, our.size() - 2);  // "colo"
  const std::size_t found = base.find(common);
  if (found == std::string_view::npos) return {};
  if (found != 0 && !our_beginnings.contains(base.substr(0, found))) return {};
  const std::string_view head = base.substr(0, found + common.size());
  std::string_view rest = base.substr(head.size());
  const bool british = rest.starts_with("ur");
  if (!british && !rest.starts_with('r')) return {};
  rest.remove_prefix(british ? 2 : 1);
  if (!(rest.empty() || our_endings.contains(rest))) return {};
  return std::string(head).append(british ? "r" : "ur").append(rest);
}

}  // namespace

std::string spelling_variant(std::string_view base) {
  for (const SpellingPair& pair : pairs) {
    if (base == pair.british) return std::string(pair.american);
    if (base == pair.american) return std::string(pair.british);
  }
  for (const std::string_view our : our_stems) {
    if (std::string variant = our_variant(base, our); !variant.empty()) return variant;
  }
  return s_or_z_variant(base);
}

}  // namespace tonelint
