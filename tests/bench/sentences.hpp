#pragma once

#include <string_view>

/// What made-up replies are put together from. Slots in braces are filled by the generator.
namespace bench {

inline constexpr std::string_view good_sentences[] = {
    "I've looked at order {order} and can see where it went wrong.",
    "The {product} left our depot in {city} on {date} and should be with you by {date}.",
    "I've refunded {amount} to your card; most banks show it within {days} days.",
    "Your account is open again, and the three projects in it are as you left them.",
    "The charge of {amount} on {date} was for the yearly plan, which renews by itself.",
    "I've turned the renewal off, so nothing more will be taken.",
    "Our team in {city} is repairing the {product} now and will test it before it goes back.",
    "If it hasn't arrived by {date}, reply here and I'll send another one the same day.",
    "You asked whether the {product} works abroad: it does, with any plug adapter.",
    "The invoice for {amount} is under Billing, in the row for {date}.",
    "I tried it with the same settings and got the same error, so it isn't anything you did.",
    "A fix is being tested today, and I expect it to reach you on {date}.",
    "Until then you can export the list as a spreadsheet and print it from there.",
    "I've made a note on your account so that you won't have to explain this again.",
    "You can return the {product} within {days} days, even if the box is open.",
    "The label is on its way to your inbox; any post office in {city} will take the parcel.",
    "That price was valid until {date}, and I've applied it to your order all the same.",
    "The new address is saved, and the courier has it too.",
    "It takes about {days} minutes and none of your data is touched.",
    "Both seats are now on one invoice of {amount} a month.",
};

inline constexpr std::string_view bad_sentences[] = {
    "Unfortunately we are unable to process your request at this time.",
    "As per our policy, refunds are not possible after {days} days.",
    "You failed to provide the order number, so we could not help you.",
    "We apologize for any inconvenience this may have caused.",
    "Please be advised that your ticket has been escalated to the relevant team.",
    "As I already said, you need to wait until {date}.",
    "Kindly revert back with the screenshot at your earliest convenience.",
    "Obviously the {product} only works if you simply follow the manual.",
    "Your issue is being looked into and we will get back to you ASAP!!!",
    "To be honest, nobody else has complained about the {product}.",
    "You should have read the terms and conditions before you paid {amount}.",
    "There is nothing we can do about it, but your feedback is valuable to us.",
    "We understand your frustration, however the decision is final.",
    "It is not our fault that the courier in {city} lost it.",
    "Calm down, please, this is not a big problem.",
    "Actually, that is not a bug, it is how the {product} has always worked.",
    "Your claim that you were charged {amount} twice is wrong.",
    "Do not hesitate to contact us in case of any further queries.",
};

inline constexpr std::string_view good_openings[] = {
    "Thanks for the photo, it shows exactly what happened to the {product}.",
    "I'm sorry the {product} came broken, and just before the weekend too.",
    "You're right, {amount} was taken twice, and I'm sorry about that.",
    "Good question, and the answer is yes.",
    "I can see why that is worrying with {date} so close.",
    "Thank you for telling us about the error in the {product}.",
};

inline constexpr std::string_view bad_openings[] = {
    "Thank you for contacting customer support.",
    "We have received your ticket {order}.",
    "Your message has been forwarded to the responsible department.",
    "We regret to hear about your issue!!",
};

inline constexpr std::string_view good_closings[] = {
    "I'll check again on {date} and write to you either way.",
    "Would {date} suit you for the new delivery?",
    "Is there anything in this that I've left open?",
    "When the parcel is with you, a short reply would help me to close this properly.",
    "Reply to this message at any time and it will come to me.",
};

inline constexpr std::string_view bad_closings[] = {
    "Thank you for your patience and understanding.",
    "Your ticket will now be closed.",
    "If you have any other questions feel free to reach out.",
    "Please do the needful.",
};

inline constexpr std::string_view steps[] = {
    "Open {strong}Settings{/strong} and choose {strong}Devices{/strong}.",
    "Pick the {product} in the list.",
    "Press {strong}Reset{/strong} and wait until the light is green.",
    "Enter the code {order} and press {strong}Save{/strong}.",
    "Send the log to help@example.com, or put it at https://files.example.com/{order}.",
    "Sign out, close the window and sign in again.",
};

inline constexpr std::string_view sign_offs[] = {"Kind regards,", "Best,", "Many thanks,",
                                                 "All the best,"};

inline constexpr std::string_view names[] = {"Priya", "Tom",  "Dana",  "Kwame", "Helen", "Louis",
                                             "Maria", "Omar", "Aisha", "Grace", "Peter", "Yuki"};
inline constexpr std::string_view accented_names[] = {"Sérgio", "Amélie", "Zoë",   "Jürgen",
                                                      "Łukasz", "Søren",  "Nuño",  "Chloé",
                                                      "Şebnem", "Ærin",   "Renée", "Kateřina"};
inline constexpr std::string_view products[] = {
    "kettle",        "Trailmate backpack", "desk lamp",      "Ledgerleaf app", "winter coat",
    "reading light", "Tidepool calendar",  "coffee grinder", "baby monitor",   "standing desk"};
inline constexpr std::string_view accented_products[] = {
    "café table", "crème brûlée set", "Nordlys™ lamp", "jalapeño grinder", "Fjäll backpack"};
inline constexpr std::string_view cities[] = {"Leeds", "Lyon", "Porto", "Austin", "Cork"};
inline constexpr std::string_view accented_cities[] = {"Málaga", "Zürich", "Århus", "Besançon"};
inline constexpr std::string_view months[] = {"January", "March",     "May",     "June",
                                              "August",  "September", "October", "December"};
inline constexpr std::string_view emoji[] = {" 🙂", " 🎉", " 🙏", " ☕️", " 👍🏽"};

/// The words of phrases in made-up guides.
inline constexpr std::string_view guide_words[] = {
    "your",    "account", "order",    "refund",  "please",  "contact", "the",     "team",
    "we",      "will",    "send",     "you",     "a",       "new",     "label",   "to",
    "return",  "product", "within",   "days",    "of",      "our",     "policy",  "is",
    "not",     "able",    "process",  "request", "at",      "this",    "time",    "for",
    "waiting", "payment", "card",     "charged", "twice",   "closed",  "ticket",  "reply",
    "with",    "photo",   "number",   "parcel",  "courier", "late",    "broken",  "issue",
    "looked",  "into",    "happy",    "help",    "wait",    "until",   "know",    "as",
    "sorry",   "that",    "happened", "agent",   "support", "address", "invoice", "billing",
};

}  // namespace bench
