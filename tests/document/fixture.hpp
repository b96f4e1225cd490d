#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"
#include "input/reader.hpp"

/// A text and its document. `{}` of the parts' names is what tests compare: readable strings.
struct Read {
  explicit Read(std::string bytes, tonelint::Syntax syntax = tonelint::Syntax::text,
                tonelint::Channel channel = tonelint::Channel::email)
      : source(std::move(bytes)) {
    const tonelint::Source draft{.name = "draft", .bytes = source, .syntax = syntax};
    tonelint::reader_for(draft).read(source, reply);
    document.read(reply, channel);
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  /// The text of a range, line breaks as "/".
  [[nodiscard]] std::string text(tonelint::Range range) const {
    std::string out(document.text(document.span(range)));
    for (char& c : out) {
      if (c == '\n') c = '/';
    }
    return out;
  }
  [[nodiscard]] std::string part(tonelint::Part part) const { return text(document.part(part)); }

  /// All sentences, with " | " between.
  [[nodiscard]] std::string sentences() const {
    std::string out;
    for (const tonelint::Sentence& sentence : document.sentences()) {
      if (!out.empty()) out += " | ";
      out += text(sentence.tokens);
    }
    return out;
  }
  /// The tokens that have a flag, with spaces between.
  [[nodiscard]] std::string flagged(tonelint::Token::Flag flag) const {
    std::string out;
    for (const tonelint::Token& token : document.tokens()) {
      if (!token.has(flag)) continue;
      if (!out.empty()) out += ' ';
      out += document.text(token);
    }
    return out;
  }

  std::string source;
  tonelint::Reply reply;
  tonelint::Document document;
};
