#include "checks/check.hpp"

namespace tonelint {
namespace {

/// "Hello and thank you for writing!": what comes behind the greeting is one sentence with it.
bool goes_on(const Document& document, std::uint32_t body) {
  return body > 0 && document.tokens()[body - 1].counts() &&
         !document.tokens()[body].has(Token::newline_before);
}

/// The place a rewrite would go to, and the words nearest to it.
Finding place_for(const Subject& subject) {
  const Document& document = subject.document;
  const auto count = static_cast<std::uint32_t>(document.tokens().size());
  const Range body = document.part(Part::body);
  const Range whole = body.empty() ? Range{0, count} : body;
  const bool at_end = subject.rule.at == InsertAt::end;
  const bool at_start =
      subject.rule.at == InsertAt::start || subject.rule.at == InsertAt::after_greeting;
  // The words shown are the sentence next to the place.
  const std::uint32_t near = at_start ? whole.begin : whole.end - 1;
  const Range sentence = document.sentences()[document.sentence_of(near)].tokens;
  Finding finding = subject.finding(sentence);
  const auto insert = [&](std::uint32_t at, std::string_view before, std::string_view after) {
    for (std::uint32_t i = 0; i < subject.rule.rewrites.count; ++i) {
      const RewriteRecord& rewrite = subject.phrases.rewrites[subject.rule.rewrites.begin + i];
      std::string text(before);
      text += subject.phrases.string(rewrite.text, rewrite.size);
      text += after;
      finding.replacements.push_back({{at, at}, std::move(text), rewrite.safe != 0});
    }
  };
  const auto begin_of = [&](std::uint32_t token) { return document.tokens()[token].begin; };
  if (subject.rule.at == InsertAt::start) {
    insert(begin_of(0), "", "\n\n");
  } else if (subject.rule.at == InsertAt::after_greeting && !goes_on(document, whole.begin)) {
    insert(begin_of(whole.begin), "", " ");
  } else if (at_start) {
    insert(document.span(sentence).end, " ", "");
  } else {
    const std::uint32_t last = at_end ? count : whole.end;
    insert(document.tokens()[last - 1].end, at_end ? "\n\n" : " ", "");
  }
  return finding;
}

}  // namespace

/// `missing`: one of these cues should stand here.
void check_missing(const Subject& subject, std::vector<Finding>& findings) {
  if (subject.document.word_count() == 0) return;
  for (const ListId list :
       subject.tables.refs.subspan(subject.rule.cues.begin, subject.rule.cues.count)) {
    bool found = false;
    subject.scan.for_each_hidden(list, [&](const Hit& hit) {
      return !(found = subject.in_scope(hit.tokens) && !subject.is_shielded(hit.text));
    });
    if (found) return;
  }
  findings.push_back(place_for(subject));
}

}  // namespace tonelint
