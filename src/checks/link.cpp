#include "document/link.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "checks/detectors.hpp"
#include "text/ascii.hpp"
#include "text/overlap.hpp"

namespace tonelint {
namespace {

/// What a link is made with until its address is known.
constexpr std::string_view empty_addresses[] = {
    "",     "#",    "http://", "https://",    "url",
    "link", "todo", "tbd",     "about:blank", "insert-link-here"};
/// How the names of machines begin that only the house can reach, and how they end.
constexpr std::string_view inner_beginnings[] = {"staging", "stage", "dev",      "test",
                                                 "qa",      "uat",   "intranet", "internal"};
constexpr std::string_view inner_endings[] = {".local", ".internal", ".lan",
                                              ".corp",  ".test",     ".localhost"};
constexpr std::string_view inner_numbers[] = {"127.", "10.", "192.168.", "0.0.0.0", "[::1]"};
/// Public places whose names begin like inner ones.
constexpr std::string_view public_hosts[] = {"dev.to", "dev.mysql.com", "test.com", "test.de"};

bool starts_with(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  return ascii::same_but_for_case(text.substr(0, lower_case.size()), lower_case);
}

bool is_numeric(std::string_view host) {
  return !host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_inner_host(std::string_view host) {
  if (host == "localhost") return true;
  if (is_numeric(host) || host[0] == '[') {
    // The customer's own router.
    if (host.ends_with(".1") && !host.starts_with("127.")) return false;
    return std::any_of(std::begin(inner_numbers), std::end(inner_numbers),
                       [&](std::string_view number) { return host.starts_with(number); });
  }
  for (const std::string_view each : public_hosts) {
    if (host == each) return false;
  }
  for (const std::string_view beginning : inner_beginnings) {
    if (!starts_with(host, beginning) || host.size() == beginning.size()) continue;
    if (host[beginning.size()] == '.' || host[beginning.size()] == '-') return true;
  }
  for (const std::string_view ending : inner_endings) {
    if (host.ends_with(ending)) return true;
  }
  // "https://wiki/page": a name that only the inner network knows.
  return host.find('.') == std::string_view::npos && host.find(':') == std::string_view::npos;
}

/// What an address should read where its beginning is misspelt: "htp://x", "https//x",
/// "https:/x", "https://https://x". Empty where it is right or no web address.
std::string mended(std::string_view address) {
  constexpr std::string_view misspelt[] = {"htp://",  "htps://",  "htpps://", "htttps://",
                                           "htpp://", "htttp://", "https//",  "http//",
                                           "https:/", "http:/",   "https:",   "http:"};
  constexpr std::string_view right[] = {"https://", "http://"};
  for (const std::string_view scheme : right) {
    if (!starts_with(address, scheme)) continue;
    const std::string_view rest = address.substr(scheme.size());
    const bool twice = starts_with(rest, "https://") || starts_with(rest, "http://");
    return twice ? std::string(rest) : "";
  }
  for (const std::string_view scheme : misspelt) {
    if (!starts_with(address, scheme)) continue;
    const std::string_view rest = address.substr(scheme.size());
    if (rest.substr(0, longest_host).find('.') == std::string_view::npos) return "";
    return (scheme.starts_with("http:") || scheme.starts_with("http/") ? "http://" : "https://") +
           std::string(rest);
  }
  return "";
}

bool is_inner(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!starts_with(address, scheme)) continue;
    std::string_view host = address.substr(scheme.size());
    host = host.substr(0, host.find_first_of("/?#"));
    if (host.starts_with("[")) return is_inner_host(host.substr(0, host.find(']') + 1));
    host = host.substr(0, host.find(':'));
    if (host.find_first_of("{[<%\xE2") != std::string_view::npos) {
      return false;  // A placeholder, or cut short by "…".
    }
    return !host.empty() && is_inner_host(host);
  }
  return false;
}

/// Whether the beginning of an address, right or misspelt, may stand in a text: each has a colon or
/// a slash behind "http" or "https".
bool may_have_address(std::string_view text) {
  for (const char mark : {':', '/'}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + 1)) {
      if (at > 0 && ((text[at - 1] | 0x20) == 'p' || (text[at - 1] | 0x20) == 's')) return true;
    }
  }
  return false;
}

/// The end of what stands at `at` without a space, and without the marks of the sentence behind it.
std::size_t address_end(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.find_first_of(" \t\r\n<>\"()[]", at), text.size());
  while (end > at && std::string_view(".,;:!?'*_").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

/// Addresses that stand in the text.
void find_written(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const std::string_view text = document.text();
  if (!may_have_address(text)) return;
  std::size_t end = 0;
  for (std::size_t at = text.find("ht"); at != std::string_view::npos;
       at = text.find("ht", at + 1)) {
    if (at > 0 && static_cast<unsigned char>(text[at - 1] | 0x20) >= 'a' && text[at - 1] != '_') {
      continue;
    }
    if (at >= end) end = address_end(text, at);  // The same for all that stand in one piece.
    const std::string_view address = text.substr(at, end - at);
    std::string better = mended(address);
    if (better.empty() && !is_inner(address)) continue;
    const Span place{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    at = end - 1;
    const std::uint32_t token = document.token_at(place.begin);
    if (token == document.tokens().size() || !subject.in_scope({token, token + 1})) continue;
    Finding finding = subject.finding({token, token + 1});
    finding.text = place;
    if (!better.empty()) finding.replacements.push_back({place, std::move(better), false});
    findings.push_back(std::move(finding));
  }
}

/// The first token that begins at `byte` or behind it.
std::uint32_t first_behind(const Document& document, std::uint32_t byte) {
  const auto tokens = document.tokens();
  const auto found = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& token) { return token.begin < byte; });
  return static_cast<std::uint32_t>(found - tokens.begin());
}

std::vector<Span> places_of(const std::vector<Finding>& findings) {
  std::vector<Span> places;
  places.reserve(findings.size());
  for (const Finding& each : findings) places.push_back(each.text);
  return places;
}

/// Links whose address stands behind their text, in Markdown and HTML.
void find_linked(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  std::optional<Overlap> found;  // Before; of few replies it is asked.
  std::uint32_t behind = 0;      // The last link found; links are in order.
  for (const Mark& mark : document.reply().marks) {
    if (mark.kind != Mark::Kind::link || mark.text.empty()) continue;
    const auto is_it = [&](std::string_view empty) {
      return mark.target.size() == empty.size() && starts_with(mark.target, empty);
    };
    const bool empty = std::any_of(std::begin(empty_addresses), std::end(empty_addresses), is_it);
    if (!empty && mended(mark.target).empty() && !is_inner(mark.target)) continue;
    const std::uint32_t first = document.token_at(mark.text.begin);
    const Range tokens{first, first_behind(document, mark.text.end)};
    if (tokens.begin >= tokens.end || !subject.in_scope(tokens)) continue;
    const Finding finding = subject.finding(tokens);
    // An address that is its own text was found there.
    if (!found) found.emplace(places_of(findings));
    if (finding.text.begin < behind || found->any(finding.text)) continue;
    behind = finding.text.end;
    findings.push_back(finding);
  }
}

}  // namespace

void detect_link(const Subject& subject, std::vector<Finding>& findings) {
  find_written(subject, findings);
  find_linked(subject, findings);
}

}  // namespace tonelint
