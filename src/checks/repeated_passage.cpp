#include "checks/detectors.hpp"
#include "checks/prose.hpp"

namespace tonelint {
namespace {

constexpr std::uint32_t fewest_words = 6;

/// A passage by its words alone.
struct Passage {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  std::uint32_t words = 0;
  Range tokens;
};

/// The words of a passage, hashed (FNV-1a) without capitals and marks.
Passage read_passage(const Document& document, Range range) {
  Passage passage;
  passage.tokens = range;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = document.tokens()[i];
    if (!token.counts()) continue;
    ++passage.words;
    for (const char c : document.text(token)) {
      const char lower = 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      passage.hash = (passage.hash ^ static_cast<unsigned char>(lower)) * 0x100000001B3ULL;
    }
    passage.hash = (passage.hash ^ ' ') * 0x100000001B3ULL;
  }
  return passage;
}

/// Passages of one kind, in order; tells of each whether it has been there before.
class Passages {
 public:
  explicit Passages(const Subject& subject) : subject_(subject) { read().clear(); }

  bool add(Range tokens, std::vector<Finding>& findings) {
    const Passage passage = read_passage(subject_.document, tokens);
    if (passage.words < fewest_words) return false;
    for (const Passage& earlier : read()) {
      if (earlier.hash != passage.hash || earlier.words != passage.words) continue;
      Finding finding = subject_.finding(tokens);
      // Without it, and without the white space before it.
      const std::uint32_t begin = subject_.document.tokens()[tokens.begin - 1].end;
      finding.replacements.push_back({{begin, finding.text.end}, "", false});
      findings.push_back(std::move(finding));
      return true;
    }
    read().push_back(passage);
    return false;
  }

 private:
  static std::vector<Passage>& read() {
    thread_local std::vector<Passage> passages;
    return passages;
  }

  const Subject& subject_;
};

}  // namespace

void detect_repeated_passage(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const std::size_t before = findings.size();
  const auto each_paragraph = [&](auto each) {
    for (const Paragraph& paragraph : document.paragraphs()) {
      // What comes back in lists is most often meant to.
      if (paragraph.kind == Block::Kind::paragraph && subject.in_scope(paragraph.tokens)) {
        each(paragraph);
      }
    }
  };
  Passages paragraphs(subject);
  each_paragraph([&](const Paragraph& paragraph) {
    if (paragraph.sentences.size() > 1) paragraphs.add(paragraph.tokens, findings);
  });
  const std::size_t found = findings.size();
  Passages sentences(subject);
  each_paragraph([&](const Paragraph& paragraph) {
    for (std::size_t i = before; i < found; ++i) {
      if (findings[i].tokens == paragraph.tokens) return;
    }
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Range tokens = document.sentences()[i].tokens;
      if (subject.in_scope(tokens)) sentences.add(tokens, findings);
    }
  });
}

}  // namespace tonelint
