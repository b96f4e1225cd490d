#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tonelint::cli {

/// Becomes the program `tonelint-COMMAND`, which lies beside this one in a build and in libexec
/// where it is installed, with the words given to the command. Comes back only to say why it could
/// not.
[[nodiscard]] std::optional<std::string> become(std::string_view command,
                                                std::span<char* const> words);

}  // namespace tonelint::cli
