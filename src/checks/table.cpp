#include "checks/detectors.hpp"

namespace tonelint {
namespace {

constexpr std::string_view greeting_name_options[] = {"missing", "wrong"};
constexpr std::string_view capitals_options[] = {"letters"};
constexpr std::string_view min_option[] = {"min"};
constexpr std::string_view max_option[] = {"max"};

constexpr Detector table[] = {
    {"greeting-name", "a greeting without the customer's name, or with a wrong or misspelt one",
     greeting_name_options, detect_greeting_name},
    {"placeholder",
     "a placeholder left in a draft; a greeting with a hole for the name",
     {},
     detect_placeholder},
    {"card-number", "a payment card number that passes its check digit", {}, detect_card_number},
    {"secret", "a password, key or token given away", {}, detect_secret},
    {"repeated-word", "the same word twice in a row: “the the”", {}, detect_repeated_word},
    {"repeated-passage", "the same sentence or paragraph twice", {}, detect_repeated_passage},
    {"capitals", "words or runs of words in capitals", capitals_options, detect_capitals},
    {"steps-in-prose", "instructions told one after another in a paragraph", min_option,
     detect_steps_in_prose},
    {"attachment", "an attachment that is promised but not there", {}, detect_attachment},
    {"detail-echo", "a reply that takes up nothing of the customer's message", min_option,
     detect_detail_echo},
    {"question-unanswered",
     "a customer's question that the reply never touches",
     {},
     detect_question_unanswered},
    {"imperatives", "a run of bare commands", max_option, detect_imperatives},
    {"sentence-starts", "too many sentences that start with “Please”", max_option,
     detect_sentence_starts},
};

}  // namespace

std::span<const Detector> detectors() { return table; }

}  // namespace tonelint
