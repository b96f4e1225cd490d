#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tonelint {

/// What stands in place of a variable when the reply is sent.
enum class Stands : std::uint8_t {
  other,
  customer_first,
  customer_last,
  customer_full,
  agent_first,
  agent_last,
  agent_full,
  ticket_id,
};

/// What may come of it: "Rosa", "Sam", "12345". Empty where nobody can tell.
[[nodiscard]] std::string_view sample_of(Stands stands);

/// A variable of a helpdesk, or a family of them: a `*` stands for the rest of the name.
struct Variable {
  std::string_view name;
  Stands stands = Stands::other;
};

/// How a helpdesk writes placeholders, and which it knows.
struct Helpdesk {
  std::string_view name;         ///< As in `helpdesk: zendesk`.
  std::string_view title;        ///< "Zendesk"
  std::string_view open, close;  ///< "{{" and "}}".
  /// What goes behind the name for when it is empty, with "there" as that text; or empty: it has no
  /// such thing.
  std::string_view fallback{};
  enum class Filters : std::uint8_t {
    none,
    listed,
    unsure,  ///< Nothing is said of them.
  };
  Filters filters = Filters::none;
  std::span<const std::string_view> known_filters{};
  bool liquid = false;      ///< `{% if %}` and its like are understood.
  bool complete = false;    ///< `variables` are all there are; else only slips are called unknown.
  bool exact_case = false;  ///< "Ticket.id" is not "ticket.id".
  std::span<const Variable> variables{};
};

/// All that are known: helpdesk_variables.cpp.
[[nodiscard]] std::span<const Helpdesk> helpdesks();
/// Their names, in the same order.
[[nodiscard]] std::span<const std::string_view> helpdesk_names();
/// Null where the name is none of theirs.
[[nodiscard]] const Helpdesk* helpdesk_named(std::string_view name);

/// The variable or family that a name is one of, or null.
[[nodiscard]] const Variable* find_variable(const Helpdesk& helpdesk, std::string_view name);

/// What is known of a name that the helpdesk does not know.
struct Unknown {
  bool is_sure = false;      ///< It cannot be a variable that is only missing in the table.
  std::string_view instead;  ///< The variable that was probably meant; may be empty.
};
[[nodiscard]] Unknown about_unknown(const Helpdesk& helpdesk, std::string_view name);

/// The variable with a person's name that one in a family is a slip of: "recipient.frist_name".
/// Empty where it may well be a field of the team's own.
[[nodiscard]] std::string_view slip_in_family(const Helpdesk& helpdesk, const Variable& family,
                                              std::string_view name);

/// Whether another helpdesk than `own` that opens placeholders with `open` (empty: any) has a
/// variable of this name. `stands` is what it stands for where they agree.
[[nodiscard]] bool is_known_elsewhere(const Helpdesk& own, std::string_view open,
                                      std::string_view name, Stands& stands);
/// The variable of a helpdesk that stands for the same; empty where it has none.
[[nodiscard]] std::string_view variable_for(const Helpdesk& helpdesk, Stands stands);

}  // namespace tonelint
