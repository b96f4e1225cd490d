#include "apps/cli/check_options.hpp"

#include <unistd.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "apps/cli/arguments.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/guides.hpp"
#include "tonelint/library.hpp"

namespace tonelint::cli {
namespace {

const std::map<std::string, Syntax> syntaxes{{"automatic", Syntax::automatic},
                                             {"text", Syntax::text},
                                             {"markdown", Syntax::markdown},
                                             {"html", Syntax::html}};

std::vector<std::string> syntax_names() {
  std::vector<std::string> names{"automatic", "text", "markdown", "html"};
  for (const LibraryFormat& format : library_formats()) names.emplace_back(format.name);
  return names;
}

/// What is given as words and becomes something else.
struct Words {
  std::string context, customer, message, message_file, agent, channel, syntax, fail_on, colour,
      cache, output;
  unsigned turn = 0;
  bool is_template = false;
};

/// What is known around the drafts, and how they are written.
void describe_context(CLI::App& app, Words& words) {
  app.add_option("--context", words.context, "what is known around the reply, as JSON")
      ->type_name("FILE");
  app.add_option("--customer", words.customer, "the customer's name")->type_name("NAME");
  auto* message =
      app.add_option("--message", words.message, "what the customer wrote last")->type_name("TEXT");
  app.add_option("--message-file", words.message_file, "the file that holds what they wrote")
      ->type_name("FILE")
      ->excludes(message);
  app.add_option("--agent", words.agent, "the agent's name")->type_name("NAME");
  add_channel(app, words.channel, "how the reply goes out: email, chat or public");
  app.add_option("--turn", words.turn, "1 for the first reply of the conversation, and so on")
      ->type_name("NUMBER")
      ->check(CLI::Range(1u, 1'000'000u));
  app.add_flag("--template", words.is_template, "these are saved replies, not drafts");
  app.add_option(
         "--syntax", words.syntax,
         "text, markdown or html, else by the file's ending; or a kind of library, else by its "
         "shape (see tonelint formats)")
      ->type_name("NAME")
      ->check(CLI::IsMember(syntax_names()));
}

void describe(CLI::App& app, Task task, CheckOptions& options, Words& words) {
  if (task == Task::why) {
    app.add_option("place", options.paths, "a place as reports name it: draft.txt:3:14")
        ->type_name("FILE:LINE[:COLUMN]")
        ->required();
  } else {
    app.add_option("paths", options.paths, "files, folders, or - for standard input")
        ->type_name("[PATH…|-]");
  }
  if (task == Task::fix) {
    app.add_flag("--diff", options.diff, "show what would change, and change nothing");
    app.add_flag("--all", options.all, "also apply rewrites that need review; read the result");
  }
  if (task == Task::check || task == Task::baseline) {
    auto* across = app.add_flag_callback(
        "--across", [&] { options.across = true; },
        "compare the replies with each other: the same text twice, another tone than the rest of "
        "the folder, one term in two ways, another language");
    app.add_flag_callback(
           "--no-across", [&] { options.across = false; },
           "do not, where the guide asks for it (library: {across: yes}), as library does")
        ->excludes(across);
  }
  if (task == Task::check) {
    app.add_flag("--require-reason", options.require_reason,
                 "a comment that disables rules without saying why is an error");
    app.add_flag("--statistics", options.statistics,
                 "at the end, say on standard error how often each rule spoke and what it cost");
    app.add_flag("--cache", words.cache,
                 "keep what was found in .tonelint-cache (or with --cache=PATH in another file or "
                 "folder), and check only what has changed the next time");
    app.add_flag("--score", options.score, "show how well each draft does, and on which words");
    auto* baseline = app.add_option("--baseline", options.baseline,
                                    "show only what is not in this file, which tonelint baseline "
                                    "wrote")
                         ->type_name("FILE");
    app.add_flag("--prune", options.prune, "take out of the baseline what is no longer found")
        ->needs(baseline);
    app.add_option("--changed-since", options.changed_since,
                   "only drafts and saved replies whose text changed since a revision of git")
        ->type_name("REV")
        ->excludes("--prune");
    app.add_flag("--watch", options.watch,
                 "check again whenever a draft or the guide changes; Ctrl-C ends it");
  }
  app.add_option("--guide", options.guide,
                 "the style guide; else tonelint.yaml beside the draft or above it, else the "
                 "built-in one")
      ->type_name("FILE");
  describe_context(app, words);
  if (task == Task::why) return;
  app.add_option("--jobs", options.jobs, "how many drafts to take at the same time")
      ->type_name("NUMBER")
      ->check(CLI::Range(1u, 256u));
  app.add_option("--stdin-name", options.stdin_name, "the name to show for standard input")
      ->type_name("NAME");
  if (task == Task::baseline) {
    app.add_option("-o,--output", words.output, "write it to this file, not to the screen")
        ->type_name("FILE");
    return;
  }
  app.add_option("--format", options.formats,
                 "how to report, and to which file; may be given again (see tonelint formats)")
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false);
  app.add_option("--fail-on", words.fail_on,
                 "exit with 1 from this level on: error (the usual), warning, suggestion, never")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"error", "warning", "suggestion", "never"}));
  app.add_option("--max-warnings", options.max_warnings, "exit with 1 above this many warnings")
      ->type_name("NUMBER")
      ->check(CLI::Range(0u, 1'000'000'000u));
  app.add_flag("-q,--quiet", options.quiet, "no suggestions, and no word when all is well");
  app.add_option("--color,--colour", words.colour, "auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

/// The context file first, so that what is said on the command line wins.
bool read_context_file(const std::string& path, CheckOptions& options) {
  std::string bytes;
  if (const std::string problem = read_file(path, bytes); !problem.empty()) {
    complain("can't read the context " + path + ": " + problem + ".");
    return false;
  }
  ContextFile file;
  if (!read_conversation(bytes, file)) file = read_context(path, bytes);
  std::vector<GuideProblem> problems;
  for (Diagnostic& problem : file.problems) problems.push_back({path, std::move(problem)});
  show_problems(problems);
  for (const GuideProblem& problem : problems) {
    if (problem.diagnostic.level == Level::error) return false;
  }
  options.context = std::move(file.context);
  options.reply = std::move(file.reply);
  options.context_name = path;
  if (file.syntax != Syntax::automatic) options.syntax = file.syntax;
  return true;
}

bool apply(Words& words, CheckOptions& options) {
  for (const std::string& path : {words.context, words.message_file}) {
    if (!path.empty()) options.context_files.push_back(path);
  }
  if (!words.context.empty() && !read_context_file(words.context, options)) return false;
  Context& context = options.context;
  if (!words.customer.empty()) context.customer.name = std::move(words.customer);
  if (const std::string& path = words.message_file; !path.empty()) {
    if (const auto problem = read_file(path, context.customer.message); !problem.empty()) {
      complain("can't read the customer's message " + path + ": " + problem + ".");
      return false;
    }
  } else if (!words.message.empty()) {
    context.customer.message = std::move(words.message);
  }
  if (!words.agent.empty()) context.agent.name = std::move(words.agent);
  if (!words.channel.empty()) context.channel = std::move(words.channel);
  if (words.turn > 0) context.turn = words.turn;
  if (words.cache == "true") {  // without a path
    options.cache.emplace();
  } else if (!words.cache.empty() && words.cache != "false") {
    options.cache = std::move(words.cache);
  }
  if (words.is_template) context.is_template = true;
  if (const auto syntax = syntaxes.find(words.syntax); syntax != syntaxes.end()) {
    options.syntax = syntax->second;
  } else {
    options.library_format = words.syntax;
  }
  if (words.colour == "always") options.colour = Colour::always;
  if (words.colour == "never") options.colour = Colour::never;
  if (words.fail_on == "warning") options.fail_on = Level::warning;
  if (words.fail_on == "suggestion") options.fail_on = Level::suggestion;
  if (words.fail_on == "never") options.fail_on.reset();
  return true;
}

}  // namespace

bool CheckOptions::fails(const Summary& summary) const {
  if (max_warnings && summary.warnings > *max_warnings) return true;
  if (!fail_on) return false;
  return summary.errors > 0 || (*fail_on <= Level::warning && summary.warnings > 0) ||
         (*fail_on <= Level::suggestion && summary.suggestions > 0);
}

bool CheckOptions::has_format(std::string_view name) const {
  return std::any_of(formats.begin(), formats.end(), [name](const std::string& format) {
    return std::string_view(format).substr(0, format.find('=')) == name;
  });
}

LintOptions CheckOptions::lint_options() const {
  LintOptions wanted;
  wanted.require_reason = require_reason;
  // Only JSON tells of rules that could not be asked, and always of the score.
  wanted.not_applicable = has_format("json");
  wanted.text = std::any_of(
      tonelint::formats().begin(), tonelint::formats().end(),
      [this](const Format& format) { return format.shows_replies && has_format(format.name); });
  wanted.score = score || wanted.not_applicable || wanted.text;
  return wanted;
}

bool CheckOptions::counts_fixable() const {
  return formats.empty() || has_format("terminal") || has_format("json") || has_format("html") ||
         has_format("markdown");
}

namespace {

struct Purpose {
  std::string_view name, text;
};

Purpose purpose_of(Task task) {
  switch (task) {
    case Task::fix:
      return {"tonelint fix",
              "Applies the safe rewrites to drafts of customer-support replies, and reports what "
              "remains. Standard input goes fixed to standard output."};
    case Task::baseline:
      return {"tonelint baseline",
              "Writes down all that is found now, so that tonelint check --baseline shows "
              "only what is new. Edits elsewhere in a file do not wake what is known."};
    case Task::why:
      return {"tonelint explain --why",
              "Tells which rules speak at a place of a draft and why, and which of those whose "
              "words stand there are silent."};
    case Task::check:
      break;
  }
  return {"tonelint check", "Checks drafts of customer-support replies against a style guide."};
}

}  // namespace

std::optional<int> read_check_options(const Arguments& arguments, Task task,
                                      CheckOptions& options) {
  Words words;
  const Purpose purpose = purpose_of(task);
  const std::string name(purpose.name);
  CLI::App app(std::string(purpose.text), name);
  describe(app, task, options, words);
  if (const auto ended = read_arguments(app, arguments)) return ended;
  if (!apply(words, options)) return failed;
  if (options.across.value_or(false) && !options.changed_since.empty()) {
    complain(
        "--across compares all replies, and --changed-since leaves most of them out. Take one "
        "of the two.");
    return failed;
  }
  if (task == Task::baseline) {
    options.formats = {words.output.empty() ? "baseline" : "baseline=" + words.output};
    options.fail_on.reset();
  }
  if (options.paths.empty() && !options.reply) {
    if (isatty(0) == 1) {
      complain("which draft? Name a file or a folder, or write it in: " + name + " -");
      return failed;
    }
    options.paths.emplace_back("-");
  }
  // As “check "$draft"” gives where a script has not set it.
  if (task != Task::why &&
      std::find(options.paths.begin(), options.paths.end(), "") != options.paths.end()) {
    complain("the name of a file is empty. Name a file or a folder, or write it in: " + name +
             " -");
    return failed;
  }
  if (options.watch &&
      std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
    complain("standard input can't be watched. Name a file or a folder.");
    return failed;
  }
  return std::nullopt;
}

}  // namespace tonelint::cli
