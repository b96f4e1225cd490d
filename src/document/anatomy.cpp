#include "document/anatomy.hpp"

#include <algorithm>

// How a document finds its parts. `greeting.cpp` and `sign_off.cpp` know the words.
namespace tonelint {

namespace {

constexpr std::string_view subjects[] = {"subject", "betreff",   "asunto", "objet",
                                         "assunto", "onderwerp", "oggetto"};

/// "Subject: …" as the first line.
Range subject_line(const Reading& reading, Range range) {
  if (range.size() < 2 || reading.bytes(range.begin + 1) != ":") return {};
  const std::string_view word = reading.folded(range.begin);
  if (std::find(std::begin(subjects), std::end(subjects), word) == std::end(subjects)) return {};
  return {range.begin, reading.line_end(range.begin, range.end)};
}

}  // namespace

void Document::read_anatomy(Channel channel) {
  greeting_words_ = greeting_name_ = sign_off_name_ = {};
  const auto is_prose = [](const Paragraph& paragraph) { return paragraph.part == Part::body; };
  const auto first = std::find_if(paragraphs_.begin(), paragraphs_.end(), is_prose);
  const auto last = std::find_if(paragraphs_.rbegin(), paragraphs_.rend(), is_prose).base();
  if (first == paragraphs_.end()) return hide_marked_parts();
  const Reading reading(reply_->text, tokens_);
  Range body{first->tokens.begin, (last - 1)->tokens.end};

  at(Part::subject) = subject_line(reading, first->tokens);
  if (!at(Part::subject).empty()) body.begin = at(Part::subject).end;

  for (auto paragraph = first; paragraph != last && is_prose(*paragraph); ++paragraph) {
    const Range rest{std::max(paragraph->tokens.begin, body.begin), paragraph->tokens.end};
    if (rest.empty()) continue;
    const Greeting greeting = find_greeting(reading, rest);
    const bool bare = greeting.words.empty();
    if (!greeting.tokens.empty() && !(bare && channel == Channel::chat)) {
      at(Part::greeting) = greeting.tokens;
      greeting_words_ = greeting.words;
      greeting_name_ = greeting.name;
      body.begin = greeting.tokens.end;
    }
    if (paragraph->kind != Block::Kind::heading) break;  // A title may stand above the greeting.
  }

  // The last stretch of prose, after which at most quotes and signatures come.
  auto above = last - 1;
  while (above != first && is_prose(*(above - 1))) --above;
  const Ending ending = find_ending(reading, {std::max(above->tokens.begin, body.begin), body.end});
  if (!ending.signature.empty()) {
    at(Part::signature) = ending.signature;
    body.end = ending.signature.begin;
  }
  // "Thanks!" in a chat is no sign-off, and what is all of the reply is its body.
  const bool alone = ending.sign_off.begin == first->tokens.begin;
  if (!ending.sign_off.empty() && !alone && (channel != Channel::chat || !ending.name.empty())) {
    at(Part::sign_off) = ending.sign_off;
    sign_off_name_ = ending.name;
    body.end = ending.sign_off.begin;
  }
  at(Part::body) = body.begin < body.end ? body : Range{};

  hide_marked_parts();
  for (std::uint32_t i = ending.signature.begin; i < ending.signature.end; ++i) {
    tokens_[i].flags |= Token::hidden;
  }
}

void Document::hide_marked_parts() {
  for (const Paragraph& paragraph : paragraphs_) {
    if (paragraph.part == Part::body) continue;
    Range& part = at(paragraph.part);
    if (paragraph.part == Part::signature && !part.empty()) {
      part.end = std::max(part.end, paragraph.tokens.end);
    } else if (part.empty()) {
      part = paragraph.tokens;
    }
    for (std::uint32_t i = paragraph.tokens.begin; i < paragraph.tokens.end; ++i) {
      tokens_[i].flags |= Token::hidden;
    }
  }
}

void Document::place_parts() {
  const Range body = at(Part::body);
  for (Paragraph& paragraph : paragraphs_) {
    if (paragraph.part != Part::body) continue;
    for (const Part part : {Part::subject, Part::greeting, Part::sign_off, Part::signature}) {
      const Range range = at(part);
      if (range.empty() || paragraph.tokens.begin < range.begin) continue;
      if (part == Part::signature || part == Part::sign_off ? paragraph.tokens.begin < range.end
                                                            : paragraph.tokens.end <= range.end) {
        paragraph.part = part;
      }
    }
  }
  if (body.empty()) return;

  // The opening is the first two sentences; in a reply of one paragraph the closing is the last
  // two.
  const auto in_body = [&](const Sentence& sentence) {
    return sentence.tokens.begin >= body.begin && sentence.tokens.end <= body.end &&
           !tokens_[sentence.tokens.begin].has(Token::hidden);
  };
  Range& opening = at(Part::opening);
  std::uint32_t found = 0;
  for (const Sentence& sentence : sentences_) {
    if (found == 2) break;
    if (!in_body(sentence)) continue;
    if (found++ == 0) opening.begin = sentence.tokens.begin;
    opening.end = sentence.tokens.end;
  }
  Range& closing = at(Part::closing);
  const auto of_body = [&](const Paragraph& paragraph) {
    return paragraph.part == Part::body && paragraph.tokens.begin < body.end &&
           paragraph.tokens.end > body.begin;
  };
  const auto last = std::find_if(paragraphs_.rbegin(), paragraphs_.rend(), of_body);
  if (last == paragraphs_.rend()) return;
  closing = {std::max(last->tokens.begin, body.begin), std::min(last->tokens.end, body.end)};
  if (std::find_if(last + 1, paragraphs_.rend(), of_body) != paragraphs_.rend()) return;
  std::uint32_t left = 2;
  for (std::uint32_t i = last->sentences.end; i > last->sentences.begin && left > 0; --i) {
    if (!in_body(sentences_[i - 1])) continue;
    closing.begin = sentences_[i - 1].tokens.begin;
    --left;
  }
}

}  // namespace tonelint
