#pragma once

/// @file
/// What is known around a reply: the customer, the agent, the channel, the thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/diagnostic.hpp"
#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// How a reply may go out.
inline constexpr std::array<std::string_view, 3> channel_names{"email", "chat", "public"};

/// Everything is optional; a rule that asks about something unknown is not applicable and says
/// nothing.
struct Context {
  struct Customer {
    std::string name;      ///< Full name as the profile or signature has it, UTF-8.
    std::string message;   ///< What the customer wrote last, plain text.
    std::string language;  ///< BCP 47, such as "pt".
  };
  struct Agent {
    std::string name;
  };
  struct Message {
    enum class From : std::uint8_t { customer, agent };
    From from = From::customer;
    std::string text;
  };

  std::string id;  ///< The caller's own id; comes back in the report.
  /// Where the reply is kept or belongs, such as "vip/late.txt": whoever chooses the guide looks
  /// for it in the guide's `overrides` (`GuideByPath`). `lint` itself does not.
  std::string path;
  std::string channel;                       ///< One of `channel_names`; empty: the guide's.
  std::optional<std::uint32_t> turn;         ///< 1 is the first reply of the conversation.
  std::optional<bool> is_template;           ///< A saved reply (true) or a draft (false).
  std::optional<std::uint32_t> attachments;  ///< How many files go out with the reply.
  std::string brand;
  std::string helpdesk;  ///< Whose placeholders it has: "zendesk", …; empty: the guide's.
  Customer customer;
  Agent agent;
  std::vector<Message> thread;  ///< Earlier messages, oldest first.
  std::vector<std::string> tags;
};

/// A context with what came with it: the JSON shape holds the draft as well.
struct ContextFile {
  Context context;
  std::optional<std::string> reply;   ///< The draft, when the JSON holds one.
  Syntax syntax = Syntax::automatic;  ///< `automatic`: the JSON does not say.
  std::vector<Diagnostic> problems;   ///< Empty when all went well.
};

/// Reads the JSON shape of a context. Unknown keys and channels and wrong types are problems with
/// their line and column and the nearest known key; `name` is used in them.
///
/// @code
/// auto file = tonelint::read_context("context.json", R"({"customer":{"name":"Priya Nair"}})");
/// @endcode
[[nodiscard]] ContextFile read_context(std::string_view name, std::string_view json);

}  // namespace tonelint
#pragma GCC visibility pop
