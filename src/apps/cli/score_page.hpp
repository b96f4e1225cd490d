#pragma once

#include <string>

#include "tonelint/guide.hpp"

namespace tonelint::cli {

/// How a guide reckons the score: what `tonelint explain score` shows.
[[nodiscard]] std::string score_page(const LoadedGuide& loaded);

}  // namespace tonelint::cli
