#include "library/csv_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "library/written.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// Of the usual separators, the one that a line has most of outside of quotation marks.
char separator_of(std::string_view line) {
  constexpr std::string_view usual = ",;\t";
  std::size_t counts[usual.size()] = {};
  bool quoted = false;
  for (const char byte : line) {
    if (byte == '"') quoted = !quoted;
    const std::size_t which = usual.find(byte);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return usual[static_cast<std::size_t>(std::max_element(counts, counts + usual.size()) - counts)];
}

class CsvRecords : public RecordReader {
 public:
  explicit CsvRecords(std::string_view file)
      : file_(file),
        at_(file.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0) {
    const std::size_t line_end = std::min(file_.find_first_of("\r\n", at_), file_.size());
    separator_ = separator_of(file_.substr(at_, line_end - at_));
    RecordTree header;
    if (!read_line(header)) return;
    for (const Value& field : header.values) {
      if (field.kind != Value::Kind::text) continue;
      Unescaped name;
      unescape(scalar(field), name);
      columns_.push_back(std::move(name.text));
    }
  }

  bool next(RecordTree& record) override {
    record.clear();
    while (at_ < file_.size() && ascii::is_line_end(file_[at_])) ++at_;
    if (at_ >= file_.size()) return false;
    record.pointer = "/" + std::to_string(count_++);
    const std::size_t begin = at_;
    if (!read_line(record)) broken(record, begin);
    return true;
  }

  bool whole() const override { return whole_; }
  char separator() const override { return separator_; }

 private:
  [[nodiscard]] Scalar scalar(const Value& field) const {
    return {file_, field.written, field.writing, separator_, 0};
  }

  /// Reads the fields of a record, which may go over several lines. False: a quotation mark is not
  /// closed, or something follows it.
  bool read_line(RecordTree& record) {
    record.values.emplace_back().kind = Value::Kind::map;
    record.values[0].written = {at(), at()};
    for (std::size_t column = 0;; ++column) {
      Value& field = record.values.emplace_back();
      if (column < columns_.size()) field.key = columns_[column];
      field.end = static_cast<std::uint32_t>(record.values.size());
      if (!read_field(field)) return false;
      if (at_ >= file_.size() || file_[at_] != separator_) break;
      ++at_;
    }
    record.values[0].end = static_cast<std::uint32_t>(record.values.size());
    record.values[0].written.end = at();
    if (at_ < file_.size()) at_ += file_.substr(at_, 2) == "\r\n" ? 2 : 1;
    return true;
  }

  bool read_field(Value& field) {
    const std::uint32_t begin = at();
    if (at_ < file_.size() && file_[at_] == '"') {
      field.writing = Writing::csv_quoted;
      while (true) {
        at_ = file_.find('"', at_ + 1);
        if (at_ == std::string_view::npos) {
          at_ = file_.size();
          mistake_ = begin;
          return false;
        }
        ++at_;
        if (at_ >= file_.size() || file_[at_] != '"') break;
      }
      if (at_ < file_.size() && file_[at_] != separator_ && !ascii::is_line_end(file_[at_])) {
        mistake_ = at() - 1;
        return false;
      }
    } else {
      field.writing = Writing::csv_bare;
      while (at_ < file_.size() && file_[at_] != separator_ && !ascii::is_line_end(file_[at_]))
        ++at_;
    }
    field.written = {begin, at()};
    return true;
  }

  /// Goes on behind a broken record: at the first line from which on the file reads well again, as
  /// far as two records tell.
  void broken(RecordTree& record, std::size_t begin) {
    record.values.clear();
    record.problems.push_back(
        file_problem("input/broken-quote", Level::error, {mistake_, mistake_ + 1},
                     "A quotation mark is wrong in record " + std::to_string(count_) +
                         ", which was not checked. Within quotation marks, write each one twice."));
    RecordTree trial;
    for (std::size_t line = begin;;) {
      line = file_.find_first_of("\r\n", line);
      if (line == std::string_view::npos) break;
      while (line < file_.size() && ascii::is_line_end(file_[line])) ++line;
      at_ = line;
      bool well = line < file_.size();
      for (int i = 0; well && i < 2 && at_ < file_.size(); ++i) {
        trial.clear();
        well = read_line(trial) && trial.values.size() == columns_.size() + 1;
      }
      if (well) {
        at_ = line;
        return;
      }
      if (++trials_ > most_trials) break;
    }
    at_ = file_.size();
    whole_ = false;
  }

  [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }

  static constexpr std::size_t most_trials = 10'000;  // in all: each may read far

  std::string_view file_;
  std::size_t at_;
  char separator_ = ',';
  std::vector<std::string> columns_;
  std::size_t count_ = 0, trials_ = 0;
  std::uint32_t mistake_ = 0;
  bool whole_ = true;
};

}  // namespace

std::unique_ptr<RecordReader> read_csv_records(std::string_view file) {
  return std::make_unique<CsvRecords>(file);
}

}  // namespace tonelint
