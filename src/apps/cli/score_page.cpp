#include "apps/cli/score_page.hpp"

#include <algorithm>

#include "apps/cli/stream.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

void paragraph(TerminalText& text, Style style, std::string_view words, std::size_t indent) {
  text.wrap(style, words, indent);
  text.line_end();
}

void show(TerminalText& text, const EarningText& earning) {
  std::string points(earning.cost ? "−" : "+");
  points += std::to_string(earning.points);
  text.tab_to(earning.points < 10 ? 3 : 2);
  text.add(earning.cost ? Style::warning : Style::good, points);
  text.tab_to(6);
  std::string words = earning.name;
  if (!earning.advice.empty()) words.append(": ").append(earning.advice);
  paragraph(text, Style::plain, words, 6);
  for (const std::string& condition : earning.conditions) {
    paragraph(text, Style::faint, condition, 6);
  }
}

void show(TerminalText& text, const DimensionText& dimension) {
  text.line_end();
  text.add(Style::strong, dimension.name);
  text.add(Style::faint, " · weight " + std::to_string(dimension.weight) + " · begins at " +
                             std::to_string(dimension.start));
  text.line_end();
  for (const std::string& condition : dimension.conditions) {
    paragraph(text, Style::faint, condition, 2);
  }
  for (const EarningText& earning : dimension.earns) show(text, earning);
  if (dimension.loses.empty()) return;
  std::string losing = "findings under ";
  for (std::size_t i = 0; i < dimension.loses.size(); ++i) {
    if (i > 0) losing += "; ";
    losing += dimension.loses[i];
  }
  text.tab_to(3);
  text.add(Style::warning, "−");
  text.tab_to(6);
  paragraph(text, Style::plain, losing, 6);
}

}  // namespace

std::string score_page(const LoadedGuide& loaded) {
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  text.add(Style::strong, "score");
  text.add(Style::faint, ", shown by tonelint check --score");
  text.line_end();
  if (loaded.score.empty()) {
    paragraph(text, Style::plain, "This guide has no score. “extends: support” brings one.", 2);
    return out;
  }
  for (
      const std::string_view each :
      {"A draft has a score in each dimension below, from 0 to 100, and an overall score, which is "
       "their mean, each counted by its weight. A dimension that does not apply is left out.",
       "A dimension begins with some points. What the draft earns fills the rest: each thing once, "
       "however often it is said; half of it in words that everybody uses or a suggestion speaks "
       "of; none in words that the guide warns of. What does not apply is not asked for.",
       "What is marked − takes points away. A finding takes 25 for an error, 10 for a warning and "
       "4 for a suggestion; in a reply longer than 75 words less, in proportion.",
       "From 80 on a draft is good, below 60 it wants work. An error holds it back, whatever the "
       "score. It helps with one draft; it is no measure of people."}) {
    paragraph(text, Style::plain, each, 2);
  }
  for (const DimensionText& dimension : loaded.score) show(text, dimension);
  text.line_end();
  paragraph(text, Style::strong, "To change it, in your tonelint.yaml", 0);
  for (const std::string_view line : {"score:", "  warmth: 25               # its weight",
                                      "  empathy:", "    earns: {apology: 30}   # its points"}) {
    text.tab_to(2);
    text.add(Style::faint, line);
    text.line_end();
  }
  return out;
}

}  // namespace tonelint::cli
