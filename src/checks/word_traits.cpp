#include "checks/word_traits.hpp"

#include "checks/prose.hpp"
#include "checks/readability.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

constexpr WordList step_verbs(
    {"activate",  "allow",    "attach",    "change",     "charge",       "check",    "choose",
     "clear",     "click",    "close",     "confirm",    "connect",      "copy",     "deactivate",
     "delete",    "deselect", "disable",   "disconnect", "double-click", "download", "drag",
     "drop",      "edit",     "eject",     "enable",     "enter",        "exit",     "expand",
     "fill",      "find",     "go",        "head",       "hit",          "hold",     "hover",
     "insert",    "install",  "launch",    "log",        "navigate",     "open",     "paste",
     "pick",      "plug",     "press",     "pull",       "push",         "quit",     "reboot",
     "reconnect", "refresh",  "reinstall", "reload",     "remove",       "rename",   "reopen",
     "reset",     "restart",  "run",       "save",       "scan",         "scroll",   "search",
     "select",    "set",      "sign",      "start",      "submit",       "swipe",    "switch",
     "tap",       "tick",     "toggle",    "turn",       "type",         "uncheck",  "uninstall",
     "unplug",    "untick",   "update",    "upload",     "visit",        "wait"});
constexpr WordList other_imperatives(
    {"add",    "adjust",   "answer",  "apply",   "approve", "ask",      "avoid",    "back",
     "bring",  "buy",      "call",    "cancel",  "collect", "compare",  "complete", "contact",
     "create", "describe", "do",      "email",   "ensure",  "explain",  "follow",   "forward",
     "get",    "give",     "include", "inform",  "keep",    "leave",    "look",     "mail",
     "make",   "move",     "note",    "notify",  "pack",    "pay",      "place",    "post",
     "print",  "provide",  "put",     "quote",   "read",    "remember", "repeat",   "replace",
     "reply",  "report",   "resend",  "respond", "return",  "review",   "send",     "share",
     "ship",   "show",     "state",   "stop",    "supply",  "take",     "tell",     "test",
     "try",    "upgrade",  "use",     "verify",  "watch",   "write"});
constexpr WordList sequence_words({"first", "firstly", "second", "secondly", "third", "thirdly",
                                   "then", "next", "afterwards", "finally", "lastly", "after",
                                   "once", "now", "lastly"});
/// What may stand between the beginning of a clause and its verb: "Then you will need to open".
constexpr WordList fillers({"please", "just", "simply", "also", "and", "then", "of",
                            "all",    "that", "you",    "need", "to",  "have", "should",
                            "will",   "can",  "could",  "must", "up",  "is",   "done",
                            "this",   "go",   "ahead",  "again"});
constexpr WordList weekday_words({"sunday", "sun", "monday", "mon", "tuesday", "tue", "tues", "wed",
                                  "thursday", "thu", "thur", "thurs", "wednesday", "fri", "friday",
                                  "sat", "saturday"});
constexpr WordList secret_labels({"password", "passcode", "passphrase", "passwd", "pwd", "pass",
                                  "pin", "otp", "cvv", "cvc", "token", "code", "key", "secret"});
/// "you" as it is contracted.
constexpr WordList contractions({"you'll", "you've", "you're", "you'd", "that's", "that'll"});

struct SingleWord {
  std::string_view word;
  std::uint32_t bits;
};
constexpr SingleWord single_words[] = {
    {"and", trait_and},     {"then", trait_then}, {"that", trait_that},     {"go", trait_go},
    {"ahead", trait_ahead}, {"you", trait_you},   {"please", trait_please},
};

/// The lists, each with what its words are.
template <class Each>
void for_each_list(Each each) {
  each(step_verbs, trait_step_verb | trait_imperative);
  each(other_imperatives, trait_imperative);
  each(sequence_words, trait_sequence);
  each(fillers, trait_filler);
  each(weekday_words, trait_weekday);
  each(secret_labels, trait_secret_label);
  each(contractions, 0);
}

}  // namespace

std::uint32_t traits_of(std::string_view word) {
  const std::string_view stem = stem_of_contraction(word);
  std::uint32_t traits = syllables(word) << syllable_shift;
  for_each_list([&](const auto& list, std::uint32_t bits) {
    if (list.contains(stem)) traits |= bits;
  });
  for (const SingleWord& each : single_words) {
    if (is_word(stem, each.word)) traits |= each.bits;
  }
  return traits;
}

WordTraits word_traits() {
  WordTraits traits;
  traits.of = traits_of;
  for_each_list([&](const auto& list, std::uint32_t) {
    traits.words.insert(traits.words.end(), list.words().begin(), list.words().end());
  });
  for (const SingleWord& each : single_words) traits.words.push_back(each.word);
  return traits;
}

}  // namespace tonelint
