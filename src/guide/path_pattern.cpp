#include "guide/path_pattern.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tonelint {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool goes_by_dots(std::string_view pattern) {
  for (std::size_t begin = 0; begin <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('/', begin), pattern.size());
    const std::string_view folder = pattern.substr(begin, end - begin);
    if (folder == "." || folder == "..") return true;
    begin = end + 1;
  }
  return false;
}

/// "*.{md,txt}", which means choices elsewhere.
bool has_choices(std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', std::min(open, pattern.size()));
  return close != std::string_view::npos && pattern.substr(open, close - open).find(',') <= close;
}

/// Why nothing can match a pattern; empty when something may.
std::string_view fault_of(std::string_view pattern, PatternOf of) {
  const bool is_path = of == PatternOf::path;
  if (blanks.find(pattern.front()) != std::string_view::npos ||
      blanks.find(pattern.back()) != std::string_view::npos) {
    return "No path begins or ends with a space.";
  }
  if (pattern.find('\\') != std::string_view::npos) return "Between folders stands “/”.";
  if (pattern.starts_with("./") || pattern.starts_with("../") ||
      (is_path && goes_by_dots(pattern))) {
    return "No pattern goes by way of “.” or “..”. It may begin at any folder.";
  }
  if (!is_path) return {};
  if (pattern.find("//") != std::string_view::npos) return "Between folders stands one “/”.";
  if (pattern.back() == '/') return "No file ends in “/”.";
  if (pattern.front() == '!') return "No pattern leaves files out.";
  if (has_choices(pattern)) return "Braces hold no choices here. Write a list of patterns.";
  return {};
}

/// What was probably meant: "./vip\late/" → "vip/late/**".
std::string mended(std::string_view pattern) {
  if (pattern.front() == '!' || has_choices(pattern)) return {};
  pattern.remove_prefix(std::min(pattern.find_first_not_of(blanks), pattern.size()));
  pattern = pattern.substr(0, pattern.find_last_not_of(blanks) + 1);
  std::string slashes(pattern);
  std::replace(slashes.begin(), slashes.end(), '\\', '/');
  const bool is_folder = slashes.ends_with('/');
  const std::string root = slashes.starts_with('/') ? "/" : "";
  std::vector<std::string_view> folders;
  for (std::size_t begin = 0; begin < slashes.size();) {
    const std::size_t end = std::min(slashes.find('/', begin), slashes.size());
    const auto folder = std::string_view(slashes).substr(begin, end - begin);
    if (folder == "..") {
      if (!folders.empty()) folders.pop_back();
    } else if (!folder.empty() && folder != ".") {
      folders.push_back(folder);
    }
    begin = end + 1;
  }
  if (is_folder || folders.empty()) folders.emplace_back("**");
  std::string path = root;
  for (const std::string_view folder : folders) {
    if (path.size() > root.size()) path += '/';
    path += folder;
  }
  return path;
}

}  // namespace

void check_path_patterns(Walk& walk, std::vector<Text>& patterns, PatternOf of) {
  std::erase_if(patterns, [&](const Text& pattern) {
    if (pattern.value.find_first_not_of(blanks) != std::string::npos) return false;
    walk.problem(Problem::no_reply, pattern.place,
                 of == PatternOf::path
                     ? "A pattern of files is missing here. Write one such as vip/**."
                     : "The reply is missing here. Write its id, its file, or a pattern.");
    return true;
  });
  for (const Text& pattern : patterns) {
    const std::string_view fault = fault_of(pattern.value, of);
    if (fault.empty()) continue;
    const std::string meant = mended(pattern.value);
    walk.problem(Problem::no_such_path, pattern.place,
                 join({quoted(pattern.value), " matches no file. ", fault, did_you_mean(meant)}),
                 meant);
  }
}

}  // namespace tonelint
