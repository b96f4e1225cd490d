#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tonelint/across.hpp"

using namespace tonelint;

namespace {

using Drafts = std::vector<std::string>;

/// What is said of the tone of drafts in one folder: "name message".
Drafts said(const Drafts& drafts) {
  const Guide guide = Guide::built_in();
  AcrossLibrary across;
  const auto name = [](std::size_t at) { return "billing/" + std::to_string(at) + ".txt"; };
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    across.learn(tone(guide, Source{name(i), drafts[i]}));
  }
  Drafts all;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Report report{.guide = guide};
    const std::string file = name(i);
    across.add(sketch(guide, Source{file, drafts[i]}), report);
    for (const Diagnostic& found : report.diagnostics) {
      if (found.rule != "library/tone") continue;
      REQUIRE(found.related.size() == 1);
      CHECK(found.message.find("Compare " + found.related[0].file) != std::string::npos);
      all.push_back(std::to_string(i) + " " + found.message);
    }
  }
  return all;
}

/// Replies about so many things, each made by `reply(thing, number)`.
template <typename Reply>
Drafts about_things(std::size_t count, Reply reply) {
  const std::vector<std::string> things{"parcel",  "invoice", "voucher", "receipt", "address",
                                        "account", "lamp",    "kettle",  "jacket",  "chair"};
  Drafts drafts;
  for (std::size_t i = 0; i < count; ++i) drafts.push_back(reply(things[i % things.size()], i));
  return drafts;
}

std::string friendly(const std::string& thing, std::size_t number) {
  return "Hi Maria,\n\nThanks for your message about the " + thing + " number " +
         std::to_string(number) + ". I've had a look and you don't have to do anything: the " +
         thing + " is on its way and will be with you within three days.\n\nBest wishes,\nTom\n";
}

std::string without(std::string text, const std::string& from, const std::string& to = "") {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a reply that alone does not greet is told of, with a neighbour that does") {
  Drafts drafts = about_things(13, friendly);
  drafts[5] = without(drafts[5], "Hi Maria,\n\n");
  CHECK(said(drafts) == Drafts{"5 The 12 others in “billing” greet the customer; this one does "
                               "not. Compare billing/0.txt:1:1."});
}

TEST_CASE("what a reply does otherwise is told together") {
  Drafts drafts = about_things(13, friendly);
  drafts[0] =
      "Your request about the parcel has been noted. We will process it and we do not need "
      "anything else. It is not sent without the number.\n";
  CHECK(said(drafts) ==
        Drafts{"0 The 12 others in “billing” greet the customer, sign off and say thanks; this "
               "one does not. They use contractions; this one is formal (“do not”, “we will”). "
               "They speak as “I”; this one as “we”. They score about 79 for warmth; this one 39. "
               "Compare billing/1.txt:1:1."});
}

TEST_CASE("each way to differ has its words") {
  const auto first = [](const std::string& from, const std::string& to) {
    Drafts drafts = about_things(13, friendly);
    drafts[3] = without(drafts[3], from, to);
    const Drafts all = said(drafts);
    return all.size() == 1 ? all[0].substr(0, all[0].find(" Compare")) : std::string();
  };
  CHECK(first("Hi Maria", "Hello") ==
        "3 The 12 others in “billing” greet by name; this one does not.");
  CHECK(first("Hi Maria", "Dear Maria") ==
        "3 The 12 others in “billing” begin with “Hi” or the like; this one with “Dear”.");
  CHECK(first("\n\nBest wishes,\nTom", "") ==
        "3 The 12 others in “billing” sign off; this one does not.");
}

TEST_CASE("fewer than eight others are no rule") {
  Drafts drafts = about_things(8, friendly);
  drafts[5] = without(drafts[5], "Hi Maria,\n\n");
  CHECK(said(drafts) == Drafts{});
  drafts.push_back(friendly("sofa", 8));
  CHECK(said(drafts).size() == 1);
}

TEST_CASE("where two of some do otherwise, both ways are usual") {
  Drafts drafts = about_things(20, friendly);
  drafts[5] = without(drafts[5], "Hi Maria,\n\n");
  drafts[9] = without(drafts[9], "Hi Maria,\n\n");
  CHECK(said(drafts) == Drafts{});
}

TEST_CASE("at most one reply in fifty is told of") {
  Drafts drafts = about_things(60, friendly);
  drafts[5] = without(drafts[5], "Hi Maria,\n\n");
  drafts[9] = without(without(drafts[9], "Hi Maria", "Dear Maria"), "\n\nBest wishes,\nTom", "");
  const Drafts all = said(drafts);
  REQUIRE(all.size() == 1);
  CHECK(all[0].starts_with("9 "));
}

TEST_CASE("what weighs little is told in a large folder only") {
  const auto with_we = [](std::size_t count) {
    Drafts drafts = about_things(count, friendly);
    drafts[5] = without(drafts[5], "I've", "We've");
    return said(drafts).size();
  };
  CHECK(with_we(30) == 0);
  CHECK(with_we(70) == 1);
}

TEST_CASE("a line that is put into a reply has no tone") {
  Drafts drafts = about_things(13, friendly);
  drafts[5] = "Our shop is open from nine to five.";
  CHECK(said(drafts) == Drafts{});
}

TEST_CASE("without learning no tone is compared") {
  const Guide guide = Guide::built_in();
  AcrossLibrary across;
  Report report{.guide = guide};
  across.add(sketch(guide, Source{"a.txt", friendly("parcel", 1)}), report);
  CHECK(report.diagnostics.empty());
}

TEST_CASE("folders are those of the helpdesk, of the name, or of the disk") {
  const auto folder_of = [](const std::string& name, const std::string& json) {
    Library library({name, json});
    SavedReply reply;
    REQUIRE(library.next(reply));
    return tone(Guide::built_in(), reply).folder;
  };
  CHECK(folder_of("f.json", R"([{"id": 1, "title": "t", "folder_id": 7, "content": "Hello."}])") ==
        "7");
  CHECK(folder_of("z.json", R"({"macros": [{"id": 1, "title": "Billing::Refund::Late",
      "actions": [{"field": "comment_value", "value": "Hello."}]}]})") == "Billing::Refund");
  CHECK(folder_of("c.json", R"([{"id": 1, "short_code": "s", "content": "Hello."}])") == "c.json");
  CHECK(folder_of("replies/billing/a.md", "---\nname: a\n---\nHello.\n") == "replies/billing");
  CHECK(folder_of("a.md", "---\nname: a\nfolder: Billing\n---\nHello.\n") == "Billing");
  CHECK(tone(Guide::built_in(), Source{"replies/a.txt", "Hello."}).folder == "replies");
}
