#include "tonelint/explain.hpp"

#include <algorithm>
#include <utility>

#include "lint/conditions.hpp"
#include "lint/inquiry.hpp"
#include "text/line_index.hpp"

namespace tonelint {
namespace {

using Outcome = Reason::Outcome;

bool touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

class Explaining {
 public:
  Explaining(const LoadedGuide& loaded, Span place) : loaded_(loaded), place_(place) {}

  std::vector<Reason> run(const Source& source, const Context& context) {
    LintOptions options;
    options.rewrites = false;
    const Report report = lint(*loaded_.guide, source, context, options,
                               {no_phrase, [this](const JudgedDraft& judged) { look(judged); }});
    LineIndex lines;
    lines.build(source.bytes);
    for (Reason& reason : reasons_) {
      reason.position = lines.position(reason.span.begin);
      if (reason.outcome == Outcome::speaks) see_whether_said(report, reason);
    }
    std::stable_sort(reasons_.begin(), reasons_.end(), [](const Reason& a, const Reason& b) {
      const bool a_speaks = a.outcome == Outcome::speaks;
      const bool b_speaks = b.outcome == Outcome::speaks;
      return a_speaks != b_speaks ? a_speaks : a.span < b.span;
    });
    return std::move(reasons_);
  }

 private:
  void look(const JudgedDraft& judged) {
    for (std::uint32_t i = 0; i < judged.image.rules.rules.size(); ++i) {
      const Subject subject = judged.subject(i);
      const auto text = std::find_if(
          loaded_.rules.begin(), loaded_.rules.end(),
          [&](const RuleText& each) { return each.id == subject.string(subject.rule.id); });
      if (text == loaded_.rules.end()) continue;
      if (subject.rule.form == RuleForm::find) {
        judged.scan.for_each_hidden(subject.rule.find, [&](const Hit& hit) {
          add_hit(judged, subject, *text, hit);
          return true;
        });
      } else {
        for (const Finding& finding : judged.findings) {
          if (finding.rule == i) add(subject, *text, finding.text, finding.tokens, Outcome::speaks);
        }
      }
    }
    // Who would be silenced, by whom.
    for (const Finding& loud : judged.findings) {
      const Slice named = judged.image.rules.rules[loud.rule].instead_of;
      for (const std::uint32_t quiet : judged.image.rules.refs.subspan(named.begin, named.count)) {
        silenced_by_.emplace_back(id_of(judged, quiet), id_of(judged, loud.rule));
      }
    }
  }

  static std::string id_of(const JudgedDraft& judged, std::uint32_t rule) {
    return std::string(judged.image.string(judged.image.rules.rules[rule].id));
  }

  void add_hit(const JudgedDraft& judged, const Subject& subject, const RuleText& rule,
               const Hit& hit) {
    const auto phrase_of = [&](const Hit& of) {
      const PhraseRecord& phrase = judged.scan.phrase(of);
      return subject.phrases.string(phrase.text, phrase.size);
    };
    const Hit* shield = nullptr;
    if (subject.rule.except != list_none) {
      judged.scan.for_each_hidden(subject.rule.except, [&](const Hit& each) {
        if (each.text.overlaps(hit.text)) shield = &each;
        return shield == nullptr;
      });
    }
    const Holds holds = applies(subject);
    const bool spoken = std::any_of(
        judged.findings.begin(), judged.findings.end(),
        [&](const Finding& each) { return each.rule == subject.index && each.hit == &hit; });
    const Outcome outcome = spoken                          ? Outcome::speaks
                            : holds == Holds::unknown       ? Outcome::unknown
                            : holds == Holds::no            ? Outcome::condition
                            : !subject.in_scope(hit.tokens) ? Outcome::elsewhere
                            : shield != nullptr             ? Outcome::shielded
                                                            : Outcome::condition;
    // A longer phrase of the same rule may have taken its words.
    if (outcome == Outcome::condition && holds == Holds::yes && holds_near(subject, hit.tokens)) {
      return;
    }
    Reason* reason = add(subject, rule, hit.text, hit.tokens, outcome);
    if (reason == nullptr) return;
    reason->phrase = place_of(rule.phrases, phrase_of(hit), reason->phrase);
    if (reason->outcome == Outcome::shielded) {
      reason->by = place_of(rule.exceptions, phrase_of(*shield), reason->phrase);
    }
    // Of phrases of a rule that overlap the longest tells most.
    Reason added = std::move(*reason);
    reasons_.pop_back();
    const auto like = std::find_if(reasons_.begin(), reasons_.end(), [&](const Reason& each) {
      return each.rule == added.rule && each.outcome == added.outcome &&
             each.span.overlaps(added.span);
    });
    if (like == reasons_.end()) {
      reasons_.push_back(std::move(added));
    } else if (like->span.size() < added.span.size()) {
      *like = std::move(added);
    }
  }

  Reason* add(const Subject& subject, const RuleText& rule, Span text, Range tokens,
              Outcome outcome) {
    const Span span = subject.document.reply().map.to_source(text);
    if (!touch(span, place_)) return nullptr;
    Reason& reason = reasons_.emplace_back();
    reason.rule = rule.id;
    reason.level = rule.level;
    reason.outcome = outcome;
    reason.span = span;
    reason.words = subject.document.text(text);
    reason.phrase = {{}, rule.file, rule.position};
    if (rule.off) {
      reason.outcome = Outcome::off;
      reason.by = {{}, rule.off_file, rule.off_position};
    }
    add_conditions(subject, subject.rule.only, rule.only, true, tokens, reason);
    add_conditions(subject, subject.rule.unless, rule.unless, false, tokens, reason);
    return &reason;
  }

  static void add_conditions(const Subject& subject, Slice slice,
                             const std::vector<std::vector<std::string>>& texts, bool only,
                             Range tokens, Reason& reason) {
    const auto records = subject.tables.conditions.subspan(slice.begin, slice.count);
    for (std::size_t i = 0; i < records.size() && i < texts.size(); ++i) {
      const std::vector<Holds> holds = answers(subject, records[i], tokens);
      for (std::size_t line = 0; line < holds.size() && line < texts[i].size(); ++line) {
        Reason::Condition& condition = reason.conditions.emplace_back();
        condition.only = only;
        condition.text = texts[i][line];
        if (holds[line] != Holds::unknown) condition.holds = holds[line] == Holds::yes;
      }
    }
  }

  static Reason::Written place_of(const std::vector<PhraseText>& phrases, std::string_view text,
                                  const Reason::Written& otherwise) {
    for (const PhraseText& each : phrases) {
      if (each.text == text) return {each.text, each.file, each.position};
    }
    return {std::string(text), otherwise.file, otherwise.position};
  }

  /// What a rule would say may still be silenced or suppressed.
  void see_whether_said(const Report& report, Reason& reason) const {
    const auto is_it = [&](const Diagnostic& each) {
      return each.rule == reason.rule && each.span == reason.span;
    };
    if (std::any_of(report.diagnostics.begin(), report.diagnostics.end(), is_it)) return;
    reason.outcome = Outcome::suppressed;
    for (const Suppressed& each : report.suppressed) {
      if (is_it(each.diagnostic)) return;
    }
    for (const auto& [quiet, loud] : silenced_by_) {
      if (quiet != reason.rule) continue;
      reason.outcome = Outcome::silenced;
      reason.by.text = loud;
    }
  }

  const LoadedGuide& loaded_;
  Span place_;
  std::vector<Reason> reasons_;
  std::vector<std::pair<std::string, std::string>> silenced_by_;
};

}  // namespace

std::vector<Reason> explain(const LoadedGuide& loaded, const Source& source, const Context& context,
                            Span place) {
  if (!loaded.guide) return {};
  return Explaining(loaded, place).run(source, context);
}

}  // namespace tonelint
