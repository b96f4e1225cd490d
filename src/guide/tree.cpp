#include "guide/tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include "guide/problems.hpp"
#include "guide/scalar_bytes.hpp"
#include "guide/yaml_error.hpp"
#include "text/ascii.hpp"
#include "text/line_index.hpp"
#include "text/utf8.hpp"

namespace tonelint::yaml {
namespace {

constexpr std::uint32_t most_bytes = 8U << 20U;
constexpr std::uint32_t most_nodes = 200'000;
constexpr std::uint32_t deepest = 64;

constexpr std::string_view too_large_message =
    "This guide is larger than 8 MB or 200,000 entries. Split it, or leave out what is not a rule.";
constexpr std::string_view too_deep_message =
    "Lists and keys are nested more than 64 deep here. A rule never needs more than a few steps.";

/// Thrown through the YAML library once a problem has been reported that ends the reading.
struct Stop {};

class Bytes : public std::streambuf {
 public:
  explicit Bytes(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // read only: nothing is ever put back
    setg(begin, begin, begin + bytes.size());
  }
};

class Builder : public YAML::EventHandler {
 public:
  Builder(GuideDefinition& guide, std::uint32_t file, Tree& tree)
      : guide_(guide),
        file_(file),
        bytes_(guide.files[file].bytes),
        lines_(bytes_),
        tree_(tree),
        skipped_(bytes_.starts_with(utf8::byte_order_mark) ? 3 : 0) {}

  void read() {
    check_bytes();
    Bytes buffer(bytes_.substr(skipped_));
    std::istream stream(&buffer);
    try {
      YAML::Parser parser(stream);
      while (parser.HandleNextDocument(*this)) continue;
      if (tree_.root == nullptr) OnNull({}, YAML::NullAnchor);
    } catch (const YAML::ParserException& exception) {
      stop(explain(bytes_, reached(byte_of(exception.mark)), exception.msg));
    } catch (const YAML::Exception& exception) {
      stop(explain(bytes_, reached(read_), exception.msg));
    }
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const std::uint32_t at = byte_of(mark);
    const std::string_view between = bytes_.substr(read_, std::max(at, read_) - read_);
    if (!bytes_.substr(at).starts_with("---") && between.find("...") == std::string_view::npos) {
      stop(explain(bytes_, reached(at), YAML::ErrorMsg::END_OF_MAP));
    }
    stop({Problem::two_documents, at,
          "A second document begins here. Keep one guide in a file, without lines of --- or ... in "
          "it."});
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node& node = add(Node::Kind::null, null_place(byte_of(mark)), anchor);
    node.plain = true;
    close(node);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    const std::uint32_t at = byte_of(mark);
    if (found == anchors_.end() || !found->second.whole) {
      stop({Problem::too_large, at, "This alias stands inside of what it repeats. Write it out."});
    }
    const Node& node = *found->second.node;
    if (open_.size() + node.height > deepest) {
      stop({Problem::too_deep, at, std::string(too_deep_message)});
    }
    count(at, node.nodes, node.bytes);
    hang(node);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::uint32_t begin = check_tag(byte_of(mark), tag);
    Node& node = add(Node::Kind::scalar, place({begin, begin}), anchor);
    node.plain = tag == "?";
    node.value = value;
    node.bytes = static_cast<std::uint32_t>(value.size());
    check_closed(begin);
    node.place.span = scalar_span(bytes_, begin, value);
    read_ = node.place.span.end;
    count(begin, 0, node.bytes);
    close(node);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::sequence, check_tag(byte_of(mark), tag), anchor);
  }
  void OnSequenceEnd() override { end(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::map, check_tag(byte_of(mark), tag), anchor);
  }
  void OnMapEnd() override { end(); }

 private:
  struct Anchor {
    const Node* node = nullptr;
    bool whole = false;
  };
  struct Open {
    Node* node;
    YAML::anchor_t anchor;
  };

  [[nodiscard]] Reached reached(std::uint32_t at) const {
    Reached reached{at, read_, std::nullopt};
    if (open_.empty()) return reached;
    const std::uint32_t begin = open_.back().node->place.span.begin;
    if (bytes_[begin] == '[' || bytes_[begin] == '{') reached.opened = begin;
    return reached;
  }

  [[noreturn]] void stop(Mistake mistake) {
    std::uint32_t end =
        std::min<std::uint32_t>(mistake.at + 1, static_cast<std::uint32_t>(bytes_.size()));
    while (end < bytes_.size() && utf8::is_continuation(bytes_[end])) ++end;
    add_problem(guide_, mistake.problem, place({mistake.at, end}), std::move(mistake.message));
    throw Stop{};
  }

  /// What the YAML library should never see.
  void check_bytes() {
    if (bytes_.size() > most_bytes) {
      stop({Problem::too_large, 0, std::string(too_large_message)});
    }
    const std::size_t valid = utf8::valid_prefix(bytes_);
    if (valid < bytes_.size()) {
      stop({Problem::not_text, static_cast<std::uint32_t>(valid),
            "This file is not UTF-8 text from here on. Save it as UTF-8."});
    }
    std::uint32_t openers = 0;
    for (std::uint32_t at = 0; at < bytes_.size(); ++at) {
      const auto byte = static_cast<unsigned char>(bytes_[at]);
      if ((byte < ' ' && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F) {
        stop({Problem::not_text, at,
              "A control character stands here that no text has. Delete it."});
      }
      // The library holds everything between the outermost brackets in memory before it hands out
      // any of it, so what is absurd is refused here.
      if ((byte == '[' || byte == '{') && ++openers > most_nodes) {
        stop({Problem::too_large, at, std::string(too_large_message)});
      }
    }
  }

  std::uint32_t byte_of(const YAML::Mark& mark) const {
    const std::size_t at = skipped_ + static_cast<std::size_t>(std::max(mark.pos, 0));
    return static_cast<std::uint32_t>(std::min(at, bytes_.size()));
  }

  Place place(Span span) { return {file_, span, lines_.position(span.begin, last_)}; }

  /// The library lets the end of the file close a quotation mark.
  void check_closed(std::uint32_t begin) {
    if (begin >= bytes_.size() || (bytes_[begin] != '"' && bytes_[begin] != '\'')) return;
    if (quoted_end(bytes_, begin) == std::string_view::npos) stop(unclosed_quote(begin));
  }

  /// Passes the anchor and the tag before a node. A tag that is not YAML's own is a text whose
  /// quotation marks were forgotten.
  std::uint32_t check_tag(std::uint32_t at, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!" && !tag.starts_with("tag:yaml.org,2002:")) {
      stop({Problem::yaml_tag, at,
            "Text that begins with ! has a meaning of its own in YAML. Put it in quotation "
            "marks."});
    }
    while (at < bytes_.size() && (bytes_[at] == '&' || bytes_[at] == '!')) {
      while (at < bytes_.size() && !ascii::is_space(bytes_[at])) ++at;
      while (at < bytes_.size() && ascii::is_space(bytes_[at])) ++at;
    }
    return at;
  }

  /// A null that was written out, or else the last thing before it: a colon, a hyphen, a comma.
  Place null_place(std::uint32_t at) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (bytes_.substr(at).starts_with(word)) {
        return place({at, at + static_cast<std::uint32_t>(word.size())});
      }
    }
    std::uint32_t end = at;
    if (bytes_.substr(at).starts_with(":")) return place({at, at + 1});  // a key is missing
    while (end > read_ && ascii::is_space(bytes_[end - 1])) --end;
    const std::uint32_t begin = end > read_ ? end - 1 : end;
    return place({begin, end});
  }

  /// The beginning of a list or map: its first line, as far as a message may quote it.
  Place container_place(std::uint32_t at) {
    constexpr std::size_t most = 80;
    std::string_view line = bytes_.substr(at, most);
    line = line.substr(0, line.find_first_of("\r\n"));
    line = line.substr(0, utf8::valid_prefix(line));
    while (!line.empty() && ascii::is_space(line.back())) line.remove_suffix(1);
    return place({at, at + static_cast<std::uint32_t>(line.size())});
  }

  void count(std::uint32_t at, std::uint32_t nodes, std::uint32_t bytes) {
    nodes_ += nodes;
    text_ += bytes;
    if (nodes_ > most_nodes || text_ > most_bytes) {
      stop({Problem::too_large, at, std::string(too_large_message)});
    }
  }

  Node& add(Node::Kind kind, Place place, YAML::anchor_t anchor) {
    count(place.span.begin, 1, 0);
    Node& node = tree_.nodes.emplace_back();
    node.kind = kind;
    node.place = place;
    if (anchor != YAML::NullAnchor) anchors_[anchor] = {&node, false};
    anchor_ = anchor;
    return node;
  }

  void open(Node::Kind kind, std::uint32_t at, YAML::anchor_t anchor) {
    if (open_.size() >= deepest) stop({Problem::too_deep, at, std::string(too_deep_message)});
    Node& node = add(kind, container_place(at), anchor);
    open_.push_back({&node, anchor});
  }

  void end() {
    Node& node = *open_.back().node;
    anchor_ = open_.back().anchor;
    open_.pop_back();
    close(node);
  }

  void close(Node& node) {
    if (anchor_ != YAML::NullAnchor) anchors_[anchor_].whole = true;
    hang(node);
  }

  void hang(const Node& node) {
    if (open_.empty()) {
      tree_.root = &node;
      return;
    }
    Node& parent = *open_.back().node;
    parent.items.push_back(&node);
    parent.nodes += node.nodes;
    parent.bytes += node.bytes;
    parent.height = std::max(parent.height, node.height + 1);
  }

  GuideDefinition& guide_;
  std::uint32_t file_;
  std::string_view bytes_;
  LineIndex lines_;
  LineIndex::Place last_;  ///< Places are mostly asked for in order.
  Tree& tree_;
  std::size_t skipped_;
  std::uint32_t read_ = 0;  ///< The end of the last scalar.
  std::uint32_t documents_ = 0;
  std::uint64_t nodes_ = 0, text_ = 0;
  YAML::anchor_t anchor_ = YAML::NullAnchor;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, Anchor> anchors_;
};

}  // namespace

Tree read_tree(GuideDefinition& guide, std::uint32_t file) {
  Tree tree;
  try {
    Builder(guide, file, tree).read();
  } catch (const Stop&) {
    tree.root = nullptr;
  }
  return tree;
}

}  // namespace tonelint::yaml
