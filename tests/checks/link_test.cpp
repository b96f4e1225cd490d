#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {

TEST_CASE("addresses that only the house can reach") {
  const auto found = [](std::string_view draft) { return detect("link", draft); };
  CHECK(found("See http://staging.acme.example/help now.") ==
        Lines{"http://staging.acme.example/help"});
  CHECK(found("See http://localhost:3000/help.") == Lines{"http://localhost:3000/help"});
  CHECK(found("See https://10.0.0.12/help and https://wiki/help.") ==
        Lines{"https://10.0.0.12/help", "https://wiki/help"});
  CHECK(found("See https://files.acme.local.") == Lines{"https://files.acme.local"});
}

TEST_CASE("addresses that are misspelt") {
  const auto found = [](std::string_view draft) { return detect("link", draft); };
  CHECK(found("See htps://acme.example.") == Lines{"htps://acme.example → https://acme.example"});
  CHECK(found("See https//acme.example/a.") ==
        Lines{"https//acme.example/a → https://acme.example/a"});
  CHECK(found("See http:/acme.example.") == Lines{"http:/acme.example → http://acme.example"});
  CHECK(found("See https://https://acme.example.") ==
        Lines{"https://https://acme.example → https://acme.example"});
}

TEST_CASE("links with nothing behind them") {
  CHECK(detect("link", "See [the form]() today.", {}, {}, "reply.md") == Lines{"the form"});
  CHECK(detect("link", "See [the form](#) today.", {}, {}, "reply.md") == Lines{"the form"});
  CHECK(detect("link", "See [the form](http://staging.acme.example) today.", {}, {}, "reply.md") ==
        Lines{"the form"});
  CHECK(detect("link", "<p>See <a href=\"https://\">the form</a>.</p>", {}, {}, "reply.html") ==
        Lines{"the form"});
}

TEST_CASE("an address that is its own text is found once") {
  CHECK(detect("link", "See [http://localhost/a](http://localhost/a) and [b](#).", {}, {},
               "reply.md") == Lines{"http://localhost/a", "b"});
}

TEST_CASE("addresses that work") {
  for (const char* draft : {
           "See https://acme.example/help?next=https://acme.example/a now.",
           "See https://help.acme.example:8443/dev.",
           "See https://dev.to/acme and www.acme.example.",
           "See https://developer.acme.example and https://testing-ground.example.",
           "Write https:// in front of it.",
           "See https://{{account.domain}}/help.",
           "The http://… at the beginning may be left out.",
           "It's 192.168.0.1 on most routers.",
           "Open http://192.168.0.1/setup on your router.",
           "The width and height of the sheet, with http and https.",
       }) {
    INFO(draft);
    CHECK(detect("link", draft).empty());
  }
  CHECK(detect("link", "See [the form](https://acme.example) and `http://localhost:3000`.", {}, {},
               "reply.md")
            .empty());
}

}  // namespace tonelint::testing
