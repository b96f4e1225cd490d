#include <catch2/catch.hpp>

#include "document/fixture.hpp"

using namespace tonelint;

TEST_CASE("greetings and the names in them") {
  const auto [text, greeting, name] = GENERATE(table<std::string, std::string, std::string>({
      {"Hi Priya,\n\nThanks.", "Hi Priya,", "Priya"},
      {"Hello there!\n\nThanks.", "Hello there!", ""},
      {"Dear Dr Osei,\n\nThanks.", "Dear Dr Osei,", "Osei"},
      {"Dear Mr. and Mrs. Lee:\nThanks.", "Dear Mr. and Mrs. Lee:", "Lee"},
      {"Good morning Ana -\nThanks.", "Good morning Ana -", "Ana"},
      {"Hey @tom thanks", "Hey @tom", "@tom"},
      {"Hi {{ticket.requester.first_name}},\nThanks.", "Hi {{ticket.requester.first_name}},",
       "{{ticket.requester.first_name}}"},
      {"👋 Hey @{{ author }}! Just asking.", "👋 Hey @{{ author }}!", "{{ author }}"},
      {"Hi Ana, thanks for writing.", "Hi Ana,", "Ana"},
      {"Hi, thanks for writing.", "Hi,", ""},
      {"Hello John thanks for writing.", "Hello John", "John"},
      {"Hi Thanks for writing.", "Hi", ""},
      {"Hello from all of us.", "Hello", ""},
      {"hi priya, thanks", "hi priya,", "priya"},
      {"Hi mae anne carabuena, we see.", "Hi mae anne carabuena,", "mae anne carabuena"},
      {"Hi 06141987, we see.", "Hi 06141987,", "06141987"},
      {"Hey there, Jasmany! We see.", "Hey there, Jasmany!", "Jasmany"},
      {"Hello, Unfortunately, we closed.", "Hello,", ""},
      {"Hi Jean-Luc O'Brien,\nYes.", "Hi Jean-Luc O'Brien,", "Jean-Luc O'Brien"},
      {"Dear Ludwig van der Berg,\nYes.", "Dear Ludwig van der Berg,", "Ludwig van der Berg"},
      {"Hi Ana and Tom,\nYes.", "Hi Ana and Tom,", "Ana and Tom"},
      {"Hi Julie Anne A., we see.", "Hi Julie Anne A.,", "Julie Anne A."},
      {"Dear J. Smith,\nYes.", "Dear J. Smith,", "J. Smith"},
      {"Hi Ana 😊\nYes.", "Hi Ana 😊", "Ana"},
      {"Hi ,\nYes.", "Hi ,", ""},
      {"@12345 Hi Ana, we see.", "@12345 Hi Ana,", "Ana"},
      {"Priya,\n\nThanks.", "Priya,", "Priya"},
      {"Dear valued customer,\nYes.", "Dear valued customer,", ""},
      {"Dear Sir or Madam,\nYes.", "Dear Sir or Madam,", ""},
      {"Dear Sir/Madam,\nYes.", "Dear Sir/Madam,", ""},
      {"Dear Sir / Madam,\nYes.", "Dear Sir / Madam,", ""},
      {"Sehr geehrte Frau Weiß,\nvielen Dank.", "Sehr geehrte Frau Weiß,", "Weiß"},
      {"Hallo Jörg,\ndanke.", "Hallo Jörg,", "Jörg"},
      {"Bonjour Chloé,\nMerci.", "Bonjour Chloé,", "Chloé"},
      {"Hola José:\nGracias.", "Hola José:", "José"},
      {"Estimado Sr. García:\nGracias.", "Estimado Sr. García:", "García"},
      {"Olá João,\nObrigado.", "Olá João,", "João"},
      {"Buongiorno Lucia,\nGrazie.", "Buongiorno Lucia,", "Lucia"},
      {"Beste Anouk,\nBedankt.", "Beste Anouk,", "Anouk"},
      // No greetings.
      {"Thanks for writing.", "", ""},
      {"Dear customers get more.", "Dear customers", ""},
      {"Hi-res pictures help.", "", ""},
      {"Morning deliveries are late.", "", ""},
      {"Sadly, we closed.", "", ""},
      {"Yes,\nwe can.", "", ""},
      {"> Hi Ana,\n\nThanks.", "", ""},
  }));
  const Read read(text);
  CAPTURE(text);
  CHECK(read.part(Part::greeting) == greeting);
  CHECK(read.text(read.document.greeting_name()) == name);
}

TEST_CASE("a greeting is a sentence of its own, and its salutation is known") {
  const Read read("Good morning Ana, thanks for writing.");
  CHECK(read.sentences() == "Good morning Ana, | thanks for writing.");
  CHECK(read.text(read.document.greeting_words()) == "Good morning");
  CHECK(read.flagged(Token::sentence_start) == "Good thanks");
}

TEST_CASE("a subject line comes before the greeting") {
  const Read read("Subject: Your order\n\nHi Ana,\n\nIt left.");
  CHECK(read.part(Part::subject) == "Subject: Your order");
  CHECK(read.part(Part::greeting) == "Hi Ana,");
  CHECK(read.part(Part::body) == "It left.");
}

TEST_CASE("a placeholder is the name in the greeting, whatever the helpdesk") {
  for (const std::string placeholder :
       {"{{ticket.requester.first_name}}", "{{ticket.requester.name | split: \" \" | first}}",
        "{{ticket.requester.firstname}}", "{%customer.firstName,fallback=there%}",
        "{%customer.firstName,fallback=%}", "{{user.name|fallback:\"there\"}}",
        "{{recipient.first_name}}", "{{ticket.customer.firstname}}", "{{ contact.firstname }}",
        "{{contact.first_name | default: 'there'}}", "{{ contact.first_name || 'there' }}",
        "#{ticket.customer.firstname}", "%{ticket.name.first}", "{%ticket.customerName%}",
        "%{reply_to_name,fallback:there}", "{{ author }}", "<<Client.PreferredName>>"}) {
    const Read read("Hi " + placeholder + ",\n\nThanks for writing.");
    CHECK(read.text(read.document.greeting_name()) == placeholder);
    CHECK(read.part(Part::greeting) == "Hi " + placeholder + ",");
  }
}

TEST_CASE("a placeholder that HTML writes as a tag, or with entities, is a name as well") {
  for (const std::string placeholder :
       {"<attribute key=\"user.name\" default=\"there\"/>", "<attribute key=\"first_name\">",
        "{{user.name|fallback:&quot;there&quot;}}", "&lt;&lt;Client.PreferredName&gt;&gt;",
        "{{&nbsp;ticket.requester.first_name&nbsp;}}"}) {
    const Read read("<p>Hi " + placeholder + ",</p><p>Thanks for writing.</p>", Syntax::html);
    INFO(placeholder);
    CHECK(read.document.greeting_name().size() == 1);
    CHECK(read.document.tokens()[1].kind == Token::Kind::placeholder);
  }
}
