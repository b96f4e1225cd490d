#include "text/line_index.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace tonelint {

void LineIndex::build(std::string_view bytes) {
  bytes_ = bytes;
  begins_.clear();
  begins_.push_back(bytes.starts_with(utf8::byte_order_mark)
                        ? static_cast<std::uint32_t>(utf8::byte_order_mark.size())
                        : 0);
  // Each of the two is looked for only once the line behind it has been taken.
  std::size_t line_feed = bytes.find('\n');
  std::size_t carriage_return = bytes.find('\r');
  for (;;) {
    std::size_t next = std::min(line_feed, carriage_return);
    if (next == std::string_view::npos) break;
    if (next == carriage_return) {
      carriage_return = bytes.find('\r', next + 1);
      if (next + 1 == line_feed) ++next;
    }
    if (next == line_feed) line_feed = bytes.find('\n', next + 1);
    begins_.push_back(static_cast<std::uint32_t>(next + 1));
  }
}

std::size_t LineIndex::line_at(std::size_t offset) const {
  const auto behind = std::upper_bound(begins_.begin() + 1, begins_.end(), offset);
  return static_cast<std::size_t>(behind - begins_.begin()) - 1;
}

std::string_view LineIndex::before(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  const std::size_t begin = begins_[line_at(offset)];
  return offset <= begin ? std::string_view{} : bytes_.substr(begin, offset - begin);
}

Position LineIndex::position(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  return {static_cast<std::uint32_t>(line_at(offset) + 1),
          static_cast<std::uint32_t>(utf8::length(before(offset)) + 1)};
}

Position LineIndex::position(std::size_t offset, Place& last) const {
  offset = std::min(offset, bytes_.size());
  const auto line = static_cast<std::uint32_t>(line_at(offset) + 1);
  if (line != last.position.line || offset < last.offset || last.offset < begins_[line - 1]) {
    last = {offset, position(offset)};
  } else {
    const auto further = utf8::length(bytes_.substr(last.offset, offset - last.offset));
    last.position.column += static_cast<std::uint32_t>(further);
    last.offset = offset;
  }
  return last.position;
}

std::uint32_t LineIndex::utf16_column(std::size_t offset) const {
  return static_cast<std::uint32_t>(utf8::utf16_length(before(offset)) + 1);
}

Span LineIndex::line(std::size_t number) const {
  if (number == 0 || number > begins_.size()) return {};
  const std::uint32_t begin = begins_[number - 1];
  std::uint32_t end =
      number < begins_.size() ? begins_[number] : static_cast<std::uint32_t>(bytes_.size());
  if (end > begin && bytes_[end - 1] == '\n') --end;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace tonelint
