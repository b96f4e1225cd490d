#include "checks/helpdesks.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "text/ascii.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

bool is_same(std::string_view left, std::string_view right, bool exact) {
  return exact ? left == right : ascii::same_but_for_case(left, right);
}

bool covers(const Variable& variable, std::string_view name, bool exact) {
  if (!variable.name.ends_with('*')) return is_same(variable.name, name, exact);
  const std::string_view family = variable.name.substr(0, variable.name.size() - 1);
  return name.size() > family.size() && is_same(family, name.substr(0, family.size()), exact);
}

std::string_view take_segment(std::string_view& rest) {
  const std::size_t dot = std::min(rest.find('.'), rest.size());
  const std::string_view segment = rest.substr(0, dot);
  rest.remove_prefix(std::min(dot + 1, rest.size()));
  return segment;
}

/// How far a name is from a known one: slips in each of its parts, or nothing where it is another.
std::optional<std::size_t> slips(std::string_view name, std::string_view known) {
  std::size_t all = 0;
  std::string_view left = name;
  std::string_view right = known;
  while (!left.empty() && !right.empty()) {
    const std::string_view a = take_segment(left);
    const std::string_view b = take_segment(right);
    // A short word is another one rather than a slip: "vip" is not "via".
    const std::size_t limit = std::min<std::size_t>(2, std::min(a.size(), b.size()) / 4);
    const std::size_t distance = edit_distance(a, b, limit);
    if (distance > limit) return {};
    all += distance;
  }
  if (left.empty() && right.empty()) return all;
  return {};
}

}  // namespace

std::string_view sample_of(Stands stands) {
  constexpr std::string_view samples[] = {"",    "Rosa",    "Example",     "Rosa Example",
                                          "Sam", "Example", "Sam Example", "12345"};
  return samples[static_cast<std::size_t>(stands)];
}

const Helpdesk* helpdesk_named(std::string_view name) {
  for (const Helpdesk& each : helpdesks()) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

const Variable* find_variable(const Helpdesk& helpdesk, std::string_view name) {
  const auto found =
      std::find_if(helpdesk.variables.begin(), helpdesk.variables.end(),
                   [&](const Variable& each) { return covers(each, name, helpdesk.exact_case); });
  return found == helpdesk.variables.end() ? nullptr : &*found;
}

Unknown about_unknown(const Helpdesk& helpdesk, std::string_view name) {
  Unknown unknown;
  std::size_t best = 4;
  bool has_object = false;
  std::string_view rest = name;
  const std::string_view object = take_segment(rest);
  for (const Variable& each : helpdesk.variables) {
    std::string_view known = each.name;
    const std::string_view known_object = take_segment(known);
    const bool plain = rest.empty();  // a name without an object may stand beside others
    has_object = has_object || (plain ? known.empty() : is_same(known_object, object, false));
    if (each.name.ends_with('*')) continue;
    const auto distance = slips(name, each.name);
    if (!distance || *distance >= best) continue;
    best = *distance;
    unknown.instead = each.name;
  }
  if (unknown.instead.empty()) {
    Stands stands = Stands::other;
    if (is_known_elsewhere(helpdesk, {}, name, stands)) {
      unknown.instead = variable_for(helpdesk, stands);
    }
  }
  unknown.is_sure = helpdesk.complete || !has_object || !unknown.instead.empty();
  return unknown;
}

std::string_view slip_in_family(const Helpdesk& helpdesk, const Variable& family,
                                std::string_view name) {
  if (!family.name.ends_with('*')) return {};
  const auto plain = [](std::string_view word) {
    std::string out;
    for (const char c : word) {
      if (c != '_') out += ascii::lower(c);
    }
    return out;
  };
  for (const Variable& each : helpdesk.variables) {
    const std::string_view last = each.name.substr(each.name.rfind('.') + 1);
    if (each.stands == Stands::other || last.size() < 8) continue;
    if (slips(name, each.name) == 1U && plain(name) != plain(each.name)) return each.name;
  }
  return {};
}

bool is_known_elsewhere(const Helpdesk& own, std::string_view open, std::string_view name,
                        Stands& stands) {
  bool known = false;
  bool named = false;
  for (const Helpdesk& each : helpdesks()) {
    if (&each == &own || (!open.empty() && each.open != open)) continue;
    const Variable* found = nullptr;
    for (const Variable& variable : each.variables) {
      if (!covers(variable, name, false)) continue;
      found = &variable;
      break;
    }
    if (found == nullptr) continue;
    known = true;
    if (found->name.ends_with('*')) continue;  // which of them it is nobody says
    stands = !named || stands == found->stands ? found->stands : Stands::other;
    named = true;
  }
  return known;
}

std::string_view variable_for(const Helpdesk& helpdesk, Stands stands) {
  if (stands == Stands::other) return {};
  for (const Variable& each : helpdesk.variables) {
    if (each.stands == stands) return each.name;
  }
  return {};
}

}  // namespace tonelint
