#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

Lines missing(std::string greeting, std::string name, std::string message = "") {
  return detect("greeting-name", greeting + "\n\nYour refund is on its way.", {{"missing", 1}},
                {.name = std::move(name), .message = std::move(message)});
}
Lines wrong(std::string greeting, std::string name, std::string message = "") {
  return detect("greeting-name", greeting + "\n\nYour refund is on its way.", {{"wrong", 1}},
                {.name = std::move(name), .message = std::move(message)});
}

}  // namespace

TEST_CASE("a greeting without the customer's name") {
  CHECK(missing("Hi there,", "Priya Nair") == Lines{"Hi there → Hi Priya"});
  CHECK(missing("Hello,", "Priya Nair") == Lines{"Hello → Hello Priya"});
  CHECK(missing("Dear customer,", "Priya Nair") == Lines{"Dear customer → Dear Priya"});
  CHECK(missing("Good morning!", "Priya Nair") == Lines{"Good morning → Good morning Priya"});
  CHECK(missing("Hi there,", "PRIYA NAIR") == Lines{"Hi there → Hi Priya"});
  CHECK(missing("Hi there,", "Nair, Priya") == Lines{"Hi there → Hi Priya"});
  CHECK(missing("Hi there,", "jean-luc picard") == Lines{"Hi there → Hi Jean-Luc"});
  CHECK(missing("Hi there,", "Ana Maria Souza") == Lines{"Hi there → Hi Ana Maria"});
  CHECK(missing("Hi there,", "Dr. Femi Osei") == Lines{"Hi there → Hi Femi"});
  CHECK(missing("Hi there,", "Katherine Boyd", "My invoice is missing.\n\nThanks,\nKate") ==
        Lines{"Hi there → Hi Kate"});
}

TEST_CASE("a greeting that needs no other name") {
  CHECK(missing("Hi Priya,", "Priya Nair").empty());
  CHECK(missing("Hi {{ticket.requester.first_name}},", "Priya Nair").empty());
  CHECK(missing("Hi team,", "Priya Nair").empty());
  CHECK(missing("Hi all,", "Priya Nair").empty());
  CHECK(missing("Hi Tom,", "Priya Nair").empty());  // That is the other half's to say.
}

TEST_CASE("a customer whose name is not known") {
  for (const char* name : {"", "Acme GmbH", "priya.nair@example.com", "Support Team", "Guest 12",
                           "priya_n", "Smith & Sons", "+44 20 7946 0000"}) {
    INFO(name);
    CHECK(missing("Hi there,", name).empty());
    CHECK(wrong("Hi Tom,", name).empty());
  }
}

TEST_CASE("a greeting with somebody else's name") {
  CHECK(wrong("Hi Sergio,", "Sérgio Alves") == Lines{"Sergio → Sérgio"});
  CHECK(wrong("Hi Sérgio,", "Sergio Alves") == Lines{"Sérgio → Sergio"});
  CHECK(wrong("Dear Brian,", "Priya Nair") == Lines{"Brian → Priya"});
  CHECK(wrong("Hi Pirya,", "Priya Nair") == Lines{"Pirya → Priya"});
  CHECK(wrong("Hi Katie,", "Kate Boyd") == Lines{"Katie → Kate"});
  CHECK(wrong("hi tom,", "Priya Nair") == Lines{"tom → Priya"});
  CHECK(wrong("Dear Mr Ossei,", "Femi Osei") == Lines{"Ossei → Osei"});
  CHECK(wrong("Hi Prija Nair,", "Priya Nair") == Lines{"Prija → Priya"});
  CHECK(wrong("Hi Ana and Tom,", "Priya Nair") == Lines{"Ana and Tom → Priya"});
  CHECK(wrong("Hi Sergio,", "Sergio Alves", "The invoice is wrong.\n\nRegards,\nSérgio") ==
        Lines{"Sergio → Sérgio"});
}

TEST_CASE("a greeting with the right name") {
  for (const char* greeting : {"Hi Priya,", "Hi PRIYA,", "hi priya,", "Hello Priya Nair,",
                               "Dear Ms Nair,", "Dear Ms. Nair,", "Hi Ana and Priya,", "Hi there,",
                               "Hi team,", "Hi all,", "Hello!", "Hi [NAME],"}) {
    INFO(greeting);
    CHECK(wrong(greeting, "Priya Nair").empty());
  }
  CHECK(wrong("Dear Dr Osei,", "Dr Femi Osei").empty());
  CHECK(wrong("Dear Mr Kim,", "Kim Min-jun").empty());
  CHECK(wrong("Hello Mr Albrecht,", "Mr. Albrecht").empty());
  CHECK(wrong("Hi Ana Maria,", "Ana Maria Souza").empty());
  CHECK(wrong("Hi Ana,", "Ana Maria Souza").empty());
  CHECK(wrong("Hi Annamaria,", "Anna Maria Rossi").empty());
  CHECK(wrong("Hi Jean-Luc,", "Jean-Luc Picard").empty());
  CHECK(wrong("Hi Priya,", "PRIYA NAIR").empty());
  CHECK(wrong("Hi Ivan,", "Иван Петров").empty());
  CHECK(wrong("Hi Se\u0301rgio,", "Sérgio Alves").empty());  // The accent on its own.
  CHECK(wrong("Hi James,", "J. Miller").empty());
}

TEST_CASE("a profile with a title and a surname") {
  CHECK(missing("Hello,", "Mr. Albrecht") == Lines{"Hello → Hello Mr Albrecht"});
  CHECK(missing("Hello,", "PROF DR ALBRECHT") == Lines{"Hello → Hello Prof Dr Albrecht"});
  CHECK(missing("Hello,", "Mrs Joan Albrecht") == Lines{"Hello → Hello Joan"});
  CHECK(wrong("Dear Mr Albrech,", "Mr Albrecht") == Lines{"Albrech → Albrecht"});
}

TEST_CASE("a name that is a word too, and the name within a handle") {
  CHECK(missing("Hi Will,", "Will Hart").empty());
  CHECK(missing("Hi May,", "May Lin").empty());
  CHECK(missing("Hi there,", "Will Hart") == Lines{"Hi there → Hi Will"});
  for (const char* handle : {"xXnovaXx", "nova.m"}) {
    INFO(handle);
    CHECK(wrong("Hi Nova,", handle).empty());
    CHECK(wrong("Hi Tom,", handle).size() == 1);
  }
  CHECK(wrong("Hi Nov,", "Nova").size() == 1);
}

TEST_CASE("a form of the name that the customer uses") {
  CHECK(wrong("Hi Kate,", "Katherine Boyd", "My invoice is missing. Thanks, Kate").empty());
  CHECK(wrong("Hi Kate,", "Katherine Boyd", "My invoice is missing.\n\nkate").empty());
  CHECK(wrong("Hi Sergio,", "Sérgio Alves", "The invoice is wrong.\n\nRegards,\nSergio").empty());
  CHECK(wrong("Hi Linda,", "Robert Jones", "My name is Linda and the lamp flickers.").empty());
  CHECK(wrong("Hi Kate,", "Katherine Boyd", "Kate here. My invoice is missing.").empty());
  CHECK(wrong("Hi Kate,", "Katherine Boyd", "I was here. My invoice is missing.") ==
        Lines{"Kate → Katherine"});
  CHECK(wrong("Hi Bob,", "Katherine Boyd", "My invoice is missing. Thanks, Kate") ==
        Lines{"Bob → Kate"});
}

}  // namespace tonelint::testing
