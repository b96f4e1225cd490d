#include <algorithm>
#include <array>

#include "input/reader.hpp"
#include "library/json_reader.hpp"
#include "library/path.hpp"
#include "text/utf8.hpp"
#include "tonelint/library.hpp"

namespace tonelint {
namespace {

/// A conversation as a helpdesk hands it out. The paths are those of path.hpp: of the payload for
/// the first ones, of a message for those behind `messages`.
struct ConversationFormat {
  std::string_view mark{};      ///< A condition by which the payload is known.
  std::string_view customer{};  ///< The customer's name.
  std::string_view agent{};
  std::string_view draft{};  ///< The reply that is being written, in HTML.
  std::string_view messages{};
  std::string_view text{};
  Syntax text_syntax = Syntax::text;
  std::string_view from_customer{};  ///< A condition.
  std::string_view left_out{};       ///< A condition: internal, or the draft itself.
  bool newest_first = false;
  /// The messages name their writers by an id, and others tell who that is: the path to the id in a
  /// message, the path to the people, and the condition for a customer among them.
  std::string_view writer{}, people{}, is_customer{};
};

// clang-format off
constexpr std::array conversation_formats{
    // Zendesk: comments of a ticket with the users beside them
    ConversationFormat{
        .mark = "/comments/[author_id]", .customer = "/users/[role=end-user]/name",
        .agent = "/users/[role=agent|admin]/name",
        .messages = "/comments", .text = "/plain_body | /body", .from_customer = "",
        .left_out = "/public=false",
        .writer = "/author_id", .people = "/users", .is_customer = "/role=end-user"},
    // Zendesk: what an app in the agent's window gets
    ConversationFormat{
        .mark = "/ticket.comment.text | /ticket.conversation",
        .customer = "/ticket.requester.name", .agent = "/currentUser.name",
        .draft = "/ticket.comment.text",
        .messages = "/ticket.conversation", .text = "/message/content", .text_syntax = Syntax::html,
        .from_customer = "/author/role=end-user|customer"},
    // Freshdesk: conversations of a ticket, or a ticket with them
    ConversationFormat{
        .mark = "/[incoming] | /conversations/[incoming]",
        .customer = "/requester/name",
        .messages = "/conversations", .text = "/body_text", .from_customer = "/incoming=true",
        .left_out = "/private=true"},
    // Help Scout: threads, the newest first
    ConversationFormat{
        .mark = "/_embedded/threads/[createdBy]",
        .customer = "/_embedded/threads/[customer]/customer/first",
        .agent = "/_embedded/threads/[type=message]/createdBy/first",
        .draft = "/_embedded/threads/[state=draft]/body",
        .messages = "/_embedded/threads", .text = "/body", .text_syntax = Syntax::html,
        .from_customer = "/type=customer", .left_out = "/type=note|lineitem | /state=draft|hidden",
        .newest_first = true},
    // Intercom: a conversation with its parts
    ConversationFormat{
        .mark = "/conversation_parts/conversation_parts", .customer = "/source/author/name",
        .messages = "/conversation_parts/conversation_parts", .text = "/body",
        .text_syntax = Syntax::html, .from_customer = "/author/type=user|lead",
        .left_out = "/part_type=note"},
    // Front: the composer's context, and a list of messages
    ConversationFormat{
        .mark = "/type=messageComposer", .customer = "/draft/to/0/name",
        .draft = "/draft/content/body",
        .messages = "/messages", .text = "/text", .from_customer = "/is_inbound=true"},
    ConversationFormat{
        .mark = "/_results/[is_inbound]",
        .customer = "/_results/[is_inbound=true]/recipients/[role=from]/name",
        .messages = "/_results", .text = "/text", .from_customer = "/is_inbound=true"},
    // Gorgias: messages of a ticket
    ConversationFormat{
        .mark = "/data/[from_agent]", .customer = "/data/[from_agent=false]/sender/name",
        .messages = "/data", .text = "/stripped_text | /body_text",
        .from_customer = "/from_agent=false", .left_out = "/public=false"},
    // HubSpot: messages of a thread
    ConversationFormat{
        .mark = "/results/[direction]", .customer = "/results/[direction=INCOMING]/senders/0/name",
        .messages = "/results", .text = "/text", .from_customer = "/direction=INCOMING",
        .left_out = "/type=COMMENT"},
    // Chatwoot: what its webhook sends
    ConversationFormat{
        .mark = "/event=message_created|message_updated",
        .customer = "/conversation/meta/sender/name", .agent = "/conversation/meta/assignee/name",
        .messages = "/conversation/messages", .text = "/content",
        .from_customer = "/message_type=0|incoming",
        .left_out = "/private=true | /message_type=2|3"},
    // Zammad: articles of a ticket
    ConversationFormat{
        .mark = "/[content_type]", .customer = "/[sender=Customer]/from",
        .agent = "/[sender=Agent]/from",
        .messages = "", .text = "/body", .text_syntax = Syntax::html,
        .from_customer = "/sender=Customer", .left_out = "/internal=true"},
};
// clang-format on

/// "Rosa Example <rosa@example.com>" is Rosa Example.
std::string person(std::string name) {
  const std::size_t address = name.find(" <");
  if (address != std::string::npos) name.resize(address);
  return name;
}

class Conversation {
 public:
  Conversation(const ConversationFormat& format, std::string_view json, const RecordTree& tree)
      : format_(format), json_(json), tree_(tree) {}

  void read(ContextFile& file) {
    Context& context = file.context;
    context.customer.name = person(text_at(tree_, format_.customer, json_));
    context.agent.name = person(text_at(tree_, format_.agent, json_));
    if (auto draft = text_at(tree_, format_.draft, json_); !draft.empty()) {
      file.reply = std::move(draft);
      file.syntax = Syntax::html;
    }
    read_messages(context.thread);
    if (format_.newest_first) std::reverse(context.thread.begin(), context.thread.end());
    std::uint32_t answers = 0;
    for (const Context::Message& message : context.thread) {
      if (message.from == Context::Message::From::customer) {
        context.customer.message = message.text;
      } else {
        ++answers;
      }
    }
    context.turn = answers + 1;
  }

 private:
  void read_messages(std::vector<Context::Message>& thread) {
    std::uint32_t list = 0;  // the payload itself may be the list
    if (tree_.values[0].kind != Value::Kind::list) {
      const auto found = find(tree_, format_.messages, json_, Wanted::value);
      if (!found || tree_.values[found->value].kind != Value::Kind::list) return;
      list = found->value;
    }
    for (std::uint32_t at = list + 1; at < tree_.values[list].end; at = tree_.values[at].end) {
      RecordTree message;
      message.values.assign(tree_.values.begin() + at, tree_.values.begin() + tree_.values[at].end);
      for (Value& value : message.values) value.end -= at;
      if (holds(message, format_.left_out, json_)) continue;
      std::string text = plain(text_at(message, format_.text, json_));
      if (text.empty()) continue;
      using From = Context::Message::From;
      thread.push_back({is_customer(message) ? From::customer : From::agent, std::move(text)});
    }
  }

  bool is_customer(const RecordTree& message) const {
    if (format_.writer.empty()) return holds(message, format_.from_customer, json_);
    const std::string id = text_at(message, format_.writer, json_);
    const std::string person =
        std::string(format_.people) + "/[id=" + id + "]" + std::string(format_.is_customer);
    return holds(tree_, person, json_);
  }

  /// A message as its reader sees it, without what it quotes.
  [[nodiscard]] std::string plain(const std::string& body) const {
    const Reader& reader = reader_for({.name = {}, .bytes = body, .syntax = format_.text_syntax});
    Reply reply;
    reader.read(body, reply);
    std::string out;
    for (const Block& block : reply.blocks) {
      if (block.kind == Block::Kind::quote || block.kind == Block::Kind::signature) continue;
      if (!out.empty()) out += "\n\n";
      out += reply.text.substr(block.text.begin, block.text.size());
    }
    return out;
  }

  const ConversationFormat& format_;
  std::string_view json_;
  const RecordTree& tree_;
};

}  // namespace

bool read_conversation(std::string_view json, ContextFile& file) {
  JsonText text(json, json.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0);
  RecordTree tree;
  if (!text.read_value(tree) || tree.values[0].kind == Value::Kind::text) return false;
  for (const ConversationFormat& format : conversation_formats) {
    if (!holds(tree, format.mark, json)) continue;
    Conversation(format, json, tree).read(file);
    return true;
  }
  return false;
}

}  // namespace tonelint
