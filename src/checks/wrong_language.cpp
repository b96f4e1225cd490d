#include "checks/detectors.hpp"
#include "checks/language.hpp"

namespace tonelint {

void detect_wrong_language(const Subject& subject, std::vector<Finding>& findings) {
  const Facts& facts = subject.facts;
  const Document& document = subject.document;
  const Range body = document.part(Part::body);
  if (body.empty()) return;
  // What they write says more than what their profile says.
  std::string_view theirs;
  if (facts.message != nullptr) {
    theirs = language_of(*facts.message);
  } else if (facts.context != nullptr) {
    theirs = language_named(facts.context->customer.language);
  }
  if (theirs.empty()) return;
  const std::string_view ours = language_of(document);
  if (ours.empty() || ours == theirs) return;
  const Range first = document.sentences()[document.sentence_of(body.begin)].tokens;
  if (!subject.in_scope(first)) return;
  findings.push_back(subject.finding(first));
  findings.back().match = theirs;
}

}  // namespace tonelint
