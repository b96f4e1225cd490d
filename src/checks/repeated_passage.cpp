#include <algorithm>
#include <string>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/fold.hpp"

namespace tonelint {
namespace {

constexpr std::uint32_t fewest_words = 6;

/// A passage, by its words alone.
struct Passage {
  std::uint64_t sketch = 0;  ///< The same for the same words; seldom for others.
  Range tokens;
};

/// Repeated passages of one kind: first all are added, then looked through.
class Passages {
 public:
  explicit Passages(const Document& document) : document_(document) { all().clear(); }

  void add(Range tokens) {
    if (tokens.size() >= fewest_words) all().push_back({edges(tokens), tokens});
  }

  /// Calls `each` with all that stood there before.
  template <class Each>
  void for_each_repeated(Each each) {
    if (!has_alike()) return;
    sort();
    if (!keep_alike()) return;
    sort();
    for (std::size_t i = 1; i < all().size(); ++i) {
      const Passage& passage = all()[i];
      const Passage& before = all()[i - 1];
      if (passage.sketch == before.sketch && is_same(passage.tokens, before.tokens)) {
        each(passage.tokens);
      }
    }
  }

 private:
  static std::vector<Passage>& all() {
    thread_local std::vector<Passage> passages;
    return passages;
  }

  /// Whether two passages share their edges, as far as it is quickly told.
  static bool has_alike() {
    const std::vector<Passage>& passages = all();
    if (passages.size() > 16) return true;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (passages[i].sketch == passages[j].sketch) return true;
      }
    }
    return false;
  }

  static void sort() {
    std::sort(all().begin(), all().end(), [](const Passage& a, const Passage& b) {
      return a.sketch != b.sketch ? a.sketch < b.sketch : a.tokens.begin < b.tokens.begin;
    });
  }

  void add_word(std::uint64_t& sketch, const Token& token) const {
    const auto first = static_cast<unsigned char>(document_.text()[token.begin] | 0x20);
    sketch = sketch * 0x100000001B3ULL + (std::uint64_t{token.letters} << 8U) + first;
  }

  /// A sketch of the first two words and the last, which few passages have in common.
  [[nodiscard]] std::uint64_t edges(Range tokens) const {
    const auto all = document_.tokens();
    std::uint64_t sketch = 0;
    std::uint32_t words = 0;
    for (std::uint32_t i = tokens.begin; i < tokens.end && words < 2; ++i) {
      if (all[i].counts()) add_word(sketch, all[i]), ++words;
    }
    for (std::uint32_t i = tokens.end; i > tokens.begin && words < 3; --i) {
      if (all[i - 1].counts()) add_word(sketch, all[i - 1]), ++words;
    }
    return sketch;
  }

  /// Keeps the passages that share their edges with another and are long enough, with a sketch of
  /// all of their words. Says whether there are any.
  [[nodiscard]] bool keep_alike() const {
    std::vector<Passage>& passages = all();
    std::size_t kept = 0;
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const std::uint64_t edges = passages[i].sketch;
      const bool alike = (i > 0 && before == edges) ||
                         (i + 1 < passages.size() && passages[i + 1].sketch == edges);
      before = edges;
      if (!alike) continue;
      const Range tokens = passages[i].tokens;
      std::uint64_t sketch = 0;
      std::uint32_t words = 0;
      for (const Token& token : document_.tokens().subspan(tokens.begin, tokens.size())) {
        if (!token.counts()) continue;
        ++words;
        add_word(sketch, token);
      }
      if (words >= fewest_words) passages[kept++] = {sketch, tokens};
    }
    passages.resize(kept);
    return kept > 1;
  }

  /// Whether two passages have the same words, whatever their capitals and marks.
  [[nodiscard]] bool is_same(Range one, Range other) const {
    thread_local std::string folded;
    thread_local std::string folded_other;
    while (true) {
      one.begin = word_from(document_, one.begin, one.end);
      other.begin = word_from(document_, other.begin, other.end);
      if (one.empty() || other.empty()) return one.empty() && other.empty();
      const std::string_view word = document_.text(document_.tokens()[one.begin++]);
      const std::string_view word_other = document_.text(document_.tokens()[other.begin++]);
      if (word == word_other) continue;
      folded.clear();
      folded_other.clear();
      fold_append(word, folded);
      fold_append(word_other, folded_other);
      if (folded != folded_other) return false;
    }
  }

  const Document& document_;
};

}  // namespace

void detect_repeated_passage(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const auto first = static_cast<std::ptrdiff_t>(findings.size());
  const auto add = [&](Range tokens) {
    Finding finding = subject.finding(tokens);
    // Without it, and without the white space before it.
    const std::uint32_t begin = document.tokens()[tokens.begin - 1].end;
    finding.replacements.push_back({{begin, finding.text.end}, "", false});
    findings.push_back(std::move(finding));
  };
  // What comes back in lists is most often meant to.
  const auto is_prose = [&](const Paragraph& paragraph) {
    return paragraph.kind == Block::Kind::paragraph && subject.in_scope(paragraph.tokens);
  };
  Passages paragraphs(document);
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (paragraph.sentences.size() > 1 && is_prose(paragraph)) paragraphs.add(paragraph.tokens);
  }
  paragraphs.for_each_repeated(add);
  const auto is_found = [&](const Paragraph& paragraph) {
    return std::any_of(findings.begin() + first, findings.end(),
                       [&](const Finding& finding) { return finding.tokens == paragraph.tokens; });
  };
  Passages sentences(document);
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (!is_prose(paragraph) || is_found(paragraph)) continue;
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Range tokens = document.sentences()[i].tokens;
      if (subject.in_scope(tokens)) sentences.add(tokens);
    }
  }
  sentences.for_each_repeated(add);
  std::sort(findings.begin() + first, findings.end(),
            [](const Finding& a, const Finding& b) { return a.tokens.begin < b.tokens.begin; });
}

}  // namespace tonelint
