#pragma once

#include <string_view>

namespace tonelint {

/// The lines by which plain-text mail says "what follows is not mine". `line` is one line without
/// white space at its ends.

/// "-----Original Message-----", "##- Please type your reply above this line -##", a line of
/// underscores: what follows is quoted.
[[nodiscard]] bool is_quote_separator(std::string_view line);

/// Whether `line` may end a sentence such as "On 3 May 2024, Priya <priya@example.com> wrote:", in
/// several languages.
[[nodiscard]] bool ends_attribution(std::string_view line);
/// Whether `lines` is the whole of such a sentence. Mail programs wrap it over up to three lines.
[[nodiscard]] bool is_attribution(std::string_view lines);
/// Whether `line` names a writer by address, without a date: "Priya <priya@example.com> wrote:".
[[nodiscard]] bool names_writer(std::string_view line);

/// "From: Priya", in several languages: the first line of a quoted mail head, if others follow.
[[nodiscard]] bool is_from_line(std::string_view line);
/// "Sent:", "Date:", "To:", "Cc:" or "Subject:".
[[nodiscard]] bool is_head_line(std::string_view line);

/// "--", "—" or "___" alone: what follows is a signature.
[[nodiscard]] bool is_signature_separator(std::string_view line);
/// "Sent from my iPhone" and its like.
[[nodiscard]] bool is_sent_from(std::string_view line);

}  // namespace tonelint
