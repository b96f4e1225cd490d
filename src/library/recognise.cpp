#include <algorithm>
#include <string>
#include <vector>

#include "library/csv_reader.hpp"
#include "library/format.hpp"
#include "library/front_matter.hpp"
#include "library/json_reader.hpp"
#include "library/path.hpp"
#include "library/yaml_reader.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// How many records are looked at to tell what a file is.
constexpr std::size_t first_records = 8;

struct Ending {
  std::string_view ending;
  Container container;
};
constexpr Ending endings[] = {
    {".json", Container::json}, {".jsonl", Container::json}, {".ndjson", Container::json},
    {".csv", Container::csv},   {".tsv", Container::csv},    {".yaml", Container::yaml},
    {".yml", Container::yaml},
};

const Ending* ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const std::string ending = ascii::lower(name.substr(dot));
  const auto* found = std::find_if(std::begin(endings), std::end(endings),
                                   [&](const Ending& each) { return each.ending == ending; });
  return found == std::end(endings) ? nullptr : found;
}

/// How well the first records of a file fit a format.
enum class Fit : std::uint8_t { none, empty, marked };

Fit fit_of(const Source& file, Container container, std::string_view records,
           const FileFormat& format, bool sure) {
  const auto reader = read_records(file, container, records);
  RecordTree record;
  bool any = false;
  for (std::size_t i = 0; i < first_records && reader->next(record); ++i) {
    if (record.empty()) continue;
    any = true;
    const bool marked = std::all_of(
        format.marks.begin(), format.marks.end(),
        [&](std::string_view mark) { return mark.empty() || holds(record, mark, file.bytes); });
    if (sure || marked) return Fit::marked;
  }
  return any ? Fit::none : Fit::empty;
}

/// Tries the pointers of all formats that begin with one segment ("*" or a key).
class Recognition {
 public:
  Recognition(const Source& file, std::span<const FileFormat> formats, Container container,
              bool sure)
      : file_(file), formats_(formats), container_(container), sure_(sure) {}

  /// True: a format was found. A segment is tried once, however often a file has it.
  bool try_all(std::string_view first_segment) {
    if (std::find(tried_.begin(), tried_.end(), first_segment) != tried_.end()) return false;
    bool wanted = false;
    for (const FileFormat& format : formats_) {
      if (format.container != container_) continue;
      std::string_view rest = format.records;
      do {
        const std::string_view records = take_path(rest);
        PathSegments path(records);
        const bool leads = path.next() ? path.segment() == first_segment : first_segment.empty();
        if (leads && try_one(format, records)) return true;
        wanted |= leads;
      } while (!rest.empty());
    }
    if (wanted) tried_.emplace_back(first_segment);
    return false;
  }

  /// Tries the formats of lists on JSON texts that follow each other.
  bool try_lines() {
    for (const FileFormat& format : formats_) {
      const bool of_list = format.records == "/*" || format.records.empty();
      if (format.container == container_ && of_list && try_one(format, "")) return true;
    }
    return false;
  }

  [[nodiscard]] Recognised result() const { return result_; }

 private:
  bool try_one(const FileFormat& format, std::string_view records) {
    const Fit fit = fit_of(file_, container_, records, format, sure_);
    if (fit == Fit::none) return false;
    if (fit == Fit::marked || result_.format == nullptr)
      result_ = {&format, records, container_, fit == Fit::marked};
    return fit == Fit::marked;
  }

  const Source& file_;
  std::span<const FileFormat> formats_;
  Container container_;
  bool sure_;
  std::vector<std::string> tried_;
  Recognised result_;
};

void recognise_json(const Source& file, Recognition& recognition) {
  const bool marked = file.bytes.starts_with(utf8::byte_order_mark);
  JsonText json(file.bytes, marked ? utf8::byte_order_mark.size() : 0);
  const JsonText::Type top = json.peek();
  if (top == JsonText::Type::array) {
    recognition.try_all("*");
  } else if (top == JsonText::Type::object) {
    json.enter();
    RecordTree keys;
    Span key;
    for (bool first = true; json.next_key(first, key); first = false) {
      if (recognition.try_all(json_key(file.bytes, key, keys)) || !json.skip_value()) break;
    }
    if (recognition.result().format == nullptr && !recognition.try_all("*")) {
      recognition.try_lines();
    }
  }
}

}  // namespace

Container container_of(const Source& file, Container otherwise) {
  if (const Ending* known = ending_of(file.name)) return known->container;
  std::string_view bytes = file.bytes;
  if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(utf8::byte_order_mark.size());
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return otherwise;
  if (front_matter_end(bytes) > 0) return Container::front_matter;
  return bytes[first] == '{' || bytes[first] == '[' ? Container::json : otherwise;
}

bool has_front_matter(std::string_view bytes) { return front_matter_end(bytes) > 0; }

bool has_library_ending(std::string_view name) { return ending_of(name) != nullptr; }

Recognised recognise(const Source& file, std::span<const FileFormat> formats, bool sure) {
  const Container otherwise = formats.size() == 1 ? formats[0].container : Container::yaml;
  const Container container = container_of(file, otherwise);
  Recognition recognition(file, formats, container, sure);
  if (container == Container::json) {
    recognise_json(file, recognition);
  } else if (container != Container::yaml) {
    recognition.try_all("");
  } else if (!recognition.try_all("*")) {
    for (const FileFormat& format : formats) {
      PathSegments path(format.records);
      if (path.next() && recognition.try_all(path.segment())) break;
    }
  }
  return recognition.result();
}

std::unique_ptr<RecordReader> read_records(const Source& file, Container container,
                                           std::string_view records) {
  switch (container) {
    case Container::json:
      return read_json_records(file.bytes, records);
    case Container::csv:
      return read_csv_records(file.bytes);
    case Container::front_matter:
      return read_front_matter(file.bytes);
    default:
      return read_yaml_records(file.bytes, records);
  }
}

}  // namespace tonelint
