#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guide/problems.hpp"
#include "guide/tree.hpp"

namespace tonelint {

using yaml::Node;

/// A key of a map with its value.
struct Entry {
  const Node* key;
  const Node* value;

  [[nodiscard]] std::string_view name() const { return key->value; }
  /// Where to show what is wrong with the value: at the value, or at the key when it has none.
  [[nodiscard]] const Place& place() const {
    return value->is(Node::Kind::null) ? key->place : value->place;
  }
};

/// What a key may be followed by, and who reads it. A reader has one table of these.
template <class Reader>
struct Key {
  std::string_view name;
  void (Reader::*read)(const Entry&);
};

/// A key that people look for where it is not, and what to do instead, as sentences.
struct MisplacedKey {
  std::string_view name, advice;
};

/// Takes values out of the tree of a guide. What is not of the expected kind becomes a problem, and
/// the walk goes on.
class Walk {
 public:
  explicit Walk(GuideDefinition& guide) : guide_(guide) {}

  GuideDefinition& guide() { return guide_; }
  void problem(Problem problem, const Place& place, std::string message,
               std::string_view instead = {}) {
    add_problem(guide_, problem, place, std::move(message), instead);
  }
  /// “… takes `expected`, not …”.
  void wrong_type(const Entry& entry, std::string_view expected);

  /// The pairs of a map. Keys that are no text or stand twice are reported as `twice` and left out.
  [[nodiscard]] std::vector<Entry> entries(const Node& map, Problem twice = Problem::duplicate_key);

  /// Reads every key of `map` by the reader's table. `where` names the map in messages, such as
  /// "a rule".
  template <class Reader, std::size_t size>
  void keys(const Node& map, std::string_view where, const Key<Reader> (&table)[size],
            Reader& reader, std::span<const MisplacedKey> misplaced = {}) {
    std::string_view names[size];
    for (std::size_t at = 0; at < size; ++at) names[at] = table[at].name;
    for (const Entry& entry : entries(map)) {
      if (const auto at = known_key(entry, names, where, misplaced))
        (reader.*table[*at].read)(entry);
    }
  }

  /// The value as a text: any word, number or quoted text.
  void text(const Entry& entry, Text& out);
  /// As above, without the line break that | and > leave at the end.
  void line(const Entry& entry, Text& out);
  void text(const Entry& entry, std::string& out);
  /// A list of texts, or one text alone. What was in `out` goes.
  void texts(const Entry& entry, std::vector<Text>& out);
  /// yes, no, true, false, on, off.
  [[nodiscard]] std::optional<bool> yes_no(const Entry& entry);
  [[nodiscard]] std::optional<double> number(const Entry& entry);
  [[nodiscard]] std::optional<std::uint32_t> whole_number(const Entry& entry);
  /// The number in `choices` of one of these words.
  [[nodiscard]] std::optional<std::size_t> choice(const Entry& entry,
                                                  std::span<const std::string_view> choices,
                                                  Problem problem = Problem::unknown_value);
  /// Reports those of `texts` that are not in `choices`, and takes them out.
  void keep_known(std::vector<Text>& texts, std::string_view key,
                  std::span<const std::string_view> choices);
  /// Reports a name that is not made of small letters, digits and hyphens.
  void check_name(const Text& name, std::string_view what);

 private:
  std::optional<std::size_t> known_key(const Entry& entry, std::span<const std::string_view> names,
                                       std::string_view where,
                                       std::span<const MisplacedKey> misplaced);
  bool is_known(const Text& text, std::string_view key, std::span<const std::string_view> choices,
                Problem problem);

  GuideDefinition& guide_;
};

[[nodiscard]] bool has_key(const Node& map, std::string_view key);
/// True when a misspelt key of a map was meant to be `key`: that is one mistake, not two.
[[nodiscard]] bool is_misspelt(const Node& map, std::string_view key);

/// A scalar that answers yes or no, where one is expected.
[[nodiscard]] std::optional<bool> yes_or_no(const Node& node);

[[nodiscard]] inline Text text_of(const Node& node) { return {node.value, node.place}; }

/// “ Did you mean “…”?”, or nothing when nothing is.
[[nodiscard]] std::string did_you_mean(std::string_view meant);

/// “one”, “two” or “three”, if `last` is "or".
[[nodiscard]] std::string listed(std::span<const std::string_view> names, std::string_view last);

}  // namespace tonelint
