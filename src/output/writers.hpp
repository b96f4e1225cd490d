#pragma once

#include <memory>

#include "tonelint/output.hpp"

namespace tonelint {

// One function for each file of this folder that holds a format; `table.cpp` lists them.

[[nodiscard]] std::unique_ptr<Writer> make_terminal(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_json(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_sarif(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_github(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_rdjsonl(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_html(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_gitlab(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_junit(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_checkstyle(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_lines(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_csv(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_markdown(const OutputOptions& options);
[[nodiscard]] std::unique_ptr<Writer> make_baseline(const OutputOptions& options);

}  // namespace tonelint
