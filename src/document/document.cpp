#include "document/document.hpp"

#include <algorithm>

#include "document/flags.hpp"
#include "document/sentence.hpp"
#include "document/tokenize.hpp"

namespace tonelint {

std::string_view name_of(Part part) {
  constexpr std::string_view names[part_count] = {
      "subject", "greeting", "opening", "body", "closing", "sign-off", "signature", "quote", "code",
  };
  return names[static_cast<std::size_t>(part)];
}

void Document::read(const Reply& reply, Channel channel) {
  reply_ = &reply;
  tokens_.clear();
  sentences_.clear();
  paragraphs_.clear();
  std::fill(std::begin(parts_), std::end(parts_), Range{});
  tokenize(reply.text, tokens_);
  find_marks();
  read_paragraphs();
  flag_marks(reply, tokens_);
  read_anatomy(channel);
  read_sentences();
  flag_quotations(*this, tokens_);
  flag_labels(*this, tokens_);
  place_parts();
  count();
}

void Document::count() {
  words_before_.resize(tokens_.size() + 1);
  std::uint32_t words = 0;
  std::uint32_t kinds = 0;
  std::uint32_t flags = 0;
  std::uint8_t longest = 0;
  std::uint32_t* before = words_before_.data();
  for (const Token& token : tokens_) {
    *before++ = words;
    kinds |= Token::bit(token.kind);
    flags |= token.flags;
    longest = std::max(longest, token.letters);
    words += static_cast<std::uint32_t>(token.counts()) &
             static_cast<std::uint32_t>(!token.has(Token::hidden));
  }
  *before = words;
  longest_token_ = longest;
  kinds_ = kinds;
  flags_ = flags;
}

void Document::find_marks() {
  if (marks_.size() < tokens_.size()) marks_.resize(tokens_.size());
  std::uint32_t* mark = marks_.data();
  std::uint32_t i = 0;
  for (const Token& token : tokens_) {
    *mark = i++;  // Where it is none, the next takes its place.
    mark += static_cast<std::uint32_t>(token.kind != Token::Kind::word) |
            static_cast<std::uint32_t>(token.has(Token::newline_before));
  }
  mark_count_ = static_cast<std::size_t>(mark - marks_.data());
}

void Document::read_paragraphs() {
  std::span<const std::uint32_t> marks = this->marks();
  std::uint32_t token = 0;
  std::uint32_t before = 0;  // The last mark before the end of the block.
  for (const Block& block : reply_->blocks) {
    for (; !marks.empty() && tokens_[marks.front()].begin < block.text.end;
         marks = marks.subspan(1)) {
      before = marks.front();
    }
    const auto last = marks.empty() ? tokens_.end() : tokens_.begin() + marks.front();
    const auto behind =
        std::lower_bound(tokens_.begin() + std::max(token, before), last, block.text.end,
                         [](const Token& each, std::uint32_t end) { return each.begin < end; });
    const Range range{token, static_cast<std::uint32_t>(behind - tokens_.begin())};
    token = range.end;
    if (range.empty()) continue;
    Part part = Part::body;
    if (block.kind == Block::Kind::quote) part = Part::quote;
    if (block.kind == Block::Kind::code) part = Part::code;
    if (block.kind == Block::Kind::signature) part = Part::signature;
    paragraphs_.push_back({range, {}, block.kind, part});
  }
}

void Document::read_sentences() {
  std::span<const std::uint32_t> marks = this->marks();
  const std::uint32_t cuts[] = {at(Part::subject).end, at(Part::greeting).end,
                                at(Part::sign_off).begin, at(Part::signature).begin};
  for (std::uint32_t block = 0; block < paragraphs_.size(); ++block) {
    Paragraph& paragraph = paragraphs_[block];
    paragraph.sentences.begin = static_cast<std::uint32_t>(sentences_.size());
    split_sentences(reply_->text, tokens_, paragraph.tokens, block, cuts, marks, sentences_);
    paragraph.sentences.end = static_cast<std::uint32_t>(sentences_.size());
  }
  sentence_of_.assign(tokens_.size() + 1, 0);
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    const std::size_t end =
        i + 1 < sentences_.size() ? sentences_[i + 1].tokens.begin : sentence_of_.size();
    std::fill(sentence_of_.begin() + sentences_[i].tokens.begin,
              sentence_of_.begin() + static_cast<std::ptrdiff_t>(end), i);
  }
}

std::uint32_t Document::token_at(std::uint32_t byte) const {
  const std::span<const Token> all = tokens();
  const auto found = std::partition_point(all.begin(), all.end(),
                                          [&](const Token& token) { return token.end <= byte; });
  return static_cast<std::uint32_t>(found - all.begin());
}

}  // namespace tonelint
