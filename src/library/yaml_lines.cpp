#include "library/yaml_lines.hpp"

#include <algorithm>
#include <string>

#include "library/written.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Makes a record of a node of YAML.
class Conversion {
 public:
  Conversion(std::string_view file, std::uint32_t begin, RecordTree& record)
      : file_(file), begin_(begin), record_(record) {}

  void run(const yaml::Node& node) { add(node, {}); }

 private:
  void add(const yaml::Node& node, std::string_view key) {
    const auto number = static_cast<std::uint32_t>(record_.values.size());
    Value& value = record_.values.emplace_back();
    value.key = key;
    value.written = {begin_ + node.place.span.begin, begin_ + node.place.span.end};
    if (node.is(yaml::Node::Kind::sequence)) {
      value.kind = Value::Kind::list;
      for (const yaml::Node* item : node.items) add(*item, {});
    } else if (node.is(yaml::Node::Kind::map)) {
      value.kind = Value::Kind::map;
      for (std::size_t at = 0; at + 1 < node.items.size(); at += 2) {
        add(*node.items[at + 1], record_.texts.emplace_back(node.items[at]->value));
      }
    } else if (node.is(yaml::Node::Kind::scalar)) {
      settle(node, value);
    }
    record_.values[number].end = static_cast<std::uint32_t>(record_.values.size());
  }

  /// Finds out how a scalar is written and where it ends. What the YAML library read says whether
  /// that is right.
  void settle(const yaml::Node& node, Value& value) {
    const char first = value.written.begin < file_.size() ? file_[value.written.begin] : '\0';
    if (!node.plain && (first == '|' || first == '>')) {
      value.writing = first == '|' ? Writing::yaml_literal : Writing::yaml_folded;
      // Usually the first line tells; a number behind the sign may say otherwise.
      settle_block(value);
      for (std::uint32_t indent = value.indent; !reads_as(value, node.value) && indent > 1;) {
        value.indent = --indent;
        settle_block(value);
      }
    } else {
      value.writing = node.plain      ? Writing::yaml_plain
                      : first == '"'  ? Writing::yaml_double_quoted
                      : first == '\'' ? Writing::yaml_single_quoted
                                      : Writing::other;
    }
    if (reads_as(value, node.value)) return;
    value.writing = Writing::other;
    record_.problems.push_back(file_problem(
        "input/unplaced-text", Level::warning, value.written,
        "This text is written in a way whose places cannot be told, so it was not checked. Write "
        "it behind “|”."));
  }

  bool reads_as(const Value& value, std::string_view text) {
    unescape({file_, value.written, value.writing, ',', value.indent}, unescaped_);
    return unescaped_.text == text;
  }

  /// The lines of a block, and how far they are indented: when that is not known, as far as the
  /// first that is not blank.
  void settle_block(Value& value) {
    std::size_t at = line_end(value.written.begin);
    const bool keep = file_.substr(value.written.begin, at - value.written.begin).find('+') < 4;
    auto end = static_cast<std::uint32_t>(at);
    while (at < file_.size()) {
      at = behind_break(at);
      const std::size_t text = std::min(file_.find_first_not_of(' ', at), file_.size());
      const auto spaces = static_cast<std::uint32_t>(text - at);
      const bool blank = text == file_.size() || ascii::is_line_end(file_[text]);
      if (!blank && value.indent == 0) value.indent = spaces;
      if (!blank && (spaces < value.indent || spaces == 0)) break;
      at = line_end(text);
      if (!blank || keep) end = static_cast<std::uint32_t>(behind_break(at));
    }
    value.written.end = std::max(end, value.written.begin + 1);
  }

  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    return std::min(file_.find_first_of("\r\n", at), file_.size());
  }
  [[nodiscard]] std::size_t behind_break(std::size_t at) const {
    return std::min(file_.size(), at + (file_.substr(at, 2) == "\r\n" ? 2U : 1U));
  }

  std::string_view file_;
  std::uint32_t begin_;
  RecordTree& record_;
  Unescaped unescaped_;
};

}  // namespace

void YamlLines::run(std::string_view file, Span lines) {
  definition = {};
  definition.files.push_back({"", std::string(file.substr(lines.begin, lines.size()))});
  tree = yaml::read_tree(definition, 0);
  begin = lines.begin;
}

void YamlLines::take_problems(RecordTree& record) const {
  for (const GuideProblem& problem : definition.problems) {
    Diagnostic& added = record.problems.emplace_back(problem.diagnostic);
    added.rule = "input/not-yaml";
    added.category = "input";
    added.span = {added.span.begin + begin, added.span.end + begin};
    added.rewrites.clear();
  }
}

void add_node(std::string_view file, std::uint32_t begin, const yaml::Node& node,
              RecordTree& record) {
  Conversion(file, begin, record).run(node);
}

}  // namespace tonelint
