#include "tonelint/lint.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "checks/said_words.hpp"
#include "guide/image.hpp"
#include "input/reader.hpp"
#include "lint/conditions.hpp"
#include "lint/facts.hpp"
#include "lint/gates.hpp"
#include "lint/inquiry.hpp"
#include "lint/rewrite.hpp"
#include "lint/score.hpp"
#include "lint/silence.hpp"
#include "lint/stopwatch.hpp"
#include "lint/suppress.hpp"
#include "lint/variant_reports.hpp"
#include "lint/variants.hpp"
#include "text/line_index.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// No reply is longer. What is, is a wrong file: its beginning tells as much as all of it, and in
/// time.
constexpr std::size_t longest_reply = std::size_t{1} << 20;

std::string_view beginning(std::string_view bytes) { return utf8::prefix(bytes, longest_reply); }

/// Whose placeholders a draft has; null: not known.
const Helpdesk* helpdesk_of(const Context& context, const GuideImage& guide) {
  const std::string_view name =
      context.helpdesk.empty() ? guide.string(guide.facts.helpdesk) : context.helpdesk;
  return name.empty() ? nullptr : helpdesk_named(name);
}

/// What one thread needs to lint: kept from draft to draft, so that nothing is allocated anew.
struct Workspace {
  Reply reply, message_reply;
  Document document, message;
  Scan scan, message_scan;
  SaidWords said;
  Facts facts;
  std::string name;  ///< That `facts.customer` was read from.
  std::vector<GivenHit> given;
  std::vector<Finding> findings;
  LoudFindings loud;
  Gates gates;
  std::vector<Finding::Replacement> rewrites;
  LineIndex lines;
  Variants variants;

  /// By place, then by rule. A finding is large, so each is moved once, when its place is known.
  void sort_findings() {
    if (findings.size() < 2) return;
    places.clear();
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      places.push_back({findings[i].text.begin, findings[i].rule, i});
    }
    std::sort(places.begin(), places.end());
    sorted.clear();
    for (const auto& place : places) sorted.push_back(std::move(findings[place[2]]));
    findings.swap(sorted);
  }

 private:
  std::vector<std::array<std::uint32_t, 3>> places;
  std::vector<Finding> sorted;
};

/// Which rules are asked: those that look at a reply as it is written, the others, or all.
enum class Pass : std::uint8_t { all, as_written, variant };

bool is_as_written(const RuleRecord& rule) {
  return rule.form == RuleForm::detect && detectors()[rule.detector].as_written;
}

class Linting {
 public:
  Linting(Workspace& work, const Guide& guide, const Source& source, const Context& context,
          const LintOptions& options, const Inquiry* inquiry, Pass pass = Pass::all)
      : work_(work),
        image_(guide.image()),
        source_(source),
        context_(context),
        options_(options),
        inquiry_(inquiry),
        pass_(pass),
        reader_(reader_for(source)),
        stopwatch_(options.costs, image_),
        report_{.guide = guide} {}

  Report run() {
    const std::string_view bytes = beginning(source_.bytes);
    reader_.read(bytes, work_.reply);
    if (bytes.size() < source_.bytes.size()) tell_of_length(bytes.size());
    read_facts();
    work_.document.read(work_.reply, work_.facts.channel);
    find_given(work_.document, work_.facts.customer.words, work_.given);
    stopwatch_.stop(&Costs::reading);
    work_.scan.run(image_.phrases, *image_.expressions, work_.document, work_.given, where());
    stopwatch_.stop(&Costs::scanning);
    report_.words = work_.document.word_count();
    work_.findings.clear();
    judge();
    if (inquiry_ != nullptr && inquiry_->look) inquiry_->look(judged());
    silence(image_, work_.loud, work_.findings);
    work_.sort_findings();
    tell();
    if (options_.text) report_.text = work_.reply.text;
    if (options_.score && report_.words > 0 && !image_.rules.dimensions.empty()) score();
    stopwatch_.stop(&Costs::rest);
    return std::move(report_);
  }

 private:
  void tell_of_length(std::size_t read) {
    Diagnostic problem;
    problem.rule = "input/too-long";
    problem.level = Level::error;
    problem.span = {static_cast<std::uint32_t>(read), static_cast<std::uint32_t>(read)};
    problem.message = "This is longer than any reply; only the first megabyte was checked.";
    problem.category = "input";
    work_.reply.problems.push_back(std::move(problem));
  }

  /// What is looked for in this draft: what could not speak is not, unless the caller asks why.
  [[nodiscard]] std::uint32_t where() const {
    const bool all = asks_all();
    std::uint32_t where = in_draft;
    if (options_.score) where |= in_score;
    if (all || !context_.tags.empty()) where |= in_tagged;
    if (all || work_.facts.message != nullptr) where |= in_answer;
    if (all || work_.facts.mood != Mood::Kind::neutral) where |= in_answer_to_mood;
    return where;
  }

  void read_facts() {
    Facts& facts = work_.facts;
    facts.context = &context_;
    facts.channel = channel_of(context_.channel, image_.string(image_.facts.channel));
    facts.helpdesk = helpdesk_of(context_, image_);
    facts.mood = Mood::Kind::neutral;
    facts.message = nullptr;
    facts.message_scan = nullptr;
    if (context_.customer.name != work_.name) {  // most drafts of a thread are to one customer
      work_.name = context_.customer.name;
      facts.customer = read_customer_name(work_.name);
    }
    if (context_.customer.message.empty()) return;
    readers()[0].read(beginning(context_.customer.message), work_.message_reply);
    work_.message.read(work_.message_reply, work_.facts.channel);
    find_given(work_.message, facts.customer.words, work_.given);
    work_.message_scan.run(image_.phrases, *image_.expressions, work_.message, work_.given,
                           in_message);
    facts.message = &work_.message;
    facts.message_scan = &work_.message_scan;
    work_.said.forget();
    facts.said = &work_.said;
    report_.mood = read_mood(image_, work_.message, work_.message_scan);
    facts.mood = report_.mood.kind;
  }

  [[nodiscard]] Subject subject(std::uint32_t rule) const {
    return {work_.document,
            work_.scan,
            image_.phrases,
            image_.rules,
            image_.rules.rules[rule],
            rule,
            work_.facts,
            inquiry_ == nullptr ? no_phrase : inquiry_->left_out};
  }

  [[nodiscard]] JudgedDraft judged() const {
    return {image_, work_.document, work_.scan, work_.facts, work_.findings};
  }

  [[nodiscard]] bool is_wanted(const RuleRecord& rule) const {
    if (pass_ != Pass::all && is_as_written(rule) != (pass_ == Pass::as_written)) return false;
    return options_.only_rules.empty() ||
           std::find(options_.only_rules.begin(), options_.only_rules.end(),
                     image_.string(rule.id)) != options_.only_rules.end();
  }

  /// Whether a rule is asked even where it is sure to be silent: somebody wants to know why.
  [[nodiscard]] bool asks_all() const { return options_.not_applicable || inquiry_ != nullptr; }

  void judge() {
    if (work_.document.tokens().empty()) return;
    work_.gates.choose(image_.rules, work_.document, work_.scan, work_.facts, asks_all());
    for (const RuleGate* gate : work_.gates.open()) {
      judge(*gate);
      stopwatch_.stop(gate->rule);
    }
    if (options_.not_applicable) std::sort(not_applicable_.begin(), not_applicable_.end());
    for (const std::uint32_t rule : not_applicable_) {
      report_.not_applicable.push_back(image_.string(image_.rules.rules[rule].id));
    }
  }

  void judge(const RuleGate& gate) {
    const Subject subject = this->subject(gate.rule);
    if (!is_wanted(subject.rule)) return;
    if (gate.asks != 0 || asks_all()) {
      if (const Holds holds = applies(subject); holds != Holds::yes) {
        if (holds == Holds::unknown && options_.not_applicable)
          not_applicable_.push_back(gate.rule);
        return;
      }
    }
    const std::size_t before = work_.findings.size();
    switch (subject.rule.form) {
      case RuleForm::find:
        return check_find(subject, holds_near, work_.findings);
      case RuleForm::limit:
        return check_limit(subject, holds_near, work_.findings);
      case RuleForm::missing:
        check_missing(subject, work_.findings);
        break;
      case RuleForm::detect:
        detectors()[subject.rule.detector].run(subject, work_.findings);
        break;
    }
    const auto is_dropped = [&](const Finding& finding) {
      return !finding.tokens.empty() && subject.rule.form != RuleForm::find &&
             ((subject.rule.form == RuleForm::detect && subject.is_shielded(finding.text)) ||
              !holds_near(subject, finding.tokens));
    };
    work_.findings.erase(
        std::remove_if(work_.findings.begin() + static_cast<std::ptrdiff_t>(before),
                       work_.findings.end(), is_dropped),
        work_.findings.end());
  }

  void score() {
    // What has been suppressed counts for nothing.
    if (!report_.suppressed.empty()) {
      std::set<std::pair<std::string_view, Span>> suppressed;
      for (const Suppressed& each : report_.suppressed) {
        suppressed.emplace(each.diagnostic.rule, each.diagnostic.span);
      }
      std::erase_if(work_.findings, [&](const Finding& finding) {
        return suppressed.contains({image_.string(image_.rules.rules[finding.rule].id),
                                    work_.reply.map.to_source(finding.text)});
      });
    }
    work_.lines.build(source_.bytes);
    report_.score = score_of(judged(), work_.lines);
  }

  void tell() {
    const auto& problems = work_.reply.problems;
    const bool may_suppress = tonelint::may_suppress(image_, work_.reply);
    if (work_.findings.empty() && problems.empty() && !may_suppress) return;
    work_.lines.build(source_.bytes);
    report_.diagnostics.reserve(work_.findings.size() + problems.size());
    for (const Diagnostic& problem : problems) {
      report_.diagnostics.push_back(problem);
      report_.diagnostics.back().position = work_.lines.position(problem.span.begin);
    }
    stopwatch_.stop(&Costs::rest);
    for (const Finding& finding : work_.findings) {
      tell(finding);
      stopwatch_.stop(finding.rule);
    }
    if (may_suppress) {
      suppress({image_, work_.reply, source_, context_, options_, work_.lines}, problems.size(),
               report_);
    }
    if (!problems.empty()) {
      std::stable_sort(
          report_.diagnostics.begin(), report_.diagnostics.end(),
          [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
    }
  }

  void tell(const Finding& finding) {
    const Subject subject = this->subject(finding.rule);
    const RuleRecord& rule = subject.rule;
    Diagnostic& out = report_.diagnostics.emplace_back();
    out.rule = image_.string(rule.id);
    out.level = rule.level;
    out.span = work_.reply.map.to_source(finding.text);
    if (options_.text) out.in_text = finding.text;
    out.position = work_.lines.position(out.span.begin, last_);
    out.match =
        finding.match.empty() ? std::string(work_.document.text(finding.text)) : finding.match;
    out.message = fill_message(subject, finding, out.match);
    out.why = image_.string(rule.why);
    out.category = image_.string(rule.category);
    out.link = image_.string(rule.link);
    if (!options_.rewrites) return;
    rewrites_of(subject, finding, work_.rewrites);
    out.rewrites.reserve(work_.rewrites.size());
    for (const Finding::Replacement& each : work_.rewrites) {
      out.rewrites.push_back(to_source(work_.document, reader_, source_.bytes, each));
    }
  }

  Workspace& work_;
  const GuideImage& image_;
  const Source& source_;
  const Context& context_;
  const LintOptions& options_;
  const Inquiry* inquiry_;
  Pass pass_;
  const Reader& reader_;
  Stopwatch stopwatch_;
  Report report_;
  std::vector<std::uint32_t> not_applicable_;
  LineIndex::Place last_;  ///< Of the finding that was told last.
};

/// Whether a draft has Liquid tags that its helpdesk reads, each with its partner.
bool has_variants(Workspace& work, const Guide& guide, const Source& source,
                  const Context& context) {
  if (source.bytes.find("{%") == std::string_view::npos) return false;
  const Helpdesk* helpdesk = helpdesk_of(context, guide.image());
  if (helpdesk != nullptr && !helpdesk->liquid) return false;
  return work.variants.read(beginning(source.bytes));
}

/// Checks a draft as it is written, and then each of the texts that it may become.
Report lint_variants(Workspace& work, const Guide& guide, const Source& source,
                     const Context& context, const LintOptions& options) {
  LintOptions wanted = options;
  wanted.score = false;
  Report report = Linting(work, guide, source, context, wanted, nullptr, Pass::as_written).run();
  VariantReports all(guide.image(), work.variants, work.reply.map, report);
  wanted = options;
  wanted.text = false;  // it is that of the draft as written
  for (std::size_t i = 0; i < work.variants.count(); ++i) {
    work.variants.left_out(i, work.reply.left_out);
    all.add(Linting(work, guide, source, context, wanted, nullptr, Pass::variant).run());
    wanted.score = false;
  }
  work.reply.left_out.clear();
  all.finish();
  return report;
}

/// Made in the function, so that memory running out while it is made is an exception like any
/// other.
Workspace& workspace() {
  thread_local Workspace made;
  made.reply.left_out.clear();  // where memory ran out between two variants
  return made;
}

}  // namespace

std::size_t Report::count(Level level) const {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [level](const Diagnostic& each) { return each.level == level; }));
}

Report lint(const Guide& guide, const Source& source, const Context& context,
            const LintOptions& options) {
  Workspace& work = workspace();
  if (!has_variants(work, guide, source, context)) {
    return Linting(work, guide, source, context, options, nullptr).run();
  }
  return lint_variants(work, guide, source, context, options);
}

Report lint(const Guide& guide, const Source& source, const Context& context,
            const LintOptions& options, const Inquiry& inquiry) {
  return Linting(workspace(), guide, source, context, options, &inquiry).run();
}

}  // namespace tonelint
