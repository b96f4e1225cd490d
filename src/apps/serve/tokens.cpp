#include "apps/serve/tokens.hpp"

#include <strings.h>

#include <sstream>

#include "apps/serve/signature.hpp"

namespace tonelint::serve {

std::string Tokens::read(std::string_view text) {
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const std::size_t colon = word.find(':');
      if (colon == std::string::npos || colon == 0) {
        return "a token has a name before it, as in “helpdesk:…”.";
      }
      Token token{word.substr(0, colon), word.substr(colon + 1)};
      if (token.value.size() < shortest) {
        return "the token of “" + token.name + "” is shorter than " + std::to_string(shortest) +
               " characters; make one with: openssl rand -hex 24";
      }
      tokens_.push_back(std::move(token));
    }
  }
  return {};
}

std::optional<std::string> Tokens::name_of(std::string_view authorization) const {
  constexpr std::string_view scheme = "Bearer ";
  if (authorization.size() < scheme.size() ||
      strncasecmp(authorization.data(), scheme.data(), scheme.size()) != 0) {
    return std::nullopt;
  }
  authorization.remove_prefix(scheme.size());
  const Token* found = nullptr;
  for (const Token& token : tokens_) {
    if (equal_secret(token.value, authorization)) found = &token;
  }
  if (found == nullptr) return std::nullopt;
  return found->name;
}

std::vector<std::string_view> Tokens::names() const {
  std::vector<std::string_view> names;
  for (const Token& token : tokens_) names.push_back(token.name);
  return names;
}

std::string_view Tokens::value_of(std::string_view name) const {
  for (const Token& token : tokens_) {
    if (token.name == name) return token.value;
  }
  return {};
}

}  // namespace tonelint::serve
