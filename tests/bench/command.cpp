// How fast the command line is, seen from outside: time by the clock and peak memory.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "generator.hpp"
#include "macros.hpp"

extern char** environ;

namespace {

struct Cost {
  double milliseconds = 0;
  double megabytes = 0;  ///< The most memory the process ever held.
};

/// Runs a command once, its output thrown away. Findings (exit 1) are no failure.
Cost run_once(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);

  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  int status = 0;
  rusage used{};
  const int failure = posix_spawn(&child, arguments[0], &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failure != 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) > 1) {
    std::fprintf(stderr, "%s did not run\n", arguments[0]);
    std::exit(1);
  }
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  return {taken.count(), static_cast<double>(used.ru_maxrss) / 1024};
}

/// The medians of several runs.
Cost run(const std::vector<std::string>& command, std::size_t times) {
  std::vector<double> milliseconds;
  std::vector<double> megabytes;
  for (std::size_t index = 0; index < times; ++index) {
    const Cost cost = run_once(command);
    milliseconds.push_back(cost.milliseconds);
    megabytes.push_back(cost.megabytes);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  std::sort(megabytes.begin(), megabytes.end());
  return {milliseconds[times / 2], megabytes[times / 2]};
}

void print_row(const char* what, double figure, const char* unit, double target) {
  std::printf("%-36s %9.2f %-5s at most  %6g  %s\n", what, figure, unit, target,
              figure <= target ? "met" : "MISSED");
}

void write_replies(const std::filesystem::path& folder, std::size_t count) {
  std::filesystem::create_directories(folder);
  bench::Generator generator(1);
  for (std::size_t index = 0; index < count; ++index) {
    std::ofstream(folder / (std::to_string(index) + ".txt"), std::ios::binary)
        << generator.reply(bench::Variant::plain);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: tonelint_bench_command TONELINT EMPTY-FOLDER\n");
    return 2;
  }
  const std::string tonelint = argv[1];
  const std::filesystem::path folder = argv[2];
  write_replies(folder / "one", 1);
  write_replies(folder / "many", 2000);

  const Cost cold = run({tonelint, "check", (folder / "one" / "0.txt").string()}, 101);
  const Cost many = run({tonelint, "check", (folder / "many").string()}, 11);
  {
    std::ofstream file(folder / "macros.json", std::ios::binary);
    bench::write_macros(50'000, [&](std::string_view part) { file << part; });
  }
  const Cost library = run({tonelint, "check", "-q", (folder / "macros.json").string()}, 3);
  const std::string cache = "--cache=" + (folder / "cache").string();
  const std::vector<std::string> cached = {tonelint, "check", "-q", cache,
                                           (folder / "macros.json").string()};
  run_once(cached);
  const Cost warm = run(cached, 3);
  std::printf("\nThe command line (median, time by the clock)\n");
  print_row("check of one draft, from start to end", cold.milliseconds, "ms", 5);
  print_row("  its peak memory", cold.megabytes, "MB", 16);
  print_row("check of 2,000 files of 130 words", many.milliseconds, "ms", 80);
  print_row("check of 50,000 macros in one file", library.milliseconds, "ms", 4000);
  print_row("  its peak memory", library.megabytes, "MB", 100);
  print_row("  again, with a warm cache", warm.milliseconds, "ms", 1500);
}
