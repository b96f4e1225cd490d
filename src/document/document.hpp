#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/token.hpp"
#include "input/reply.hpp"

namespace tonelint {

/// A range of tokens, half open.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const {
    return begin <= token && token < end;
  }
  friend constexpr bool operator==(Range, Range) = default;
};

/// The parts of a reply. `opening` and `closing` lie within `body` and may be the same sentences in
/// a short reply; all others lie apart.
enum class Part : std::uint8_t {
  subject,
  greeting,
  opening,
  body,
  closing,
  sign_off,
  signature,
  quote,
  code,
};
inline constexpr std::size_t part_count = 9;
[[nodiscard]] std::string_view name_of(Part part);

struct Sentence {
  Range tokens;
  std::uint32_t block = 0;  ///< Index into Document::paragraphs().
};

/// A block of the reply that holds tokens.
struct Paragraph {
  Range tokens;
  Range sentences;  ///< Indices into Document::sentences().
  Block::Kind kind = Block::Kind::paragraph;
  Part part = Part::body;  ///< Never opening or closing.
};

/// How a reply goes out, in the order of `channel_names`. It changes the anatomy: a chat has no
/// sign-off to look for, and so on.
enum class Channel : std::uint8_t { email, chat, published };

/// A reply, taken apart. Building one reads the text once; reusing an object keeps its buffers.
class Document {
 public:
  /// Takes a reply apart. `reply` must outlive the document's use.
  void read(const Reply& reply, Channel channel = Channel::email);

  [[nodiscard]] const Reply& reply() const { return *reply_; }
  [[nodiscard]] std::string_view text() const { return reply_->text; }
  [[nodiscard]] std::string_view text(Span span) const {
    return {reply_->text.data() + span.begin, span.size()};
  }
  [[nodiscard]] std::string_view text(const Token& token) const { return text(token.span()); }
  [[nodiscard]] Span span(Range tokens) const {
    return tokens.empty() ? Span{} : Span{tokens_[tokens.begin].begin, tokens_[tokens.end - 1].end};
  }

  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] std::span<const Sentence> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const Paragraph> paragraphs() const { return paragraphs_; }
  /// The tokens of a part, or an empty range. Quoted history and code may lie in several places;
  /// for those the paragraphs say which.
  [[nodiscard]] Range part(Part part) const { return parts_[static_cast<std::size_t>(part)]; }
  /// The token at a byte of the text, or the next one; the number of tokens where none follows.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;
  /// The sentence a token stands in, or the last one before it; any number may be asked for.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    return token < sentence_of_.size() ? sentence_of_[token] : sentence_of_.back();
  }
  /// `sentence_of` of each token.
  [[nodiscard]] std::span<const std::uint32_t> sentence_numbers() const {
    return std::span(sentence_of_).first(tokens_.size());
  }
  /// The paragraph a token stands in, or the last one before it.
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token) const {
    return sentences_.empty() ? 0 : sentences_[sentence_of(token)].block;
  }
  /// The salutation of the greeting: "Hi", "Good morning". Empty where the greeting is a name
  /// alone.
  [[nodiscard]] Range greeting_words() const { return greeting_words_; }
  /// The name in the greeting, without "Mr" or "Dr", or an empty range.
  [[nodiscard]] Range greeting_name() const { return greeting_name_; }
  /// The name in the sign-off, or an empty range.
  [[nodiscard]] Range sign_off_name() const { return sign_off_name_; }
  /// Words the agent wrote: counting tokens that are not hidden, greeting and sign-off included.
  [[nodiscard]] std::uint32_t word_count() const { return words_before_.back(); }
  /// As `word_count`, of some tokens.
  [[nodiscard]] std::uint32_t words_in(Range tokens) const {
    return words_before_[tokens.end] - words_before_[tokens.begin];
  }
  /// The tokens that are no words, or begin a line.
  [[nodiscard]] std::span<const std::uint32_t> marks() const {
    return {marks_.data(), mark_count_};
  }
  /// The letters of the longest token, at most 255.
  [[nodiscard]] std::uint32_t longest_token() const { return longest_token_; }
  /// Whether the reply has a token of a kind, or with a flag.
  [[nodiscard]] bool has(Token::Kind kind) const { return (kinds_ & Token::bit(kind)) != 0; }
  [[nodiscard]] bool has(Token::Flag flag) const { return (flags_ & flag) != 0; }

 private:
  void find_marks();
  void read_paragraphs();
  void read_anatomy(Channel channel);
  /// Keeps rules away from quotes, code and signatures that the reader marked: the first of each is
  /// a part, and all are hidden.
  void hide_marked_parts();
  void read_sentences();
  void place_parts();
  void count();

  [[nodiscard]] Range& at(Part part) { return parts_[static_cast<std::size_t>(part)]; }

  const Reply* reply_ = nullptr;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Paragraph> paragraphs_;
  Range parts_[part_count] = {};
  Range greeting_words_;
  Range greeting_name_;
  Range sign_off_name_;
  std::vector<std::uint32_t> marks_;            ///< With room for more.
  std::vector<std::uint32_t> words_before_{0};  ///< By token, and at the end.
  std::vector<std::uint32_t> sentence_of_{0};   ///< By token, and at the end.
  std::size_t mark_count_ = 0;
  std::uint32_t longest_token_ = 0;
  std::uint32_t kinds_ = 0;  ///< Bits by Token::Kind.
  std::uint32_t flags_ = 0;  ///< Of all tokens, or-ed.
};

}  // namespace tonelint
