#include <algorithm>

#include "checks/detectors.hpp"

namespace tonelint {
namespace {

constexpr std::string_view greeting_name_options[] = {"missing", "wrong"};
constexpr std::string_view capitals_options[] = {"letters"};
constexpr std::string_view detail_echo_options[] = {"min", "sentences", "words"};
constexpr std::string_view foreign_data_options[] = {"emails", "numbers"};
constexpr std::string_view min_option[] = {"min"};
constexpr std::string_view max_option[] = {"max"};

constexpr Detector table[] = {
    {"greeting-name", "a greeting without the customer's name, or with a wrong or misspelt one",
     greeting_name_options, detect_greeting_name},
    {"placeholder",
     "a placeholder left in a draft; a greeting with a hole for the name",
     {},
     detect_placeholder,
     true},
    {"placeholder-unknown",
     "a variable that the helpdesk does not know",
     {},
     detect_placeholder_unknown,
     true,
     no_placeholder},
    {"placeholder-fallback",
     "a customer's name without a word for when it is not known",
     {},
     detect_placeholder_fallback,
     true,
     no_placeholder},
    {"placeholder-filter",
     "a filter that the helpdesk does not know, or a fallback in another's way",
     {},
     detect_placeholder_filter,
     true,
     no_placeholder},
    {"placeholder-unclosed",
     "a placeholder or tag whose brackets do not close: {{ticket.id}",
     {},
     detect_placeholder_unclosed,
     true},
    {"template-tag",
     "an {% if %} without its {% endif %}, an {% else %} that stands alone",
     {},
     detect_template_tag,
     true,
     no_placeholder},
    {"card-number",
     "a payment card number that passes its check digit",
     {},
     detect_card_number,
     false,
     no_number},
    {"secret", "a password, key or token given away", {}, detect_secret},
    {"repeated-word", "the same word twice in a row: “the the”", {}, detect_repeated_word},
    {"repeated-passage", "the same sentence or paragraph twice", {}, detect_repeated_passage},
    {"capitals", "words or runs of words in capitals", capitals_options, detect_capitals, false,
     no_capitals},
    {"steps-in-prose", "instructions told one after another in a paragraph", min_option,
     detect_steps_in_prose, false, no_imperative},
    {"attachment", "an attachment that is promised but not there", {}, detect_attachment},
    {"detail-echo", "a reply that takes up nothing of the customer's message", detail_echo_options,
     detect_detail_echo, false, no_message},
    {"question-unanswered",
     "a customer's question that the reply never touches",
     {},
     detect_question_unanswered,
     false,
     no_message},
    {"imperatives", "a run of bare commands", max_option, detect_imperatives, false, no_imperative},
    {"sentence-starts", "too many sentences that start with “Please”", max_option,
     detect_sentence_starts, false, no_please},
    {"step-actions", "a step of a list that is several", max_option, detect_step_actions, false,
     no_imperative},
    {"no-headings", "a long reply without heading, list or bold words", max_option,
     detect_no_headings},
    {"late-answer", "the yes or no to a question far down in the reply", max_option,
     detect_late_answer, false, no_message},
    {"named-thing",
     "“your item” where the customer said what it is",
     {},
     detect_named_thing,
     false,
     no_message},
    {"weekday",
     "a weekday that does not fit its date, or a date that no calendar has",
     {},
     detect_weekday,
     false,
     no_weekday},
    {"link", "a link that leads nowhere: inner, empty or misspelt", {}, detect_link},
    {"foreign-data", "an address or a number that nobody in the conversation has named",
     foreign_data_options, detect_foreign_data, false, no_thread},
    {"wrong-language",
     "a reply in another language than the customer's",
     {},
     detect_wrong_language},
};

}  // namespace

bool is_switch(std::string_view option) {
  constexpr std::string_view switches[] = {"missing", "wrong", "emails", "numbers"};
  return std::find(std::begin(switches), std::end(switches), option) != std::end(switches);
}

std::span<const Detector> detectors() { return table; }

}  // namespace tonelint
