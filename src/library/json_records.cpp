#include <charconv>
#include <utility>

#include "library/json_reader.hpp"
#include "library/path.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// Goes down to the records of a file, past everything else, and reads one at a time.
class JsonRecords : public RecordReader {
 public:
  JsonRecords(std::string_view file, std::string_view records)
      : file_(file),
        json_(file, file.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0) {
    for (PathSegments path(records); path.next();) segments_.push_back(path.segment());
  }

  bool next(RecordTree& record) override {
    record.clear();
    if (done_) return false;
    return segments_.empty() ? next_text(record) : next_inside(record);
  }

  bool whole() const override { return whole_; }

 private:
  /// An object or list on the way to the records.
  struct Open {
    bool object = false, first = true;
    std::size_t index = 0;  ///< Of the next item.
    std::string name;       ///< Of the item we are in.
  };

  /// One of several JSON texts. A broken one is taken to be a line.
  bool next_text(RecordTree& record) {
    if (json_.peek() == JsonText::Type::end) {
      done_ = true;
      return false;
    }
    const std::size_t begin = json_.at();
    if (!json_.read_value(record)) {
      const std::size_t line_end = std::min(file_.find_first_of("\r\n", begin), file_.size());
      json_ = JsonText(file_.substr(0, line_end), begin);
      if (!json_.read_value(record)) tell(record);
      json_ = JsonText(file_, line_end);
    }
    const bool alone = count_ == 0 && json_.peek() == JsonText::Type::end;
    if (!alone) record.pointer = "/" + std::to_string(count_);
    ++count_;
    return true;
  }

  bool next_inside(RecordTree& record) {
    if (levels_.empty() && !enter()) return end(record);
    while (!levels_.empty()) {
      Open& level = levels_.back();
      const std::string_view wanted = segments_[levels_.size() - 1];
      const bool first = std::exchange(level.first, false);
      Span key;
      if (!(level.object ? json_.next_key(first, key) : json_.next_item(first))) {
        if (json_.failed()) return end(record);
        levels_.pop_back();
        continue;
      }
      if (level.object) {
        keys_.clear();
        level.name = json_key(file_, key, keys_);
      } else {
        level.name = std::to_string(level.index++);
      }
      const bool leads_on = wanted == "*" || same_segment(wanted, level.name);
      if (leads_on && levels_.size() == segments_.size()) return read(record);
      const bool inside = leads_on && enter();
      if (!inside && !json_.skip_value()) return end(record);
    }
    done_ = true;
    return false;
  }

  /// Goes into the value that comes next, when it is an object or a list.
  bool enter() {
    const JsonText::Type type = json_.peek();
    if (type != JsonText::Type::object && type != JsonText::Type::array) return false;
    json_.enter();
    levels_.push_back({type == JsonText::Type::object, true, 0, {}});
    return true;
  }

  bool read(RecordTree& record) {
    for (const Open& level : levels_) append_pointer(record.pointer, level.name);
    if (levels_.back().object) record.key = levels_.back().name;
    return json_.read_value(record) || end(record);
  }

  void tell(RecordTree& record) {
    const JsonText::Mistake& mistake = json_.mistake();
    record.values.clear();
    record.problems.push_back(
        file_problem("input/not-json", Level::error, mistake.span, std::string(mistake.text)));
  }

  /// The file is broken here, and nothing behind can be trusted.
  bool end(RecordTree& record) {
    done_ = true;
    if (!json_.failed()) return false;
    whole_ = false;
    tell(record);
    return true;
  }

  std::string_view file_;
  JsonText json_;
  std::vector<std::string_view> segments_;
  std::vector<Open> levels_;
  RecordTree keys_;
  std::size_t count_ = 0;
  bool done_ = false, whole_ = true;
};

}  // namespace

std::unique_ptr<RecordReader> read_json_records(std::string_view file, std::string_view records) {
  return std::make_unique<JsonRecords>(file, records);
}

}  // namespace tonelint
