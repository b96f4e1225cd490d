#include <algorithm>
#include <limits>

#include "checks/check.hpp"
#include "checks/placeholder_parts.hpp"
#include "checks/readability.hpp"

namespace tonelint {
namespace {

struct Counted {
  double count = 0;
  Range tokens;  ///< What to show: the first thing too many, or all of it.
};

/// Whether a token is one of what a measure counts.
bool is_counted(const Document& document, const Token& token, Measure measure) {
  switch (measure) {
    case Measure::words:
      return token.counts();
    case Measure::exclamations:
      return token.kind == Token::Kind::terminator &&
             document.text(token).find('!') != std::string_view::npos;
    case Measure::questions:
      return token.kind == Token::Kind::terminator &&
             document.text(token).find('?') != std::string_view::npos;
    case Measure::emoji:
      return token.kind == Token::Kind::emoji;
    case Measure::links:
      return token.kind == Token::Kind::url;
    case Measure::capitals:
      return token.has(Token::all_caps) && token.letters >= 4;
    default:
      return false;
  }
}

class Limit {
 public:
  Limit(const Subject& subject, HitTest wanted, std::vector<Finding>& findings)
      : subject_(subject), document_(subject.document), wanted_(wanted), findings_(findings) {}

  void run() {
    if (subject_.rule.measure == Measure::hits) for_each_hit([&](const Hit&) { ++hit_count_; });
    switch (subject_.rule.per) {
      case Per::sentence:
        for (const Sentence& sentence : document_.sentences()) judge_part(sentence.tokens, 1);
        break;
      case Per::paragraph:
        for (const Paragraph& paragraph : document_.paragraphs()) {
          judge_part(paragraph.tokens, paragraph.sentences.size());
        }
        break;
      default: {
        const Range all{0, static_cast<std::uint32_t>(document_.tokens().size())};
        if (!is_surely_kept(all, document_.sentences().size())) judge(measure(all));
        break;
      }
    }
  }

 private:
  void judge_part(Range tokens, std::size_t sentences) {
    if (is_surely_kept(tokens, sentences)) return;
    if (!tokens.empty() && subject_.in_scope(tokens)) judge(measure(tokens));
  }

  /// Most replies are far within most limits, which takes less to see than to count.
  [[nodiscard]] bool is_surely_kept(Range within, std::size_t sentences) const {
    const double count = per_unit(most(within, sentences));
    if (count > subject_.rule.max) return false;
    return subject_.rule.min <= 0 || (count >= subject_.rule.min && counts_all_words());
  }

  /// No less than what would be counted.
  [[nodiscard]] double most(Range within, std::size_t sentences) const {
    switch (subject_.rule.measure) {
      case Measure::words:
        return document_.words_in(within);
      case Measure::sentences:
        return static_cast<double>(sentences);
      case Measure::exclamations:
        return marks(within, '!');
      case Measure::questions:
        return marks(within, '?');
      case Measure::emoji:
        return document_.has(Token::Kind::emoji) ? within.size() : 0;
      case Measure::links:
        return document_.has(Token::Kind::url) ? within.size() : 0;
      case Measure::capitals:
        return document_.has(Token::all_caps) ? within.size() : 0;
      case Measure::hits:
        return hit_count_;
      default:
        return std::numeric_limits<double>::infinity();
    }
  }

  [[nodiscard]] double marks(Range within, char mark) const {
    const std::string_view text = document_.text(document_.span(within));
    double count = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + 1))
      ++count;
    return count;
  }

  /// Whether each of the agent's words is in scope and wanted.
  [[nodiscard]] bool counts_all_words() const {
    const auto asks_near = [&](Slice slice) {
      const auto records = subject_.tables.conditions.subspan(slice.begin, slice.count);
      return std::any_of(records.begin(), records.end(), [](const ConditionRecord& record) {
        return record.near.count != 0 || record.said_by_customer != 0;
      });
    };
    const RuleRecord& rule = subject_.rule;
    return rule.measure == Measure::words && rule.in == 0 && rule.only.count <= 1 &&
           !asks_near(rule.only) && !asks_near(rule.unless) &&
           document_.words_in(document_.part(Part::signature)) == 0;
  }

  [[nodiscard]] double per_unit(double count) const {
    switch (subject_.rule.per) {
      case Per::hundred_words:
        return count * 100 / std::max(1.0, static_cast<double>(document_.word_count()));
      case Per::hundred_sentences:
        return count == 0 ? 0 : count * 100 / std::max(1.0, sentences_in_scope());
      default:
        return count;
    }
  }

  [[nodiscard]] double sentences_in_scope() const {
    const auto sentences = document_.sentences();
    return static_cast<double>(std::count_if(
        sentences.begin(), sentences.end(),
        [&](const Sentence& sentence) { return subject_.in_scope(sentence.tokens); }));
  }

  template <class Each>
  void for_each_hit(Each each) const {
    for (const ListId list :
         subject_.tables.refs.subspan(subject_.rule.cues.begin, subject_.rule.cues.count)) {
      subject_.scan.for_each_hidden(list, [&](const Hit& hit) {
        each(hit);
        return true;
      });
    }
  }

  void judge(Counted counted) {
    const double count = per_unit(counted.count);
    const bool too_many = count > subject_.rule.max;
    if (!too_many && !(count < subject_.rule.min)) return;
    if (counted.tokens.empty() || subject_.is_shielded(document_.span(counted.tokens))) return;
    Finding finding = subject_.finding(counted.tokens);
    finding.count = count;
    findings_.push_back(std::move(finding));
  }

  [[nodiscard]] Counted measure(Range within) {
    switch (subject_.rule.measure) {
      case Measure::hits:
        return hits(within);
      case Measure::sentences:
      case Measure::paragraphs:
        return parts(within);
      case Measure::characters:
        return characters(within);
      case Measure::grade:
        return {reading_grade(subject_, within), visible(within)};
      default:
        return tokens(within);
    }
  }

  /// All visible tokens of a range, for findings about the whole of it.
  [[nodiscard]] Range visible(Range within) const {
    const auto all = document_.tokens();
    while (!within.empty() && !subject_.in_scope({within.begin, within.begin + 1})) ++within.begin;
    while (!within.empty() && all[within.end - 1].has(Token::hidden)) --within.end;
    return within;
  }

  /// Whether what is measured are words; else it is among the marks.
  [[nodiscard]] bool counts_words() const {
    return subject_.rule.measure == Measure::words || subject_.rule.measure == Measure::capitals;
  }

  [[nodiscard]] Counted tokens(Range within) const {
    Counted counted;
    const bool whole = subject_.rule.per != Per::reply || subject_.rule.measure == Measure::words;
    const auto look = [&](std::uint32_t i) {
      const Token& token = document_.tokens()[i];
      if (token.has(Token::hidden) || !is_counted(document_, token, subject_.rule.measure)) return;
      if (!subject_.in_scope({i, i + 1}) || !wanted_(subject_, {i, i + 1})) return;
      ++counted.count;
      // Shown is the first one too many.
      if (counted.tokens.empty() && counted.count > subject_.rule.max) counted.tokens = {i, i + 1};
    };
    if (counts_words()) {
      for (std::uint32_t i = within.begin; i < within.end; ++i) look(i);
    } else {
      const auto marks = document_.marks();
      auto mark = std::lower_bound(marks.begin(), marks.end(), within.begin);
      for (; mark != marks.end() && *mark < within.end; ++mark) look(*mark);
    }
    if (whole || counted.tokens.empty()) {
      const Range all = visible(within);
      if (subject_.rule.measure == Measure::words && subject_.rule.per == Per::reply &&
          !counted.tokens.empty()) {
        // A reply too long: show the sentence in which it became so.
        counted.tokens = document_.sentences()[document_.sentence_of(counted.tokens.begin)].tokens;
      } else {
        counted.tokens = all;
      }
    }
    return counted;
  }

  /// The hits that count, in order, gathered once however many parts are measured.
  [[nodiscard]] const std::vector<Range>& counted_hits() {
    thread_local std::vector<Range> found;
    if (gathered_) return found;
    gathered_ = true;
    found.clear();
    for_each_hit([&](const Hit& hit) {
      if (subject_.in_scope(hit.tokens) && !subject_.is_shielded(hit.text) &&
          wanted_(subject_, hit.tokens)) {
        found.push_back(hit.tokens);
      }
    });
    std::sort(found.begin(), found.end(), [](Range a, Range b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return found;
  }

  [[nodiscard]] Counted hits(Range within) {
    Counted counted;
    const std::vector<Range>& found = counted_hits();
    const auto first = std::partition_point(
        found.begin(), found.end(), [&](Range range) { return range.begin < within.begin; });
    Range shown;
    std::uint32_t taken = 0;
    for (auto hit = first; hit != found.end() && hit->begin < within.end; ++hit) {
      if (hit->end > within.end) continue;
      if (shown.empty()) shown = *hit;
      if (hit->begin < taken) continue;  // part of a longer one
      taken = hit->end;
      ++counted.count;
      if (counted.tokens.empty() && counted.count > subject_.rule.max) counted.tokens = *hit;
    }
    if (counted.tokens.empty()) counted.tokens = shown.empty() ? visible(within) : shown;
    return counted;
  }

  /// "Order number: 1234", on a line of its own, is no sentence.
  [[nodiscard]] bool is_fact(Range sentence) const {
    constexpr std::uint32_t longest_name = 4;
    constexpr std::uint32_t longest = 12;
    const auto tokens = document_.tokens();
    const auto begins_line = [&](std::uint32_t at) {
      return at == 0 || at == tokens.size() || tokens[at].has(Token::newline_before) ||
             document_.paragraph_of(at) != document_.paragraph_of(at - 1);
    };
    if (sentence.size() > longest || !begins_line(sentence.begin) || !begins_line(sentence.end)) {
      return false;
    }
    const std::uint32_t end = std::min(sentence.begin + 1 + longest_name, sentence.end);
    for (std::uint32_t i = sentence.begin + 1; i < end; ++i) {
      if (document_.text(tokens[i]) == ":") return true;
    }
    return false;
  }

  [[nodiscard]] Counted parts(Range within) const {
    Counted counted;
    const bool sentences = subject_.rule.measure == Measure::sentences;
    const auto add = [&](Range range) {
      if (range.empty() || range.begin < within.begin || range.end > within.end ||
          !subject_.in_scope(range) || (sentences && is_fact(range))) {
        return;
      }
      ++counted.count;
      if (counted.tokens.empty() && counted.count > subject_.rule.max) counted.tokens = range;
    };
    const auto add_all = [&](auto all, std::uint32_t first) {
      for (const auto& each : all.subspan(first)) {
        if (each.tokens.begin >= within.end) break;
        add(each.tokens);
      }
    };
    if (sentences) {
      add_all(document_.sentences(), document_.sentence_of(within.begin));
    } else {
      add_all(document_.paragraphs(), document_.paragraph_of(within.begin));
    }
    if (counted.tokens.empty()) counted.tokens = visible(within);
    return counted;
  }

  /// How many characters longer a placeholder is when it is filled in: mostly less than none.
  [[nodiscard]] double filled_in(const Token& token) const {
    if (token.kind != Token::Kind::placeholder) return 0;
    const auto parts = parts_of(document_.text(), token.span());
    if (!parts) return 0;
    const std::string name = plain_name(document_.text(parts->name), false);
    const Variable* variable = find_variable(*subject_.facts.helpdesk, name);
    const std::string_view sample = variable == nullptr ? "" : sample_of(variable->stands);
    return sample.empty() ? 0 : static_cast<double>(sample.size()) - token.letters;
  }

  [[nodiscard]] Counted characters(Range within) const {
    Counted counted{0, visible(within)};
    if (counted.tokens.empty()) return counted;
    const Span span = document_.span(counted.tokens);
    for (const char c : document_.text(span)) {
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++counted.count;
    }
    if (subject_.facts.helpdesk != nullptr && document_.has(Token::Kind::placeholder)) {
      for (std::uint32_t i = counted.tokens.begin; i < counted.tokens.end; ++i) {
        counted.count += filled_in(document_.tokens()[i]);
      }
    }
    return counted;
  }

  const Subject& subject_;
  const Document& document_;
  HitTest wanted_;
  std::vector<Finding>& findings_;
  double hit_count_ = 0;
  bool gathered_ = false;  ///< Whether the hits that count are.
};

}  // namespace

void check_limit(const Subject& subject, HitTest wanted, std::vector<Finding>& findings) {
  if (subject.document.word_count() != 0) Limit(subject, wanted, findings).run();
}

}  // namespace tonelint
