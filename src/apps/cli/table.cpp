#include <array>
#include <string>

#include "apps/cli/command.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

/// A command that this build is without is not listed, but who asks for it is told so.
[[maybe_unused]] int not_built(std::string_view name) {
  complain("“" + std::string(name) +
           "” is not in this build of tonelint. The Debian packages and the usual build have it.");
  return failed;
}

constexpr std::array table{
    Command{"check", "[PATH…|-]", "check drafts: files, folders or standard input", run_check},
    Command{"fix", "[PATH…|-]", "apply the safe rewrites; --diff shows them first", run_fix},
    Command{"baseline", "[PATH…]", "write down what is known, so that check shows what is new",
            run_baseline},
    Command{"stream", "", "check one reply after the other: JSON lines in, JSON lines out",
            run_stream},
#ifdef TONELINT_SERVE
    Command{"serve", "", "answer checks over HTTP, with a page to try drafts on", run_serve},
#else
    Command{"serve", "", "", [](const Arguments&) { return not_built("serve"); }, true},
#endif
#ifdef TONELINT_MILTER
    Command{"milter", "", "check the mail that a mail server sends out", run_milter},
#else
    Command{"milter", "", "", [](const Arguments&) { return not_built("milter"); }, true},
#endif
    Command{"rules", "", "list the rules of the style guide", run_rules},
    Command{"explain", "RULE", "tell what a rule looks for; --why: what speaks at a place",
            run_explain},
    Command{"test", "[GUIDE…]", "prove a style guide on its own examples", run_test},
    Command{"init", "", "begin a style guide of your own", run_init},
    Command{"schema", "", "print the JSON Schema of style guides, for editors", run_schema},
    Command{"formats", "", "list the formats a report can be written in", run_formats},
    Command{"--version", "", "tell which tonelint and which guide this is", run_version, true},
    Command{"completions", "SHELL", "complete commands in bash, zsh or fish", run_completions,
            true},
    Command{"man", "", "print the manual page", run_man, true},
};

}  // namespace

std::span<const Command> commands() { return table; }

}  // namespace tonelint::cli
