#include "library/front_matter.hpp"

#include <algorithm>
#include <utility>

#include "library/yaml_lines.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// Behind the line that begins at `at`, when it is "---" or, if it may close, "...".
std::size_t behind_mark(std::string_view file, std::size_t at, bool may_close) {
  const std::string_view sign = file.substr(at, 3);
  if (sign != "---" && !(may_close && sign == "...")) return 0;
  const std::size_t end = std::min(file.find_first_not_of(" \t", at + 3), file.size());
  if (end == file.size()) return end;
  if (file.substr(end, 2) == "\r\n") return end + 2;
  return file[end] == '\n' ? end + 1 : 0;
}

std::size_t begin_of(std::string_view file) {
  return file.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0;
}

class FrontMatterRecord : public RecordReader {
 public:
  explicit FrontMatterRecord(std::string_view file) : file_(file) {}

  bool next(RecordTree& record) override {
    record.clear();
    if (std::exchange(read_, true)) return false;
    const auto size = static_cast<std::uint32_t>(file_.size());
    const auto text = static_cast<std::uint32_t>(front_matter_end(file_));
    const auto lines = static_cast<std::uint32_t>(behind_mark(file_, begin_of(file_), false));
    const auto closing = static_cast<std::uint32_t>(file_.find_last_of("-.", text - 1) - 2);
    YamlLines matter;
    matter.run(file_, {lines, closing});
    matter.take_problems(record);
    const yaml::Node* root = matter.tree.root;
    if (root != nullptr && root->is(yaml::Node::Kind::map)) {
      add_node(file_, lines, *root, record);
    } else {
      record.values.emplace_back().kind = Value::Kind::map;
    }
    Value& body = record.values.emplace_back();
    body.writing = Writing::verbatim;
    body.written = {text, size};
    body.end = static_cast<std::uint32_t>(record.values.size());
    record.values[0].end = body.end;
    return true;
  }

  bool whole() const override { return true; }

 private:
  std::string_view file_;
  bool read_ = false;
};

}  // namespace

std::size_t front_matter_end(std::string_view file) {
  std::size_t at = behind_mark(file, begin_of(file), false);
  while (at > 0 && at < file.size()) {
    if (const std::size_t end = behind_mark(file, at, true); end != 0) return end;
    const std::size_t line_end = file.find('\n', at);
    if (line_end == std::string_view::npos) break;
    at = line_end + 1;
  }
  return 0;
}

std::unique_ptr<RecordReader> read_front_matter(std::string_view file) {
  return std::make_unique<FrontMatterRecord>(file);
}

}  // namespace tonelint
