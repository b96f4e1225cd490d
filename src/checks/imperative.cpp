#include "checks/imperative.hpp"

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
constexpr WordList other_verbs(
    {"add",    "adjust",   "answer",  "apply",   "approve", "ask",      "avoid",    "back",
     "bring",  "buy",      "call",    "cancel",  "collect", "compare",  "complete", "contact",
     "create", "describe", "do",      "email",   "ensure",  "explain",  "follow",   "forward",
     "get",    "give",     "include", "inform",  "keep",    "leave",    "look",     "mail",
     "make",   "move",     "note",    "notify",  "pack",    "pay",      "place",    "post",
     "print",  "provide",  "put",     "quote",   "read",    "remember", "repeat",   "replace",
     "reply",  "report",   "resend",  "respond", "return",  "review",   "send",     "share",
     "ship",   "show",     "state",   "stop",    "supply",  "take",     "tell",     "test",
     "try",    "upgrade",  "use",     "verify",  "watch",   "write"});

}  // namespace

bool is_imperative_verb(std::string_view word) {
  return step_verbs.contains(word) || other_verbs.contains(word);
}

bool is_step_verb(std::string_view word) { return step_verbs.contains(word); }

}  // namespace tonelint
