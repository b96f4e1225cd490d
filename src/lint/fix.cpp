#include "tonelint/fix.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "lint/edited_text.hpp"

namespace tonelint {
namespace {

/// A rewrite on its way into the draft.
struct Candidate {
  std::size_t diagnostic;  ///< Its place in the report.
  std::vector<Edit> edits;
};

/// How the findings of a rule, before and after.
struct Tally {
  Level level = Level::suggestion;
  std::size_t before = 0, after = 0, applied = 0;
};
using Tallies = std::map<std::string_view, Tally>;

Tallies tally(const Report& before, const Report& after) {
  Tallies tallies;
  for (const Diagnostic& found : before.diagnostics) {
    Tally& of = tallies[found.rule];
    of.level = found.level;
    ++of.before;
  }
  for (const Diagnostic& found : after.diagnostics) {
    Tally& of = tallies[found.rule];
    of.level = found.level;
    ++of.after;
  }
  return tallies;
}

std::string_view line_break_of(std::string_view bytes) {
  const std::size_t end = bytes.find_first_of("\r\n");
  if (end == std::string_view::npos || bytes[end] == '\n') return "\n";
  return bytes.substr(end, 2) == "\r\n" ? "\r\n" : "\r";
}

std::string with_line_breaks(std::string_view text, std::string_view line_break) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += line_break;
    } else {
      out += c;
    }
  }
  return out;
}

class Fixing {
 public:
  Fixing(Report report, const Source& source, const Context& context, const FixOptions& options)
      : source_(source),
        context_(context),
        options_(options),
        line_break_(line_break_of(source.bytes)),
        bytes_left_(most_bytes + most_readings * source.bytes.size()),
        edited_(source.bytes),
        before_(report),
        now_{std::string(source.bytes), std::move(report)},
        left_alone_(before_.diagnostics.size()) {}

  FixResult run() {
    while (true) {
      const std::vector<Candidate> candidates = choose();
      if (candidates.empty()) break;
      good_.clear();
      keep_good(candidates, 0, candidates.size());
      if (good_.empty()) continue;  // others may be tried where these stood in the way
      std::vector<Edit> edits;
      for (const Candidate* each : good_) {
        edits.insert(edits.end(), each->edits.begin(), each->edits.end());
        applied_.push_back(std::move(now_.report.diagnostics[each->diagnostic]));
      }
      edited_.apply(edits);
      now_ = std::move(best_);
      left_alone_.assign(now_.report.diagnostics.size(), false);
    }
    std::size_t fixed = 0;
    for (const auto& [rule, of] : tally(before_, now_.report)) {
      fixed += of.before - std::min(of.before, of.after);
    }
    return {std::move(now_.bytes), edited_.edits(), std::move(applied_), fixed,
            std::move(now_.report)};
  }

 private:
  // Trying rewrites apart costs a reading each. Hostile drafts get no more than a few seconds.
  static constexpr std::size_t most_bytes = 16u << 20;
  static constexpr std::size_t most_readings = 4;

  struct State {
    std::string bytes;
    Report report;
  };

  /// The rewrites to try next, in order of place: none overlaps or touches another, for what stands
  /// next to a rewrite shapes it.
  [[nodiscard]] std::vector<Candidate> choose() const {
    std::vector<Candidate> all;
    const std::vector<Diagnostic>& found = now_.report.diagnostics;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Rewrite* rewrite = rewrite_to_apply(found[i], options_.all);
      if (rewrite == nullptr || left_alone_[i]) continue;
      all.push_back({i, rewrite->edits});
      for (Edit& edit : all.back().edits) edit.text = with_line_breaks(edit.text, line_break_);
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
      return a.edits.front().span.begin < b.edits.front().span.begin;
    });
    // What a rule misses is added last: a rewrite of the words that are there may say it.
    const auto adds = [](const Candidate& each) { return each.edits.front().span.empty(); };
    if (!std::all_of(all.begin(), all.end(), adds)) {
      all.erase(std::remove_if(all.begin(), all.end(), adds), all.end());
    }
    std::vector<Candidate> chosen;
    for (Candidate& each : all) {
      if (chosen.empty() || chosen.back().edits.back().span.end < each.edits.front().span.begin) {
        chosen.push_back(std::move(each));
      }
    }
    return chosen;
  }

  /// Tries candidates together; where that does no good, one half after the other.
  void keep_good(const std::vector<Candidate>& all, std::size_t begin, std::size_t end) {
    if (bytes_left_ < now_.bytes.size()) {
      for (std::size_t i = begin; i < end; ++i) left_alone_[all[i].diagnostic] = true;
      return;
    }
    const std::size_t good_before = good_.size();
    for (std::size_t i = begin; i < end; ++i) good_.push_back(&all[i]);
    if (is_good()) return;
    good_.resize(good_before);
    if (end - begin == 1) {
      left_alone_[all[begin].diagnostic] = true;
      return;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    keep_good(all, begin, middle);
    keep_good(all, middle, end);
  }

  /// Whether the draft is better with the rewrites of `good_`; if so it is the best so far.
  bool is_good() {
    std::vector<Edit> edits;
    for (const Candidate* each : good_) {
      edits.insert(edits.end(), each->edits.begin(), each->edits.end());
    }
    std::string bytes = with_edits(now_.bytes, edits);
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) return false;
    bytes_left_ -= std::min(bytes_left_, bytes.size());
    Report report = lint(now_.report.guide, {source_.name, bytes, source_.syntax}, context_);
    if (!is_better(report)) return false;
    best_ = {std::move(bytes), std::move(report)};
    return true;
  }

  /// No rule of weight speaks more often, each rewrite has taken its finding away, and in all there
  /// is less to say, which keeps rules from undoing each other's work for ever.
  [[nodiscard]] bool is_better(const Report& after) const {
    Tallies tallies = tally(now_.report, after);
    for (const Candidate* each : good_) {
      ++tallies[now_.report.diagnostics[each->diagnostic].rule].applied;
    }
    for (const auto& [rule, of] : tallies) {
      if (of.level != Level::suggestion && of.after > of.before) return false;
      if (of.applied > 0 && of.after + of.applied > of.before) return false;
    }
    for (const Level level : {Level::error, Level::warning}) {
      if (after.count(level) < now_.report.count(level)) return true;
    }
    return after.count(Level::suggestion) < now_.report.count(Level::suggestion);
  }

  const Source& source_;
  const Context& context_;
  const FixOptions& options_;
  std::string_view line_break_;
  std::size_t bytes_left_;
  EditedText edited_;
  Report before_;
  State now_, best_{{}, Report{.guide = now_.report.guide}};
  std::vector<const Candidate*> good_;
  std::vector<bool> left_alone_;  ///< Diagnostics whose rewrite did no good.
  std::vector<Diagnostic> applied_;
};

}  // namespace

const Rewrite* rewrite_to_apply(const Diagnostic& found, bool all) {
  if (found.rewrites.empty()) return nullptr;
  const Rewrite& first = found.rewrites.front();
  if (first.edits.empty() || (!first.safe && !all)) return nullptr;
  for (const Edit& edit : first.edits) {
    if (edit.span.empty() && !all) return nullptr;
    if (edit.text.find("…") != std::string::npos) return nullptr;
  }
  return &first;
}

bool may_fix(const Report& report) {
  return std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                     [](const Diagnostic& found) { return rewrite_to_apply(found) != nullptr; });
}

FixResult fix(const Guide& guide, const Source& source, const Context& context,
              const FixOptions& options) {
  return fix(lint(guide, source, context), source, context, options);
}

FixResult fix(Report report, const Source& source, const Context& context,
              const FixOptions& options) {
  return Fixing(std::move(report), source, context, options).run();
}

}  // namespace tonelint
