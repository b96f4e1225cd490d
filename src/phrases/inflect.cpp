#include "phrases/inflect.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/word_list.hpp"
#include "phrases/irregular.hpp"
#include "phrases/spelling_variants.hpp"

namespace tonelint {
namespace {

using FormKind = WordForm::Kind;

// Words of more than one syllable that double their last consonant, the last syllable being
// stressed (or as if it were); others do not: "offered", "visited".
constexpr WordList doubling_words(
    {"abet",     "abhor",     "abut",       "acquit",   "admit",    "airdrop",   "allot",
     "annul",    "appal",     "aver",       "babysit",  "backlog",  "befit",     "begin",
     "beset",    "bootstrap", "commit",     "compel",   "concur",   "confer",    "control",
     "debar",    "debug",     "defer",      "demur",    "deter",    "disbar",    "dispel",
     "distil",   "eavesdrop", "embed",      "emit",     "enrol",    "entrap",    "equip",
     "excel",    "expel",     "extol",      "forbid",   "forget",   "format",    "fulfil",
     "handicap", "hotswap",   "impel",      "incur",    "infer",    "input",     "instil",
     "inter",    "leapfrog",  "nonplus",    "occur",    "offset",   "omit",      "outfit",
     "output",   "outwit",    "overlap",    "patrol",   "permit",   "photoshop", "prefer",
     "preplan",  "propel",    "rebel",      "rebut",    "recap",    "recur",     "refer",
     "refit",    "regret",    "remit",      "repel",    "replan",   "reset",     "reship",
     "retrofit", "rewrap",    "screenshot", "sidestep", "snapshot", "submit",    "transfer",
     "transmit", "unban",     "unclog",     "unflag",   "unpin",    "unplug",    "unwrap",
     "unzip",    "upset",     "zigzag"});
// Seen with both; -l words too, by rule: "cancelled" and "canceled".
constexpr WordList either_doubling_words({"benefit", "bias", "bus", "combat", "diagram", "focus",
                                          "kidnap", "program", "refocus", "reprogram", "worship"});

constexpr WordList hard_ch({"epoch", "loch", "monarch", "patriarch", "stomach", "tech"});
constexpr WordList oes({"buffalo", "cargo", "do", "domino", "echo", "embargo", "forgo", "go",
                        "hero", "no", "potato", "tomato", "torpedo", "undergo", "veto", "volcano"});
// Keep the e before -ing, some of them at will.
constexpr WordList keep_e({"singe", "swinge", "tinge"});
constexpr WordList may_keep_e({"age", "binge", "cue", "queue", "route", "whinge"});

constexpr std::string_view verb_prefixes[] = {"fore", "mis",   "out", "over", "pre",
                                              "re",   "under", "un",  "up"};

// Nouns whose compounds have the same plural: "bookshelf", "yourself", "salesperson".
constexpr std::string_view compounding[] = {
    "child", "foot",   "half", "knife", "leaf",  "life", "loaf", "man",
    "mouse", "person", "self", "shelf", "tooth", "wife", "wolf", "woman",
};
constexpr WordList not_compounds({"caiman", "german", "human", "norman", "ottoman", "roman",
                                  "shaman", "superhuman", "talisman"});

/// Letters beyond ASCII at the end of an English word are vowels ("café").
bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The letter at `at` sounds as a vowel: "y" but in front, "u" but after "q".
bool vowel_at(std::string_view word, std::size_t at) {
  if (word[at] == 'y') return at > 0;
  if (word[at] == 'u') return at == 0 || word[at - 1] != 'q';
  return is_vowel(word[at]);
}

bool one_syllable(std::string_view word) {
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (vowel_at(word, i) && (i == 0 || !vowel_at(word, i - 1))) ++groups;
  }
  return groups == 1;
}

bool consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !vowel_at(word, word.size() - 2);
}

/// What becomes of the last consonant before -ed, -ing, -er, -est. The first of two is the usual
/// one.
enum class Doubling { no, yes, yes_or_no, no_or_yes };

Doubling doubling(std::string_view word) {
  const std::size_t last = word.size() - 1;
  if (word.size() < 2 || vowel_at(word, last) || !vowel_at(word, last - 1)) return Doubling::no;
  if (std::string_view("bdfgklmnprstvz").find(word[last]) == std::string_view::npos) {
    return Doubling::no;
  }
  if (word.size() > 2 && vowel_at(word, last - 2)) {  // "need", "look"; but "dial", "fuel"
    const bool two_sounds = word.ends_with("ial") || word.ends_with("ual") || word.ends_with("uel");
    return two_sounds ? Doubling::yes_or_no : Doubling::no;
  }
  if (either_doubling_words.contains(word)) {
    return word[last] == 's' || word[last] == 't' ? Doubling::no_or_yes : Doubling::yes_or_no;
  }
  if (one_syllable(word) || doubling_words.contains(word)) return Doubling::yes;
  if (word.starts_with("re") && doubling_words.contains(word.substr(2))) return Doubling::yes;
  return word[last] == 'l' && word != "parallel" ? Doubling::yes_or_no : Doubling::no;
}

std::string joined(std::string_view stem, std::string_view ending) {
  return std::string(stem).append(ending);
}

/// The third person and the plural.
std::string with_s(std::string_view word) {
  if (consonant_y(word)) return joined(word.substr(0, word.size() - 1), "ies");
  if (word.back() == 'z' && doubling(word) == Doubling::yes) return joined(word, "zes");
  const bool hiss = word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
                    word.ends_with("sh") || (word.ends_with("ch") && !hard_ch.contains(word));
  return joined(word, hiss || oes.contains(word) ? "es" : "s");
}

/// Collects the forms of one word, each once, with what stands in front of the inflected part.
class Forms {
 public:
  Forms(std::vector<WordForm>& forms, std::string_view front) : forms_(forms), front_(front) {}

  void add(FormKind kind, std::string_view text) {
    std::string whole = joined(front_, text);
    const auto same = [&](const WordForm& form) { return form.kind == kind && form.text == whole; };
    if (std::none_of(forms_.begin(), forms_.end(), same))
      forms_.push_back({kind, std::move(whole)});
  }

  /// Adds each word of a list of irregular forms ("-": none); `false` for the empty list, which
  /// says that the form is regular.
  bool add_listed(FormKind kind, std::string_view list) {
    if (list.empty()) return false;
    if (list == "-") return true;
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(' '), list.size());
      add(kind, list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
    return true;
  }

  /// Adds the word with an ending that begins with a vowel: -ed, -ing, -er, -est.
  void add_with(FormKind kind, std::string_view word, std::string_view ending) {
    const std::string_view but_last = word.substr(0, word.size() - 1);
    const bool ing = ending == "ing";
    if (word.back() == 'e' && word.size() > 2) {
      add_after_e(kind, word, ing, ending);
    } else if (consonant_y(word) && !ing) {
      add(kind, joined(but_last, "i").append(ending));
    } else if (word.ends_with("ic") && !one_syllable(word)) {
      add(kind, joined(word, "k").append(ending));
    } else {
      const Doubling twice = doubling(word);
      const std::string doubled = joined(word, word.substr(word.size() - 1)).append(ending);
      if (twice == Doubling::yes || twice == Doubling::yes_or_no) add(kind, doubled);
      if (twice != Doubling::yes) add(kind, joined(word, ending));
      if (twice == Doubling::no_or_yes) add(kind, doubled);
    }
  }

 private:
  void add_after_e(FormKind kind, std::string_view word, bool ing, std::string_view ending) {
    const std::string_view but_last = word.substr(0, word.size() - 1);
    if (!ing) return add(kind, joined(but_last, ending));
    if (word.ends_with("ie")) return add(kind, joined(word.substr(0, word.size() - 2), "ying"));
    const bool keep = word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye") ||
                      keep_e.contains(word);
    if (!keep) add(kind, joined(but_last, ending));
    if (keep || may_keep_e.contains(word)) add(kind, joined(word, ending));
  }

  std::vector<WordForm>& forms_;
  std::string front_;
};

template <class Entry>
const Entry* entry_of(std::span<const Entry> table, std::string_view base) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Entry& entry) { return entry.base == base; });
  return found == table.end() ? nullptr : &*found;
}

/// The irregular verb that `word` is, or ends in after a prefix ("resend").
const IrregularVerb* verb_in(std::string_view word) {
  if (const auto* verb = entry_of(irregular_verbs(), word)) return verb;
  for (const std::string_view prefix : verb_prefixes) {
    if (!word.starts_with(prefix)) continue;
    const auto* verb = entry_of(irregular_verbs(), word.substr(prefix.size()));
    // "have", "be" and the modal verbs, which have a `third`, take no prefix.
    if (verb != nullptr && verb->third.empty() && verb->past != "-") return verb;
  }
  return nullptr;
}

void add_verb_forms(std::string_view word, const IrregularVerb& verb, Forms& forms) {
  // These stand where other verbs have their base: "we are" → "we stay".
  if (word == "be") forms.add_listed(FormKind::base, "am are");
  if (!forms.add_listed(FormKind::third, verb.third)) forms.add(FormKind::third, with_s(word));
  if (!forms.add_listed(FormKind::past, verb.past)) forms.add_with(FormKind::past, word, "ed");
  if (!forms.add_listed(FormKind::participle, verb.participle)) {
    forms.add_with(FormKind::participle, word, "ed");
  }
  if (!forms.add_listed(FormKind::gerund, verb.gerund))
    forms.add_with(FormKind::gerund, word, "ing");
}

/// The irregular noun that `word` is or is a compound of ("bookshelf").
const IrregularNoun* noun_in(std::string_view word) {
  if (const auto* noun = entry_of(irregular_nouns(), word)) return noun;
  if (not_compounds.contains(word)) return nullptr;
  for (const std::string_view last : compounding) {
    if (word.size() > last.size() + 2 && word.ends_with(last)) {
      return entry_of(irregular_nouns(), last);
    }
  }
  return nullptr;
}

void add_comparison(const ShortAdjective& adjective, Forms& forms) {
  const std::string_view base = adjective.base;
  if (forms.add_listed(FormKind::comparative, adjective.comparative)) {
    forms.add_listed(FormKind::superlative, adjective.superlative);
    return;
  }
  forms.add_with(FormKind::comparative, base, "er");
  forms.add_with(FormKind::superlative, base, "est");
}

/// All forms of a base in one spelling; of "check-in", its last part is inflected.
void add_forms(std::string_view base, std::vector<WordForm>& out) {
  const std::size_t last_part = base.rfind('-') + 1;  // 0 where there is no hyphen
  const std::string_view front = base.substr(0, last_part);
  const std::string_view word = base.substr(last_part);
  Forms forms(out, front);
  forms.add(FormKind::base, word);
  if (word.empty()) return;

  const IrregularVerb* verb = verb_in(word);
  const IrregularNoun* noun = noun_in(word);
  const ShortAdjective* adjective = entry_of(short_adjectives(), word);
  if (verb != nullptr) {
    Forms after_prefix(out, joined(front, word.substr(0, word.size() - verb->base.size())));
    add_verb_forms(verb->base, *verb, after_prefix);
  } else if (noun != nullptr ? noun->is_verb && noun->base == word
                             : adjective == nullptr || adjective->is_verb) {
    add_verb_forms(word, {}, forms);
  }
  if (noun != nullptr) {
    Forms after_front(out, joined(front, word.substr(0, word.size() - noun->base.size())));
    after_front.add_listed(FormKind::plural, noun->plural);
  } else if (verb != nullptr ? verb->third != "-" : adjective == nullptr || adjective->is_verb) {
    forms.add(FormKind::plural, with_s(word));
  }
  if (adjective != nullptr) add_comparison(*adjective, forms);
}

}  // namespace

std::vector<WordForm> forms_of(std::string_view base) {
  std::vector<WordForm> out;
  add_forms(base, out);
  if (const std::string variant = spelling_variant(base); !variant.empty()) add_forms(variant, out);
  return out;
}

std::string form_of(std::string_view base, WordForm::Kind kind) {
  const std::vector<WordForm> forms = forms_of(base);
  const auto found = std::find_if(forms.begin(), forms.end(),
                                  [&](const WordForm& form) { return form.kind == kind; });
  return found == forms.end() ? std::string(base) : found->text;
}

}  // namespace tonelint
