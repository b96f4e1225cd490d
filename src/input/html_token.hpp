#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tonelint/source.hpp"

namespace tonelint {

/// One piece of HTML: text, a tag, or what a browser shows nothing of (a comment).
struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, comment };
  Kind kind = Kind::text;
  Span source;
  std::string_view name;        ///< Of a tag, as written.
  std::string_view attributes;  ///< Of a start tag, as written.
};

/// Cuts HTML into tokens as the HTML standard does. Any bytes will do; a tag or comment without an
/// end goes to the end of the source.
class HtmlTokens {
 public:
  HtmlTokens(std::string_view source, Span part)
      : source_(source.substr(0, part.end)), at_(part.begin) {}

  bool next(HtmlToken& token);
  /// Moves behind the end tag of an element that holds no tags, such as script.
  void skip_element(std::string_view name);

 private:
  void tag(HtmlToken& token, std::size_t name);
  void comment(HtmlToken& token);
  [[nodiscard]] std::size_t behind(std::string_view end, std::size_t from) const;

  std::string_view source_;
  std::size_t at_;
};

/// The value of an attribute, as written, or nothing. Empty for one without a value.
[[nodiscard]] std::optional<std::string_view> find_attribute(std::string_view attributes,
                                                             std::string_view name);

}  // namespace tonelint
