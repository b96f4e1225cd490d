#include "library/yaml_items.hpp"

#include <algorithm>

#include "library/path.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// Where the line behind this one begins.
std::size_t next_line(std::string_view file, std::size_t at) {
  const std::size_t end = file.find_first_of("\r\n", at);
  if (end == std::string_view::npos) return file.size();
  return end + (file.substr(end, 2) == "\r\n" ? 2 : 1);
}

/// A line without its indentation and what ends it.
struct Line {
  std::size_t indent;
  std::string_view text;

  [[nodiscard]] bool blank() const { return text.empty() || text[0] == '#'; }
  [[nodiscard]] bool item() const {
    return text == "-" || text.starts_with("- ") || text.starts_with("-\t");
  }
  /// A line that divides documents.
  [[nodiscard]] bool divides() const {
    return indent == 0 && (text.starts_with("---") || text.starts_with("..."));
  }
};

Line line_at(std::string_view file, std::size_t at) {
  const std::size_t end = std::min(file.find_first_of("\r\n", at), file.size());
  const std::size_t text = std::min(file.find_first_not_of(' ', at), end);
  return {text - at, file.substr(text, end - text)};
}

/// The first line from `at` on that says something.
std::size_t pass_blank(std::string_view file, std::size_t at) {
  while (at < file.size() && line_at(file, at).blank()) at = next_line(file, at);
  return at;
}

/// "replies:" with nothing behind it but a comment.
bool is_key(const Line& line, std::string_view key) {
  if (line.indent > 0 || !line.text.starts_with(key)) return false;
  std::string_view rest = line.text.substr(key.size());
  if (!rest.starts_with(':')) return false;
  rest.remove_prefix(1);
  const std::size_t text = rest.find_first_not_of(" \t");
  return text == std::string_view::npos || (text > 0 && rest[text] == '#');
}

}  // namespace

std::optional<YamlItems> YamlItems::find(std::string_view file, std::string_view records) {
  PathSegments path(records);
  std::string_view key;
  if (path.next() && path.segment() != "*") {
    key = path.segment();
    if (!path.next()) return std::nullopt;
  }
  if (path.segment() != "*" || !path.rest().empty()) return std::nullopt;
  std::size_t at = file.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0;
  at = pass_blank(file, at);
  if (line_at(file, at).text == "---") at = pass_blank(file, next_line(file, at));
  if (!key.empty()) {
    while (at < file.size() && !is_key(line_at(file, at), key)) {
      if (line_at(file, at).divides()) return std::nullopt;
      at = next_line(file, at);
    }
    if (at < file.size()) at = pass_blank(file, next_line(file, at));
  }
  if (at >= file.size() || !line_at(file, at).item()) return std::nullopt;
  return YamlItems(file, at, line_at(file, at).indent, key.empty());
}

bool YamlItems::next(Span& lines) {
  if (at_ >= file_.size()) return false;
  const Line first = line_at(file_, at_);
  if (first.indent != indent_ || !first.item()) return false;
  std::size_t end = next_line(file_, at_);
  while (end < file_.size()) {
    const Line line = line_at(file_, end);
    const bool item = line.indent == indent_ && line.item();
    // What does not belong here at all is the mistake of the item before it.
    const bool behind = !is_root_ && !line.text.starts_with('\t') &&
                        (line.indent < indent_ || (line.indent == 0 && indent_ == 0));
    if (!line.blank() && (item || behind || line.divides())) break;
    end = next_line(file_, end);
  }
  lines = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  at_ = end;
  return true;
}

}  // namespace tonelint
