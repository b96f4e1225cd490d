#include "tonelint/across.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace tonelint;

namespace {

/// What is said of each of some drafts in a row: "rule: message" for each finding.
std::vector<std::string> said(const std::vector<std::string>& drafts) {
  AcrossLibrary across;
  std::vector<std::string> all;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string name = std::to_string(i) + ".txt";
    Report report{.guide = Guide::built_in()};
    across.add(sketch(report.guide, Source{name, drafts[i]}), report);
    for (const Diagnostic& found : report.diagnostics) {
      CHECK(drafts[i].substr(found.span.begin, found.span.size()) == found.match);
      all.push_back(name + " " + std::string(found.rule) + ": " + found.message);
    }
  }
  return all;
}

using Lines = std::vector<std::string>;

const std::string refund =
    "Hi Maria,\n\nThank you for your patience. The refund of 40 euros for your order is on its way "
    "and should be in your account within five days. If it is not there by then, answer this "
    "message and we will look into it with the bank at once.\n\nBest wishes,\nTom\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("the same text with other names and numbers is found, with both places") {
  const std::string other =
      with(with(with(refund, "Maria", "{{customer.name}}"), "40", "1,250"), "Tom", "Anna Lee");
  CHECK(said({refund, "That is all we know so far, and we will write again.", other}) ==
        Lines{"2.txt library/duplicate: The same text as 0.txt:1:1, but for names and numbers. "
              "One will do."});
}

TEST_CASE("nearly the same text is found, another one is not") {
  CHECK(said({refund, with(refund, "at once", "right away")}) ==
        Lines{"1.txt library/near-duplicate: Nearly the same text as 0.txt:1:1. Perhaps one will "
              "do."});
  CHECK(said({refund,
              "Hi Maria,\n\nThank you for your patience. Your parcel has left our house "
              "today and comes on Friday. You can follow it with the number below.\n\n"
              "Best wishes,\nTom\n"}) == Lines{});
}

TEST_CASE("short texts may be the same") { CHECK(said({"Thank you!", "Thank you!"}) == Lines{}); }

TEST_CASE("one term in two ways is told once, where the second is") {
  CHECK(said({"Please send an e-mail.", "We got your e-mail and E-mail.", "The email came.",
              "Your Email is here."}) ==
        Lines{"2.txt library/spelling: “email” here, “e-mail” in 0.txt:1:16. Choose one for all "
              "replies."});
  CHECK(said({"We apologise for it.", "I apologized.", "That organism is organised."}).size() == 1);
  CHECK(said({"Please visit the web site.", "Our website is up."}).size() == 1);
}

TEST_CASE("to log in is a verb and the login is not") {
  CHECK(said({"Go to the login page.", "Please log in again.", "Your login is safe.",
              "Press it to log in."}) == Lines{});
  CHECK(said({"Please log in again.", "You can login with it."}) ==
        Lines{"1.txt library/spelling: “login” here, “log in” in 0.txt:1:8. Choose one for all "
              "replies."});
}

TEST_CASE("names with capitals within are written in one way") {
  CHECK(said({"We pay with PayPal.", "Open your Paypal account."}) ==
        Lines{"1.txt library/spelling: “Paypal” here, “PayPal” in 0.txt:1:13. Choose one for all "
              "replies."});
  CHECK(said({"Ask for Maria please.", "PAYPAL is MARIA, say maria."}) == Lines{});
}

TEST_CASE("a reply in a language that the guide does not speak is told") {
  const Lines lines =
      said({"Guten Tag, wir haben Ihre Nachricht erhalten und werden uns so bald wie möglich bei "
            "Ihnen melden. Vielen Dank für Ihre Geduld und einen schönen Tag."});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("0.txt library/language: This reads like German"));
}

TEST_CASE("findings of a library stand in its file and name the earlier reply") {
  std::string json = "[";
  for (const char* record :
       {R"({"id": 1, "short_code": "late", "content": "We got your \"e-mail\" and the e-mail."})",
        R"({"id": 2, "short_code": "soon", "content": "The \"old\" email is gone."})"}) {
    json += (json.size() > 1 ? ",\n" : "\n") + std::string(record);
  }
  json += "]";
  const Guide guide = Guide::built_in();
  Library library({"replies.json", json});
  AcrossLibrary across;
  SavedReply reply;
  Lines lines;
  while (library.next(reply)) {
    Report report{.guide = guide};
    report.record = reply.record;
    across.add(sketch(guide, reply), report);
    for (const Diagnostic& found : report.diagnostics) {
      CHECK(json.substr(found.span.begin, found.span.size()) == "email");
      CHECK(found.position.line == 3);
      lines.push_back(found.message);
    }
  }
  CHECK(lines == Lines{"“email” here, “e-mail” in “late” (replies.json:2:76). Choose one for all "
                       "replies."});
}

TEST_CASE("the same text for another channel is meant to be the same") {
  const std::string json =
      R"([{"id": 1, "name": "a", "text": "We will look into it and write to you within two days.",
    "chatText": "We will look into it and write to you within two days."},
   {"id": 2, "name": "b", "text": "We will look into it and write to you within two days."}])";
  Library library({"replies.json", json});
  AcrossLibrary across;
  SavedReply reply;
  Lines lines;
  while (library.next(reply)) {
    Report report{.guide = Guide::built_in()};
    report.record = reply.record;
    across.add(sketch(report.guide, reply), report);
    lines.insert(lines.end(), report.diagnostics.size(), report.record.name);
  }
  CHECK(lines == Lines{"b"});
}

TEST_CASE("of many replies the two that are alike are found") {
  std::vector<std::string> drafts;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (int k = 0; k < 30; ++k) {
      std::string word = "w";
      for (int n = (i * 7919 + k * 104729 + i * k * 31) % 17576; word.size() < 4; n /= 26) {
        word += static_cast<char>('a' + n % 26);
      }
      text += word + " ";
    }
    drafts.push_back(text + "end.");
  }
  drafts.push_back(with(drafts[1234], "end", "and that is the end"));
  const Lines lines = said(drafts);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("3000.txt library/near-duplicate: Nearly the same text as 1234.txt"));
}
