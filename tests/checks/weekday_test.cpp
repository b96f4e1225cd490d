#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {

TEST_CASE("a weekday that does not fit its date") {
  const auto found = [](std::string_view draft) { return detect("weekday", draft); };
  CHECK(found("It leaves on Tuesday, 2 June 2026.").empty());
  CHECK(found("It leaves on Tuesday, 3 June 2026.") == Lines{"Tuesday, 3 June 2026 → Wednesday"});
  CHECK(found("It leaves on Monday 6 May 2025.") == Lines{"Monday 6 May 2025 → Tuesday"});
  CHECK(found("It leaves on Tue, June 3rd, 2026.") == Lines{"Tue, June 3rd, 2026 → Wed"});
  CHECK(found("It came on Friday the 29th of February 2024.") ==
        Lines{"Friday the 29th of February 2024 → Thursday"});
  CHECK(found("It leaves on Sunday, January 1, 2023.").empty());
  CHECK(found("It leaves on Saturday, January 1, 2000.").empty());
  CHECK(found("It leaves on Thursday, March 1, 2100.") ==
        Lines{"Thursday, March 1, 2100 → Monday"});
}

TEST_CASE("a date that no calendar has") {
  CHECK(detect("weekday", "It leaves on Friday, 31 June.") == Lines{"Friday, 31 June"});
  CHECK(detect("weekday", "It leaves on Sunday, 29 February 2026.") ==
        Lines{"Sunday, 29 February 2026"});
  CHECK(detect("weekday", "It leaves on Sunday, 29 February.").empty());
}

TEST_CASE("weekdays with no year to check them by") {
  for (const char* draft : {
           "It leaves on Tuesday, 3 June.",
           "It leaves on Friday, and 3 March batches follow in 2027.",
           "It stood in The Sun 3 November 1999, on page 2.",
           "We are open Monday to Friday, 9 to 5.",
           "On Monday 3 parcels left.",
           "Monday may be late: 2026 starts then.",
           "It leaves on Friday at 3.30 in May 2026.",
       }) {
    INFO(draft);
    CHECK(detect("weekday", draft).empty());
  }
}

}  // namespace tonelint::testing
