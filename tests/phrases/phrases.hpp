#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/reader.hpp"
#include "phrase_tables.hpp"
#include "phrases/compile.hpp"
#include "phrases/scan.hpp"

/// Phrases in tests: compiled, and looked for in texts.
namespace tonelint::phrase_test {

/// A phrase with its rewrites.
struct Written {
  // NOLINTNEXTLINE(google-explicit-constructor): lists of phrases read better so.
  Written(const char* text) : phrase(text) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Written(std::string text) : phrase(std::move(text)) {}
  Written(std::string text, std::vector<std::string> words)
      : phrase(std::move(text)), rewrites(std::move(words)) {}
  std::string phrase;
  std::vector<std::string> rewrites;
};
struct Cue {
  std::string name;
  std::vector<std::string> phrases;
  bool alone = false;  ///< Looked for by itself as well, as the cue of a condition is.
};

/// Several lines as one: "a | b".
inline std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : " | ") + line;
  return out;
}

/// A text, read as Markdown and taken apart.
struct Draft {
  explicit Draft(std::string_view bytes, Syntax syntax = Syntax::text) : source(bytes) {
    reader_for({.name = {}, .bytes = source, .syntax = syntax}).read(source, reply);
    document.read(reply);
  }
  std::string source;
  Reply reply;
  Document document;
};

/// One list of phrases, with the cues that they use.
class Phrases {
 public:
  explicit Phrases(const std::vector<Written>& phrases, const std::vector<Cue>& cues = {}) {
    PhraseCompiler compiler;
    std::vector<ListId> lists;
    for (const Cue& cue : cues) {
      lists.push_back(compiler.add_list(cue.name));
      if (cue.alone) static_cast<void>(compiler.cue(cue.name));
    }
    list_ = compiler.add_list();
    for (std::size_t i = 0; i < cues.size(); ++i) {
      for (const std::string& phrase : cues[i].phrases) add(compiler, lists[i], phrase);
    }
    for (const Written& each : phrases) add(compiler, list_, each);
    for (const ListProblem& each : compiler.finish(under_way_)) problems_.push_back(each.message);

    tables_ = testing::view_of(under_way_);
    expressions_ = std::make_unique<Expressions>(tables_.expressions.size());
  }

  /// What is wrong with the phrases: "at: message", the message alone where it is about a whole
  /// one.
  [[nodiscard]] std::string problems() const { return joined(problems_); }
  [[nodiscard]] const PhraseTables& tables() const { return tables_; }

  /// The words found, as rules show them: of those that overlap the first and longest.
  std::string in(std::string_view text, Syntax syntax = Syntax::text) {
    const Draft draft(text, syntax);
    std::vector<std::string> found;
    std::uint32_t taken = 0;
    for (const Hit& hit : hits(draft)) {
      if (hit.text.begin < taken) continue;
      taken = hit.text.end;
      found.emplace_back(draft.document.text(hit.text));
    }
    return joined(found);
  }

  /// The first rewrite of each hit of `in`, captures filled in as they stand in the text.
  std::string rewritten(std::string_view text) {
    const Draft draft(text);
    std::vector<std::string> found;
    std::uint32_t taken = 0;
    for (const Hit& hit : hits(draft)) {
      if (hit.text.begin < taken) continue;
      taken = hit.text.end;
      const RewriteRecord& rewrite =
          tables_.rewrites[tables_.alternatives[hit.alternative].rewrites];
      std::string out;
      const std::string_view settled = tables_.string(rewrite.text, rewrite.size);
      for (std::size_t i = 0; i < settled.size(); ++i) {
        if (settled[i] != '\x01') {
          out += settled[i];
          continue;
        }
        const Range range = scan_.capture(hit, static_cast<std::uint32_t>(settled[++i]));
        out += draft.document.text(draft.document.span(range));
      }
      found.push_back(out);
    }
    return joined(found);
  }

  /// All hits of the list, in order of place, the longer first.
  std::vector<Hit> hits(const Draft& draft) {
    scan_.run(tables_, *expressions_, draft.document);
    std::vector<Hit> all;
    scan_.for_each(list_, [&](const Hit& hit) {
      all.push_back(hit);
      return true;
    });
    std::stable_sort(all.begin(), all.end(), [](const Hit& a, const Hit& b) {
      if (a.text.begin != b.text.begin) return a.text.begin < b.text.begin;
      if (a.text.end != b.text.end) return a.text.end > b.text.end;
      return a.alternative < b.alternative;
    });
    return all;
  }

 private:
  void add(PhraseCompiler& compiler, ListId list, const Written& written) {
    std::vector<PhraseRewrite> rewrites;
    for (const std::string& each : written.rewrites) rewrites.push_back({each, false});
    if (const auto problem = compiler.add(list, written.phrase, rewrites)) {
      problems_.push_back((problem->at == 0 ? "" : std::to_string(problem->at) + ": ") +
                          problem->message);
    }
  }

  ListId list_ = list_none;
  std::vector<std::string> problems_;
  PhraseTablesUnderWay under_way_;
  PhraseTables tables_;
  std::unique_ptr<Expressions> expressions_;
  Scan scan_;
};

/// What one phrase finds in a text: "a | b".
inline std::string found(const Written& phrase, std::string_view text) {
  return Phrases({phrase}).in(text);
}
/// What is wrong with one phrase.
inline std::string problem(const Written& phrase) { return Phrases({phrase}).problems(); }

}  // namespace tonelint::phrase_test
