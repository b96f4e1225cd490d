#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tonelint::cli {

/// Reads a whole file into `bytes`, whose memory is reused. Returns what went wrong, or nothing.
/// "-" is standard input.
[[nodiscard]] std::string read_file(const std::string& path, std::string& bytes);

/// Drafts found, and what could not be looked at.
struct Found {
  std::vector<std::string> files;
  std::vector<bool> in_folder;        ///< Of each file: nobody named it.
  std::vector<std::string> folders;   ///< That were looked into.
  std::vector<std::string> problems;  ///< Something was not checked.
  std::vector<std::string> notes;     ///< Nothing is lost, but worth a word.
};

/// Adds a path of the command line: a file as it is; a folder with all the drafts in it and in its
/// folders, and with what may be libraries, sorted, leaving out those whose names begin with a dot.
void find_drafts(const std::string& path, Found& found);

/// The folder of a path, "" for one without.
[[nodiscard]] std::string_view folder_of(std::string_view path);

}  // namespace tonelint::cli
