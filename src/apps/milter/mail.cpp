#include "apps/milter/mail.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace tonelint::milter {
namespace {

/// A text of this size is no reply of a person, and would take long.
constexpr std::size_t longest_text = 256u << 10;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct Free {
  void operator()(char* text) const { g_free(text); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;
using OwnedText = std::unique_ptr<char, Free>;

std::string_view view_of(const char* text) { return text == nullptr ? "" : text; }

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_a(GMimeObject* part, const char* type, const char* subtype) {
  GMimeContentType* whole = g_mime_object_get_content_type(part);
  return whole != nullptr && g_mime_content_type_is_type(whole, type, subtype) != 0;
}

bool is_attached(GMimeObject* part) {
  GMimeContentDisposition* disposition = g_mime_object_get_content_disposition(part);
  return disposition != nullptr && g_mime_content_disposition_is_attachment(disposition) != 0;
}

struct Text {
  std::string bytes;
  Syntax syntax;
};

std::optional<Text> text_in(GMimeObject* part, std::string_view& why);

/// Of alternatives the plain text, of other parts the first text.
std::optional<Text> text_among(GMimeMultipart* parts, std::string_view& why) {
  const bool alternatives = is_a(GMIME_OBJECT(parts), "multipart", "alternative");
  std::optional<Text> first;
  const int count = g_mime_multipart_get_count(parts);
  for (int i = 0; i < count; ++i) {
    auto found = text_in(g_mime_multipart_get_part(parts, i), why);
    if (found && (!alternatives || found->syntax == Syntax::text)) return found;
    if (!first) first = std::move(found);
  }
  return first;
}

/// The text of this part or of one below it. Where there is none, `why` may become more telling.
std::optional<Text> text_in(GMimeObject* part, std::string_view& why) {
  if (GMIME_IS_MULTIPART_ENCRYPTED(part)) why = "encrypted";
  if (is_a(part, "multipart", "report")) why = "a report";
  if (GMIME_IS_MULTIPART_ENCRYPTED(part) || is_a(part, "multipart", "report")) return std::nullopt;
  if (GMIME_IS_MULTIPART(part)) return text_among(GMIME_MULTIPART(part), why);
  const bool html = is_a(part, "text", "html");
  if (!GMIME_IS_TEXT_PART(part) || is_attached(part) || (!html && !is_a(part, "text", "plain"))) {
    return std::nullopt;
  }
  const OwnedText decoded(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
  const std::string_view text = view_of(decoded.get());
  if (text.size() > longest_text) why = "too long";
  if (text.size() > longest_text || is_blank(text)) return std::nullopt;
  const OwnedText valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  return Text{valid.get(), html ? Syntax::html : Syntax::text};
}

/// Counts a part that the customer gets as a file. What belongs to a page, its pictures, does not.
void count_attachment(GMimeObject* parent, GMimeObject* part, gpointer count) {
  const bool named = GMIME_IS_PART(part) && g_mime_part_get_filename(GMIME_PART(part)) != nullptr;
  const bool of_a_page = parent != nullptr && is_a(parent, "multipart", "related");
  if (is_attached(part) || GMIME_IS_MESSAGE_PART(part) || (named && !of_a_page)) {
    ++*static_cast<std::uint32_t*>(count);
  }
}

/// The only person in a list of addresses, or null.
InternetAddress* only_one(InternetAddressList* list) {
  if (list == nullptr || internet_address_list_length(list) != 1) return nullptr;
  InternetAddress* address = internet_address_list_get_address(list, 0);
  return INTERNET_ADDRESS_IS_MAILBOX(address) ? address : nullptr;
}

}  // namespace

void prepare_mail_library() { g_mime_init(); }

Mail read_mail(std::string_view bytes) {
  Mail mail;
  mail.why = "no text";
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) {
    mail.why = "not readable";
    return mail;
  }
  if (InternetAddress* from = only_one(g_mime_message_get_from(message.get()))) {
    mail.sender = view_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(from)));
  }
  if (InternetAddress* to = only_one(g_mime_message_get_to(message.get()))) {
    const std::string_view name = view_of(internet_address_get_name(to));
    // Many programs repeat the address where they know no name.
    if (name.find('@') == std::string_view::npos) mail.customer = name;
  }
  g_mime_message_foreach(message.get(), count_attachment, &mail.attachments);
  if (GMimeObject* part = g_mime_message_get_mime_part(message.get())) {
    if (auto text = text_in(part, mail.why)) {
      mail.text = std::move(text->bytes);
      mail.syntax = text->syntax;
      mail.why = {};
    }
  }
  return mail;
}

}  // namespace tonelint::milter
