#include "output/score_block.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace tonelint {
namespace {

constexpr std::size_t most_gains = 3;
/// From here on the words stand beside the bar, else below it.
constexpr std::size_t wide = 64;

Style style_of_score(int score) {
  return score >= 80 ? Style::good : score >= 60 ? Style::suggestion : Style::warning;
}

std::string quote(std::string_view words) {
  std::string text = "“";
  for (const char c : words) text += c == '\n' || c == '\r' ? ' ' : c;
  text += "”";
  return text;
}

std::string right(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  std::string out(width - std::min(width, digits.size()), ' ');
  return out.append(digits);
}

/// "+25 “Thank you”", "−4 “actually” (rule)"; nothing for what is missing or changes nothing.
std::string told(const ScorePart& part) {
  using Kind = ScorePart::Kind;
  if (part.kind == Kind::missing || part.points == 0) return {};
  std::string text;
  text += part.points < 0 ? "−" : "+";
  text += std::to_string(std::abs(part.points));
  if (!part.words.empty()) {
    text += ' ';
    text += quote(part.words);
  }
  if (part.kind == Kind::half) text += " (heard often: half)";
  if (part.kind == Kind::finding) text.append(" (").append(part.name).append(")");
  return text;
}

void add_gain(TerminalText& out, const ScoreGain& gain) {
  out.tab_to(gain.points < 10 ? 3 : 2);
  out.add(Style::good, std::string("+").append(std::to_string(gain.points)));
  out.add(Style::plain, " ");
  std::string advice(gain.advice);
  if (advice.empty()) {
    advice = std::string("put right: ").append(gain.name);
    advice.append(", line ").append(std::to_string(gain.position.line));
  }
  out.wrap(Style::plain, advice, 6);
  out.line_end();
}

void add_dimension(TerminalText& out, const ScoreDimension& dimension, std::size_t name_width) {
  const std::size_t cells = out.width() >= wide ? 10 : 5;
  out.tab_to(2);
  out.add(dimension.applicable ? Style::plain : Style::faint, dimension.name);
  out.tab_to(2 + name_width + 1);
  std::string full, rest;
  const std::size_t filled =
      dimension.applicable ? (static_cast<std::size_t>(dimension.score) * cells + 50) / 100 : 0;
  for (std::size_t i = 0; i < cells; ++i) (i < filled ? full : rest) += i < filled ? "█" : "░";
  out.add(style_of_score(dimension.score), full);
  out.add(Style::faint, rest);
  if (!dimension.applicable) {
    out.add(Style::faint, "   –  not called for");
    out.line_end();
    return;
  }
  out.add(Style::plain, right(dimension.score, 4));
  const bool beside = out.width() >= wide;
  const std::size_t indent = beside ? out.column() + 2 : 4;
  bool first = true;
  for (const ScorePart& part : dimension.parts) {
    const std::string text = told(part);
    if (text.empty()) continue;
    const bool fits = out.column() + 2 + columns_of(text) <= out.width();
    if (first ? !beside : !fits) out.line_end();
    if (out.column() == 0 || first) {
      out.tab_to(indent);
    } else {
      out.add(Style::faint, " ");  // wrap adds another
    }
    first = false;
    out.wrap(part.points < 0 ? Style::warning : Style::faint, text, indent);
  }
  out.line_end();
}

}  // namespace

void append_score(TerminalText& out, const Score& score) {
  out.add(Style::strong, "Score ");
  out.add(style_of_score(score.overall), std::to_string(score.overall));
  out.add(Style::strong, " of 100");
  if (score.blocked) out.add(Style::error, ", held back by an error");
  out.line_end();
  for (std::size_t i = 0; i < std::min(score.gains.size(), most_gains); ++i) {
    add_gain(out, score.gains[i]);
  }
  out.line_end();
  std::size_t name_width = 0;
  for (const ScoreDimension& each : score.dimensions) {
    name_width = std::max(name_width, std::min<std::size_t>(columns_of(each.name), 20));
  }
  for (const ScoreDimension& each : score.dimensions) add_dimension(out, each, name_width);
}

}  // namespace tonelint
