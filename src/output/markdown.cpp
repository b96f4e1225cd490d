#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "output/record_name.hpp"
#include "output/writers.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::size_t most_rows = 60;       // of findings; a longer table nobody reads
constexpr std::size_t most_bytes = 60'000;  // a comment on GitHub takes 65,536 characters
constexpr std::size_t most_cell = 300;      // bytes of one cell, about
constexpr std::size_t most_rules = 20;

/// Appends text that shows as it is: no markup, no line break, nobody mentioned and no issue
/// linked.
void append_plain(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  for (std::size_t at = 0; at < text.size();) {
    if (out.size() - begin > most_cell) {
      out += " …";
      return;
    }
    const char c = text[at];
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '@' || c == '#') {
      out += '\\';
      out += c;
      out += "<!-- -->";
    } else if (std::string_view("\\`*_{}[]()>+!|~$:").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else {
      out += decoded.valid ? text.substr(at, decoded.size) : utf8::replacement_bytes;
    }
    at += decoded.size;
  }
}

/// What `--baseline` keeps silent about.
std::string known(const Summary& summary) {
  return counted(summary.known, "known finding") + (summary.known == 1 ? " is" : " are") +
         " not shown.";
}

/// Writes a summary for people who are on a page of a forge: how it went, which rules speak most,
/// and the findings, errors first. Holds only as many of them as it will show.
class MarkdownWriter : public Writer {
 public:
  void reply(const Checked& checked, std::string& out) override {
    static_cast<void>(out);
    for (const Diagnostic& found : checked.report.diagnostics) {
      const auto level = static_cast<std::size_t>(found.level);
      ++rules_[std::string(found.rule)][level];
      if (rows_[level].size() < most_rows) rows_[level].push_back(row(checked, found));
    }
  }

  void end(const Summary& summary, std::string& out) override {
    const std::size_t all = summary.errors + summary.warnings + summary.suggestions;
    out += summary.errors > 0     ? "### ❌ tonelint: "
           : summary.warnings > 0 ? "### ⚠️ tonelint: "
                                  : "### ✅ tonelint: ";
    if (all == 0) {
      out += "nothing to say in " + replies(summary.replies) + "\n";
      if (summary.known > 0) out += "\n" + known(summary) + "\n";
      return;
    }
    out += counted(summary.errors, "error") + ", " + counted(summary.warnings, "warning") + ", " +
           counted(summary.suggestions, "suggestion") + " in " + replies(summary.replies) + "\n\n";
    out += replies(summary.replies - summary.clean) +
           (summary.replies - summary.clean == 1 ? " wants" : " want") + " a look; " +
           std::to_string(summary.clean) + (summary.clean == 1 ? " is" : " are") +
           " fine as written.";
    if (summary.fixable > 0) {
      out += " `tonelint fix` mends " + counted(summary.fixable, "finding") + " by itself.";
    }
    if (summary.known > 0) out += " " + known(summary);
    out += "\n\n";
    add_rows(all, out);
    add_rules(out);
  }

 private:
  using Counts = std::array<std::size_t, 3>;

  static std::string replies(std::size_t count) { return counted(count, "reply", "replies"); }

  static std::string row(const Checked& checked, const Diagnostic& found) {
    std::string out = found.level == Level::error     ? "| ❌ error | "
                      : found.level == Level::warning ? "| ⚠️ warning | "
                                                      : "| 💡 suggestion | ";
    append_plain(out, checked.source.name);
    out += "\\:" + std::to_string(found.position.line);
    if (const std::string name = name_of(checked.report.record); !name.empty()) {
      out += "<br>";
      append_plain(out, name);
    }
    out += " | ";
    append_plain(out, found.message + in_branch(found));
    out += " | ";
    if (!found.rewrites.empty()) {
      const std::string& better = found.rewrites.front().text;
      append_plain(out, better.empty() ? "leave it out" : better);
    }
    out += " | ";
    append_plain(out, found.rule);
    out += " |\n";
    return out;
  }

  void add_rows(std::size_t all, std::string& out) const {
    out += "| | Where | What | Better | Rule |\n|---|---|---|---|---|\n";
    std::size_t shown = 0;
    for (const Level level : {Level::error, Level::warning, Level::suggestion}) {
      for (const std::string& row : rows_[static_cast<std::size_t>(level)]) {
        if (shown == most_rows || out.size() + row.size() > most_bytes) break;
        out += row;
        ++shown;
      }
    }
    out += '\n';
    if (shown < all) {
      out += std::to_string(all - shown) + " more stand in the full report.\n\n";
    }
  }

  /// The rules that speak most. Equal ones come by their names.
  void add_rules(std::string& out) const {
    std::vector<std::pair<std::size_t, std::string_view>> order;
    for (const auto& [name, counts] : rules_) {
      order.emplace_back(counts[0] + counts[1] + counts[2], name);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    out += "<details><summary>By rule</summary>\n\n| Rule | Findings |\n|---|---:|\n";
    for (std::size_t i = 0; i < order.size() && i < most_rules; ++i) {
      out += "| ";
      append_plain(out, order[i].second);
      out += " | " + std::to_string(order[i].first) + " |\n";
    }
    if (order.size() > most_rules) {
      out += "\n" + std::to_string(order.size() - most_rules) + " more rules spoke.\n";
    }
    out += "\n</details>\n";
  }

  std::array<std::vector<std::string>, 3> rows_;  ///< By level.
  std::map<std::string, Counts> rules_;
};

}  // namespace

std::unique_ptr<Writer> make_markdown(const OutputOptions&) {
  return std::make_unique<MarkdownWriter>();
}

}  // namespace tonelint
