#include "document/link.hpp"

#include <algorithm>

#include "document/character.hpp"
#include "document/word_list.hpp"

namespace tonelint {

namespace {

bool is_alphanumeric(char c) {
  return c != '@' && character::traits(c) & (character::letter | character::digit);
}

/// Endings of bare host names. Those that are English words ("it", "is", "me") need a path or
/// "www.".
constexpr WordList endings({
    // clang-format off
    "ai", "app", "at", "au", "be", "biz", "br", "ca", "ch", "cloud", "cn", "co", "com", "de",
    "dev", "dk", "edu", "es", "eu", "fi", "fr", "gov", "help", "ie", "info", "io", "ir", "jp",
    "mx", "net", "nl", "nz", "online", "org", "ph", "pl", "pt", "ru", "se", "shop", "site",
    "store", "tech", "tv", "uk", "us", "xyz",
});  // clang-format on
constexpr WordList words_too({"at", "be", "help", "shop", "site", "store", "us"});

/// What cannot begin a path.
bool is_stop(char c) {
  return static_cast<unsigned char>(c) <= ' ' ||
         std::string_view("\"<>`.,;:!?'*_()[]").find(c) != std::string_view::npos;
}

/// The end of a path, query and fragment: up to white space, a bracket or a quotation mark, without
/// the punctuation that belongs to the sentence.
std::uint32_t path_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  int open = 0;
  while (at < text.size()) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '`') break;
    if (c == '\xC2' && rest.substr(1, 1) == "\xA0") break;  // No-break space.
    if (c == '\xE2' && rest.substr(1, 1) == "\x80") break;  // Quotes, dashes.
    if (c == '\xE3' && rest.substr(1, 1) == "\x80") break;  // CJK marks.
    if (c == '\xEF' && rest.substr(1, 1) == "\xBC") break;  // Full width.
    if (rest.starts_with("{{")) {                           // "https://example.com/{{ ticket.id }}"
      const std::size_t close = rest.substr(0, 200).find("}}");
      if (close == std::string_view::npos) break;
      at += static_cast<std::uint32_t>(close) + 2;
      continue;
    }
    if (c == '(' || c == '[') ++open;
    if ((c == ')' || c == ']') && --open < 0) break;
    ++at;
  }
  while (at > begin && std::string_view(".,;:!?'*_([").find(text[at - 1]) < 11) --at;
  return at;
}

/// The host "label.label" around a word: bytes, with its hyphens.
Span host_around(std::string_view text, Span word, std::uint32_t floor) {
  Span host = word;
  const auto fits = [&](std::uint32_t i) { return is_alphanumeric(text[i]) || text[i] == '-'; };
  const std::uint32_t first = std::max(floor, word.begin - std::min(word.begin, longest_host));
  const auto last = static_cast<std::uint32_t>(
      std::min<std::size_t>(text.size(), std::size_t{word.end} + longest_host));
  while (host.begin > first && fits(host.begin - 1)) --host.begin;
  while (host.begin < word.begin && text[host.begin] == '-') ++host.begin;
  while (host.end < last &&
         (fits(host.end) || (text[host.end] == '.' && host.end + 1 < text.size() &&
                             is_alphanumeric(text[host.end + 1])))) {
    ++host.end;
  }
  while (host.end > word.end && text[host.end - 1] == '-') --host.end;
  return host;
}

std::optional<Found> email_at(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  const auto local = [&](std::uint32_t i) {
    return is_alphanumeric(text[i]) || std::string_view("._%+-").find(text[i]) < 5;
  };
  Span span{at, at + 1};
  while (span.begin > floor && at - span.begin < longest_host && local(span.begin - 1)) {
    --span.begin;
  }
  while (span.begin < at && !is_alphanumeric(text[span.begin])) ++span.begin;
  if (span.begin == at || span.end >= text.size() || !is_alphanumeric(text[span.end])) return {};
  span.end = host_around(text, {at + 1, at + 2}, at + 1).end;
  const std::string_view host = text.substr(at + 1, span.end - at - 1);
  const std::size_t last = host.rfind('.');
  if (last == std::string_view::npos || host.size() - last < 3) return {};
  if (!std::all_of(host.begin() + static_cast<std::ptrdiff_t>(last) + 1, host.end(),
                   character::is_letter)) {
    return {};
  }
  return Found{span, Token::Kind::email};
}

}  // namespace

std::optional<Found> address_at(std::string_view text, Span word, std::uint32_t floor) {
  if (word.size() > longest_host) return {};
  const std::string_view bytes = text.substr(word.begin, word.size());
  if (const std::size_t sign = bytes.find('@'); sign != std::string_view::npos) {
    return email_at(text, word.begin + static_cast<std::uint32_t>(sign), floor);
  }
  if (bytes.find('.') == std::string_view::npos) return {};
  Span span = host_around(text, word, floor);
  if (span.begin > 0 && text[span.begin - 1] == '@') return {};
  // An address whose name has a dot of its own: "tom.smith+orders@example.com".
  if (span.end < text.size()) {
    std::uint32_t sign = span.end;
    while (sign < text.size() && sign - span.end < longest_host &&
           (is_alphanumeric(text[sign]) || std::string_view("._%+-").find(text[sign]) < 5)) {
      ++sign;
    }
    if (sign < text.size() && text[sign] == '@') return email_at(text, sign, floor);
  }
  const std::string_view host = text.substr(span.begin, span.size());
  const std::string_view ending = host.substr(host.rfind('.') + 1);
  if (ending.empty() || !character::is_letter(ending[0])) return {};
  std::uint32_t end = span.end;
  if (end < text.size() && text[end] == ':') {  // A port.
    std::uint32_t port = end + 1;
    while (port < text.size() && character::traits(text[port]) & character::digit) ++port;
    if (port > end + 1 && port < text.size() && text[port] == '/') end = port;
  }
  const bool path = end < text.size() && (text[end] == '/' || text[end] == '?') &&
                    end + 1 < text.size() && !is_stop(text[end + 1]);
  const bool known = endings.contains(ending);
  const bool www = host.starts_with("www.") || host.starts_with("WWW.") || host.starts_with("Www.");
  if (path && text[end] == '/' && ending.size() >= 2 && (known || ending.size() <= 3) &&
      std::all_of(ending.begin(), ending.end(),
                  [](char c) { return character::traits(c) & character::lower; })) {
    return Found{{span.begin, path_end(text, end)}, Token::Kind::url};
  }
  if (!www && (!known || words_too.contains(ending))) return {};
  if (path) {
    end = path_end(text, end);
  } else if (end < text.size() && text[end] == '/') {
    ++end;
  }
  return Found{{span.begin, end}, Token::Kind::url};
}

std::optional<Found> url_at(std::string_view text, std::uint32_t colon, std::uint32_t floor) {
  std::uint32_t begin = colon;
  while (begin > floor && colon - begin < 12 && character::is_letter(text[begin - 1])) --begin;
  if (colon - begin < 3) return {};
  const std::uint32_t end = path_end(text, colon + 3);
  if (end == colon + 3) return {};
  return Found{{begin, end}, Token::Kind::url};
}

}  // namespace tonelint
