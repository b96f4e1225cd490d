#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "library/value.hpp"
#include "tonelint/library.hpp"

namespace tonelint {

/// What a file is made of.
enum class Container : std::uint8_t { json, csv, yaml, front_matter };

/// Where the text of a record stands. The paths of a format are those of path.hpp.
struct TextRule {
  std::string_view paths{};
  Syntax syntax = Syntax::text;  ///< automatic: HTML where there is a tag in it, else text.
  std::string_view channel{};    ///< Of this text; may be empty.
  bool instead = false;          ///< Only when the rule before found nothing.
};

/// One kind of file.
struct FileFormat {
  LibraryFormat about{};
  Container container = Container::json;
  std::string_view records{};               ///< "/macros/*"; several, " | " between them.
  std::array<std::string_view, 3> marks{};  ///< Conditions by which a record is known.
  std::string_view names{}, ids{}, folders{}, languages{}, channels{};
  std::string_view skipped{};  ///< A record for which one of these conditions holds is left out.
  std::array<TextRule, 2> texts{};
};

/// All of them: table.cpp.
[[nodiscard]] std::span<const FileFormat> file_formats();

/// A format for a file, with the one of its pointers to records that fits.
struct Recognised {
  const FileFormat* format = nullptr;
  std::string_view records;
  Container container = Container::json;
  bool certain = false;  ///< A record has the marks.
};

/// What the file is made of: by the ending of its name, else by its first byte; `otherwise` when
/// neither tells.
[[nodiscard]] Container container_of(const Source& file, Container otherwise);

/// Which of some formats a file has, by its first records. A file that has the place for records
/// but none in it will do as well. With `sure` the marks are not asked for.
[[nodiscard]] Recognised recognise(const Source& file, std::span<const FileFormat> formats,
                                   bool sure);

/// Reads the records of a file.
[[nodiscard]] std::unique_ptr<RecordReader> read_records(const Source& file, Container container,
                                                         std::string_view records);

}  // namespace tonelint
