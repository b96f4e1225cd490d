#include "document/document.hpp"

#include <algorithm>

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
  static_cast<void>(channel);
  reply_ = &reply;
  tokens_.clear();
  sentences_.clear();
  paragraphs_.clear();
  std::fill(std::begin(parts_), std::end(parts_), Range{});
  tokenize(reply.text, tokens_);
  std::uint32_t token = 0;
  for (std::uint32_t block = 0; block < reply.blocks.size(); ++block) {
    const Block& source = reply.blocks[block];
    Range range{token, token};
    while (range.end < tokens_.size() && tokens_[range.end].begin < source.text.end) ++range.end;
    token = range.end;
    if (range.empty()) continue;
    const auto first = static_cast<std::uint32_t>(sentences_.size());
    split_sentences(reply.text, tokens_, range, block, {}, sentences_);
    paragraphs_.push_back({range,
                           {first, static_cast<std::uint32_t>(sentences_.size())},
                           source.kind,
                           source.ordered,
                           source.depth,
                           Part::body});
  }
  word_count_ = 0;
  for (const Token& each : tokens_) {
    if (each.counts() && !each.has(Token::hidden)) ++word_count_;
  }
}

namespace {

template <class Stretch>
std::uint32_t holder_of(std::span<const Stretch> stretches, std::uint32_t token) {
  const auto after = std::upper_bound(
      stretches.begin(), stretches.end(), token,
      [](std::uint32_t t, const Stretch& stretch) { return t < stretch.tokens.begin; });
  return static_cast<std::uint32_t>(after - stretches.begin()) - (after != stretches.begin());
}

}  // namespace

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  return holder_of(sentences(), token);
}

std::uint32_t Document::paragraph_of(std::uint32_t token) const {
  return holder_of(paragraphs(), token);
}

}  // namespace tonelint
