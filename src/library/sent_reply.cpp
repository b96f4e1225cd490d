#include <algorithm>
#include <array>
#include <optional>

#include "library/json_reader.hpp"
#include "library/path.hpp"
#include "text/utf8.hpp"
#include "tonelint/library.hpp"

namespace tonelint {
namespace {

/// What the webhook of a helpdesk sends. The paths and conditions are those of path.hpp: of the
/// payload for the first ones, of a message for those behind `messages`.
struct WebhookFormat {
  std::string_view name;     ///< Of the helpdesk.
  std::string_view mark{};   ///< A condition by which the payload is known.
  std::string_view event{};  ///< A condition: it tells of a reply. Empty: always.
  std::string_view conversation{};
  std::string_view customer{};
  std::string_view channel = "email";
  std::string_view chat{};      ///< A condition by which the channel is "chat".
  std::string_view messages{};  ///< A list of messages, or one.
  bool newest_first = false;
  std::string_view from_agent{};  ///< A condition.
  std::string_view left_out{};    ///< A condition: internal, or never sent.
  std::string_view text{};
  Syntax syntax = Syntax::html;
  std::string_view id{}, agent{};
};

// clang-format off
constexpr std::array<WebhookFormat, 5> webhook_formats{{
    // Chatwoot: message_created
    {.name = "chatwoot", .mark = "/event", .event = "/event=message_created",
     .conversation = "/conversation/id", .customer = "/conversation/meta/sender/name",
     .channel = "chat",
     .messages = "", .from_agent = "/message_type=outgoing|1",
     .left_out = "/private=true | /sender/type=agent_bot",
     .text = "/content", .syntax = Syntax::markdown, .id = "/id", .agent = "/sender/name"},
    // Freshdesk: onConversationCreate
    {.name = "freshdesk", .mark = "/data/conversation/incoming | /conversation/incoming | /incoming",
     .conversation = "/data/conversation/ticket_id | /conversation/ticket_id | /ticket_id",
     .customer = "/data/requester/name | /requester/name",
     .messages = "/data/conversation | /conversation", .from_agent = "/incoming=false",
     .left_out = "/private=true",
     .text = "/body", .id = "/id"},
    // Gorgias: ticket-message-created, with the message under "message" or alone
    {.name = "gorgias", .mark = "/message/from_agent | /from_agent",
     .conversation = "/ticket/id | /message/ticket_id | /ticket_id",
     .customer = "/ticket/customer/name | /message/receiver/name | /receiver/name",
     .chat = "/message/channel=chat | /channel=chat",
     .messages = "/message", .from_agent = "/from_agent=true",
     .left_out = "/public=false | /channel=internal-note",
     .text = "/stripped_text | /body_text", .syntax = Syntax::text, .id = "/id",
     .agent = "/sender/name"},
    // Help Scout: convo.agent.reply.created, a conversation with its threads
    {.name = "helpscout", .mark = "/_embedded/threads",
     .conversation = "/id",
     .customer = "/_embedded/threads/[type=customer]/customer/first | /primaryCustomer/first",
     .chat = "/type=chat",
     .messages = "/_embedded/threads", .newest_first = true,
     .from_agent = "/type=message|reply|chat",
     .left_out = "/state=draft|hidden|underreview | /createdBy/type=customer",
     .text = "/body", .id = "/id", .agent = "/createdBy/first"},
    // Intercom: conversation.admin.replied
    {.name = "intercom", .mark = "/topic", .event = "/topic=conversation.admin.replied|conversation.admin.closed",
     .conversation = "/data/item/id", .customer = "/data/item/source/author/name",
     .channel = "chat",
     .messages = "/data/item/conversation_parts/conversation_parts",
     .from_agent = "/author/type=admin",
     .left_out = "/part_type=note|note_and_reopen|assignment|away_mode_assignment"
                 " | /author/from_ai_agent=true",
     .text = "/body", .id = "/id", .agent = "/author/name"},
}};
// clang-format on

/// A value with all within it, as a tree of its own.
RecordTree tree_at(const RecordTree& whole, std::uint32_t at) {
  RecordTree tree;
  tree.values.assign(whole.values.begin() + at, whole.values.begin() + whole.values[at].end);
  for (Value& value : tree.values) value.end -= at;
  return tree;
}

/// The reply among the messages: the newest one that is an agent's and public.
std::optional<RecordTree> reply_in(const WebhookFormat& format, const RecordTree& tree,
                                   std::string_view json) {
  const auto found = find(tree, format.messages, json, Wanted::value);
  const std::uint32_t top = found ? found->value : 0;
  const bool list = tree.values[top].kind == Value::Kind::list;
  std::optional<RecordTree> reply;
  for (std::uint32_t at = list ? top + 1 : top; at < tree.values[top].end;
       at = tree.values[at].end) {
    RecordTree message = tree_at(tree, at);
    if (!holds(message, format.from_agent, json) || holds(message, format.left_out, json) ||
        text_at(message, format.text, json).empty()) {
      continue;
    }
    reply = std::move(message);
    if (format.newest_first) break;
  }
  return reply;
}

}  // namespace

std::span<const std::string_view> webhook_helpdesks() {
  static constexpr auto names = [] {
    std::array<std::string_view, webhook_formats.size()> all;
    std::transform(webhook_formats.begin(), webhook_formats.end(), all.begin(),
                   [](const WebhookFormat& each) { return each.name; });
    return all;
  }();
  return names;
}

SentReply read_sent_reply(std::string_view helpdesk, std::string_view json) {
  SentReply sent;
  const auto known = std::find_if(webhook_formats.begin(), webhook_formats.end(),
                                  [&](const WebhookFormat& each) { return each.name == helpdesk; });
  if (known == webhook_formats.end()) return sent;
  const WebhookFormat& format = *known;
  JsonText text(json, json.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0);
  RecordTree tree;
  if (!text.read_value(tree) || tree.values[0].kind != Value::Kind::map) return sent;
  if (!holds(tree, format.mark, json)) return sent;
  sent.kind = SentReply::Kind::other;
  if (!format.event.empty() && !holds(tree, format.event, json)) return sent;
  const auto reply = reply_in(format, tree, json);
  if (!reply) return sent;
  sent.kind = SentReply::Kind::reply;
  sent.text = text_at(*reply, format.text, json);
  sent.syntax = format.syntax;
  sent.id = text_at(*reply, format.id, json);
  sent.context.id = text_at(tree, format.conversation, json);
  sent.context.customer.name = text_at(tree, format.customer, json);
  sent.context.agent.name = text_at(*reply, format.agent, json);
  sent.context.channel = holds(tree, format.chat, json) ? "chat" : format.channel;
  sent.context.is_template = false;
  return sent;
}

}  // namespace tonelint
