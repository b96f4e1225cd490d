#include "guide/yaml_error.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>

#include "text/ascii.hpp"

namespace tonelint::yaml {
namespace {

namespace said_by_library = YAML::ErrorMsg;

struct Words {
  std::string_view said;     ///< The library's message, or its beginning.
  std::string_view message;  ///< Ours.
};

constexpr std::string_view indentation =
    "This line does not fit those above it. Indent it like its neighbours, and write “key: value” "
    "or “- text” as they do.";
constexpr std::string_view brackets =
    "Text with [ ] { or } in a list like this one must be in quotation marks, and what is opened "
    "must be closed.";
constexpr std::string_view quote =
    "A quotation mark is opened here and never closed. Close it at the end of the text.";
constexpr std::string_view star =
    "Text that begins with * has a meaning of its own in YAML. Put it in quotation marks.";
constexpr std::string_view ampersand =
    "Text that begins with & has a meaning of its own in YAML. Put it in quotation marks.";

const Words words[] = {
    {said_by_library::MAP_VALUE,
     "A colon makes no sense here. Put the text that has it in quotation marks, or check that this "
     "line is indented like its neighbours and that quotation marks above are closed."},
    {said_by_library::MAP_KEY,
     "A key makes no sense here. Check that this line is indented like its neighbours."},
    {said_by_library::BLOCK_ENTRY,
     "A list item makes no sense here. Begin it on a line of its own, indented like its "
     "neighbours, or put the text in quotation marks."},
    {said_by_library::END_OF_MAP_FLOW, brackets},
    {said_by_library::END_OF_SEQ_FLOW, brackets},
    {said_by_library::END_OF_MAP, indentation},
    {said_by_library::END_OF_SEQ, indentation},
    {said_by_library::FLOW_END,
     "A ] or } closes nothing here. Put the text that has it in quotation marks."},
    {said_by_library::EOF_IN_SCALAR, quote},
    {said_by_library::DOC_IN_SCALAR, quote},
    {said_by_library::INVALID_ESCAPE, doubled_backslash},
    {said_by_library::INVALID_HEX, "The \\x, \\u or \\U here needs its 2, 4 or 8 digits."},
    {said_by_library::INVALID_UNICODE, "The \\u or \\U here names no character."},
    {said_by_library::UNKNOWN_ANCHOR, star},
    {said_by_library::ALIAS_NOT_FOUND, star},
    {said_by_library::CHAR_IN_ALIAS, star},
    {said_by_library::ALIAS_CONTENT, star},
    {said_by_library::ANCHOR_NOT_FOUND, ampersand},
    {said_by_library::CHAR_IN_ANCHOR, ampersand},
    {said_by_library::MULTIPLE_ANCHORS, ampersand},
    {said_by_library::UNKNOWN_TOKEN,
     "Text cannot begin with this character. Put it in quotation marks."},
    {said_by_library::CHAR_IN_BLOCK,
     "Behind | or > nothing else may stand on the line. Put the text on the lines below, or in "
     "quotation marks."},
};

/// The first tab in the indentation of the lines from that of `from` to that of `to`.
std::size_t indenting_tab(std::string_view file, std::size_t from, std::size_t to) {
  std::size_t begin = file.find_last_of('\n', from);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  while (begin <= to && begin < file.size()) {
    const std::size_t text = file.find_first_not_of(" \t", begin);
    const std::size_t tab = file.find('\t', begin);
    if (tab < text) return tab;
    const std::size_t end = file.find('\n', begin);
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  return std::string_view::npos;
}

/// The first quotation mark from `from` that begins a text.
std::size_t opening_quote(std::string_view file, std::size_t from) {
  for (std::size_t at = from; at < file.size(); ++at) {
    if (file[at] != '"' && file[at] != '\'') continue;
    const char before = at == 0 ? ' ' : file[at - 1];
    if (ascii::is_space(before) || before == '[' || before == '{' || before == ',') return at;
  }
  return std::string_view::npos;
}

/// What a message must say for a text that goes on where YAML takes it to be over.
std::string_view after_text(std::string_view file, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && (file[before - 1] == ' ' || file[before - 1] == '\t')) --before;
  if (before == 0) return {};
  const char last = file[before - 1];
  if (last == '"' || last == '\'') {
    return "A text goes on here behind its closing quotation mark. Put quotation marks around all "
           "of it, and use “ ” within; or close the mark that is opened on a line above.";
  }
  if (last == ']' || last == '}') {
    return "A text that begins with [ or { must be in quotation marks, all of it.";
  }
  return {};
}

}  // namespace

Mistake explain(std::string_view file, Reached reached, std::string_view said) {
  const std::uint32_t at = std::min(reached.at, static_cast<std::uint32_t>(file.size()));
  const std::size_t tab = indenting_tab(file, std::min(reached.read, at), at);
  if (tab != std::string_view::npos) {
    return {Problem::tab, static_cast<std::uint32_t>(tab),
            "This line is indented with a tab. Use spaces, two for each step."};
  }
  const auto* const known =
      std::find_if(std::begin(words), std::end(words),
                   [&](const Words& entry) { return said.starts_with(entry.said); });
  if (known == std::end(words)) {
    return {Problem::not_yaml, at, join({"This is not valid YAML: ", said, "."})};
  }
  std::string_view message = known->message;
  if (message == quote) {
    const std::size_t opening = opening_quote(file, reached.read);
    if (opening != std::string_view::npos)
      return unclosed_quote(static_cast<std::uint32_t>(opening));
  }
  if (message == brackets && reached.opened &&
      file.substr(*reached.opened, at - *reached.opened).find('\n') != std::string_view::npos) {
    return {Problem::not_yaml, *reached.opened,
            join({file.substr(*reached.opened, 1),
                  " is opened here and never closed. Close it, or put the text that has it in "
                  "quotation marks."})};
  }
  if (known->said == said_by_library::INVALID_ESCAPE && at >= 2 && file[at - 2] == '\\') {
    return {Problem::not_yaml, at - 2, std::string(message)};
  }
  if (message == indentation) {
    const std::string_view other = after_text(file, at);
    if (!other.empty()) message = other;
  }
  return {Problem::not_yaml, at, std::string(message)};
}

Mistake unclosed_quote(std::uint32_t begin) {
  return {Problem::not_yaml, begin, std::string(quote)};
}

}  // namespace tonelint::yaml
