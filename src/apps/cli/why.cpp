#include "apps/cli/why.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "apps/cli/check_options.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/marked_text.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/explain.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

struct Place {
  std::string path;
  std::uint32_t line = 0, column = 0;  ///< From 1; 0: not given.
};

/// The number behind the last colon of a text, which loses it; or 0.
std::uint32_t take_number(std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return 0;
  std::uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, number);
  if (read.ec != std::errc() || read.ptr != end) return 0;
  text.resize(colon);
  return number;
}

/// "draft.txt:3" or "draft.txt:3:14".
std::optional<Place> read_place(const std::string& text) {
  Place place{text};
  const std::uint32_t last = take_number(place.path);
  const std::uint32_t before = last == 0 ? 0 : take_number(place.path);
  place.line = before == 0 ? last : before;
  place.column = before == 0 ? 0 : last;
  if (place.line == 0 || place.path.empty()) return std::nullopt;
  return place;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The bytes of a line, or the place of one of its columns; nothing when there is none.
std::optional<Span> span_of(std::string_view bytes, const Place& place) {
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    const std::size_t end = bytes.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) return std::nullopt;
    begin = end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
  if (place.column > 0) {
    std::size_t at = begin;
    for (std::uint32_t column = 1; column < place.column; ++column) {
      if (at >= end) return std::nullopt;
      do ++at;
      while (at < end && is_continuation(bytes[at]));
    }
    begin = end = at;
  }
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string told(const Reason::Written& where) {
  return where.file + ":" + std::to_string(where.position.line) + ":" +
         std::to_string(where.position.column);
}

std::string outcome_of(const Reason& reason) {
  switch (reason.outcome) {
    case Reason::Outcome::speaks:
      return "speaks";
    case Reason::Outcome::shielded:
      return "is silent: the exception “" + reason.by.text + "” covers these words (" +
             told(reason.by) + ")";
    case Reason::Outcome::condition:
      return "is silent: its conditions are not met";
    case Reason::Outcome::unknown:
      return "is silent: it asks for something that is not known here";
    case Reason::Outcome::elsewhere:
      return "is silent: it does not look in this part of the reply";
    case Reason::Outcome::silenced:
      return "is silent: “" + reason.by.text + "” speaks instead";
    case Reason::Outcome::suppressed:
      return "is kept silent by a comment or by the guide";
    case Reason::Outcome::off:
      return "is silent: it is switched off (" + told(reason.by) + ")";
  }
  return {};
}

void line(TerminalText& text, Style style, std::string_view words, std::size_t indent) {
  text.wrap(style, words, indent);
  text.line_end();
}

void show(TerminalText& text, const Reason& reason) {
  const bool speaks = reason.outcome == Reason::Outcome::speaks;
  text.line_end();
  text.add(speaks ? style_of(reason.level) : Style::strong, reason.rule);
  line(text, Style::plain, outcome_of(reason), 2);
  std::string match = "“" + reason.words + "”";
  if (!reason.phrase.text.empty()) match += " is what “" + reason.phrase.text + "” looks for";
  line(text, Style::plain, match, 2);
  line(text, Style::faint, told(reason.phrase), 2);
  for (const Reason::Condition& each : reason.conditions) {
    const std::string holds = !each.holds ? "not known" : *each.holds ? "so it is" : "it is not so";
    const bool good = each.holds && *each.holds == each.only;
    text.tab_to(2);
    text.add(good ? Style::good : Style::faint, good                         ? "✓ "
                                                : each.only                  ? "✗ "
                                                : each.holds.value_or(false) ? "✗ "
                                                                             : "· ");
    line(text, Style::plain, (each.only ? "only when " : "not when ") + each.text + ": " + holds,
         4);
  }
}

/// What is spoken of from `begin` to `end`, in order, as seen from there.
std::vector<Span> marks_of(const std::vector<Reason>& reasons, std::size_t begin, std::size_t end) {
  std::vector<Span> spans;
  const auto offset = static_cast<std::uint32_t>(begin);
  for (const Reason& reason : reasons) {
    if (reason.span.begin < offset || reason.span.end > end || reason.span.empty()) continue;
    spans.push_back({reason.span.begin - offset, reason.span.end - offset});
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Span> marks;
  for (const Span span : spans) {
    if (marks.empty() || marks.back().end <= span.begin) {
      marks.push_back(span);
    } else {
      marks.back().end = std::max(marks.back().end, span.end);
    }
  }
  return marks;
}

std::string page_of(const std::string& name, std::string_view bytes, Span place,
                    const std::vector<Reason>& reasons) {
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  // The line, with all that is spoken of.
  const std::size_t before = bytes.find_last_of("\r\n", place.begin == 0 ? 0 : place.begin - 1);
  const std::size_t begin = place.begin == 0 || before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(bytes.find_first_of("\r\n", place.end), bytes.size());
  text.add(Style::strong, name);
  text.line_end();
  add_marked(text, bytes.substr(begin, end - begin), marks_of(reasons, begin, end), Style::warning,
             2);
  for (const Reason& reason : reasons) show(text, reason);
  if (reasons.empty()) {
    text.line_end();
    line(text, Style::plain, "No rule speaks here, and no phrase of any rule stands here.", 0);
  }
  return out;
}

/// Rules that are off are asked apart: were they on beside the others, some of those would keep
/// silent for them.
void add_rules_off(const std::string& guide, const std::string& belongs, const Source& source,
                   const Context& context, Span place, std::vector<Reason>& reasons) {
  const auto all = read_guide_file(guide, {.all_rules = true, .path = belongs});
  if (!all || !all->guide) return;
  for (Reason& reason : explain(*all, source, context, place)) {
    if (reason.outcome == Reason::Outcome::off) reasons.push_back(std::move(reason));
  }
}

}  // namespace

int run_why(const Arguments& arguments) {
  CheckOptions options;
  if (const auto ended = read_check_options(arguments, Task::why, options)) return *ended;
  const auto place = options.paths.size() == 1 ? read_place(options.paths[0]) : std::nullopt;
  if (!place) {
    complain("where? Write it as in a report: tonelint explain --why draft.txt:3:14");
    return failed;
  }
  std::string bytes;
  if (const std::string problem = read_file(place->path, bytes); !problem.empty()) {
    complain("can't read " + place->path + ": " + problem + ".");
    return failed;
  }
  const auto span = span_of(bytes, *place);
  if (!span) {
    complain(place->path + " has no such line or column.");
    return failed;
  }
  std::string guide = options.guide.empty() ? find_guide(folder_of(place->path)) : options.guide;
  const std::string belongs = options.context.path.empty() ? place->path : options.context.path;
  const auto loaded = load_guide_for_here(guide, {.path = belongs});
  if (!loaded || !loaded->guide) return failed;
  const Source source{place->path, bytes, options.syntax};
  std::vector<Reason> reasons = explain(*loaded, source, options.context, *span);
  add_rules_off(guide, belongs, source, options.context, *span, reasons);
  return write_all(page_of(options.paths[0], bytes, *span, reasons)) ? clean : failed;
}

}  // namespace tonelint::cli
