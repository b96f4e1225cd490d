#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tonelint::serve {

/// The tokens with which clients show who they are.
class Tokens {
 public:
  /// Reads words "name:token", with white space between them; a line that begins with # says
  /// nothing. What is wrong, or nothing.
  [[nodiscard]] std::string read(std::string_view text);

  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  /// The name of the token of an Authorization header, or nothing. Takes the same time whatever
  /// stands in it.
  [[nodiscard]] std::optional<std::string> name_of(std::string_view authorization) const;

  [[nodiscard]] std::vector<std::string_view> names() const;
  /// The token of a name, or nothing.
  [[nodiscard]] std::string_view value_of(std::string_view name) const;

  static constexpr std::size_t shortest = 16;

 private:
  struct Token {
    std::string name, value;
  };
  std::vector<Token> tokens_;
};

}  // namespace tonelint::serve
