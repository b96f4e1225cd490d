#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/context.hpp"
#include "tonelint/output.hpp"

namespace tonelint::cli {
namespace {

constexpr const char* guide_path = "tonelint.yaml";

bool is_channel(std::string_view word) {
  return std::find(channel_names.begin(), channel_names.end(), word) != channel_names.end();
}

/// Asks at the terminal. An empty answer, or none, takes what is usual.
std::string ask(std::string_view question, std::string_view usual) {
  static_cast<void>(write_all(std::string(question) + " [" + std::string(usual) + "] "));
  std::string answer;
  std::getline(std::cin, answer);
  const std::size_t begin = answer.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return std::string(usual);
  return answer.substr(begin, answer.find_last_not_of(" \t\r") - begin + 1);
}

/// The guide to begin with. A JSON string is a YAML text as well.
std::string guide_for(std::string_view team, std::string_view channel) {
  std::string guide =
      "# The style guide of a support team. Prove it with: tonelint test\n"
      "# How to write one: the guide language, rules/README.md of tonelint.\n"
      "#\n"
      "# For completion in your editor, run: tonelint schema > guide.schema.json\n"
      "# yaml-language-server: $schema=guide.schema.json\n\nname: ";
  append_json(guide, team);
  guide +=
      "\n"
      "extends: support      # the built-in guide; tonelint rules lists what it holds\n"
      "channel: ";
  guide += channel;
  guide +=
      "        # how replies go out when nobody says: email, chat or public\n"
      "\n"
      "# Words that do the same thing. Rules use them by name, as <product> in a phrase.\n"
      "# cues:\n"
      "#   product: [Acme Pro, Acme Lite]\n"
      "\n"
      "rules:\n"
      "  # Change a rule of the built-in guide in part, or switch it off:\n"
      "  #   reply-too-long: {max: 150}\n"
      "  #   exclamation-limit: off\n"
      "\n"
      "  # A rule of your own. The words between [[ and ]] are those it must find.\n"
      "  house-conversation:\n"
      "    message: \"We say “conversation”, not “{match}”.\"\n"
      "    why: Customers are people, not numbers in a queue.\n"
      "    level: suggestion      # or warning, or error, which holds a reply back\n"
      "    find:\n"
      "      \"ticket[s]\": \"conversation{s}\"\n"
      "    examples:\n"
      "      - bad: \"I've closed your [[ticket]].\"\n"
      "        good: \"I've closed your conversation.\"\n";
  return guide;
}

/// Writes a file that is not there yet; gives the number of what went wrong, or 0.
int write_new(const char* path, std::string_view text) {
  const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  int error = 0;
  while (!text.empty() && error == 0) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno != EINTR) error = errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (close(file) != 0 && error == 0) error = errno;
  if (error != 0) unlink(path);  // half a guide would be in the way of the next try
  return error;
}

int already_there(const std::string& path) {
  complain("there is a style guide here already: " + path + ". It was left as it is.");
  return failed;
}

}  // namespace

int run_init(const Arguments& arguments) {
  std::string team;
  std::string channel;
  bool yes = false;
  CLI::App app("Begins a style guide of your own: writes tonelint.yaml here.", "tonelint init");
  app.add_option("--name", team, "the name of your team")->type_name("NAME");
  add_channel(app, channel, "how its replies go out: email, chat or public");
  app.add_flag("-y,--yes", yes, "ask nothing");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  for (const char* name : guide_names) {
    if (access(name, F_OK) == 0) return already_there(name);
  }
  const bool asks = !yes && isatty(0) == 1 && isatty(1) == 1;
  if (asks && team.empty()) team = ask("What is your team called?", "Our support team");
  if (asks && channel.empty()) {
    do {
      channel = ask("How do its replies go out: email, chat or public?", "email");
    } while (!is_channel(channel) && std::cin.good());
  }
  if (team.empty()) team = "Our support team";
  if (!is_channel(channel)) channel = "email";

  const int error = write_new(guide_path, guide_for(team, channel));
  if (error == EEXIST) return already_there(guide_path);
  if (error != 0) {
    complain("can't write " + std::string(guide_path) + ": " + reason(error) + ".");
    return failed;
  }
  return write_all(
             "Wrote tonelint.yaml. It builds on the built-in guide and holds a rule to start from."
             "\n\n"
             "  tonelint test             proves its rules on their examples\n"
             "  tonelint rules            lists all rules, built in and yours\n"
             "  tonelint check draft.txt  checks a draft\n")
             ? clean
             : failed;
}

}  // namespace tonelint::cli
