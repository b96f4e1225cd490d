#include "checks/readability.hpp"

#include <catch2/catch.hpp>
#include <string>

using tonelint::syllables;

TEST_CASE("syllables are groups of vowels") {
  CHECK(syllables("a") == 1);
  CHECK(syllables("hmm") == 1);
  CHECK(syllables("team") == 1);
  CHECK(syllables("apology") == 4);
}

TEST_CASE("two vowels that are spoken apart are two syllables") {
  CHECK(syllables("radio") == 3);
  CHECK(syllables("video") == 3);
  CHECK(syllables("nation") == 2);
}

TEST_CASE("a silent ending is no syllable") {
  CHECK(syllables("note") == 1);
  CHECK(syllables("named") == 1);
  CHECK(syllables("wanted") == 2);
  CHECK(syllables("makes") == 1);
  CHECK(syllables("changes") == 2);
  CHECK(syllables("table") == 2);
}

TEST_CASE("what stands behind an apostrophe is not counted") {
  CHECK(syllables("you're") == 1);
  CHECK(syllables("customer's") == 3);
}

TEST_CASE("the syllables of long words are counted across any eight letters") {
  for (std::size_t before = 0; before < 20; ++before) {
    CAPTURE(before);
    const std::string consonants(before, 'b');
    CHECK(syllables(consonants + "radiob") == 3);
    CHECK(syllables(consonants + "nationb") == 2);
    CHECK(syllables(consonants + "eaubab") == 2);
  }
}

TEST_CASE("capitals change no syllables") { CHECK(syllables("RADIO") == syllables("radio")); }
