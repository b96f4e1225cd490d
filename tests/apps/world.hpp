#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace tonelint::test {

/// How a run of the program ended, and what it said.
struct Ran {
  int exit = -1;
  std::string out, err;
};

/// A folder of its own with drafts and guides, in which the real program is run by the shell.
class World {
 public:
  World() {
    std::string name = std::filesystem::temp_directory_path() / "tonelint-XXXXXX";
    folder_ = mkdtemp(name.data());
    write("tonelint.yaml", guide);
  }
  ~World() { std::filesystem::remove_all(folder_); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ostringstream bytes;
    bytes << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return bytes.str();
  }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// Runs a line of shell in which `tonelint` is the program, and `until_seen` waits until some
  /// words stand in the file "seen", ten seconds at most.
  [[nodiscard]] Ran shell(const std::string& line) const {
    const std::string whole = "cd '" + folder_.string() +
                              "' && unset NO_COLOR CLICOLOR_FORCE COLUMNS; tonelint() { '" +
                              TONELINT_PROGRAM +
                              "' \"$@\"; }; until_seen() { for i in $(seq 100); do "
                              "grep -q \"$1\" seen && return; sleep 0.1; done; }; { " +
                              line + "\n} > .out 2> .err < /dev/null";
    const int status = std::system(whole.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
  }

  /// Three rules, one of each level.
  static constexpr const char* guide = R"(rules:
  insult:
    message: "“{match}” hurts."
    level: error
    find: [stupid]
    examples:
      - bad: "That is [[stupid]]."
      - good: "That is right."
  house-conversation:
    message: "We say “conversation”, not “{match}”."
    find: {"ticket": "conversation"}
    examples:
      - bad: "I closed your [[ticket]]."
        good: "I closed your conversation."
  plain-words:
    message: "“use” is shorter."
    level: suggestion
    safe: true
    find: {"utilize": "use"}
    examples:
      - bad: "Please [[utilize]] the form."
        good: "Please use the form."
)";

 private:
  std::filesystem::path folder_;
};

}  // namespace tonelint::test
