#include "lint/suppress.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/glob.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

using SuppressionKind = Suppression::Kind;

/// What somebody asked for: silence of some rules, or of all.
struct Asked {
  struct Rule {
    std::string_view id;
    Span place;
    bool used = false;
  };
  std::vector<Rule> rules;  ///< Sorted by id. None: all rules.
  bool used = false;

  [[nodiscard]] bool covers(std::string_view id) const {
    return rules.empty() || std::binary_search(rules.begin(), rules.end(), Rule{id, {}}, by_id);
  }
  void use(std::string_view id) {
    used = true;
    const auto found = std::lower_bound(rules.begin(), rules.end(), Rule{id, {}}, by_id);
    if (found != rules.end()) found->used = true;
  }
  void sort() {
    std::stable_sort(rules.begin(), rules.end(), by_id);
    const auto same = [](const Rule& a, const Rule& b) { return a.id == b.id; };
    rules.erase(std::unique(rules.begin(), rules.end(), same), rules.end());
  }
  static bool by_id(const Rule& a, const Rule& b) { return a.id < b.id; }
};

struct Comment : Asked {
  const Suppression* read = nullptr;
  std::uint32_t begin = 0;                    ///< begin, end: from which byte on.
  std::size_t first_line = 0, last_line = 0;  ///< line, next_line.
  [[nodiscard]] SuppressionKind kind() const { return read->kind; }
  [[nodiscard]] bool is_block() const {
    return kind() == SuppressionKind::begin || kind() == SuppressionKind::end;
  }
};

/// An entry of the guide's `suppress` that is for this draft.
struct Entry : Asked {
  std::string_view reason;
  bool named = false;  ///< It names the draft itself, not by a pattern.
};

class Suppressing {
 public:
  Suppressing(const Judged& draft, std::size_t first, Report& report)
      : draft_(draft), first_(first), report_(report) {}

  void run() {
    for (const Suppression& each : draft_.reply.suppressions) read(each);
    for (const SuppressionRecord& each : draft_.guide.rules.suppressions) read(each);
    move();
    if (!draft_.options.only_rules.empty()) return;  // the others were not asked
    const std::size_t before = report_.diagnostics.size();
    for (std::size_t at = 0; at < comments_.size(); ++at) tell(at);
    for (const Entry& each : entries_) tell(each);
    if (report_.diagnostics.size() == before) return;
    std::stable_sort(
        report_.diagnostics.begin(), report_.diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  }

 private:
  [[nodiscard]] std::string_view bytes(Span span) const {
    return draft_.source.bytes.substr(span.begin, span.size());
  }

  void read(const Suppression& from) {
    Comment comment;
    comment.read = &from;
    comment.begin = from.source.begin;
    // Before the first word of a reply it is about all of it.
    if (draft_.reply.map.to_source({0, 0}).begin >= from.source.begin) comment.begin = 0;
    comment.first_line = draft_.lines.number(from.source.begin);
    comment.last_line = draft_.lines.number(from.source.end - 1);
    if (from.kind == SuppressionKind::next_line) {
      comment.first_line = comment.last_line + 1;
      while (comment.first_line <= draft_.lines.line_count() && is_blank(comment.first_line)) {
        ++comment.first_line;
      }
      comment.last_line = comment.first_line;
    }
    for (const Span rule : from.rules) comment.rules.push_back({bytes(rule), rule});
    comment.sort();
    comments_.push_back(std::move(comment));
  }

  [[nodiscard]] bool is_blank(std::size_t line) const {
    return bytes(draft_.lines.line(line)).find_first_not_of(" \t") == std::string_view::npos;
  }

  void read(const SuppressionRecord& from) {
    const RuleTables& tables = draft_.guide.rules;
    Entry entry;
    bool matches = false;
    for (const StringRef ref : tables.strings.subspan(from.replies.begin, from.replies.count)) {
      const std::string_view pattern = draft_.guide.string(ref);
      if (!matches_path(pattern, draft_.source.name) && !matches_path(pattern, draft_.context.id)) {
        continue;
      }
      matches = true;
      entry.named = entry.named || !is_glob(pattern);
    }
    if (!matches) return;
    if (from.all_rules == 0 && from.rules.count == 0) return;  // all of them are off
    entry.reason = draft_.guide.string(from.reason);
    for (const std::uint32_t rule : tables.refs.subspan(from.rules.begin, from.rules.count)) {
      entry.rules.push_back({draft_.guide.string(tables.rules[rule].id), {}});
    }
    entry.sort();
    entries_.push_back(std::move(entry));
  }

  void move() {
    std::vector<Diagnostic>& all = report_.diagnostics;
    std::size_t kept = first_;
    for (std::size_t at = first_; at < all.size(); ++at) {
      if (is_suppressed(all[at])) continue;
      if (kept != at) all[kept] = std::move(all[at]);
      ++kept;
    }
    all.resize(kept);
  }

  bool is_suppressed(Diagnostic& found) {
    if (Comment* comment = comment_about(found)) {
      comment->use(found.rule);
      report_.suppressed.push_back(
          {std::move(found), Suppressed::By::comment, std::string(bytes(comment->read->reason))});
      return true;
    }
    for (Entry& entry : entries_) {
      if (!entry.covers(found.rule)) continue;
      entry.use(found.rule);
      report_.suppressed.push_back(
          {std::move(found), Suppressed::By::guide, std::string(entry.reason)});
      return true;
    }
    return false;
  }

  /// The comment that silences a finding: one about its line before one about a passage.
  Comment* comment_about(const Diagnostic& found) {
    const std::size_t line = found.position.line;
    for (Comment& each : comments_) {
      if (each.kind() != SuppressionKind::line && each.kind() != SuppressionKind::next_line)
        continue;
      if (each.first_line <= line && line <= each.last_line && each.covers(found.rule)) {
        return &each;
      }
    }
    return open_before(comments_.size(), found.span.begin, found.rule);
  }

  /// The comment that silences a rule at some byte, of the first `count`: the last that speaks of
  /// it, unless that gives it back its voice.
  Comment* open_before(std::size_t count, std::uint32_t byte, std::string_view rule) {
    for (std::size_t at = count; at-- > 0;) {
      Comment& each = comments_[at];
      if (!each.is_block() || each.begin > byte || !each.covers(rule)) continue;
      return each.kind() == SuppressionKind::begin ? &each : nullptr;
    }
    return nullptr;
  }

  Diagnostic& add(std::string_view rule, Span place, std::string message) {
    Diagnostic& problem = report_.diagnostics.emplace_back();
    problem.rule = rule;
    problem.span = place;
    problem.position = draft_.lines.position(place.begin);
    problem.message = std::move(message);
    problem.match = bytes(place);
    problem.category = "suppression";
    return problem;
  }

  static std::string quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

  /// Adds “did you mean …?” and the edit that it comes to.
  static void guess(Diagnostic& problem, std::string_view meant) {
    if (meant.empty()) return;
    problem.message += " Did you mean " + quoted(meant) + "?";
    const std::string text(meant);
    problem.rewrites.push_back({text, {{problem.span, text}}, false});
  }

  void tell(std::size_t index) {
    const Comment& comment = comments_[index];
    const Span whole = comment.read->source;
    if (comment.kind() == SuppressionKind::unknown) {
      guess(add("suppression/unknown-comment", comment.read->word,
                "A comment cannot say " + quoted(bytes(comment.read->word)) + "."),
            nearest(bytes(comment.read->word), suppression_words));
      return;
    }
    for (const Asked::Rule& rule : comment.rules) tell_unknown(rule);
    if (draft_.options.require_reason && comment.kind() != SuppressionKind::end &&
        comment.read->reason.empty()) {
      add("suppression/no-reason", whole,
          "Say why this may stay: end the comment with two hyphens and a few words.")
          .level = Level::error;
    }
    if (comment.kind() == SuppressionKind::end) return tell_end(index);
    if (comment.rules.empty() && !comment.used) {
      add("suppression/unused", whole, "Nothing is found here. Take the comment away.");
    }
    for (const Asked::Rule& rule : comment.rules) {
      if (rule.used || !is_known(rule.id)) continue;
      add("suppression/unused", rule.place,
          quoted(rule.id) + (is_off(rule.id) ? " is switched off." : " finds nothing here.") +
              (comment.rules.size() > 1 ? " Take it out of the comment."
                                        : " Take the comment away."));
    }
  }

  /// A comment that gives rules back a voice which they never lost.
  void tell_end(std::size_t index) {
    const Comment& comment = comments_[index];
    if (comment.rules.empty()) {
      bool any = false;
      for (std::size_t at = index; at-- > 0 && !any;) {
        if (comments_[at].kind() == SuppressionKind::end && comments_[at].rules.empty()) break;
        any = comments_[at].kind() == SuppressionKind::begin;
      }
      if (!any) {
        add("suppression/unused", comment.read->source,
            "Nothing was disabled before this. Take the comment away.");
      }
    }
    for (const Asked::Rule& rule : comment.rules) {
      if (!is_known(rule.id) || open_before(index, comment.read->source.begin, rule.id)) continue;
      add("suppression/unused", rule.place, quoted(rule.id) + " was not disabled before this.");
    }
  }

  void tell(const Entry& entry) {
    if (!entry.named) return;
    constexpr std::string_view end = " Take it out of “suppress” in the guide.";
    if (entry.rules.empty() && !entry.used) {
      add("suppression/unused", {}, "The guide silences this reply, and nothing is found in it.")
          .message += end;
    }
    for (const Asked::Rule& rule : entry.rules) {
      if (rule.used) continue;
      add("suppression/unused", {},
          "The guide silences " + quoted(rule.id) + " in this reply, and it finds nothing.")
          .message += end;
    }
  }

  void tell_unknown(const Asked::Rule& rule) {
    constexpr std::size_t most = 20;  // guesses look at every rule
    if (is_known(rule.id) || ++unknown_ > most) return;
    std::vector<std::string_view> ids;
    for (const RuleRecord& each : draft_.guide.rules.rules) {
      ids.push_back(draft_.guide.string(each.id));
    }
    for (const StringRef each : draft_.guide.rules.off) ids.push_back(draft_.guide.string(each));
    guess(add("suppression/unknown-rule", rule.place, "There is no rule " + quoted(rule.id) + "."),
          nearest(rule.id, ids));
  }

  [[nodiscard]] bool is_off(std::string_view id) const {
    const auto& off = draft_.guide.rules.off;
    return std::any_of(off.begin(), off.end(),
                       [&](StringRef each) { return draft_.guide.string(each) == id; });
  }

  [[nodiscard]] bool is_known(std::string_view id) const {
    const auto& rules = draft_.guide.rules.rules;
    return is_off(id) || std::any_of(rules.begin(), rules.end(), [&](const RuleRecord& each) {
             return draft_.guide.string(each.id) == id;
           });
  }

  const Judged& draft_;
  std::size_t first_;
  Report& report_;
  std::vector<Comment> comments_;
  std::vector<Entry> entries_;
  std::size_t unknown_ = 0;
};

}  // namespace

void suppress(const Judged& draft, std::size_t first, Report& report) {
  Suppressing(draft, first, report).run();
}

}  // namespace tonelint
