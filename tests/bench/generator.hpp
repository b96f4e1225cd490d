#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// How a reply is written.
enum class Variant : std::uint8_t {
  plain,      ///< Plain text, ASCII only.
  non_ascii,  ///< Plain text with accents, curly quotes, dashes and emoji.
  html,
  markdown,
};
[[nodiscard]] std::string_view name_of(Variant variant);

/// Makes up support replies of about 130 words: names, products, dates and amounts vary, and the
/// tone is good, mixed or bad in about the shares of a real inbox. The same seed gives the same
/// replies.
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  [[nodiscard]] std::string reply(Variant variant);

 private:
  enum class Tone : std::uint8_t { good, mixed, bad };

  [[nodiscard]] std::size_t below(std::size_t count) { return random_() % count; }
  [[nodiscard]] bool one_in(std::size_t count) { return below(count) == 0; }
  [[nodiscard]] Tone tone();
  /// A sentence of this tone; one in three of a mixed reply is a bad one.
  [[nodiscard]] std::string sentence(Tone tone, bool closing);
  [[nodiscard]] std::string filled(std::string_view sentence);
  [[nodiscard]] std::string value_of(std::string_view slot);
  void add_paragraph(std::string_view text, std::string& out) const;
  void add_steps(std::string& out);

  std::mt19937 random_;
  Variant variant_ = Variant::plain;
};

/// `count` replies, and how many bytes they have.
struct Replies {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
};
[[nodiscard]] Replies make_replies(Variant variant, std::size_t count, std::uint32_t seed = 1);

/// A guide with `rules` rules of five phrases each, three to five words long and made of the words
/// that support replies are made of, so that a scan gets some way into many of them. `base` is the
/// guide to extend; empty: none.
[[nodiscard]] std::string make_guide(std::size_t rules, std::string_view base,
                                     std::uint32_t seed = 1);

}  // namespace bench
