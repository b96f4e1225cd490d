// Whatever stops a fix of many drafts, each of them is whole, and the next run leaves no trace of
// it.

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "apps/world.hpp"

using tonelint::test::Ran;
using tonelint::test::World;

namespace {

constexpr int drafts = 60;

std::string draft(int number, const std::string& word) {
  std::string text;
  for (int i = 0; i < 200 + number; ++i)
    text += "Please " + word + " form " + std::to_string(i) + ".\n";
  return text;
}
std::string name(int number) { return "d/" + std::to_string(100 + number) + ".txt"; }

void write_drafts(const World& world) {
  for (int i = 0; i < drafts; ++i) world.write(name(i), draft(i, "utilize"));
}

/// How many drafts are as they were; the others are fixed. -1: one is neither.
int unfixed(const World& world) {
  int old = 0;
  for (int i = 0; i < drafts; ++i) {
    const std::string now = world.read(name(i));
    if (now == draft(i, "utilize")) {
      ++old;
    } else if (now != draft(i, "use")) {
      return -1;
    }
  }
  return old;
}

std::string others(const World& world) {
  return world.shell("ls -A d | grep -v '^1[0-9]*.txt$'").out;
}

}  // namespace

TEST_CASE("killed at any time, fix leaves each draft old or new, and nothing for long") {
  const World world;
  write_drafts(world);
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(world.shell("tonelint fix -q --jobs 4 d").exit == 0);
  const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  REQUIRE(unfixed(world) == 0);
  std::mt19937 chance(11);
  int stopped = 0;
  for (int round = 0; round < 6; ++round) {
    write_drafts(world);
    const double wait =
        whole.count() * round / 5 * std::uniform_real_distribution<>(0.5, 1)(chance);
    // The shell waits so that nothing is written after we look.
    const Ran ran = world.shell("'" TONELINT_PROGRAM "' fix -q --jobs 4 d & sleep " +
                                std::to_string(wait) + "; kill -9 $!; wait $!");
    INFO("ended with " << ran.exit << " after " << wait << " s");
    const int old = unfixed(world);
    REQUIRE(old >= 0);
    if (old > 0) ++stopped;
    REQUIRE(world.shell("tonelint fix -q d").exit == 0);
    REQUIRE(unfixed(world) == 0);
    REQUIRE(others(world).empty());
  }
  CHECK(stopped > 0);
}

TEST_CASE("fix removes what a killed run has left, and not what another is writing") {
  const World world;
  world.write("d/100.txt", "Fine.\n");
  world.write("d/.tonelint-a1B2c3", "left");
  world.write("d/.tonelint-notes", "mine");
  CHECK(world.shell("flock d/.tonelint-a1B2c3 '" TONELINT_PROGRAM "' fix -q d").exit == 0);
  CHECK(others(world) == ".tonelint-a1B2c3\n.tonelint-notes\n");
  CHECK(world.shell("tonelint fix -q --diff d").exit == 0);
  CHECK(others(world) == ".tonelint-a1B2c3\n.tonelint-notes\n");
  CHECK(world.shell("tonelint fix -q d/100.txt").exit == 0);
  CHECK(others(world) == ".tonelint-notes\n");
}

TEST_CASE("a disk that is full leaves every draft whole") {
  const World world;
  write_drafts(world);
  const std::string inside =
      "unshare --mount --map-root-user sh -c 'mount -t tmpfs -o size=1m none m && cp d/* m && "
      "head -c 2m /dev/zero > m/fill 2> filled; ls -A m > before; " TONELINT_PROGRAM
      " fix -q m; echo $?; ls -A m > after; rm m/fill; mkdir result; cp m/* "
      "result; " TONELINT_PROGRAM " fix -q m; echo $?; ls -A m > again'";
  const Ran ran = world.shell("mkdir m; " + inside);
  if (ran.out.empty()) {
    WARN("no file system can be mounted here: " << ran.err);
    return;
  }
  CHECK(ran.out == "2\n0\n");
  CHECK(ran.err.find("can't write m/100.txt, which stays as it is: no space left on device.") !=
        std::string::npos);
  CHECK(world.read("after") == world.read("before"));
  for (int i = 0; i < drafts; ++i) {
    INFO(i);
    const std::string now = world.read("result" + name(i).substr(1));
    CHECK((now == draft(i, "utilize") || now == draft(i, "use")));
  }
}
