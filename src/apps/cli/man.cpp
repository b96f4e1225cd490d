#include <cstdint>
#include <string>

#include "apps/cli/arguments.hpp"
#include "apps/cli/manual.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

/// Text as roff wants it: hyphens that can be copied, and everything beyond ASCII by its number.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte == '-') {
        out += "\\-";
      } else if (byte == '\\') {
        out += "\\e";
      } else if ((byte == '.' || byte == '\'') && at == 0) {
        out += "\\&";
        out += static_cast<char>(byte);
      } else {
        out += static_cast<char>(byte);
      }
      ++at;
      continue;
    }
    const std::size_t size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    std::uint32_t point = byte & (0xffu >> (size + 1));
    for (std::size_t i = 1; i < size && at + i < text.size(); ++i) {
      point = (point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
    }
    std::string digits;
    for (; point != 0 || digits.size() < 4; point >>= 4) {
      digits.insert(digits.begin(), "0123456789ABCDEF"[point & 15]);
    }
    out += "\\[u" + digits + "]";
    at += size;
  }
  return out;
}

/// A paragraph in lines of a length that tools like.
void add_text(std::string& out, std::string_view text) {
  std::string wrapped;
  TerminalText lines(wrapped, {.width = 64});
  lines.wrap(Style::plain, text, 0);
  lines.line_end();
  for (std::size_t begin = 0; begin < wrapped.size();) {
    const std::size_t end = wrapped.find('\n', begin);
    out += roff(std::string_view(wrapped).substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
}

void add(std::string& out, const ManualOption& option) {
  out += ".TP\n";
  std::string names;
  for (const std::string& name : option.names) {
    names += (names.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  }
  if (!option.value.empty()) {
    names += (names.empty() ? "\\fI" : " \\fI") + roff(option.value) + "\\fR";
  }
  out += names + "\n";
  add_text(out, option.purpose);
}

constexpr std::string_view begin_of_page =
    R"(.SH NAME
tonelint \- check the tone of customer\-support replies
.SH SYNOPSIS
\fBtonelint\fR \fICOMMAND\fR [\fIOPTION\fR\&...] [\fIARGUMENT\fR\&...]
.SH DESCRIPTION
.B tonelint
checks the tone of customer\-support replies before they are sent, against a
style guide: greeting, empathy, apology, blame, next step, length and plain
words.
It shows the exact words, says why they matter to the customer, and offers a
better sentence.
Nothing leaves the machine, and the same draft always gives the same findings.
.SH COMMANDS
)";

constexpr std::string_view end_of_page =
    R"(.SH EXIT STATUS
.TP
.B 0
Nothing at or above the level of \fB\-\-fail\-on\fR was found.
.TP
.B 1
Something was found.
.TP
.B 2
The command, the style guide or an input could not be used.
.SH ENVIRONMENT
.TP
.B NO_COLOR
If it is set and not empty, there are no colours.
.TP
.B CLICOLOR_FORCE
If it is set and not 0, there are colours even where no terminal is.
.TP
.B COLUMNS
The width to write for.
.SH FILES
.TP
.IR tonelint.yaml ", " .tonelint.yaml ", " tonelint.yml ", " .tonelint.yml
The style guide of a team: the nearest in the folder of a draft or above it, and
the first of these where a folder has several.
Where there is none, the built\-in guide serves.
.SH EXAMPLES
Check a draft, with what is known of the customer:
.PP
.RS 4
.EX
tonelint check \-\-customer "Priya Nair" draft.txt
.EE
.RE
.PP
Look at what the safe rewrites would change:
.PP
.RS 4
.EX
tonelint fix \-\-diff draft.txt
.EE
.RE
.PP
Check all saved replies of a folder, for a program:
.PP
.RS 4
.EX
tonelint check \-\-template \-\-format json replies/
.EE
.RE
)";

}  // namespace

int run_man(const Arguments& arguments) {
  std::string date;
  CLI::App app("Prints the manual page of tonelint, for man.", "tonelint man");
  app.add_option("--date", date, "the date to put on it, such as 2030-01-31")->type_name("DATE");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  std::string out = ".TH TONELINT 1 \"" + date + "\" \"tonelint " + std::string(version()) +
                    "\" \"User Commands\"\n.nh\n";
  out += begin_of_page;
  for (const ManualPage& page : manual()) {
    out += ".SS tonelint " + roff(page.name) + " [OPTION\\[u2026]]";
    if (!page.usage.empty()) out += " " + roff(page.usage);
    out += "\n";
    add_text(out, page.description);
    for (const ManualOption& option : page.options) add(out, option);
  }
  out += end_of_page;
  return write_all(out) ? clean : failed;
}

}  // namespace tonelint::cli
