#pragma once

#include <span>
#include <string_view>

namespace tonelint {

/// A contraction and the two words it stands for. Folded (lower case, straight apostrophe).
/// One contraction may stand for several pairs ("it's": it is, it has), and one pair may have
/// several contractions ("can not": cannot, can't; common typing without the apostrophe such as
/// "dont", where that is no other word).
struct Contraction {
  std::string_view contracted;
  std::string_view first;
  std::string_view second;
};

[[nodiscard]] std::span<const Contraction> contractions();

/// A word and how it is typed in a hurry: a phrase with the word finds both.
struct ChatSpelling {
  std::string_view word;
  std::string_view typed;
};

[[nodiscard]] std::span<const ChatSpelling> chat_spellings();

}  // namespace tonelint
