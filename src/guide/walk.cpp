#include "guide/walk.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

#include "text/ascii.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

std::string described(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return quoted(node.value);
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::map:
      return "pairs of key and value";
  }
  return {};
}

}  // namespace

std::string did_you_mean(std::string_view meant) {
  return meant.empty() ? std::string() : join({" Did you mean “", meant, "”?"});
}

std::string listed(std::span<const std::string_view> names, std::string_view last) {
  std::string text;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at != 0) text += at + 1 == names.size() ? join({" ", last, " "}) : ", ";
    text += join({"“", names[at], "”"});
  }
  return text;
}

bool has_key(const Node& map, std::string_view key) {
  for (std::size_t at = 0; at + 1 < map.items.size(); at += 2) {
    if (map.items[at]->value == key) return true;
  }
  return false;
}

bool is_misspelt(const Node& map, std::string_view key) {
  for (std::size_t at = 0; at + 1 < map.items.size(); at += 2) {
    const std::string& written = map.items[at]->value;
    if (written != key && nearest(written, {&key, 1}) == key) return true;
  }
  return false;
}

std::optional<bool> yes_or_no(const Node& node) {
  if (!node.is(Node::Kind::scalar) || node.value.size() > 5) return std::nullopt;
  std::string word = node.value;
  for (char& letter : word) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
  }
  if (word == "yes" || word == "true" || word == "on") return true;
  if (word == "no" || word == "false" || word == "off") return false;
  return std::nullopt;
}

void Walk::wrong_type(const Entry& entry, std::string_view expected) {
  problem(
      Problem::wrong_type, entry.place(),
      join({quoted(entry.name()), " takes ", expected, ", not ", described(*entry.value), "."}));
}

std::vector<Entry> Walk::entries(const Node& map, Problem twice) {
  std::vector<Entry> found;
  found.reserve(map.items.size() / 2);
  std::unordered_set<std::string_view> seen;
  for (std::size_t at = 0; at + 1 < map.items.size(); at += 2) {
    const Node& key = *map.items[at];
    if (key.is(Node::Kind::null)) {
      problem(Problem::wrong_type, key.place, "A key is missing before a colon here.");
    } else if (!key.is(Node::Kind::scalar)) {
      problem(Problem::wrong_type, key.place,
              join({"A key is a word or a text, not ", described(key),
                    ". Put it in quotation marks if it is meant as it stands."}));
    } else if (!seen.insert(key.value).second) {
      problem(twice, key.place,
              join({quoted(key.value),
                    " stands here a second time. Put the two together, or delete one."}));
    } else {
      found.push_back({&key, map.items[at + 1]});
    }
  }
  return found;
}

std::optional<std::size_t> Walk::known_key(const Entry& entry,
                                           std::span<const std::string_view> names,
                                           std::string_view where,
                                           std::span<const MisplacedKey> misplaced) {
  const auto found = std::find(names.begin(), names.end(), entry.name());
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const auto elsewhere =
      std::find_if(misplaced.begin(), misplaced.end(),
                   [&](const MisplacedKey& each) { return each.name == entry.name(); });
  constexpr std::size_t most = 14;  // that a message can list
  const std::string_view near =
      elsewhere == misplaced.end() ? nearest(entry.name(), names) : std::string_view();
  const std::string hint =
      elsewhere != misplaced.end() ? join({" ", elsewhere->advice})
      : !near.empty()              ? did_you_mean(near)
      : names.size() > most        ? " Section 8 of “Writing a style guide” lists its keys."
      : names.size() == 1          ? join({" Its only key is “", names[0], "”."})
                                   : join({" Its keys are ", listed(names, "and"), "."});
  problem(Problem::unknown_key, entry.key->place,
          join({where, " has no key ", quoted(entry.name()), ".", hint}), near);
  return std::nullopt;
}

void Walk::text(const Entry& entry, Text& out) {
  if (!entry.value->is(Node::Kind::scalar)) return wrong_type(entry, "a text");
  out = text_of(*entry.value);
}

void Walk::line(const Entry& entry, Text& out) {
  text(entry, out);
  while (!out.value.empty() && (out.value.back() == '\n' || out.value.back() == ' ')) {
    out.value.pop_back();
  }
}

void Walk::text(const Entry& entry, std::string& out) {
  Text read{out, {}};
  line(entry, read);
  out = std::move(read.value);
}

void Walk::texts(const Entry& entry, std::vector<Text>& out) {
  out.clear();
  const Node& value = *entry.value;
  if (value.is(Node::Kind::scalar)) {
    out.push_back(text_of(value));
  } else if (!value.is(Node::Kind::sequence)) {
    wrong_type(entry, "a text or a list of texts");
  } else if (value.items.empty()) {
    problem(Problem::empty_list, entry.place(),
            join({"The list of ", quoted(entry.name()),
                  " is empty. Write something in it, or leave the key out."}));
  }
  if (!value.is(Node::Kind::sequence)) return;
  for (const Node* item : value.items) {
    if (item->is(Node::Kind::scalar)) {
      out.push_back(text_of(*item));
    } else {
      problem(Problem::wrong_type, item->place,
              join({"The list of ", quoted(entry.name()), " takes texts, not ", described(*item),
                    ". Put the text in quotation marks if it is meant as it stands."}));
    }
  }
}

std::optional<bool> Walk::yes_no(const Entry& entry) {
  const auto answer = yes_or_no(*entry.value);
  if (!answer) wrong_type(entry, "yes or no");
  return answer;
}

std::optional<double> Walk::number(const Entry& entry) {
  constexpr double largest = 1e9;
  const std::string& value = entry.value->value;
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (!entry.value->is(Node::Kind::scalar) || value.empty() ||
      error == std::errc::invalid_argument || end != value.data() + value.size() ||
      std::isnan(number)) {
    wrong_type(entry, "a number, such as 3");
    return std::nullopt;
  }
  if (error != std::errc{} || number < 0 || number > largest) {
    problem(Problem::out_of_range, entry.place(),
            join({quoted(entry.name()), " takes a number from 0 to 1000000000, not ", quoted(value),
                  "."}));
    return std::nullopt;
  }
  return number;
}

std::optional<std::uint32_t> Walk::whole_number(const Entry& entry) {
  const auto read = number(entry);
  if (!read) return std::nullopt;
  if (*read != std::floor(*read)) {
    wrong_type(entry, "a whole number, such as 3");
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*read);
}

bool Walk::is_known(const Text& text, std::string_view key,
                    std::span<const std::string_view> choices, Problem unknown) {
  if (std::find(choices.begin(), choices.end(), text.value) != choices.end()) return true;
  const std::string_view near = nearest(text.value, choices);
  problem(unknown, text.place,
          join({quoted(text.value), " is nothing that “", key, "” can be.",
                near.empty() ? join({" Write ", listed(choices, "or"), "."}) : did_you_mean(near)}),
          near);
  return false;
}

std::optional<std::size_t> Walk::choice(const Entry& entry,
                                        std::span<const std::string_view> choices,
                                        Problem unknown) {
  if (!entry.value->is(Node::Kind::scalar)) {
    wrong_type(entry, "one word");
    return std::nullopt;
  }
  if (!is_known(text_of(*entry.value), entry.name(), choices, unknown)) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), entry.value->value);
  return static_cast<std::size_t>(found - choices.begin());
}

void Walk::keep_known(std::vector<Text>& texts, std::string_view key,
                      std::span<const std::string_view> choices) {
  std::erase_if(texts, [&](const Text& text) {
    return !is_known(text, key, choices, Problem::unknown_value);
  });
}

void Walk::check_name(const Text& name, std::string_view what) {
  std::string better;
  for (const char byte : name.value) {
    const bool capital = byte >= 'A' && byte <= 'Z';
    const char letter = capital ? static_cast<char>(byte + ('a' - 'A')) : byte;
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      better += letter;
    } else if (letter != '\'' && !better.empty() && better.back() != '-') {
      better += '-';
    }
  }
  while (!better.empty() && better.back() == '-') better.pop_back();
  // How “ö” is written without its dots is for the author to say.
  if (!std::all_of(name.value.begin(), name.value.end(),
                   [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; })) {
    better.clear();
  }
  if (better == name.value && !better.empty()) return;
  problem(Problem::bad_name, name.place,
          join({"The name of ", what, " is made of small letters and digits, joined by hyphens",
                better.empty() ? "" : ": ", better, "."}),
          better);
}

}  // namespace tonelint
