#include "apps/cli/git.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace tonelint::cli {

GitAnswer run_git(std::string_view folder, const std::vector<std::string>& words) {
  std::vector<std::string> all{"git", "--no-optional-locks", "-C",
                               folder.empty() ? "." : std::string(folder)};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  arguments.reserve(all.size() + 1);
  for (std::string& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  GitAnswer answer;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return answer;
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&files, ends[1], 1);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failure = posix_spawnp(&child, "git", &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  close(ends[1]);
  if (failure == 0) {
    std::array<char, 1u << 16> part{};
    while (true) {
      const ssize_t got = read(ends[0], part.data(), part.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      answer.out.append(part.data(), static_cast<std::size_t>(got));
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (WIFEXITED(status)) answer.exit = WEXITSTATUS(status);
  }
  close(ends[0]);
  return answer;
}

}  // namespace tonelint::cli
