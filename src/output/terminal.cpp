#include "tonelint/terminal.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "output/excerpt.hpp"
#include "output/record_name.hpp"
#include "output/score_block.hpp"
#include "output/writers.hpp"

namespace tonelint {
namespace {

constexpr std::size_t most_rewrites = 3;

std::string quoted_list(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) {
    if (!list.empty()) list += ", ";
    list += "“" + word + "”";
  }
  return list;
}

/// Our face for people: one finding after the other, then a line that sums up.
class TerminalWriter : public Writer {
 public:
  explicit TerminalWriter(const OutputOptions& options) : options_(options) {}

  void reply(const Checked& checked, std::string& out) override {
    const Report& report = checked.report;
    const auto is_shown = [&](const Diagnostic& found) {
      return !options_.quiet || found.level != Level::suggestion;
    };
    const bool found_any =
        std::any_of(report.diagnostics.begin(), report.diagnostics.end(), is_shown);
    const bool scored = options_.score && report.score;
    if (!found_any && !scored) return;
    if (any_shown_ || any_scored_) divide(out);
    TerminalText text(out, options_);
    any_shown_ = any_shown_ || found_any;
    any_scored_ = any_scored_ || scored;
    introduce(checked, text);
    explained_.clear();
    bool first = true;
    for (const Diagnostic& found : report.diagnostics) {
      if (!is_shown(found)) continue;
      if (!first) text.line_end();
      first = false;
      show(checked.source, found, text);
    }
    if (!scored) return;
    if (found_any) {
      text.line_end();
    } else {
      text.add(Style::plain, checked.source.name);
      text.line_end();
    }
    append_score(text, *report.score);
  }

  void end(const Summary& summary, std::string& out) override {
    TerminalText text(out, options_);
    if (any_shown_ || any_scored_) text.line_end();
    if (any_shown_) {
      sum_up(summary, text);
    } else if (!options_.quiet && summary.replies > 0) {
      text.add(Style::good,
               summary.known > 0
                   ? "Nothing new in " + counted(summary.replies, "reply", "replies") + "."
               : summary.replies == 1 ? "Nothing to change. Your reply is ready to send."
                                      : "Nothing to change in " + std::to_string(summary.replies) +
                                            " replies. They are ready to send.");
      count_suppressed(summary, text);
      count_known(summary, text);
      count_skipped(summary, text);
      text.line_end();
    } else if (!options_.quiet && summary.skipped > 0) {
      text.add(Style::plain, "Nothing was checked.");
      count_skipped(summary, text);
      text.line_end();
    }
  }

 private:
  /// Between the findings of one reply and those of the next. The same each time, so made once.
  void divide(std::string& out) {
    if (divider_.empty()) {
      TerminalText text(divider_, options_);
      text.line_end();
      std::string line;
      for (std::size_t i = 0; i < std::min<std::size_t>(text.width(), 60); ++i) line += "─";
      text.add(Style::faint, line);
      text.line_end();
      text.line_end();
    }
    out += divider_;
  }

  /// What is known of the reply as a whole, if anything.
  static void introduce(const Checked& checked, TerminalText& text) {
    const Mood& mood = checked.report.mood;
    if (const std::string name = name_of(checked.report.record); !name.empty()) {
      text.add(Style::strong, checked.source.name);
      text.add(Style::faint, " ›");
      text.wrap(Style::strong, name, 2);
      text.line_end();
      text.line_end();
    }
    if (mood.kind == Mood::Kind::neutral && checked.id.empty()) return;
    std::string line;
    if (!checked.id.empty()) line = "Reply " + std::string(checked.id) + ". ";
    if (mood.kind != Mood::Kind::neutral) {
      line += "The customer sounds " + std::string(name_of(mood.kind));
      line += mood.words.empty() ? "." : ": " + quoted_list(mood.words);
    }
    text.wrap(Style::faint, line, 0);
    text.line_end();
    text.line_end();
  }

  void show(const Source& source, const Diagnostic& found, TerminalText& text) {
    text.add(Style::plain, source.name);
    text.add(Style::plain, ":");
    text.add(Style::plain, std::to_string(found.position.line));
    text.add(Style::plain, ":");
    text.add(Style::plain, std::to_string(found.position.column));
    text.add(Style::plain, " ");
    text.add(style_of(found.level), name_of(found.level));
    text.add(Style::plain, " ");
    text.add(Style::faint, found.rule);
    if (!found.branch.empty()) text.wrap(Style::faint, "in the branch " + found.branch, 2);
    text.line_end();
    text.wrap(Style::strong, found.message, 2);
    text.line_end();
    append_excerpt(text, source.bytes, found);
    show_rewrites(found, text);
    show_reason(found, text);
  }

  static void show_rewrites(const Diagnostic& found, TerminalText& text) {
    const std::size_t count = std::min(found.rewrites.size(), most_rewrites);
    if (count == 0) return;
    const std::size_t indent = excerpt_margin(found);
    bool review = false;
    for (std::size_t i = 0; i < count; ++i) {
      const Rewrite& rewrite = found.rewrites[i];
      review = review || !rewrite.safe;
      text.tab_to(indent - 2);
      text.add(Style::good, i == 0 ? "→ " : "  ");
      if (i > 0) text.add(Style::faint, "or");
      if (i == 0 && found.match.empty()) text.add(Style::faint, "add:");
      text.wrap(Style::good, rewrite.text.empty() ? "leave it out" : rewrite.text, indent);
      if (i + 1 == count && review) {
        constexpr std::string_view note = "(see that it fits)";
        if (text.column() + 1 + note.size() > text.width()) text.line_end();
        text.wrap(Style::faint, note, indent);
      }
      text.line_end();
    }
  }

  /// Once for each rule and reply: a reason read twice is no better than read once.
  void show_reason(const Diagnostic& found, TerminalText& text) {
    if (found.why.empty()) return;
    if (std::find(explained_.begin(), explained_.end(), found.rule) != explained_.end()) return;
    explained_.push_back(found.rule);
    text.wrap(Style::faint, found.why, 2);
    text.line_end();
  }

  void sum_up(const Summary& summary, TerminalText& text) const {
    struct Count {
      std::size_t count;
      Style style;
      std::string_view thing;
    };
    const Count counts[] = {
        {summary.errors, Style::error, "error"},
        {summary.warnings, Style::warning, "warning"},
        {options_.quiet ? 0 : summary.suggestions, Style::suggestion, "suggestion"},
    };
    bool first = true;
    for (const Count& count : counts) {
      if (count.count == 0) continue;
      if (!first) text.add(Style::plain, ", ");
      first = false;
      text.add(count.style, counted(count.count, count.thing));
    }
    const std::size_t found_in = summary.replies - summary.clean;
    std::string where = "in ";
    if (found_in < summary.replies) where += std::to_string(found_in) + " of ";
    where += counted(summary.replies, "reply", "replies") + ".";
    text.wrap(Style::plain, where, 0);
    if (summary.fixable > 0) {
      add_remark(std::to_string(summary.fixable) + " can be fixed by tonelint fix.", text);
    }
    count_suppressed(summary, text);
    count_known(summary, text);
    count_skipped(summary, text);
    text.line_end();
  }

  static void count_suppressed(const Summary& summary, TerminalText& text) {
    if (summary.suppressed == 0) return;
    add_remark(counted(summary.suppressed, "finding") + " suppressed.", text);
  }

  static void count_known(const Summary& summary, TerminalText& text) {
    if (summary.known == 0) return;
    add_remark(counted(summary.known, "known finding") + " not shown.", text);
  }

  static void count_skipped(const Summary& summary, TerminalText& text) {
    const auto remark = [&](std::size_t records, const std::string& why) {
      if (records > 0) add_remark(counted(records, "record is", "records are") + why, text);
    };
    remark(summary.skipped - summary.other_languages, " not for customers.");
    remark(summary.other_languages, " in another language.");
  }

  /// A sentence more, on this line or the next.
  static void add_remark(const std::string& remark, TerminalText& text) {
    if (text.column() + 1 + remark.size() > text.width()) text.line_end();
    text.wrap(Style::plain, remark, 0);
  }

  OutputOptions options_;
  std::string divider_;
  std::vector<std::string_view> explained_;
  bool any_shown_ = false, any_scored_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_terminal(const OutputOptions& options) {
  return std::make_unique<TerminalWriter>(options);
}

}  // namespace tonelint
