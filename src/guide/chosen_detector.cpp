#include "guide/chosen_detector.hpp"

#include <algorithm>
#include <string>

#include "checks/check.hpp"
#include "guide/walk.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// A number, or for what is switched on and off 1 and 0.
std::optional<double> value_of(GuideDefinition& guide, const OptionDefinition& option) {
  const auto node_of = [](const Text& text) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.value = text.value;
    node.place = text.place;
    return node;
  };
  const Node key = node_of(option.key);
  const Node value = node_of(option.value);
  Walk walk(guide);
  return is_switch(option.key.value) ? walk.yes_no({&key, &value}) : walk.number({&key, &value});
}

}  // namespace

std::optional<ChosenDetector> chosen_detector(GuideDefinition& guide, const RuleDefinition& rule) {
  if (rule.detector.value.empty()) return {};  // the reader has told what is wrong with it
  std::vector<std::string_view> names;
  for (const Detector& each : detectors()) names.push_back(each.name);
  const auto name = std::find(names.begin(), names.end(), rule.detector.value);
  if (name == names.end()) {
    const std::string_view meant = nearest(rule.detector.value, names);
    add_problem(guide, Problem::unknown_detector, rule.detector.place,
                join({"There is no detector called ", quoted(rule.detector.value), ".",
                      did_you_mean(meant)}),
                meant);
    return {};
  }
  ChosenDetector chosen{static_cast<std::uint32_t>(name - names.begin()), {}};
  const auto& known = detectors()[chosen.detector].options;
  bool is_any_on = false;
  for (const OptionDefinition& option : rule.options) {
    if (std::find(known.begin(), known.end(), option.key.value) == known.end()) {
      const std::string_view meant = nearest(option.key.value, known);
      add_problem(guide, Problem::unknown_option, option.key.place,
                  join({"The detector ", quoted(rule.detector.value), " has no option ",
                        quoted(option.key.value), ".", did_you_mean(meant)}),
                  meant);
    } else if (const auto value = value_of(guide, option)) {
      is_any_on = is_any_on || *value != 0;
      chosen.options.emplace_back(option.key.value, *value);
    }
  }
  const bool needs_one = !known.empty() && std::all_of(known.begin(), known.end(), is_switch);
  const bool is_sound = chosen.options.size() == rule.options.size();
  if (needs_one && !is_any_on && is_sound) {
    add_problem(guide, Problem::no_option, rule.detector.place,
                join({quoted(rule.detector.value), " finds nothing until ", listed(known, "or"),
                      " is switched on: options: {", known[0], ": yes}."}));
  }
  return chosen;
}

}  // namespace tonelint
