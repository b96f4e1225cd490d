#pragma once

#include <cstdint>
#include <string_view>

#include "input/reply.hpp"

namespace tonelint {

/// Empties `reply`, keeping its buffers, and returns the bytes to read: `bytes` without a byte
/// order mark (`skipped` says how many bytes that was) and never more than positions can count.
/// Reports NUL bytes once, and finds the comments that speak to tonelint.
struct Begun {
  std::string_view bytes;
  std::uint32_t skipped = 0;
};
Begun begin_reply(std::string_view bytes, Syntax syntax, Reply& reply);

/// Reports a problem of the source's bytes. After the first twenty it says no more: a file of a
/// million bad bytes is one piece of news.
void report_problem(Reply& reply, std::string_view rule, Span source, std::string_view message);

/// Builds the text of a reply and its map side by side. What stands in a comment that speaks to
/// tonelint is left out, and so is `Reply::left_out`.
class TextBuilder {
 public:
  /// `source` is the whole source. Appends to `reply.buffer`.
  TextBuilder(std::string_view source, Reply& reply) : source_(source), reply_(reply) {}

  /// Appends bytes of the source as they are; what is not UTF-8 becomes U+FFFD and a problem for
  /// each run of it.
  void verbatim(Span source);
  /// Appends `text`, which the source writes in another way.
  void replaced(Span source, std::string_view text);
  /// Appends `text`, which stands nowhere in the source.
  void inserted(std::uint32_t source, std::string_view text);

  /// How much text there is.
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(reply_.buffer.size());
  }

 private:
  /// The first stretch in a span of the source that is no text. Empty is the usual case, quickly.
  [[nodiscard]] Span left_out(Span source) const {
    const bool all = reply_.suppressions.empty() && reply_.left_out.empty();
    return all ? Span{} : find_left_out(source);
  }
  [[nodiscard]] Span find_left_out(Span source) const;
  void append_verbatim(Span source);

  std::string_view source_;
  Reply& reply_;
};

}  // namespace tonelint
