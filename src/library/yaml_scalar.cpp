#include <algorithm>
#include <cstdint>

#include "library/value.hpp"
#include "library/written.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

/// Takes a scalar of YAML apart. What it reads has been read by a YAML parser before, so it need
/// not look for mistakes.
class YamlScalar {
 public:
  YamlScalar(const Scalar& scalar, Unescaped& out)
      : file_(scalar.file.substr(0, scalar.written.end)),
        at_(scalar.written.begin),
        end_(scalar.written.end),
        indent_(scalar.indent),
        out_(out) {}

  /// Lines of a plain or quoted scalar flow together.
  void flow(Writing writing) {
    const char quote = writing == Writing::yaml_double_quoted   ? '"'
                       : writing == Writing::yaml_single_quoted ? '\''
                                                                : '\0';
    if (quote != '\0') {
      ++at_;
      --end_;
    }
    while (at_ < end_) {
      const char byte = file_[at_];
      if (is_blank(byte) || ascii::is_line_end(byte)) {
        white_space();
      } else if (quote == '"' && byte == '\\') {
        escape();
      } else if (quote == '\'' && byte == '\'') {
        replaced(2, "'");
      } else {
        verbatim(at_ + 1);
      }
    }
  }

  /// Lines behind `|` or `>`.
  void block(bool folded) {
    bool keep = false, strip = false;
    for (; at_ < end_ && !ascii::is_line_end(file_[at_]) && file_[at_] != '#'; ++at_) {
      keep = keep || file_[at_] == '+';
      strip = strip || file_[at_] == '-';
    }
    while (at_ < end_ && !ascii::is_line_end(file_[at_])) ++at_;
    at_ = behind_break(at_);
    bool any = false, spaced_before = false;
    while (at_ < end_) {
      const std::uint32_t begin = at_;  // of what lies between two lines of text
      std::uint32_t breaks = any ? 1 : 0;
      if (any) at_ = behind_break(at_);
      std::uint32_t text = text_of_line(at_);
      while (text < end_ && ascii::is_line_end(file_[text])) {
        at_ = behind_break(text);
        text = text_of_line(at_);
        ++breaks;
      }
      if (text >= end_) {  // nothing but line breaks follow
        if (any && !strip) newlines({begin, end_}, keep ? breaks : 1);
        return;
      }
      const bool spaced = is_blank(file_[text]);
      const bool joined = folded && any && !spaced && !spaced_before;
      if (joined && breaks == 1) {
        piece({begin, text}, " ");
      } else {
        newlines({begin, text}, joined ? breaks - 1 : breaks);
      }
      at_ = text;
      while (at_ < end_ && !ascii::is_line_end(file_[at_])) ++at_;
      out_.text += file_.substr(text, at_ - text);
      out_.map.verbatim(text, at_ - text);
      any = true;
      spaced_before = spaced;
    }
  }

 private:
  [[nodiscard]] std::uint32_t behind_break(std::uint32_t at) const {
    if (at >= end_) return end_;
    return std::min(end_, at + (file_.substr(at, 2) == "\r\n" ? 2U : 1U));
  }

  [[nodiscard]] std::uint32_t text_of_line(std::uint32_t at) const {
    const std::uint32_t most = std::min(end_, at + indent_);
    while (at < most && file_[at] == ' ') ++at;
    return at;
  }

  void piece(Span source, std::string_view text) {
    out_.text += text;
    out_.map.replaced(source, static_cast<std::uint32_t>(text.size()));
  }
  void newlines(Span source, std::uint32_t count) { piece(source, std::string(count, '\n')); }

  void replaced(std::uint32_t size, std::string_view text) {
    const std::uint32_t end = std::min(end_, at_ + size);
    piece({at_, end}, text);
    at_ = end;
  }

  void verbatim(std::uint32_t end) {
    out_.text += file_.substr(at_, end - at_);
    out_.map.verbatim(at_, end - at_);
    at_ = end;
  }

  /// White space with a line break in it is one space, or one break less than there are.
  void white_space() {
    std::uint32_t end = at_;
    std::uint32_t breaks = 0;
    while (end < end_ && (is_blank(file_[end]) || ascii::is_line_end(file_[end]))) {
      if (ascii::is_line_end(file_[end])) {
        ++breaks;
        end = behind_break(end);
      } else {
        ++end;
      }
    }
    if (breaks == 0) return verbatim(end);
    const Span source{at_, end};
    at_ = end;
    if (breaks == 1) return piece(source, " ");
    newlines(source, breaks - 1);
  }

  void escape() {
    const char letter = at_ + 1 < end_ ? file_[at_ + 1] : '\\';
    if (ascii::is_line_end(letter)) {  // the line goes on below, with nothing between
      at_ = behind_break(at_ + 1);
      while (at_ < end_ && is_blank(file_[at_])) ++at_;
      return;
    }
    const std::uint32_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits > 0) {
      std::uint32_t point = 0;
      for (const char c : file_.substr(at_ + 2, digits)) {
        const int value = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        point = point * 16 + static_cast<std::uint32_t>(value & 0xF);
      }
      std::string text;
      utf8::append(text, point);
      return replaced(2 + digits, text);
    }
    constexpr std::string_view letters = "0abtnvfreNLP_ \"/\\\t";
    constexpr std::string_view meanings[] = {
        {"\0", 1},  "\a",           "\b",           "\t",       "\n", "\v", "\f", "\r", "\x1B",
        "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xC2\xA0", " ",  "\"", "/",  "\\", "\t"};
    const std::size_t known = letters.find(letter);
    replaced(2, known == std::string_view::npos ? std::string_view(&letter, 1) : meanings[known]);
  }

  std::string_view file_;
  std::uint32_t at_, end_, indent_;
  Unescaped& out_;
};

std::string double_quoted(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    switch (byte) {
      case '"':
      case '\\':
        out += '\\';
        out += byte;
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += byte;
    }
  }
  return out;
}

/// In a block, line breaks and the indentation behind them. A folded block needs one more of them.
std::string indented(std::string_view text, bool folded, std::uint32_t indent,
                     std::string_view line_break) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '\n') {
      out += text[at++];
      continue;
    }
    if (folded) out += line_break;
    for (; at < text.size() && text[at] == '\n'; ++at) out += line_break;
    out.append(indent, ' ');
  }
  return out;
}

}  // namespace

void unescape_yaml(const Scalar& scalar, Unescaped& out) {
  YamlScalar reader(scalar, out);
  if (scalar.writing == Writing::yaml_literal || scalar.writing == Writing::yaml_folded) {
    reader.block(scalar.writing == Writing::yaml_folded);
  } else {
    reader.flow(scalar.writing);
  }
}

std::string escape_yaml(std::string_view text, Writing writing, std::uint32_t indent,
                        std::string_view line_break) {
  switch (writing) {
    case Writing::yaml_double_quoted:
      return double_quoted(text);
    case Writing::yaml_literal:
    case Writing::yaml_folded:
      return indented(text, writing == Writing::yaml_folded, indent, line_break);
    case Writing::yaml_single_quoted: {
      std::string out;
      for (const char byte : text) {
        if (byte == '\'') out += byte;
        out += byte;
      }
      return out;
    }
    default:
      return std::string(text);
  }
}

}  // namespace tonelint
