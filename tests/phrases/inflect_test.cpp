#include "phrases/inflect.hpp"

#include <catch2/catch.hpp>

namespace tonelint {
namespace {

using Kind = WordForm::Kind;

/// The forms of a kind, in order: "cancelled canceled".
std::string all(std::string_view base, Kind kind) {
  std::string out;
  for (const WordForm& form : forms_of(base)) {
    if (form.kind != kind) continue;
    if (!out.empty()) out += ' ';
    out += form.text;
  }
  return out;
}

/// Third person, past, participle and gerund, the first of each.
std::string verb(std::string_view base) {
  return form_of(base, Kind::third) + ' ' + form_of(base, Kind::past) + ' ' +
         form_of(base, Kind::participle) + ' ' + form_of(base, Kind::gerund);
}

}  // namespace

TEST_CASE("regular verbs") {
  CHECK(verb("help") == "helps helped helped helping");
  CHECK(verb("utilize") == "utilizes utilized utilized utilizing");
  CHECK(verb("agree") == "agrees agreed agreed agreeing");
  CHECK(verb("try") == "tries tried tried trying");
  CHECK(verb("delay") == "delays delayed delayed delaying");
  CHECK(verb("tie") == "ties tied tied tying");
  CHECK(verb("dye") == "dyes dyed dyed dyeing");
  CHECK(verb("panic") == "panics panicked panicked panicking");
  CHECK(verb("sync") == "syncs synced synced syncing");
  CHECK(verb("fix") == "fixes fixed fixed fixing");
  CHECK(verb("miss") == "misses missed missed missing");
  CHECK(verb("reach") == "reaches reached reached reaching");
  CHECK(verb("echo") == "echoes echoed echoed echoing");
  CHECK(verb("ski") == "skis skied skied skiing");
  CHECK(verb("quiz") == "quizzes quizzed quizzed quizzing");
  CHECK(verb("use") == "uses used used using");
  CHECK(all("queue", Kind::gerund) == "queuing queueing");
}

TEST_CASE("doubled consonants follow the stress") {
  for (const char* base : {"stop", "refer", "submit", "plan", "chat", "occur", "format", "reset"}) {
    const std::string word = base;
    CHECK(all(word, Kind::gerund) == word + word.back() + "ing");
  }
  for (const char* base :
       {"offer", "visit", "open", "answer", "deliver", "edit", "email", "look", "target", "develop",
        "parallel", "fail", "wait", "show", "review", "trigger", "happen", "reveal"}) {
    CHECK(all(base, Kind::gerund) == std::string(base) + "ing");
  }
}

TEST_CASE("consonants that some double") {
  CHECK(all("cancel", Kind::past) == "cancelled canceled");
  CHECK(all("travel", Kind::gerund) == "travelling traveling");
  CHECK(all("dial", Kind::past) == "dialled dialed");
  CHECK(all("equal", Kind::past) == "equalled equaled");
  CHECK(all("focus", Kind::past) == "focused focussed");
  CHECK(all("benefit", Kind::past) == "benefited benefitted");
  CHECK(all("control", Kind::past) == "controlled");
}

TEST_CASE("irregular verbs") {
  CHECK(verb("send") == "sends sent sent sending");
  CHECK(verb("write") == "writes wrote written writing");
  CHECK(verb("get") == "gets got got getting");
  CHECK(verb("go") == "goes went gone going");
  CHECK(verb("do") == "does did done doing");
  CHECK(verb("have") == "has had had having");
  CHECK(verb("lie") == "lies lay lain lying");
  CHECK(verb("forget") == "forgets forgot forgotten forgetting");
  CHECK(verb("understand") == "understands understood understood understanding");
  CHECK(verb("output") == "outputs output output outputting");
  CHECK(all("learn", Kind::past) == "learned learnt");
}

TEST_CASE("every form of be") {
  CHECK(all("be", Kind::base) == "be am are");
  CHECK(all("be", Kind::third) == "is");
  CHECK(all("be", Kind::past) == "was were");
  CHECK(all("be", Kind::participle) == "been");
  CHECK(all("be", Kind::gerund) == "being");
}

TEST_CASE("modal verbs have no other forms") {
  CHECK(all("can", Kind::past) == "could");
  CHECK(all("can", Kind::gerund).empty());
  CHECK(all("will", Kind::plural).empty());
  CHECK(forms_of("must").size() == 1);
}

TEST_CASE("irregular verbs behind a prefix") {
  CHECK(verb("resend") == "resends resent resent resending");
  CHECK(verb("redo") == "redoes redid redone redoing");
  CHECK(verb("rerun") == "reruns reran rerun rerunning");
  CHECK(verb("overpay") == "overpays overpaid overpaid overpaying");
  CHECK(verb("mislead") == "misleads misled misled misleading");
  CHECK(verb("re-send") == "re-sends re-sent re-sent re-sending");
  CHECK(verb("relay") == "relays relayed relayed relaying");
}

TEST_CASE("plurals") {
  const auto plural = [](std::string_view base) { return all(base, Kind::plural); };
  CHECK(plural("ticket") == "tickets");
  CHECK(plural("reply") == "replies");
  CHECK(plural("day") == "days");
  CHECK(plural("box") == "boxes");
  CHECK(plural("potato") == "potatoes");
  CHECK(plural("photo") == "photos");
  CHECK(plural("leaf") == "leaves");
  CHECK(plural("proof") == "proofs");
  CHECK(plural("stomach") == "stomachs");
  CHECK(plural("status") == "statuses");
  CHECK(plural("person") == "people persons");
  CHECK(plural("analysis") == "analyses");
  CHECK(plural("café") == "cafés");
  CHECK(plural("follow-up") == "follow-ups");
  CHECK(plural("information").empty());
}

TEST_CASE("compounds take the plural of their last part") {
  const auto plural = [](std::string_view base) { return all(base, Kind::plural); };
  CHECK(plural("bookshelf") == "bookshelves");
  CHECK(plural("yourself") == "yourselves");
  CHECK(plural("salesman") == "salesmen");
  CHECK(plural("human") == "humans");
  CHECK(plural("itself").empty());
}

TEST_CASE("both spellings, that of the base first") {
  CHECK(all("apologise", Kind::past) == "apologised apologized");
  CHECK(all("apologize", Kind::past) == "apologized apologised");
  CHECK(all("analyze", Kind::gerund) == "analyzing analysing");
  CHECK(all("colour", Kind::past) == "coloured colored");
  CHECK(all("favorite", Kind::plural) == "favorites favourites");
  CHECK(all("customisation", Kind::plural) == "customisations customizations");
  CHECK(all("fulfill", Kind::third) == "fulfills fulfils");
  CHECK(all("centre", Kind::plural) == "centres centers");
  CHECK(form_of("apologise", Kind::gerund) == "apologising");
  CHECK(form_of("apologize", Kind::gerund) == "apologizing");
}

TEST_CASE("words with one spelling only") {
  for (const char* base : {"advise", "promise", "size", "raise", "noise", "surprise", "resize",
                           "exercise", "rise", "four", "hour", "doctor", "seize", "otherwise"}) {
    CHECK(all(base, Kind::base) == base);
  }
}

TEST_CASE("short adjectives") {
  CHECK(all("easy", Kind::comparative) == "easier");
  CHECK(all("simple", Kind::superlative) == "simplest");
  CHECK(all("big", Kind::comparative) == "bigger");
  CHECK(all("good", Kind::comparative) == "better");
  CHECK(all("bad", Kind::superlative) == "worst");
  CHECK(all("slow", Kind::past) == "slowed");
  CHECK(all("good", Kind::plural).empty());
}

TEST_CASE("the base where a form is missing") {
  CHECK(form_of("help", Kind::comparative) == "help");
  CHECK(form_of("news", Kind::plural) == "news");
  CHECK(form_of("easy", Kind::base) == "easy");
  CHECK(forms_of("").size() == 1);
  CHECK(form_of("a-", Kind::plural) == "a-");
}

TEST_CASE("no form twice") {
  for (const char* base : {"put", "cancel", "be", "analyse", "licence", "fish"}) {
    const auto forms = forms_of(base);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        INFO(forms[i].text);
        CHECK_FALSE((forms[i].kind == forms[j].kind && forms[i].text == forms[j].text));
      }
    }
  }
}

}  // namespace tonelint
