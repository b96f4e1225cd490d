#include "library/yaml_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "library/path.hpp"
#include "library/yaml_items.hpp"
#include "library/yaml_lines.hpp"

namespace tonelint {
namespace {

/// Items of a list, one at a time.
class YamlItemRecords : public RecordReader {
 public:
  YamlItemRecords(std::string_view file, YamlItems items, std::string pointer)
      : file_(file), items_(items), pointer_(std::move(pointer)) {}

  bool next(RecordTree& record) override {
    record.clear();
    Span lines;
    if (!items_.next(lines)) return false;
    record.pointer = pointer_ + "/" + std::to_string(count_++);
    read_.run(file_, lines);
    read_.take_problems(record);
    const yaml::Node* root = read_.tree.root;
    if (root != nullptr && root->is(yaml::Node::Kind::sequence) && !root->items.empty()) {
      add_node(file_, read_.begin, *root->items[0], record);
    }
    return true;
  }

  bool whole() const override { return true; }

 private:
  std::string_view file_;
  YamlItems items_;
  std::string pointer_;
  YamlLines read_;
  std::size_t count_ = 0;
};

/// A file that is read as one.
class YamlFileRecords : public RecordReader {
 public:
  YamlFileRecords(std::string_view file, std::string_view records) : file_(file) {
    read_.run(file, {0, static_cast<std::uint32_t>(file.size())});
    if (read_.tree.root != nullptr) collect(*read_.tree.root, records, "", "");
  }

  bool next(RecordTree& record) override {
    record.clear();
    if (!std::exchange(told_, true)) {
      read_.take_problems(record);
      if (!record.problems.empty()) return true;
    }
    if (count_ == all_.size()) return false;
    const One& one = all_[count_++];
    record.pointer = one.pointer;
    record.key = one.key;
    add_node(file_, 0, *one.node, record);
    return true;
  }

  bool whole() const override { return read_.tree.root != nullptr; }

 private:
  struct One {
    const yaml::Node* node;
    std::string pointer, key;
  };

  void collect(const yaml::Node& node, std::string_view path, const std::string& pointer,
               const std::string& key) {
    PathSegments segments(path);
    if (!segments.next()) {
      all_.push_back({&node, pointer, key});
      return;
    }
    const bool map = node.is(yaml::Node::Kind::map);
    const std::size_t step = map ? 2 : 1;
    for (std::size_t at = 0; at + step <= node.items.size(); at += step) {
      const std::string name = map ? node.items[at]->value : std::to_string(at);
      if (segments.segment() != "*" && !same_segment(segments.segment(), name)) continue;
      std::string below = pointer;
      append_pointer(below, name);
      collect(*node.items[at + step - 1], segments.rest(), below, map ? name : "");
    }
  }

  std::string_view file_;
  YamlLines read_;
  std::vector<One> all_;
  std::size_t count_ = 0;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_yaml_records(std::string_view file, std::string_view records) {
  if (const auto items = YamlItems::find(file, records)) {
    return std::make_unique<YamlItemRecords>(file, *items,
                                             std::string(records.substr(0, records.size() - 2)));
  }
  return std::make_unique<YamlFileRecords>(file, records);
}

}  // namespace tonelint
