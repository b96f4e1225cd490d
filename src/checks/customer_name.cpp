#include "checks/customer_name.hpp"

#include <algorithm>

#include "document/fold.hpp"
#include "document/salutations.hpp"
#include "document/word_list.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// Words that persons are not called: companies, roles, what a helpdesk writes for nobody.
constexpr WordList not_persons({"ab",           "account",    "accounts",
                                "admin",        "ag",         "agency",
                                "and",          "anonymous",  "bank",
                                "billing",      "bv",         "church",
                                "clinic",       "club",       "co",
                                "company",      "contact",    "corp",
                                "corporation",  "customer",   "customers",
                                "digital",      "finance",    "foundation",
                                "gmbh",         "group",      "guest",
                                "hello",        "holdings",   "hotel",
                                "inc",          "info",       "international",
                                "kg",           "lab",        "labs",
                                "limited",      "llc",        "llp",
                                "ltd",          "mail",       "marketing",
                                "media",        "member",     "none",
                                "noreply",      "null",       "nv",
                                "office",       "online",     "orders",
                                "oy",           "partners",   "plc",
                                "pty",          "restaurant", "sales",
                                "sarl",         "school",     "service",
                                "services",     "shop",       "software",
                                "solutions",    "srl",        "store",
                                "studio",       "studios",    "subscriber",
                                "support",      "systems",    "team",
                                "technologies", "test",       "the",
                                "trust",        "ug",         "undefined",
                                "university",   "unknown",    "user",
                                "visitor",      "web"});
constexpr WordList suffixes({"jr", "sr", "phd", "md", "msc", "bsc", "mba", "esq", "ii", "iii", "iv",
                             "dds", "rn", "cpa"});
/// First names of two words, where more words follow.
constexpr WordList double_names({"ana maria", "anna maria", "mary ann", "mary jane", "mary anne",
                                 "juan carlos", "juan pablo", "luis miguel", "jean luc",
                                 "jean paul", "jean pierre", "maria jose", "jose luis",
                                 "jose maria", "ana paula", "ana luisa", "billy joe"});

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n\"'.");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n\"'.,") + 1 - begin);
}

/// "Priya" of "PRIYA" and "priya"; what has capitals and small letters stays.
std::string in_title_case(std::string_view word) {
  const std::string folded = fold(word);
  std::size_t first = 0;
  static_cast<void>(utf8::next(word, first));
  if (folded == word) {
    std::string out(word);
    if ('a' <= out[0] && out[0] <= 'z') out[0] = static_cast<char>(out[0] & ~0x20);
    return out;
  }
  const std::string_view rest = word.substr(first);
  const std::string small = fold(rest);
  // Nothing but capitals behind the first letter.
  const bool capitals =
      utf8::length(rest) > 1 &&
      std::none_of(rest.begin(), rest.end(), [](char c) { return 'a' <= c && c <= 'z'; });
  return capitals ? std::string(word.substr(0, first)) + small : std::string(word);
}

std::string in_title_cases(std::string_view name) {
  std::string out;
  while (true) {
    const std::size_t hyphen = name.find('-');
    if (hyphen != 0 && !name.empty()) out += in_title_case(name.substr(0, hyphen));
    if (hyphen == std::string_view::npos) return out;
    out += '-';
    name.remove_prefix(hyphen + 1);
  }
}

/// The words of a name; none where it holds what names do not.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t size = std::min(name.find(' '), name.size());
    const std::string_view word = trimmed(name.substr(0, size));
    name.remove_prefix(std::min(size + 1, name.size()));
    if (word.empty()) continue;
    if (word.find_first_of("0123456789_/&@#+*=:;!?<>[]{}%$") != std::string_view::npos) return {};
    if (not_persons.contains(word)) return {};
    if (!suffixes.contains(word)) words.push_back(word);
  }
  return words.size() > 6 ? std::vector<std::string_view>{} : words;
}

}  // namespace

CustomerName read_customer_name(std::string_view name) {
  CustomerName read;
  name = trimmed(name.substr(0, name.find_first_of("(|")));
  std::string turned;
  if (const std::size_t comma = name.find(','); comma != std::string_view::npos) {
    const std::string_view after = trimmed(name.substr(comma + 1));
    if (suffixes.contains(after)) {
      name = name.substr(0, comma);
    } else {  // "Nair, Priya"
      turned.append(after).append(" ").append(name.substr(0, comma));
      name = turned;
    }
  }
  std::vector<std::string_view> words = words_of(name);
  // "Don" and "Sig" are titles elsewhere, but in a profile they are names.
  constexpr WordList also_names({"don", "sig", "m", "rev", "heer"});
  std::string titles;
  while (words.size() > 1 && is_honorific(fold(words[0])) && !also_names.contains(words[0])) {
    titles.append(in_title_case(fold(words[0]))).append(" ");
    words.erase(words.begin());
  }
  if (words.empty()) return read;
  for (std::string_view word : words) {
    while (true) {  // A document has a token for each side of a hyphen.
      const std::size_t hyphen = word.find('-');
      if (hyphen != 0 && !word.empty()) read.words.push_back(fold(word.substr(0, hyphen)));
      if (hyphen == std::string_view::npos) break;
      word.remove_prefix(hyphen + 1);
    }
  }
  if (utf8::length(words[0]) > 1) read.first = in_title_cases(words[0]);
  if (words.size() > 2) {
    const std::string two = fold(words[0]).append(" ").append(fold(words[1]));
    if (double_names.contains(two)) read.first.append(" ").append(in_title_cases(words[1]));
  }
  read.titled = !titles.empty();
  if (words.size() > 1 || read.titled) read.last = in_title_cases(words.back());
  if (words.size() == 1) read.first.insert(0, titles);
  return read;
}

}  // namespace tonelint
