#include "guide/yaml_error.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>

namespace tonelint::yaml {
namespace {

namespace said_by_library = YAML::ErrorMsg;

struct Words {
  std::string_view said;     ///< The library's message, or its beginning.
  std::string_view message;  ///< Ours.
};

constexpr std::string_view unclosed_list =
    "A [ or { is opened here or above and never closed. Close it, or put the text that has it in "
    "quotation marks.";
constexpr std::string_view unclosed_quote =
    "A quotation mark is opened here and never closed. Close it at the end of the text.";

const Words words[] = {
    {said_by_library::MAP_VALUE,
     "A colon makes no sense here. Put the text that has it in quotation marks, or check that this "
     "line is indented like its neighbours and that quotation marks above are closed."},
    {said_by_library::MAP_KEY,
     "A key makes no sense here. Check that this line is indented like its neighbours."},
    {said_by_library::BLOCK_ENTRY,
     "A list item makes no sense here. Begin it on a line of its own, indented like its "
     "neighbours, or put the text in quotation marks."},
    {said_by_library::END_OF_MAP_FLOW, unclosed_list},
    {said_by_library::END_OF_SEQ_FLOW, unclosed_list},
    {said_by_library::END_OF_MAP,
     "This line does not fit those above it. Indent it like its neighbours, and write “key: value”."
     " Text before or behind a quotation mark must be inside it."},
    {said_by_library::END_OF_SEQ,
     "This line does not fit the list above it. Indent it like its neighbours, and begin it "
     "with “- ”. Text before or behind a quotation mark must be inside it."},
    {said_by_library::FLOW_END,
     "A ] or } closes nothing here. Put the text that has it in quotation marks."},
    {said_by_library::EOF_IN_SCALAR, unclosed_quote},
    {said_by_library::DOC_IN_SCALAR, unclosed_quote},
    {said_by_library::INVALID_ESCAPE,
     "In double quotation marks a backslash must be doubled: \\\\. Or put the text in single ones: "
     "'…'."},
    {said_by_library::INVALID_HEX, "The \\x, \\u or \\U here needs its 2, 4 or 8 digits."},
    {said_by_library::INVALID_UNICODE, "The \\u or \\U here names no character."},
    {said_by_library::UNKNOWN_ANCHOR,
     "Text that begins with * has a meaning of its own in YAML. Put it in quotation marks."},
    {said_by_library::ALIAS_NOT_FOUND,
     "Text that begins with * has a meaning of its own in YAML. Put it in quotation marks."},
    {said_by_library::CHAR_IN_ALIAS,
     "Text that begins with * has a meaning of its own in YAML. Put it in quotation marks."},
    {said_by_library::ALIAS_CONTENT,
     "Text that begins with * has a meaning of its own in YAML. Put it in quotation marks."},
    {said_by_library::ANCHOR_NOT_FOUND,
     "Text that begins with & has a meaning of its own in YAML. Put it in quotation marks."},
    {said_by_library::CHAR_IN_ANCHOR,
     "Text that begins with & has a meaning of its own in YAML. Put it in quotation marks."},
    {said_by_library::UNKNOWN_TOKEN,
     "Text cannot begin with this character. Put it in quotation marks."},
    {said_by_library::CHAR_IN_BLOCK,
     "Behind | or > nothing else may stand on the line. Put the text on the lines below, or in "
     "quotation marks."},
};

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

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
    if (is_space(before) || before == '[' || before == '{' || before == ',') return at;
  }
  return std::string_view::npos;
}

}  // namespace

Mistake explain(std::string_view file, std::uint32_t at, std::string_view said,
                std::uint32_t read) {
  Mistake mistake;
  mistake.at = std::min(at, static_cast<std::uint32_t>(file.size()));
  const std::size_t tab = indenting_tab(file, std::min(read, mistake.at), mistake.at);
  if (tab != std::string_view::npos) {
    return {Problem::tab, static_cast<std::uint32_t>(tab),
            "This line is indented with a tab. Use spaces, two for each step."};
  }
  mistake.message = join({"This is not valid YAML: ", said, "."});
  for (const Words& entry : words) {
    if (!said.starts_with(entry.said)) continue;
    mistake.message = entry.message;
    if (entry.message.data() == unclosed_quote.data()) {
      const std::size_t quote = opening_quote(file, read);
      if (quote != std::string_view::npos) mistake.at = static_cast<std::uint32_t>(quote);
    }
    break;
  }
  return mistake;
}

}  // namespace tonelint::yaml
