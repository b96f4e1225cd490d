#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <utility>

#include "guide/definition.hpp"
#include "guide/read_file.hpp"
#include "guide/tree.hpp"
#include "text/glob.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// A guide file, and whether it came with tonelint: those name each other in the folder rules/.
struct Opened {
  GuideText text;
  bool built_in = false;
};

using Open = std::function<std::optional<Opened>(std::string_view wanted, std::string_view from,
                                                 bool built_in)>;

constexpr std::size_t most_files = 256;
constexpr std::size_t deepest = 64;
constexpr std::size_t most_bytes = 64U << 20U;  // of all files together

bool has_file_ending(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

/// "rules/tonelint.yaml" → "tonelint".
std::string stem(std::string_view name) {
  name.remove_prefix(std::min(name.size(), name.find_last_of("/\\") + 1));
  return std::string(name.substr(0, name.find('.', 1)));
}

/// Reads a guide and what it extends, every file once: what is extended first, then the guide that
/// extends it, each laid over those before.
class Layers {
 public:
  Layers(const Open& open, const WantedOverrides& wanted) : open_(open), wanted_(wanted) {}

  GuideDefinition read(const GuideText& text) {
    add_file({text, false});
    read_file(0);
    for (std::size_t i = 0; i < overriding_.size(); ++i) lay_overrides(i);
    check_silenced();
    sort_problems();
    return std::move(draft_.guide);
  }

 private:
  enum class State : std::uint8_t { reading, done };
  struct File {
    bool built_in;
    State state;
  };

  /// A file with `overrides`, which are laid over everything once that is read.
  struct Overriding {
    yaml::Tree tree;  ///< Owns the list.
    const Node* list;
    std::uint32_t file;
    std::string category;
  };

  void lay_overrides(std::size_t index) {
    const Overriding& from = overriding_[index];
    for (const Node* item : from.list->items) {
      Walk walk(draft_.guide);
      OverrideParts override = read_override(walk, *item);
      if (override.files.empty()) continue;
      auto& patterns = draft_.guide.overrides.emplace_back();
      for (const Text& pattern : override.files) patterns.push_back(pattern.value);
      const bool is_wanted = wanted_.all || wanted_.entry == draft_.guide.overrides.size() - 1 ||
                             (!wanted_.path.empty() && matches_any(patterns, wanted_.path));
      if (!is_wanted) continue;
      override.parts.category = from.category;
      stack_.push_back(from.file);
      for (const Text& wanted : override.parts.extends) extend(wanted);
      stack_.pop_back();
      lay_over(draft_, override.parts);
    }
  }

  std::uint32_t add_file(Opened opened) {
    const auto number = static_cast<std::uint32_t>(files_.size());
    numbers_.emplace(std::pair(opened.built_in, opened.text.name), number);
    files_.push_back({opened.built_in, State::reading});
    bytes_ += opened.text.bytes.size();
    draft_.guide.built_in.push_back(opened.built_in);
    draft_.guide.files.push_back(std::move(opened.text));
    return number;
  }

  void read_file(std::uint32_t number) {
    yaml::Tree tree = yaml::read_tree(draft_.guide, number);
    Walk walk(draft_.guide);
    if (tree.root == nullptr) {
      draft_.incomplete = true;
    } else if (tree.root->is(Node::Kind::map)) {
      const FileParts parts = read_parts(walk, *tree.root);
      if (number == 0) draft_.guide.name = parts.name;
      stack_.push_back(number);
      for (const Text& wanted : parts.extends) extend(wanted);
      stack_.pop_back();
      lay_over(draft_, parts);
      if (parts.overrides != nullptr) {
        overriding_.push_back({std::move(tree), parts.overrides, number, parts.category});
      }
    } else if (tree.root->is(Node::Kind::null)) {
      walk.problem(Problem::empty_guide, tree.root->place,
                   "This guide says nothing yet. Begin with “extends: support”.");
    } else {
      walk.problem(Problem::wrong_type, tree.root->place,
                   "A guide is made of keys such as “extends:”, “cues:” and “rules:”, and none "
                   "stands here.");
    }
    if (number == 0 && draft_.guide.name.empty()) draft_.guide.name = stem(name_of(0));
    files_[number].state = State::done;
  }

  void extend(const Text& wanted) {
    const std::uint32_t from = wanted.place.file;
    const std::string from_name = name_of(from);
    auto opened = open_(wanted.value, from_name, files_[from].built_in);
    if (!opened) {
      const std::string_view meant = nearest(wanted.value, built_in_guides());
      return missing(Problem::no_such_guide, wanted,
                     join({"There is no guide ", quoted(wanted.value), ".", did_you_mean(meant),
                           " Write “support”, or the path of a file from the folder of this one, "
                           "with its ending."}),
                     meant);
    }
    const auto known = numbers_.find(std::pair(opened->built_in, opened->text.name));
    if (known != numbers_.end()) {
      if (files_[known->second].state == State::done) return;
      return missing(Problem::cycle, wanted, cycle_message(known->second));
    }
    if (stack_.size() >= deepest) {
      return missing(Problem::too_deep, wanted,
                     "More than 64 guides extend each other here. Extend fewer.");
    }
    if (files_.size() >= most_files || bytes_ + opened->text.bytes.size() > most_bytes) {
      return missing(Problem::too_many_guides, wanted,
                     "This guide is built on more than 256 files or 64 MB. Extend fewer.");
    }
    read_file(add_file(std::move(*opened)));
  }

  void missing(Problem problem, const Text& wanted, std::string message,
               std::string_view instead = {}) {
    add_problem(draft_.guide, problem, wanted.place, std::move(message), instead);
    draft_.incomplete = true;
  }

  std::string cycle_message(std::uint32_t first) {
    std::string way;
    bool on_it = false;
    for (const std::uint32_t number : stack_) {
      on_it = on_it || number == first;
      if (on_it) way += name_of(number) + " → ";
    }
    return join({"A guide cannot extend itself: ", way, name_of(first), ". Take one of them out."});
  }

  const std::string& name_of(std::uint32_t file) { return draft_.guide.files[file].name; }

  /// A topic of the built-in guide may be extended alone, without the rules of the others.
  void check_silenced() {
    if (draft_.incomplete) return;
    for (const RuleDefinition& rule : draft_.guide.rules) {
      for (const Text& silenced : rule.instead_of) {
        if (draft_.rules.contains(silenced.value) || files_[silenced.place.file].built_in) continue;
        add_problem(draft_.guide, Problem::no_rule_to_silence, silenced.place,
                    join({"There is no rule ", quoted(silenced.value),
                          " that could keep silent. “tonelint rules” lists those there are."}));
      }
    }
  }

  void sort_problems() {
    std::unordered_map<std::string_view, std::size_t> order;
    for (const GuideText& file : draft_.guide.files) order.try_emplace(file.name, order.size());
    const auto key = [&](const GuideProblem& problem) {
      return std::pair(order[problem.file], problem.diagnostic.span.begin);
    };
    std::stable_sort(draft_.guide.problems.begin(), draft_.guide.problems.end(),
                     [&](const GuideProblem& a, const GuideProblem& b) { return key(a) < key(b); });
  }

  const Open& open_;
  const WantedOverrides& wanted_;
  std::deque<Overriding> overriding_;  ///< Not moved when one is added: it owns its list.
  GuideDraft draft_;
  std::vector<File> files_;
  std::map<std::pair<bool, std::string>, std::uint32_t> numbers_;
  std::vector<std::uint32_t> stack_;  ///< The files that are being read, the first at the bottom.
  std::size_t bytes_ = 0;
};

std::optional<Opened> as_built_in(std::optional<GuideText> text) {
  if (!text) return std::nullopt;
  return Opened{std::move(*text), true};
}

}  // namespace

GuideDefinition read_guide(const GuideText& text, const GuideResolver& resolver,
                           const WantedOverrides& overrides) {
  const Open open = [&](std::string_view wanted, std::string_view from,
                        bool built_in) -> std::optional<Opened> {
    if (built_in) return as_built_in(built_in_text(wanted));
    if (!has_file_ending(wanted)) {
      if (auto found = built_in_text(wanted)) return as_built_in(std::move(found));
    }
    if (resolver) {
      if (auto found = resolver(wanted, from)) return Opened{std::move(*found), false};
    }
    return as_built_in(built_in_text(wanted));
  };
  return Layers(open, overrides).read(text);
}

GuideDefinition read_guide_files(
    const GuideText& text,
    const std::function<std::optional<GuideText>(std::string_view, std::string_view)>& open_text,
    const WantedOverrides& overrides) {
  const Open open = [&](std::string_view wanted, std::string_view from,
                        bool) -> std::optional<Opened> {
    auto found = open_text ? open_text(wanted, from) : std::nullopt;
    if (!found) return std::nullopt;
    return Opened{std::move(*found), false};
  };
  return Layers(open, overrides).read(text);
}

}  // namespace tonelint
