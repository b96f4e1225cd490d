#pragma once

#include <vector>

#include "checks/check.hpp"

namespace tonelint {

/// What the detectors run; each has a file of its own. `table.cpp` says what they find.
void detect_greeting_name(const Subject& subject, std::vector<Finding>& findings);
void detect_placeholder(const Subject& subject, std::vector<Finding>& findings);
void detect_placeholder_unknown(const Subject& subject, std::vector<Finding>& findings);
void detect_placeholder_fallback(const Subject& subject, std::vector<Finding>& findings);
void detect_placeholder_filter(const Subject& subject, std::vector<Finding>& findings);
void detect_placeholder_unclosed(const Subject& subject, std::vector<Finding>& findings);
void detect_template_tag(const Subject& subject, std::vector<Finding>& findings);
void detect_card_number(const Subject& subject, std::vector<Finding>& findings);
void detect_secret(const Subject& subject, std::vector<Finding>& findings);
void detect_repeated_word(const Subject& subject, std::vector<Finding>& findings);
void detect_repeated_passage(const Subject& subject, std::vector<Finding>& findings);
void detect_capitals(const Subject& subject, std::vector<Finding>& findings);
void detect_steps_in_prose(const Subject& subject, std::vector<Finding>& findings);
void detect_attachment(const Subject& subject, std::vector<Finding>& findings);
void detect_detail_echo(const Subject& subject, std::vector<Finding>& findings);
void detect_question_unanswered(const Subject& subject, std::vector<Finding>& findings);
void detect_imperatives(const Subject& subject, std::vector<Finding>& findings);
void detect_sentence_starts(const Subject& subject, std::vector<Finding>& findings);
void detect_step_actions(const Subject& subject, std::vector<Finding>& findings);
void detect_no_headings(const Subject& subject, std::vector<Finding>& findings);
void detect_late_answer(const Subject& subject, std::vector<Finding>& findings);
void detect_named_thing(const Subject& subject, std::vector<Finding>& findings);
void detect_weekday(const Subject& subject, std::vector<Finding>& findings);
void detect_link(const Subject& subject, std::vector<Finding>& findings);
void detect_foreign_data(const Subject& subject, std::vector<Finding>& findings);
void detect_wrong_language(const Subject& subject, std::vector<Finding>& findings);

}  // namespace tonelint
