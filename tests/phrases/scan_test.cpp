#include <catch2/catch.hpp>

#include "phrases.hpp"

using namespace tonelint;
using namespace tonelint::phrase_test;

TEST_CASE("words are found in any case and spelling of their marks") {
  CHECK(found("calm down", "CALM Down! calm down") == "CALM Down | calm down");
  CHECK(found("it's fine", "It’s fine. it's fine") == "It’s fine | it's fine");
  CHECK(found("café", "CAFÉ, cafe\u0301") == "CAFÉ | cafe\u0301");
  CHECK(found("straße", "STRASSE") == "STRASSE");
  CHECK(found("calm", "calmer, calms, becalm").empty());
}

TEST_CASE("hyphens, commas, dashes, brackets and line breaks between words are passed over") {
  Phrases phrases({"follow up soon"});
  CHECK(phrases.in("follow-up soon") == "follow-up soon");
  CHECK(phrases.in("follow up, soon") == "follow up, soon");
  CHECK(phrases.in("follow up – soon") == "follow up – soon");
  CHECK(phrases.in("follow\nup (soon)") == "follow\nup (soon");
  CHECK(phrases.in("follow\r\nup/soon") == "follow\r\nup/soon");
  CHECK(phrases.in("follow up very soon").empty());
}

TEST_CASE("a phrase ends before a comma that another phrase asks for") {
  Phrases phrases({"sadly", "sadly \\, no"});
  CHECK(phrases.in("Sadly, yes.") == "Sadly");
  CHECK(phrases.in("Sadly, no.") == "Sadly, no");
}

TEST_CASE("no more than eight commas in a row are passed over") {
  for (const char* phrase : {"follow up", "follow <word>", "<number> up"}) {
    const std::string first = phrase[0] == '<' ? "7" : "follow";
    const std::string eight = first + ", , , , , , , , up";
    CHECK(found(phrase, eight) == eight);
    CHECK(found(phrase, first + ", , , , , , , , , up").empty());
  }
}

TEST_CASE("a phrase does not run on over the end of a sentence or a paragraph") {
  Phrases phrases({"follow up"});
  CHECK(phrases.in("I follow. Up there").empty());
  CHECK(phrases.in("I follow! Up there").empty());
  CHECK(phrases.in("I follow: up there").empty());
  CHECK(phrases.in("I follow; up there").empty());
  CHECK(phrases.in("I follow\n\nup there").empty());
  CHECK(found("we ... sorry", "we wait. They are sorry").empty());
  CHECK(found("anything else ?", "Anything else? Anything else.") == "Anything else?");
}

TEST_CASE("contractions are found for the words they stand for, and the other way round") {
  for (const char* phrase : {"can't", "can not", "cannot", "cant"}) {
    Phrases phrases({phrase});
    for (const char* text : {"can't", "can’t", "can not", "cannot", "CANNOT", "cant"}) {
      INFO(phrase << " in " << text);
      CHECK(phrases.in(std::string("We ") + text + " do it") == text);
    }
  }
  CHECK(found("I am sorry", "I'm sorry, i am sorry, I’m sorry") ==
        "I'm sorry | i am sorry | I’m sorry");
  CHECK(found("I'm sorry", "I am sorry") == "I am sorry");
  CHECK(found("(I|we) (am|are) not", "we aren't, we're not, I'm not") ==
        "we aren't | we're not | I'm not");
  CHECK(found("it has", "it's") == "it's");
  CHECK(found("[really] will not", "won't") == "won't");
  CHECK(found("will [really] not", "will not, won't, will really not") ==
        "will not | won't | will really not");
  CHECK(found("let us know", "Let's know") == "Let's know");
  CHECK(found("account is", "the account's").empty());
}

TEST_CASE("a gap takes up to five words of the same sentence") {
  CHECK(found("we ... sorry", "we sorry") == "we sorry");
  CHECK(found("we ... sorry", "we are all of us very sorry") == "we are all of us very sorry");
  CHECK(found("we ... sorry", "we are all of us very much sorry").empty());
  CHECK(found("we ... sorry", "we, the team, are sorry") == "we, the team, are sorry");
  CHECK(found("we ... very ... sorry", "we are very, very sorry") == "we are very, very sorry");
}

TEST_CASE("a capture takes words of one clause") {
  const auto captured = [](const char* phrase, std::string_view text) {
    return Phrases({Written(phrase, {"{do}"})}).rewritten(text);
  };
  CHECK(captured("you forgot to {do}", "You forgot to pay the bill.") == "pay the bill");
  CHECK(captured("you forgot to {do}", "You forgot to pay, so we wait.") == "pay");
  CHECK(captured("you forgot to {do}", "You forgot to pay – we wait.") == "pay");
  CHECK(captured("you forgot to {do}", "You forgot to pay (twice).") == "pay");
  CHECK(captured("you forgot to {do}", "You forgot to sign-in again; we wait.") == "sign-in again");
  CHECK(captured("you forgot to {do}", "You forgot to a b c d e f g h i j k l m n.") ==
        "a b c d e f g h i j k l");
  CHECK(captured("you forgot to {do}", "You forgot to").empty());
  CHECK(captured("you forgot to {do}", "You forgot to.").empty());
  CHECK(captured("you forgot to {do}", "You forgot to, well, pay").empty());
  CHECK(captured("please {do} now", "please come in now and now") == "come in now and");
  CHECK(captured("please {do} now", "please come in, now").empty() == false);
  CHECK(captured("{do} please", "Well, send it please") == "send it");
  CHECK(captured("so {do} please", "so send it please") == "send it");
}

TEST_CASE("the start and the end of a sentence can be asked for") {
  CHECK(found("^ no", "No, no. \"No\" she said. (No) – No") == "No | No");
  CHECK(found("^ No \\,", "No, we can't. No way.") == "No,");
  CHECK(found("calm down $", "Calm down. Calm down now. Calm down!!") ==
        "Calm down. | Calm down!!");
  CHECK(found("calm down $", "(Just calm down.) Yes") == "calm down.)");
  CHECK(found("calm down $", "Just calm down 🙂\n\nYes") == "calm down 🙂");
  CHECK(found("calm down $", "calm down") == "calm down");
  CHECK(found("you need to {do} $", "You need to pay, now. You need to wait.") ==
        "You need to wait.");
}

TEST_CASE("cues are found within phrases and within cues") {
  for (const bool alone : {false, true}) {
    INFO(alone);
    Phrases phrases({"<apology> but"}, {{"apology", {"<sorry> [about <what>]", "apologies"}, alone},
                                        {"sorry", {"(I am|we are) sorry"}},
                                        {"what", {"that", "the <thing>"}, alone},
                                        {"thing", {"delay", "long wait"}}});
    CHECK(phrases.problems().empty());
    CHECK(phrases.in("I'm sorry, but no") == "I'm sorry, but");
    CHECK(phrases.in("We’re sorry about the long wait, but no") ==
          "We’re sorry about the long wait, but");
    CHECK(phrases.in("Apologies - but") == "Apologies - but");
    CHECK(phrases.in("I am sorry. But no").empty());
    CHECK(phrases.in("we are sorry about the, but").empty());
  }
}

TEST_CASE("a cue keeps what its phrases ask of the sentence") {
  Phrases phrases({"<no> thanks", "but <end>"},
                  {{"no", {"^ no", "never"}}, {"end", {"stop $", "go on"}}});
  CHECK(phrases.in("No thanks. But no thanks. But never thanks.") == "No thanks | never thanks");
  CHECK(phrases.in("But stop now. But go on now. But stop.") == "But go on | But stop.");
}

TEST_CASE("a cue of words, gaps and expressions is one within a phrase") {
  Phrases phrases({"we <refuse> it"}, {{"refuse", {"do ... not want", "/[xyz]{2}/", "<number>"}}});
  CHECK(phrases.in("We do really not want it, we zx it, we 5 it, we 5 or 6 it.") ==
        "We do really not want it | we zx it | we 5 it");
}

TEST_CASE("a phrase may go on at either end of an expression that takes the end of a sentence") {
  const std::vector<Cue> cues = {{"stop", {"/red\\. Green/"}}};
  CHECK(Phrases({"<stop> wall"}, cues).in("A red. Green wall. Blue.") == "red. Green wall");
  CHECK(Phrases({"old <stop>"}, cues).in("Blue. The old red. Green. Blue.") == "old red. Green");
}

TEST_CASE("what a phrase needs may stand in any of many sentences, but in its own") {
  Phrases phrases({"the ... lamp"});
  std::string sentences;
  for (int i = 0; i < 40; ++i) sentences += "Take the chair. ";
  CHECK(phrases.in(sentences + "Take the old lamp. " + sentences) == "the old lamp");
  CHECK(phrases.in(sentences + "A lamp. " + sentences).empty());
}

TEST_CASE("the longest of a cue's phrases counts at the end of a phrase") {
  for (const bool alone : {false, true}) {
    INFO(alone);
    Phrases phrases({"in <time-span>"},
                    {{"time-span", {"an hour", "an hour and a half", "a day"}, alone}});
    CHECK(phrases.in("It comes in an hour and a half.") == "in an hour and a half");
    Phrases first({"<time-span> later"}, {{"time-span", {"hour", "an hour"}, alone}});
    CHECK(first.in("It came an hour later.") == "an hour later");
    Phrases far({"wait ... <time-span>"},
                {{"time-span",
                  {"an hour", "an hour and a half", "<number> days", "<number> days flat"},
                  alone}});
    CHECK(far.in("Please wait for an hour and a half. So wait 5 days flat.") ==
          "wait for an hour and a half | wait 5 days flat");
  }
}

TEST_CASE("classes of words") {
  CHECK(found("within <number> days", "within 2 days, within 1,000 days, within two days") ==
        "within 2 days | within 1,000 days");
  CHECK(found("dear <word> ,", "x").empty());
  CHECK(found("dear <word>", "dear Ann, dear 5, dear …") == "dear Ann | dear 5");
  CHECK(found("<emoji>", "Yes 🙂 and :-)") == "🙂 | :-)");
  CHECK(found("see <url>", "see https://example.com/a?b=c.") == "see https://example.com/a?b=c");
  CHECK(found("<email>", "write to help@example.com!") == "help@example.com");
  CHECK(found("hi <name>", "Oh hi Ann. Hi ann. Oh hi {{name}}") == "hi Ann | hi {{name}}");
  CHECK(found("<placeholder>", "It is [NAME] here") == "[NAME]");
}

TEST_CASE("dates and times are found") {
  Phrases date({"by <date>"});
  CHECK(date.problems().empty());
  for (const char* text :
       {"by Monday", "by next Tuesday", "by the 3rd of May", "by 12 June", "by March 5",
        "by 2024-05-17", "by tomorrow", "by next week", "by mid June"}) {
    CHECK(date.in(std::string("It comes ") + text + ".") == text);
  }
  CHECK(date.in("by may").empty());
  Phrases time({"at <time>"});
  for (const char* text : {"at 5pm", "at 5 pm", "at 17:30", "at 5:30 pm", "at noon"}) {
    CHECK(time.in(std::string("It comes ") + text + ".") == text);
  }
  CHECK(time.in("at 5").empty());
}

TEST_CASE("optional words at either end belong to what is found") {
  CHECK(found("[really] sorry", "really sorry, sorry") == "really sorry | sorry");
  CHECK(found("sorry [about that]", "sorry about that, sorry about") == "sorry about that | sorry");
  CHECK(found("[a] [b] c [d] [e]", "a c e, b c d, c") == "a c e | b c d | c");
}

TEST_CASE("an ending may differ and a word may take any form") {
  CHECK(found("ticket[s]", "ticket tickets ticketed") == "ticket | tickets");
  CHECK(found("cancel(ed|led)", "canceled cancelled cancel") == "canceled | cancelled");
  CHECK(found("apologize~", "apologize apologises apologising apology") ==
        "apologize | apologises | apologising");
}

TEST_CASE("words in quotation marks and names of buttons are not the agent's own") {
  Phrases phrases({"calm down"});
  CHECK(phrases.in("You wrote “calm down” and \"calm down\".").empty());
  CHECK(phrases.in("Press **Calm down** now.", Syntax::markdown).empty());
  CHECK(phrases.in("Press `calm down` now.", Syntax::markdown).empty());
  CHECK(phrases.in("> calm down\n\nNo.", Syntax::markdown).empty());
  Phrases expression({"/calm \\w+/"});
  CHECK(expression.in("You wrote “calm down”.").empty());
  CHECK(expression.in("Press **Calm down** or `calm down`.", Syntax::markdown).empty());
  // But they stand where a phrase takes any word.
  CHECK(found("press <word>", "Then press “Save”.") == "press “Save");
}

TEST_CASE("a mark that is asked for must be there") {
  CHECK(found("as usual \\, we", "as usual, we. As usual we") == "as usual, we");
  CHECK(found("a \\, b", "a - , b") == "a - , b");
  CHECK(found("note : we", "Note: we").empty() == false);
}

TEST_CASE("phrases that others always find before are told") {
  const auto problems = [](const std::vector<Written>& phrases) {
    return Phrases(phrases).problems();
  };
  const std::string never = "phrases before it find all that it could find";
  CHECK(problems({"[very] sorry", "very sorry"}) == never);
  CHECK(problems({"can't", "cannot"}) == never);
  CHECK(problems({"sorry", "very sorry"}).empty());
  CHECK(problems({"sorry", "^ sorry"}).empty());
  CHECK(problems({"(a|b) c", "(b|d) c"}).empty());
}

TEST_CASE("dots at the end of a cue take words where nothing follows, and are told where it does") {
  const std::vector<Cue> cues = {{"reading", {"(reads|sees) ...", "knows"}}};
  Phrases last({"she <reading>"}, cues);
  CHECK(last.problems().empty());
  CHECK(last.in("She reads each line. She sees.") == "She reads each line | She sees");
  CHECK(Phrases({"<reading> daily"}, cues).problems() ==
        "nothing can follow a cue whose phrase ends in “...”, which takes the words to come: "
        "“(reads|sees) ...”; leave the dots out there");
}

TEST_CASE("cues that use themselves are told") {
  const std::string cycle = "this phrase uses its own cue, by itself or through another cue";
  CHECK(Phrases({"<a>"}, {{"a", {"x", "<a> y"}}}).problems() == cycle);
  CHECK(Phrases({"<a>"}, {{"a", {"x", "<b>"}}, {"b", {"<c> y"}}, {"c", {"z", "<a>"}}}).problems() ==
        cycle);
  CHECK(Phrases({"<a> <b>"}, {{"a", {"x"}}, {"b", {"<a>"}}}).problems().empty());
}
