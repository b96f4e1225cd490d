#include "output/places.hpp"

#include "text/utf8.hpp"

namespace tonelint {

void Places::build(std::string_view bytes) {
  lines_.build(bytes);
  offsets_.build(bytes);
  mark_ = bytes.starts_with(utf8::byte_order_mark)
              ? static_cast<std::uint32_t>(utf8::byte_order_mark.size())
              : 0;
}

Places::Place Places::at(std::uint32_t byte) const {
  Place place;
  place.line = static_cast<std::uint32_t>(lines_.number(byte));
  const std::uint32_t begin = lines_.line(place.line).begin;
  place.byte_column = byte - (place.line == 1 ? 0 : begin) + 1;
  const std::uint32_t utf16 = offsets_.at(byte).utf16;
  const std::uint32_t before = offsets_.at(begin).utf16;
  place.utf16_column = utf16 > before ? utf16 - before + 1 : 1;
  const std::uint32_t mark = mark_ > 0 ? 1 : 0;
  place.utf16 = utf16 > mark ? utf16 - mark : 0;
  return place;
}

}  // namespace tonelint
