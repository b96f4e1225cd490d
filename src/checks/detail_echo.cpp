#include <algorithm>

#include "checks/detectors.hpp"
#include "checks/echo.hpp"

namespace tonelint {
namespace {

/// A message with less to take up is a thank-you or a greeting.
constexpr std::size_t fewest_details = 3;

}  // namespace

void detect_detail_echo(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  if (subject.facts.message == nullptr) return;
  if (document.word_count() < subject.option("words", 25)) return;
  const auto min = static_cast<std::size_t>(subject.option("min", 1));
  Range whole = body_of(document);
  if (const double sentences = subject.option("sentences", 0); sentences > 0) {
    const auto last = document.sentence_of(whole.begin) + static_cast<std::uint32_t>(sentences) - 1;
    if (last < document.sentences().size()) {
      whole.end = std::min(whole.end, document.sentences()[last].tokens.end);
    }
  }
  thread_local std::vector<std::uint32_t> echoes;
  if (find_echoes(document, whole, subject.facts, min, echoes) < fewest_details) return;
  if (echoes.size() >= min) return;
  const Range first = document.sentences()[document.sentence_of(whole.begin)].tokens;
  if (!subject.in_scope(first)) return;
  findings.push_back(subject.finding(first));
  findings.back().count = static_cast<double>(echoes.size());
}

}  // namespace tonelint
