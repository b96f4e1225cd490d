#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"
#include "tonelint/source.hpp"

namespace tonelint {

/// Positions of bytes in a file of any size that are asked for nearly in order: it counts on from
/// the last one, or from the last mark. Lines end as for LineIndex.
class FilePosition {
 public:
  /// Begins at a byte whose position is known.
  explicit FilePosition(std::string_view file, std::size_t begin = 0, Position position = {})
      : file_(file), from_{begin, position}, now_(from_) {
    if (begin == 0 && file.starts_with(utf8::byte_order_mark)) {
      from_.byte = now_.byte = utf8::byte_order_mark.size();
    }
  }

  /// No byte before this one will be asked for.
  void mark(std::size_t byte) {
    static_cast<void>(at(byte));
    from_ = now_;
  }

  Position at(std::size_t byte) {
    byte = std::min(byte, file_.size());
    if (byte < now_.byte) now_ = from_;
    // Never beyond `byte`: the file may be long, and free of one of the two signs.
    const std::string_view known = file_.substr(0, byte);
    std::size_t line_feed = known.find('\n', now_.byte);
    std::size_t carriage_return = known.find('\r', now_.byte);
    while (now_.byte < byte) {
      const std::size_t end = std::min(std::min(line_feed, carriage_return), byte);
      now_.position.column +=
          static_cast<std::uint32_t>(utf8::length(file_.substr(now_.byte, end - now_.byte)));
      now_.byte = end;
      if (end == byte) break;
      ++now_.position.line;
      now_.position.column = 1;
      now_.byte += file_.substr(end, 2) == "\r\n" ? 2 : 1;
      if (line_feed < now_.byte) line_feed = known.find('\n', now_.byte);
      if (carriage_return < now_.byte) carriage_return = known.find('\r', now_.byte);
    }
    return now_.position;
  }

 private:
  struct Known {
    std::size_t byte;
    Position position;
  };

  std::string_view file_;
  Known from_, now_;
};

}  // namespace tonelint
