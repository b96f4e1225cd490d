#include <string>

#include "apps/cli/arguments.hpp"
#include "apps/cli/manual.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

/// Puts a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// For the inside of single quotes.
std::string in_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out;
}

constexpr std::string_view first_options = "--help --version";

// bash

constexpr std::string_view bash_begin = R"(# bash completion for tonelint
_tonelint_files() {
  compopt -o filenames 2> /dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}
_tonelint_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
_tonelint() {
  local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  # --option=value comes in three words.
  if [[ $cur == "=" ]]; then
    cur=
  elif [[ $before == "=" ]] && ((COMP_CWORD > 2)); then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
)";

std::string bash_value(const ManualOption& option) {
  if (option.takes_file()) return "_tonelint_files";
  if (option.takes_rule()) return "_tonelint_words \"$(" + std::string(rule_names) + ")\"";
  if (!option.words.empty()) return "_tonelint_words \"" + joined(option.words, " ") + "\"";
  return ":";
}

std::string bash() {
  const auto pages = manual();
  std::string out(bash_begin);
  std::string names;
  std::string values;
  std::string options;
  std::string places;
  for (const ManualPage& page : pages) {
    const std::string name(page.name);
    names += name + " ";
    std::string all;
    for (const ManualOption& option : page.options) {
      if (option.names.empty()) {
        places += "    " + name + ") " + bash_value(option) + " ;;\n";
        continue;
      }
      all += (all.empty() ? "" : " ") + joined(option.names, " ");
      if (option.value.empty()) continue;
      std::string cases;
      for (const std::string& each : option.names) {
        cases += (cases.empty() ? "" : " | ") + name + ":" + each;
      }
      values += "    " + cases + ") " + bash_value(option) + "; return ;;\n";
    }
    options += "      " + name + ") _tonelint_words \"" + all + "\" ;;\n";
  }
  out += "  if ((COMP_CWORD == 1)); then\n    _tonelint_words \"" + names +
         std::string(first_options) + "\"\n    return\n  fi\n";
  out += "  case $command:$before in\n" + values + "  esac\n";
  out += "  if [[ $cur == -* ]]; then\n    case $command in\n" + options +
         "    esac\n    return\n  fi\n";
  out += "  case $command in\n" + places + "  esac\n}\ncomplete -F _tonelint tonelint\n";
  return out;
}

// zsh

std::string zsh_value(const ManualOption& option) {
  const std::string label = escaped(option.value, ":[]");
  if (option.takes_file()) return ":" + label + ":_files";
  if (option.takes_rule()) return ":" + label + ":_tonelint_rules";
  if (!option.words.empty()) return ":" + label + ":(" + joined(option.words, " ") + ")";
  return ":" + label + ": ";
}

std::string zsh_option(const ManualOption& option) {
  if (option.names.empty()) {
    return "'" + std::string(option.value.find("…") == std::string::npos ? "" : "*") +
           in_quotes(zsh_value(option)) + "'";
  }
  // "=" lets the value stand in the same word or in the next.
  std::vector<std::string> spellings = option.names;
  for (std::string& name : spellings) {
    if (!option.value.empty() && name.starts_with("--")) name += '=';
  }
  std::string names = "'" + spellings[0];
  if (spellings.size() > 1) {
    names = "'(" + joined(option.names, " ") + ")'{" + joined(spellings, ",") + "}'";
  }
  std::string rest = "[" + in_quotes(escaped(option.purpose, "[]:")) + "]";
  if (!option.value.empty()) rest += in_quotes(zsh_value(option));
  return names + rest + "'";
}

std::string zsh() {
  std::string out = "#compdef tonelint\n_tonelint_rules() {\n  local -a rules\n  rules=(${(f)\"$(" +
                    std::string(rule_names) + ")\"})\n  compadd -a rules\n}\n_tonelint() {\n";
  std::string names;
  std::string cases;
  for (const ManualPage& page : manual()) {
    const std::string name(page.name);
    names += "    '" + name + ":" + in_quotes(escaped(page.purpose, ":")) + "'\n";
    cases += "    " + name + ")\n      _arguments -S";
    for (const ManualOption& option : page.options) cases += " \\\n        " + zsh_option(option);
    cases += "\n      ;;\n";
  }
  out += "  local -a commands\n  commands=(\n" + names + "  )\n";
  out += "  if ((CURRENT == 2)); then\n    _describe command commands\n    compadd -- " +
         std::string(first_options) + "\n    return\n  fi\n";
  out += "  local command=$words[2]\n  shift words\n  ((CURRENT--))\n  case $command in\n" + cases +
         "  esac\n}\nif [[ $funcstack[1] == _tonelint ]]; then\n  _tonelint \"$@\"\nelse\n"
         "  compdef _tonelint tonelint\nfi\n";
  return out;
}

// fish

std::string fish_string(std::string_view text) { return "'" + escaped(text, "\\'") + "'"; }

std::string fish_value(const ManualOption& option) {
  if (option.takes_file()) return " -F";
  if (option.takes_rule()) return " -a " + fish_string("(" + std::string(rule_names) + ")");
  if (!option.words.empty()) return " -a " + fish_string(joined(option.words, " "));
  return "";
}

std::string fish() {
  std::string out = "# fish completion for tonelint\ncomplete -c tonelint -f\n";
  const std::string first = "complete -c tonelint -n __fish_use_subcommand";
  for (const ManualPage& page : manual()) {
    out += first + " -a " + std::string(page.name) + " -d " + fish_string(page.purpose) + "\n";
  }
  out += first + " -l help\n" + first + " -l version\n";
  for (const ManualPage& page : manual()) {
    const std::string begin =
        "complete -c tonelint -n '__fish_seen_subcommand_from " + std::string(page.name) + "'";
    for (const ManualOption& option : page.options) {
      if (option.names.empty()) {
        if (const std::string value = fish_value(option); !value.empty())
          out += begin + value + "\n";
        continue;
      }
      out += begin;
      for (const std::string& name : option.names) {
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.value.empty()) out += " -x";
      // -x forbids files, so what takes one says only that it takes something.
      if (option.takes_file()) out.replace(out.size() - 3, 3, " -r");
      out += fish_value(option) + " -d " + fish_string(option.purpose) + "\n";
    }
  }
  return out;
}

}  // namespace

int run_completions(const Arguments& arguments) {
  std::string shell;
  CLI::App app("Prints what completes the commands of tonelint in a shell.",
               "tonelint completions");
  app.add_option("shell", shell, "bash, zsh or fish")
      ->type_name("SHELL")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  return write_all(shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish()) ? clean : failed;
}

}  // namespace tonelint::cli
