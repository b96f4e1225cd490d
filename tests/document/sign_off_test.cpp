#include <catch2/catch.hpp>

#include "document/fixture.hpp"

using namespace tonelint;

TEST_CASE("sign-offs, their names, and signatures") {
  const auto [end, sign_off, name,
              signature] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"\n\nBest regards,\nMarta", "Best regards,/Marta", "Marta", ""},
      {"\n\nKind regards\n\nMarta Diaz", "Kind regards//Marta Diaz", "Marta Diaz", ""},
      {"\n\nThanks,\nThe Acme Team", "Thanks,/The Acme Team", "The Acme Team", ""},
      {"\n\nBest,\nMarta\nSupport Lead\n+44 20 7946 0000", "Best,/Marta", "Marta",
       "Support Lead/+44 20 7946 0000"},
      {"\n\nCheers!", "Cheers!", "", ""},
      {"\n\nWith friendly greetings\nAnja", "With friendly greetings/Anja", "Anja", ""},
      {"\n\nxx\nBecky", "xx/Becky", "Becky", ""},
      {"\n\nWarmly, Marta", "Warmly, Marta", "Marta", ""},
      {"\n\nThanks, {{agent.name}} at Acme", "Thanks, {{agent.name}} at Acme",
       "{{agent.name}} at Acme", ""},
      {"\n\nWishing you well,\nMarta", "Wishing you well,/Marta", "Marta", ""},
      {"\n\nAll the happiness in the world to you both,\nSunita",
       "All the happiness in the world to you both,/Sunita", "Sunita", ""},
      {"\n\nViele Grüße\nJörg", "Viele Grüße/Jörg", "Jörg", ""},
      {"\n\nUn saludo,\nJosé", "Un saludo,/José", "José", ""},
      {"\n\n— Marta", "— Marta", "Marta", ""},
      {" - Tom", "- Tom", "Tom", ""},
      {" -Tom", "-Tom", "Tom", ""},
      {" ^Helen", "^Helen", "Helen", ""},
      {"\n\nThanks again! - Tom", "Thanks again! - Tom", "Tom", ""},
      {" Kind regards, Marta", "Kind regards, Marta", "Marta", ""},
      {"\n\nMarta", "Marta", "Marta", ""},
      {"\n\nMarta\nHarbour Garage\n0161 496 0000", "Marta", "Marta",
       "Harbour Garage/0161 496 0000"},
      {"\n\nMarta Diaz\nSupport Lead, Acme", "Marta Diaz", "Marta Diaz", "Support Lead, Acme"},
      {"\n\nYour tax team at Acme", "Your tax team at Acme", "Your tax team at Acme", ""},
      {"\n\nSincerely,\n\nDr. Jane Doe\nHead of Support | Acme Inc.\nwww.example.com",
       "Sincerely,//Dr. Jane Doe", "Dr. Jane Doe", "Head of Support | Acme Inc./www.example.com"},
      {"\n\nBest,\nJo\n\nThis e-mail is confidential and may be read by the person whom it "
       "was meant for and by nobody else.",
       "Best,/Jo", "Jo",
       "This e-mail is confidential and may be read by the person whom it was meant for and "
       "by nobody else."},
      {" ^AB", "", "", "^AB"},
      {" /RR", "", "", "/RR"},
      {"-AB.", "", "", "-AB."},
      {" *TMT https://example.com/x", "", "", "*TMT https://example.com/x"},
      {" 1/2", "", "", "1/2"},
      {" (2/2) ^LJ", "", "", "(2/2) ^LJ"},
      {" - Nick 3/3", "- Nick", "Nick", "3/3"},
      {" Apologies - Josh", "- Josh", "Josh", ""},
      {" \u263a-Sabi", "-Sabi", "Sabi", ""},
      {" They will be happy to help - Paul", "- Paul", "Paul", ""},
      {" ^cr https://example.com/x", "", "", "^cr https://example.com/x"},
      {" Thank you. ^Osebi.", "Thank you. ^Osebi.", "Osebi", ""},
      // None.
      {" Pick Settings - General", "", "", ""},
      {" We are closed on Saturday - Sunday", "", "", ""},
      {"", "", "", ""},
      {" Thanks for your patience.", "", "", ""},
      {" Let us know, thanks!", "", "", ""},
      {"\n\nThanks, and see you on Monday when we open.", "", "", ""},
      {" Sizes are S - XL.", "", "", ""},
      {"\n\nThanks,\nI will call you on Monday when we open again.", "", "", ""},
      {"\n\nThank you\nfor the log.", "", "", ""},
      {"\n\nThank you\n\nIt helps.", "", "", ""},
      {" We have three sizes.\nLarge\nMedium\nSmall", "", "", ""},
      {" Please send it to:\n\nMarta Diaz\n12 High Street", "", "", ""},
      {"\n\nMarta\nwill call you on Monday", "", "", ""},
  }));
  const Read read("Hi Ana,\n\nYour order left us on Monday." + end);
  CAPTURE(end);
  CHECK(read.part(Part::sign_off) == sign_off);
  CHECK(read.text(read.document.sign_off_name()) == name);
  CHECK(read.part(Part::signature) == signature);
}

TEST_CASE("a signature is hidden") {
  const Read read("It left.\n\nBest,\nMarta\nSupport Lead");
  CHECK(read.flagged(Token::hidden) == "Support Lead");
  CHECK(read.document.word_count() == 4);
}

TEST_CASE("thanks at the end of a chat is no sign-off, a name is") {
  using enum Channel;
  CHECK(Read("It left.\nThanks!", Syntax::text, chat).part(Part::sign_off) == "");
  CHECK(Read("It left.\nThanks!", Syntax::text, email).part(Part::sign_off) == "Thanks!");
  CHECK(Read("It left. - Tom", Syntax::text, chat).part(Part::sign_off) == "- Tom");
}

TEST_CASE("a thanks that is the whole reply is its body") {
  const Read read("Thanks!");
  CHECK(read.part(Part::sign_off) == "");
  CHECK(read.part(Part::body) == "Thanks!");
}

TEST_CASE("a letter may have no body") {
  const Read read("Hi Ana,\n\nThanks,\nTom");
  CHECK(read.part(Part::sign_off) == "Thanks,/Tom");
  CHECK(read.part(Part::body) == "");
}
