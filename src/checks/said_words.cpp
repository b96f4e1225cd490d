#include "checks/said_words.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "document/fold.hpp"

namespace tonelint {
namespace {

/// The stem two words are compared by: crude, but the same on both sides.
std::string_view stem(std::string_view word) {
  for (const std::string_view ending : {"'s", "ing", "ed", "es", "s"}) {
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  return word.size() > 4 && word.ends_with('e') ? word.substr(0, word.size() - 1) : word;
}

/// Words and addresses are told apart: the last bits are the kind.
std::size_t hash_of(Token::Kind kind, std::string_view bytes) {
  thread_local std::string folded;
  folded.clear();
  fold_append(bytes, folded);
  const std::string_view word = kind == Token::Kind::word ? stem(folded) : folded;
  return std::hash<std::string_view>{}(word) << 4 | static_cast<std::size_t>(kind);
}

}  // namespace

bool SaidWords::has(const Document& message, Token::Kind kind, std::string_view bytes) {
  if (all_.empty()) {
    for (const Token& token : message.tokens()) {
      all_.push_back(hash_of(token.kind, message.text(token)));
    }
    std::sort(all_.begin(), all_.end());
  }
  return std::binary_search(all_.begin(), all_.end(), hash_of(kind, bytes));
}

}  // namespace tonelint
