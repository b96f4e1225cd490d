#include "library/written.hpp"

#include <algorithm>

namespace tonelint {
namespace {

bool is_yaml(Writing writing) {
  return writing >= Writing::yaml_plain && writing <= Writing::yaml_folded;
}

bool is_block(Writing writing) {
  return writing == Writing::yaml_literal || writing == Writing::yaml_folded;
}

/// Whether a JSON string is kept free of all but ASCII.
bool is_ascii_json(std::string_view written) {
  if (std::any_of(written.begin(), written.end(), [](char byte) { return (byte & 0x80) != 0; })) {
    return false;
  }
  for (std::size_t at = written.find("\\u"); at != std::string_view::npos;
       at = written.find("\\u", at + 2)) {
    const std::string_view digits = written.substr(at + 2, 4);
    if (!digits.starts_with("00") || (digits.size() > 2 && digits[2] >= '8')) return true;
  }
  return false;
}

/// Whether a plain scalar of YAML says this and nothing else, wherever it stands.
bool fits_yaml_plain(std::string_view text) {
  if (text.empty() || text.back() == ' ' || text.back() == ':') return false;
  const auto first = static_cast<unsigned char>(text.front());
  const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  if (!letter && first < 0x80) return false;
  return text.find_first_of("\r\n\t,[]{}") == std::string_view::npos &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos;
}

std::string line_break_in(std::string_view written) {
  const std::size_t at = written.find_first_of("\r\n");
  if (at == std::string_view::npos || written[at] == '\n') return "\n";
  return written.substr(at, 2) == "\r\n" ? "\r\n" : "\r";
}

class RewrittenScalar {
 public:
  RewrittenScalar(const Scalar& scalar, const Unescaped& now)
      : scalar_(scalar),
        now_(now),
        raw_(scalar.file.substr(scalar.written.begin, scalar.written.size())) {
    if (is_block(scalar.writing)) line_break_ = line_break_in(raw_);
  }

  /// Each edit where it stands, or nothing when one of them would cut an escape.
  [[nodiscard]] std::optional<std::vector<Edit>> in_place(const SourceMap& map,
                                                          std::span<const Edit> edits) const {
    std::vector<Edit> out;
    for (const Edit& edit : edits) {
      const auto span = map.editable(edit.span);
      if (!span) return std::nullopt;
      out.push_back({*span, escaped(edit.text)});
    }
    return out;
  }

  /// Whether these edits make `wanted` of the scalar, and leave it the scalar it is.
  [[nodiscard]] bool gives(const std::vector<Edit>& edits, std::string_view wanted) const {
    switch (scalar_.writing) {
      case Writing::csv_bare:
        return fits_csv_bare(wanted, scalar_.separator);
      case Writing::yaml_plain:
        return fits_yaml_plain(wanted) && reads_as(edits, wanted);
      default:
        return !is_yaml(scalar_.writing) || reads_as(edits, wanted);
    }
  }

  /// The scalar written anew, where there is a way of writing that holds any text.
  [[nodiscard]] std::optional<std::vector<Edit>> anew(std::string_view text) const {
    std::string out = "\"";
    if (scalar_.writing == Writing::csv_bare || scalar_.writing == Writing::csv_quoted) {
      for (const char byte : text) {
        if (byte == '"') out += byte;
        out += byte;
      }
    } else if (is_yaml(scalar_.writing) && !is_block(scalar_.writing)) {
      out += escape_yaml(text, Writing::yaml_double_quoted, 0, {});
    } else {
      return std::nullopt;
    }
    out += '"';
    return std::vector<Edit>{{scalar_.written, std::move(out)}};
  }

 private:
  [[nodiscard]] std::string escaped(std::string_view text) const {
    if (scalar_.writing == Writing::json_string) {
      if (!now_.ascii) now_.ascii = is_ascii_json(raw_);
      return escape_json_string(text, *now_.ascii);
    }
    if (is_yaml(scalar_.writing)) {
      return escape_yaml(text, scalar_.writing, scalar_.indent, line_break_);
    }
    std::string out;
    for (const char byte : text) {
      if (byte == '"' && scalar_.writing == Writing::csv_quoted) out += byte;
      out += byte;
    }
    return out;
  }

  [[nodiscard]] bool reads_as(std::vector<Edit> edits, std::string_view wanted) const {
    for (Edit& edit : edits) {
      edit.span = {edit.span.begin - scalar_.written.begin, edit.span.end - scalar_.written.begin};
    }
    const std::string raw = with_edits(raw_, edits);
    Scalar scalar = scalar_;
    scalar.file = raw;
    scalar.written = {0, static_cast<std::uint32_t>(raw.size())};
    Unescaped read;
    unescape(scalar, read);
    if (read.text != wanted) return false;
    // The first line of a block tells how far it is indented.
    return !is_block(scalar.writing) || (!wanted.starts_with(' ') && !wanted.starts_with('\n'));
  }

  const Scalar& scalar_;
  const Unescaped& now_;
  std::string_view raw_;
  std::string line_break_ = "\n";
};

}  // namespace

void unescape(const Scalar& scalar, Unescaped& out) {
  out.text.clear();
  out.map.clear();
  out.problems.clear();
  out.ascii.reset();
  const Span written = scalar.written;
  switch (scalar.writing) {
    case Writing::json_string:
      return unescape_json(scalar.file, written, out);
    case Writing::csv_quoted:
      return unescape_csv(scalar.file, written, out);
    case Writing::csv_bare:
    case Writing::verbatim:
    case Writing::other:
      out.text = scalar.file.substr(written.begin, written.size());
      return out.map.verbatim(written.begin, written.size());
    default:
      return unescape_yaml(scalar, out);
  }
}

std::optional<std::vector<Edit>> edits_in_file(const Scalar& scalar, const Unescaped& now,
                                               std::span<const Edit> edits) {
  const RewrittenScalar file(scalar, now);
  const bool any_text_fits = scalar.writing == Writing::json_string ||
                             scalar.writing == Writing::csv_quoted ||
                             scalar.writing == Writing::verbatim;
  auto out = file.in_place(now.map, edits);
  if (out && any_text_fits) return out;
  // What is read again for each edit is kept to the size of a reply.
  constexpr std::size_t most_bytes = 1u << 18;
  if (now.text.size() > most_bytes) return std::nullopt;
  const std::string wanted = with_edits(now.text, edits);
  if (out && file.gives(*out, wanted)) return out;
  return file.anew(wanted);
}

std::string SavedReply::text() const {
  Unescaped out;
  if (has_text()) unescape(scalar_of(*this), out);
  return std::move(out.text);
}

}  // namespace tonelint
