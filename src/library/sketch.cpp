#include <algorithm>
#include <utility>

#include "checks/language.hpp"
#include "document/document.hpp"
#include "input/reader.hpp"
#include "library/file_position.hpp"
#include "library/terms.hpp"
#include "library/written.hpp"
#include "text/ascii.hpp"
#include "tonelint/across.hpp"

namespace tonelint {
namespace {

constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

constexpr auto factors = [] {
  std::array<std::uint32_t, 128> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(mixed(i)) | 1U;
  return all;
}();

/// The hash of a word, whatever its capitals.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(ascii::lower(c))) * 0x100000001b3;
  }
  return mixed(hash);
}

/// Names and what is filled in differ where the text is the same.
bool is_filled_in(const Document& document, std::uint32_t token) {
  const Token& it = document.tokens()[token];
  if (it.kind != Token::Kind::word) return true;
  return (it.has(Token::capitalised) && !it.has(Token::sentence_start)) ||
         document.greeting_name().contains(token) || document.sign_off_name().contains(token);
}

/// The words of a document as hashes; what is filled in is one sign, however long.
void take_words(const Document& document, std::vector<std::uint64_t>& out) {
  constexpr std::uint64_t filled_in = 1;
  out.clear();
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    const Token& token = document.tokens()[i];
    if (!token.counts()) continue;
    if (!is_filled_in(document, i)) {
      out.push_back(hash_of(document.text(token)));
    } else if (out.empty() || out.back() != filled_in) {
      out.push_back(filled_in);
    }
  }
}

/// What is for another channel is meant to be alike: `seed` keeps it apart.
void take_runs(const std::vector<std::uint64_t>& words, std::uint64_t seed, ReplySketch& out) {
  std::array<std::uint32_t, 128> least;
  least.fill(~0U);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const auto run = static_cast<std::uint32_t>(
        mixed(seed + words[i] * 31 + words[i + 1] * 17 + words[i + 2]) >> 32);
    for (std::size_t k = 0; k < least.size(); ++k) {
      // A multiplication alone keeps the order of its low bits; the high ones are folded in.
      const std::uint32_t product = (run ^ (run >> 15)) * factors[k];
      least[k] = std::min(least[k], product ^ (product >> 16));
    }
  }
  for (std::size_t k = 0; k < least.size(); ++k) {
    out.least[k] = static_cast<std::uint16_t>(least[k] ^ (least[k] >> 16));
  }
  out.hash = seed;
  for (const std::uint64_t word : words) out.hash = mixed(out.hash ^ word);
  out.words = static_cast<std::uint32_t>(words.size());
}

struct Workspace {
  Unescaped text;
  Reply reply;
  Document document;
  std::vector<std::uint64_t> words;
};

Workspace& workspace() {
  thread_local Workspace made;
  return made;
}

/// `words_of` tells where a range of tokens stands in the file.
template <typename WordsOf>
void draw(const Guide& guide, Workspace& work, std::string_view channel, ReplySketch& out,
          WordsOf words_of) {
  const Document& document = work.document;
  take_words(document, work.words);
  take_runs(work.words, hash_of(channel), out);
  if (document.sentences().empty()) return;
  out.beginning = words_of(document.sentences()[0].tokens);
  const std::string_view theirs = language_of(document);
  const std::string_view ours = language_named(guide.language());
  if (!theirs.empty() && !ours.empty() && theirs != ours) out.language = theirs;
  if (!out.language.empty()) return;  // terms are English ones
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    FoundTerm found = term_at(document, i);
    if (found.meaning.empty()) continue;
    const std::string_view text = document.text(document.span(found.tokens));
    const bool known = std::any_of(out.terms.begin(), out.terms.end(), [&](const auto& term) {
      return term.meaning == found.meaning && term.words.text == text;
    });
    if (!known) out.terms.push_back({std::move(found.meaning), words_of(found.tokens)});
    i = found.tokens.end - 1;
  }
}

}  // namespace

ReplySketch sketch(const Guide& guide, const SavedReply& reply) {
  Workspace& work = workspace();
  ReplySketch out;
  out.file = reply.file.name;
  if (!reply.has_text()) return out;
  unescape(scalar_of(reply), work.text);
  reader_for({reply.file.name, {}, reply.syntax}).read(work.text.text, work.reply);
  work.document.read(work.reply);
  FilePosition positions(reply.file.bytes, reply.written.begin, reply.position);
  draw(guide, work, reply.channel, out, [&](Range tokens) {
    const Span in_text = work.document.span(tokens);
    const Span span = work.text.map.to_source(work.reply.map.to_source(in_text));
    return ReplySketch::Words{std::string(work.document.text(in_text)), span, in_text,
                              positions.at(span.begin)};
  });
  return out;
}

ReplySketch sketch(const Guide& guide, const Source& draft) {
  Workspace& work = workspace();
  ReplySketch out;
  out.file = draft.name;
  reader_for(draft).read(draft.bytes, work.reply);
  work.document.read(work.reply);
  FilePosition positions(draft.bytes);
  draw(guide, work, {}, out, [&](Range tokens) {
    const Span in_text = work.document.span(tokens);
    const Span span = work.reply.map.to_source(in_text);
    return ReplySketch::Words{std::string(work.document.text(in_text)), span, in_text,
                              positions.at(span.begin)};
  });
  return out;
}

}  // namespace tonelint
