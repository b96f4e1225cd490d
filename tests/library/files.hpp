#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "tonelint/library.hpp"

namespace tonelint::testing {

/// A file of tests/library/fixtures/.
inline std::string fixture(const std::string& name) {
  std::ifstream in(TONELINT_ROOT "/tests/library/fixtures/" + name, std::ios::binary);
  if (!in) throw std::runtime_error("no fixture " + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// All saved replies of a file.
inline std::vector<SavedReply> replies_of(Library& library) {
  std::vector<SavedReply> all;
  SavedReply reply;
  while (library.next(reply)) all.push_back(reply);
  return all;
}
inline std::vector<SavedReply> replies_of(std::string_view name, std::string_view bytes,
                                          const LibraryMapping* mapping = nullptr) {
  Library library({.name = name, .bytes = bytes}, {}, mapping);
  return replies_of(library);
}

/// "name (id) pointer syntax channel: text", or its problems in brackets, one reply on a line. Of
/// the text only the beginning, its line breaks as "/".
inline std::string text_of(const std::vector<SavedReply>& replies) {
  constexpr std::string_view syntaxes[] = {"automatic", "text", "markdown", "html"};
  std::string out;
  for (const SavedReply& reply : replies) {
    out += reply.record.name;
    if (!reply.record.id.empty()) out += " (" + reply.record.id + ")";
    out += " " + reply.record.pointer;
    for (const Diagnostic& problem : reply.problems) {
      out += " [" + std::to_string(problem.position.line) + ":" +
             std::to_string(problem.position.column) + " " + std::string(problem.rule) + "]";
    }
    if (reply.has_text()) {
      out += " " + std::string(syntaxes[static_cast<std::size_t>(reply.syntax)]);
      if (!reply.channel.empty()) out += " " + reply.channel;
      std::string text = reply.text().substr(0, 24);
      std::replace(text.begin(), text.end(), '\n', '/');
      out += ": " + text;
    }
    out += "\n";
  }
  return out;
}

}  // namespace tonelint::testing
