#include <array>

#include "library/format.hpp"

namespace tonelint {
namespace {

// clang-format off
/// The files that helpdesks write. Those that need most to be recognised come first.
constexpr std::array table{
    FileFormat{
        .about = {"zendesk", "Zendesk macros (JSON)"},
        .records = "/macros/* | /macro",
        .marks = {"/actions", "/title"},
        .names = "/title", .ids = "/id",
        .channels = "/actions/[field=comment_value_html|comment_value]/value/0",
        .skipped = "/active=false | /actions/[field=comment_mode_is_public]/value=false",
        .texts = {{{"/actions/[field=comment_value_html]/value"
                    " | /actions/[field=comment_value_html]/value/1", Syntax::html},
                   {"/actions/[field=comment_value]/value"
                    " | /actions/[field=comment_value]/value/1", Syntax::text, "", true}}}},
    FileFormat{
        .about = {"freshdesk", "Freshdesk canned responses (JSON)"},
        .records = "/*",
        .marks = {"/folder_id", "/content_html | /content"},
        .names = "/title", .ids = "/id", .folders = "/folder_name | /folder/name | /folder_id",
        .texts = {{{"/content_html", Syntax::html}, {"/content", Syntax::text, "", true}}}},
    FileFormat{
        .about = {"helpscout", "Help Scout saved replies (JSON)"},
        .records = "/*",
        .marks = {"/chatText", "/text"},
        .names = "/name", .ids = "/id",
        .texts = {{{"/text", Syntax::html}, {"/chatText", Syntax::text, "chat"}}}},
    FileFormat{
        .about = {"intercom", "Intercom macros (JSON)"},
        .records = "/data/*",
        .marks = {"/type=macro", "/body | /body_text"},
        .names = "/name", .ids = "/id",
        .texts = {{{"/body", Syntax::html}, {"/body_text", Syntax::text, "", true}}}},
    FileFormat{
        .about = {"front", "Front message templates (JSON)"},
        .records = "/_results/*",
        .marks = {"/is_available_for_all_inboxes | /inbox_ids", "/body"},
        .names = "/name", .ids = "/id", .folders = "/folder_id",
        .texts = {{{"/body", Syntax::html}, {}}}},
    FileFormat{
        .about = {"gorgias", "Gorgias macros (JSON)"},
        .records = "/data/*",
        .marks = {"/actions", "/intent | /usage"},
        .names = "/name", .ids = "/id", .languages = "/language",
        .texts = {{{"/actions/[name=setResponseText]/arguments/body_html", Syntax::html},
                   {"/actions/[name=setResponseText]/arguments/body_text", Syntax::text, "",
                    true}}}},
    FileFormat{
        .about = {"zammad", "Zammad text modules (JSON)"},
        .records = "/*",
        .marks = {"/keywords", "/content", "/name"},
        .names = "/name", .ids = "/id",
        .skipped = "/active=false",
        .texts = {{{"/content", Syntax::automatic}, {}}}},
    FileFormat{
        .about = {"zammad-csv", "Zammad text modules (CSV)"},
        .container = Container::csv,
        .marks = {"/keywords", "/content", "/name"},
        .names = "/name",
        .skipped = "/active=false",
        .texts = {{{"/content", Syntax::automatic}, {}}}},
    FileFormat{
        .about = {"chatwoot", "Chatwoot canned responses (JSON)"},
        .records = "/*",
        .marks = {"/short_code", "/content"},
        .names = "/short_code", .ids = "/id",
        .texts = {{{"/content", Syntax::markdown}, {}}}},
    FileFormat{
        .about = {"freescout", "FreeScout saved replies (JSON)"},
        .records = "/*",
        .marks = {"/mailbox_id", "/text"},
        .names = "/name", .ids = "/id", .folders = "/mailbox_id",
        .texts = {{{"/text", Syntax::html}, {}}}},
    FileFormat{
        .about = {"uvdesk", "UVdesk saved replies (JSON)"},
        .records = "/*",
        .marks = {"/message", "/subject", "/name"},
        .names = "/name", .ids = "/id",
        .texts = {{{"/message", Syntax::html}, {}}}},
    FileFormat{
        .about = {"osticket", "osTicket premade replies (YAML)"},
        .container = Container::yaml,
        .records = "/*",
        .marks = {"/response", "/title"},
        .names = "/title", .languages = "/lang",
        .skipped = "/isenabled=0|false|no",
        .texts = {{{"/response", Syntax::html}, {}}}},
    FileFormat{
        .about = {"discourse", "Discourse canned replies and templates (JSON)"},
        .records = "/replies/* | /templates/*",
        .marks = {"/content", "/title"},
        .names = "/title", .ids = "/id",
        .texts = {{{"/content", Syntax::markdown}, {}}}},
    FileFormat{
        .about = {"github", "GitHub .github/replies.yml (YAML)"},
        .container = Container::yaml,
        .records = "/replies/*",
        .marks = {"/name", "/body"},
        .names = "/name",
        .texts = {{{"/body", Syntax::markdown, "public"}, {}}}},
    FileFormat{
        .about = {"github-labels", "GitHub .github/label-actions.yml (YAML)"},
        .container = Container::yaml,
        .records = "/*/*",
        .marks = {"/comment"},
        .texts = {{{"/comment | /comment/*", Syntax::markdown, "public"}, {}}}},
    FileFormat{
        .about = {"github-commands", "GitHub .github/commands.json (JSON)"},
        .records = "/*",
        .marks = {"/type", "/action", "/comment"},
        .names = "/name",
        .texts = {{{"/comment", Syntax::markdown, "public"}, {}}}},
    FileFormat{
        .about = {"hubspot", "HubSpot snippets (CSV with name, shortcut, body)"},
        .container = Container::csv,
        .marks = {"/name", "/shortcut", "/body"},
        .names = "/name", .folders = "/folder",
        .texts = {{{"/body", Syntax::automatic}, {}}}},
    FileFormat{
        .about = {"front-matter", "Markdown, HTML or text with name, channel, language, skip in front "
                                  "matter"},
        .container = Container::front_matter,
        .names = "/name | /title", .ids = "/id", .folders = "/folder", .languages = "/language | /lang",
        .channels = "/channel",
        .skipped = "/skip=true|yes|1 | /draft=true|yes",
        .texts = {{{"/", Syntax::automatic}, {}}}},
};
// clang-format on

}  // namespace

std::span<const FileFormat> file_formats() { return table; }

std::span<const LibraryFormat> library_formats() {
  static const auto abouts = [] {
    std::array<LibraryFormat, table.size()> all;
    for (std::size_t i = 0; i < table.size(); ++i) all[i] = table[i].about;
    return all;
  }();
  return abouts;
}

}  // namespace tonelint
