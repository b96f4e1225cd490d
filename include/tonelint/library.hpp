#pragma once

/// @file
/// Files of many saved replies, as helpdesks export them: JSON, JSON Lines, CSV and YAML; and files
/// of one with front matter.
///
/// @code
/// tonelint::Library library({.name = "macros.json", .bytes = bytes});
/// if (library.format() == nullptr) std::puts("No helpdesk writes such a file.");
/// tonelint::SavedReply reply;
/// while (library.next(reply)) {
///   tonelint::Report report = tonelint::lint(guide, reply);
///   for (const auto& found : report.diagnostics) {  // places in macros.json
///     std::printf("%s: %s\n", report.record.name.c_str(), found.message.c_str());
///   }
/// }
/// @endcode

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/context.hpp"
#include "tonelint/diagnostic.hpp"
#include "tonelint/fix.hpp"
#include "tonelint/guide.hpp"
#include "tonelint/lint.hpp"
#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// How the text of a saved reply is written in its file.
enum class Writing : std::uint8_t {
  json_string,
  csv_bare,
  csv_quoted,
  yaml_plain,
  yaml_single_quoted,
  yaml_double_quoted,
  yaml_literal,  ///< Behind `|`.
  yaml_folded,   ///< Behind `>`.
  verbatim,      ///< As it stands, in a file of its own with front matter.
  other,         ///< JSON numbers, true, null: no text.
};

/// One saved reply in the file it stands in. Plain data that may be copied and handed to another
/// thread; the views last as long as the bytes of the file.
struct SavedReply {
  Record record;
  std::string channel;        ///< "email", "chat", "public", or empty when the file does not say.
  std::string_view helpdesk;  ///< Whose export the file is: "zendesk", …; empty: not known.
  std::string language;       ///< As the file has it, such as "en-GB"; may be empty.
  Syntax syntax = Syntax::text;  ///< automatic: by the name of the file.
  Source file;                   ///< The whole file.
  Span written;  ///< Where the text stands in it, quotation marks and all. Empty: there is none.
  Writing writing = Writing::other;
  char separator = ',';              ///< Of a CSV file.
  std::uint32_t indent = 0;          ///< How far a YAML block is indented, in spaces.
  Position position;                 ///< Where `written` begins.
  std::vector<Diagnostic> problems;  ///< What is wrong with the file here, in bytes of the file.

  /// Whether there is something to check. Where there is not, `problems` tells why.
  [[nodiscard]] bool has_text() const { return !written.empty(); }
  /// The text in its syntax, without the escapes of the file.
  [[nodiscard]] std::string text() const;
};

/// Checks a saved reply. Places and edits are in bytes of the file, escaped as its format needs;
/// `record` and the problems of the reply are in the report. The context counts as that of a saved
/// reply (`is_template`) with the channel and the helpdesk of the reply, where it does not say so
/// itself.
[[nodiscard]] Report lint(const Guide& guide, const SavedReply& reply, const Context& context = {},
                          const LintOptions& options = {});

/// What came of fixing one saved reply.
struct SavedReplyFix {
  std::vector<Edit> edits;  ///< In bytes of the file, in order, all within `SavedReply::written`.
  std::size_t fixed = 0;    ///< How many findings are gone.
};

/// Applies rewrites until there is none left to apply, as `fix` does for a draft. Edits that the
/// file's format cannot take are not made.
[[nodiscard]] SavedReplyFix fix(const Guide& guide, const SavedReply& reply,
                                const Context& context = {}, const FixOptions& options = {});

/// A kind of file that is known.
struct LibraryFormat {
  std::string_view name;     ///< As in `--syntax zendesk`.
  std::string_view purpose;  ///< One line, for help and documentation.
};
/// All of them, in the order in which a file is compared with them.
[[nodiscard]] std::span<const LibraryFormat> library_formats();

/// Whether the name of a file ends as those of libraries may: .json, .jsonl, .ndjson, .csv, .tsv,
/// .yaml or .yml.
[[nodiscard]] bool has_library_ending(std::string_view name);

/// Whether a file begins with front matter: lines of YAML between two lines of ---.
[[nodiscard]] bool has_front_matter(std::string_view bytes);

/// Reads the saved replies of one file, one after the other, in the order of the file. Memory does
/// not grow with the file but for eight bytes and a number for each id. What cannot be read becomes
/// a problem at its place, and the replies behind it are read where they can be told apart.
class Library {
 public:
  /// Finds out what kind of file it is: the one named `format`, else one that `mapping` describes,
  /// else by its shape. `file` names the file and its bytes, which the caller keeps alive; its
  /// ending (.json, .jsonl, .csv, .tsv, .yaml, .yml) says how to read it, else its first bytes do.
  explicit Library(const Source& file, std::string_view format = {},
                   const LibraryMapping* mapping = nullptr);
  ~Library();
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;

  /// What kind of file it is; null when it is none that is known, and then there are no replies.
  [[nodiscard]] const LibraryFormat* format() const;
  /// Whether records were found that look as those of the format do. If not, a file that nobody
  /// named may well be something else.
  [[nodiscard]] bool is_certain() const;
  /// Goes on to the next reply, or to the next problem of the file. False: that was all. Reusing
  /// `reply` keeps its memory.
  [[nodiscard]] bool next(SavedReply& reply);
  /// Records so far that are not for customers: internal notes, what is switched off, what holds no
  /// text.
  [[nodiscard]] std::size_t skipped() const;
  /// False once something was found that keeps the rest of the file from being read.
  [[nodiscard]] bool whole() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads a conversation as a helpdesk hands it out (Zendesk comments, Freshdesk conversations, Help
/// Scout threads …) as the context of a draft: the thread, who the customer is, and the draft when
/// there is one. Internal notes are left out. Returns false, and leaves `file` alone, when it is no
/// such payload; `read_context` then reads our own shape.
[[nodiscard]] bool read_conversation(std::string_view json, ContextFile& file);

/// A message that a helpdesk's webhook tells of, after it was sent.
struct SentReply {
  enum class Kind : std::uint8_t {
    reply,       ///< What an agent has written to a customer.
    other,       ///< An internal note, a customer's message, something without words.
    unreadable,  ///< No JSON, or no payload of this helpdesk.
  };
  Kind kind = Kind::unreadable;
  std::string text;
  Syntax syntax = Syntax::html;
  std::string id;   ///< Of the message, as the helpdesk has it; may be empty.
  Context context;  ///< `id` is that of the conversation.
};

/// Reads what a webhook of a helpdesk sends: the reply it tells of, or that there is none. The
/// helpdesk is one of `webhook_helpdesks`.
[[nodiscard]] SentReply read_sent_reply(std::string_view helpdesk, std::string_view json);
/// "chatwoot", "freshdesk", "gorgias", "helpscout" and "intercom".
[[nodiscard]] std::span<const std::string_view> webhook_helpdesks();

}  // namespace tonelint
#pragma GCC visibility pop
