#include "lint/score.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "checks/echo.hpp"
#include "lint/conditions.hpp"
#include "text/overlap.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// What a finding costs, by its level, in a reply of `usual_words` or fewer; in a longer one less,
/// in proportion.
constexpr double finding_points[] = {4, 10, 25};
constexpr double usual_words = 75;
constexpr std::size_t longest_words = 60;

using Kind = ScorePart::Kind;

/// A part on its way: its points are not rounded yet.
struct Counted {
  Kind kind;
  StringRef name, advice;
  double points = 0;  ///< What it may give, or takes.
  Span text;
  std::string words = {};  ///< When they are not those of `text`.
};

/// The sum of what a dimension starts with, earns and loses, with nothing rounded.
struct Sum {
  double start = 0, asked = 0, earned = 0, lost = 0;

  [[nodiscard]] double value() const {
    const double share = asked == 0 ? 0 : earned / asked;
    return std::clamp(start + (100 - start) * share - lost, 0.0, 100.0);
  }
};

int rounded(double number) { return static_cast<int>(std::lround(number)); }

/// Where rules of the form `find` speak.
struct Said {
  explicit Said(const JudgedDraft& draft)
      : suggestions(places(draft, true)), warnings(places(draft, false)) {}

  Overlap suggestions;
  Overlap warnings;  ///< And errors.

 private:
  static std::vector<Span> places(const JudgedDraft& draft, bool suggestions) {
    std::vector<Span> places;
    for (const Finding& finding : draft.findings) {
      const RuleRecord& rule = draft.image.rules.rules[finding.rule];
      if (rule.form != RuleForm::find) continue;
      if ((rule.level == Level::suggestion) == suggestions) places.push_back(finding.text);
    }
    return places;
  }
};

class Dimension {
 public:
  Dimension(const JudgedDraft& draft, const LineIndex& lines, const Said& said,
            const DimensionRecord& record)
      : draft_(draft), lines_(lines), said_(said), record_(record) {
    sum_.start = record.start;
    applicable_ = applies(subject(record.rule)) == Holds::yes;
    if (!applicable_) return;
    for (const EarningRecord& each :
         draft.image.rules.earnings.subspan(record.earnings.begin, record.earnings.count)) {
      look_for(each);
    }
    // What nothing could be earned in is not called for; what only loses is always looked at.
    const auto earns =
        draft.image.rules.earnings.subspan(record.earnings.begin, record.earnings.count);
    const bool asks = std::any_of(earns.begin(), earns.end(),
                                  [](const EarningRecord& each) { return each.cost == 0; });
    applicable_ = !asks || sum_.asked > 0;
    look_at_findings();
  }

  [[nodiscard]] bool applicable() const { return applicable_; }
  [[nodiscard]] double weight() const { return record_.weight; }
  [[nodiscard]] int score() const { return rounded(sum_.value()); }
  [[nodiscard]] const std::vector<Counted>& parts() const { return counted_; }

  /// The score if this part were as good as it can be.
  [[nodiscard]] int score_with(const Counted& part) const {
    Sum sum = sum_;
    if (part.kind == Kind::missing) sum.earned += part.points;
    if (part.kind == Kind::half) sum.earned += part.points / 2;
    if (part.kind == Kind::cost || part.kind == Kind::finding) sum.lost -= part.points;
    return rounded(sum.value());
  }

  [[nodiscard]] ScoreDimension told() const {
    ScoreDimension out;
    out.name = draft_.image.string(record_.rule.id);
    out.weight = rounded(record_.weight);
    out.applicable = applicable_;
    if (!applicable_) return out;
    out.start = rounded(record_.start);
    out.score = score();
    // Rounded so that start and parts add up to the score.
    Sum sum{sum_.start, sum_.asked, 0, 0};
    int before = rounded(sum.value());
    for (const Counted& part : counted_) {
      if (part.kind == Kind::earned) sum.earned += part.points;
      if (part.kind == Kind::half) sum.earned += part.points / 2;
      if (part.kind == Kind::cost || part.kind == Kind::finding) sum.lost += part.points;
      const int now = rounded(sum.value());
      out.parts.push_back(told(part, now - before));
      before = now;
    }
    return out;
  }

 private:
  [[nodiscard]] Subject subject(const RuleRecord& rule) const {
    return {draft_.document, draft_.scan, draft_.image.phrases, draft_.image.rules, rule, 0,
            draft_.facts};
  }

  void look_for(const EarningRecord& earning) {
    const Subject subject = this->subject(earning.rule);
    if (applies(subject) != Holds::yes) return;
    std::vector<Span> found;
    const bool enough =
        earning.echoes != 0 ? find_customer_words(earning, found) : find_cues(subject, found);
    if (earning.cost != 0) {
      if (enough) add(Kind::cost, earning, found.front());
      return;
    }
    sum_.asked += earning.points;
    if (!enough) return add(Kind::missing, earning, {});
    // The one that is worth most counts; repeating it earns nothing.
    Span best;
    double share = 0;
    for (const Span each : found) {
      const double worth = this->worth(each);
      if (worth <= share) continue;
      best = each;
      share = worth;
      if (share == 1) break;
    }
    if (share == 0) return add(Kind::missing, earning, {});
    sum_.earned += earning.points * share;
    add(share < 1 ? Kind::half : Kind::earned, earning, best);
    if (earning.echoes != 0) counted_.back().words = joined(found);
  }

  bool find_cues(const Subject& subject, std::vector<Span>& found) const {
    for (const ListId list :
         subject.tables.refs.subspan(subject.rule.cues.begin, subject.rule.cues.count)) {
      draft_.scan.for_each(list, [&](const Hit& hit) {
        if (!hit.tokens.empty() && subject.in_scope(hit.tokens)) found.push_back(hit.text);
        return true;
      });
    }
    std::sort(found.begin(), found.end(), [](Span a, Span b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return !found.empty();
  }

  bool find_customer_words(const EarningRecord& earning, std::vector<Span>& found) const {
    std::vector<std::uint32_t> tokens;
    find_echoes(draft_.document, body_of(draft_.document), draft_.facts, earning.echoes, tokens);
    for (const std::uint32_t token : tokens) {
      found.push_back(draft_.document.tokens()[token].span());
    }
    return tokens.size() >= earning.echoes;
  }

  /// What words are worth: half when everybody uses them or the guide suggests others, nothing
  /// when it warns of them.
  [[nodiscard]] double worth(Span text) const {
    double worth = 1;
    const ListId stock =
        draft_.image.rules.known_cues[static_cast<std::size_t>(KnownCue::stock_phrase)];
    if (stock != list_none) {
      draft_.scan.for_each_about(stock, text, [&](const Hit& hit) {
        if (!hit.hidden && hit.text.overlaps(text)) worth = 0.5;
        return worth == 1;
      });
    }
    if (said_.warnings.any(text)) return 0;
    if (said_.suggestions.any(text)) worth = 0.5;
    return worth;
  }

  [[nodiscard]] std::string joined(const std::vector<Span>& spans) const {
    std::string words;
    for (const Span span : spans) {
      if (!words.empty()) words += ", ";
      words += draft_.document.text(span);
    }
    return words;
  }

  void look_at_findings() {
    const double share = usual_words / std::max<double>(usual_words, draft_.document.word_count());
    const auto loses = draft_.image.rules.strings.subspan(record_.loses.begin, record_.loses.count);
    for (const Finding& finding : draft_.findings) {
      const RuleRecord& rule = draft_.image.rules.rules[finding.rule];
      const std::string_view category = draft_.image.string(rule.category);
      if (std::none_of(loses.begin(), loses.end(),
                       [&](StringRef each) { return draft_.image.string(each) == category; })) {
        continue;
      }
      const double points = finding_points[static_cast<std::size_t>(rule.level)] * share;
      sum_.lost += points;
      counted_.push_back({Kind::finding, rule.id, {}, points, finding.text});
    }
  }

  void add(Kind kind, const EarningRecord& earning, Span text) {
    if (kind == Kind::cost) sum_.lost += earning.points;
    counted_.push_back({kind, earning.rule.id, earning.rule.message, earning.points, text});
  }

  [[nodiscard]] ScorePart told(const Counted& part, int points) const {
    ScorePart out;
    out.kind = part.kind;
    out.name = draft_.image.string(part.name);
    out.points = points;
    if (part.kind == Kind::missing) return out;
    out.span = draft_.document.reply().map.to_source(part.text);
    out.position = lines_.position(out.span.begin);
    const std::string_view words =
        part.words.empty() ? draft_.document.text(part.text) : std::string_view(part.words);
    out.words = utf8::prefix(words, longest_words);
    if (out.words.size() < words.size()) out.words += "…";
    return out;
  }

  const JudgedDraft& draft_;
  const LineIndex& lines_;  ///< Of the source.
  const Said& said_;
  const DimensionRecord& record_;
  bool applicable_ = false;
  Sum sum_;
  std::vector<Counted> counted_;
};

/// The mean of the applicable dimensions, by weight, with another score for one of them.
int overall(const std::vector<Dimension>& dimensions, const Dimension* other = nullptr,
            int score = 0) {
  double sum = 0;
  double weights = 0;
  for (const Dimension& each : dimensions) {
    if (!each.applicable()) continue;
    sum += each.weight() * (&each == other ? score : each.score());
    weights += each.weight();
  }
  return weights == 0 ? 0 : rounded(sum / weights);
}

}  // namespace

std::string_view name_of(ScorePart::Kind kind) {
  constexpr std::string_view names[] = {"earned", "half", "missing", "cost", "finding"};
  return names[static_cast<std::size_t>(kind)];
}

Score score_of(const JudgedDraft& draft, const LineIndex& lines) {
  Score score;
  std::vector<Dimension> dimensions;
  const Said said(draft);
  for (const DimensionRecord& each : draft.image.rules.dimensions) {
    dimensions.emplace_back(draft, lines, said, each);
  }
  score.overall = overall(dimensions);
  score.blocked =
      std::any_of(draft.findings.begin(), draft.findings.end(), [&](const Finding& finding) {
        return draft.image.rules.rules[finding.rule].level == Level::error;
      });
  for (const Dimension& each : dimensions) {
    score.dimensions.push_back(each.told());
    if (!each.applicable()) continue;
    const ScoreDimension& told = score.dimensions.back();
    for (std::size_t i = 0; i < told.parts.size(); ++i) {
      const ScorePart& part = told.parts[i];
      const int gain = overall(dimensions, &each, each.score_with(each.parts()[i])) - score.overall;
      if (gain < 1) continue;
      score.gains.push_back({gain, told.name, part.name, draft.image.string(each.parts()[i].advice),
                             part.kind == Kind::missing, part.span, part.position});
    }
  }
  std::stable_sort(score.gains.begin(), score.gains.end(),
                   [](const ScoreGain& a, const ScoreGain& b) { return a.points > b.points; });
  return score;
}

}  // namespace tonelint
