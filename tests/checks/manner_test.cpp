#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {

TEST_CASE("words in capitals") {
  const auto found = [](std::string_view draft) {
    return detect("capitals", draft, {{"letters", 4}});
  };
  CHECK(found("DO NOT CLICK the link.") == Lines{"DO NOT CLICK → Do not click"});
  CHECK(found("You must DO NOT PUT IN the card.") == Lines{"DO NOT PUT IN → do not put in"});
  CHECK(found("This is IMPORTANT for you.") == Lines{"IMPORTANT → important"});
  CHECK(found("I sent it TODAY.") == Lines{"TODAY → today"});
  CHECK(found("IMPORTANT: it closes on Monday.") == Lines{"IMPORTANT → Important"});
  CHECK(found("The lamp flickers, so send the LAMP to us.") == Lines{"LAMP → lamp"});
  CHECK(found("This is ASTONISHING news.") == Lines{"ASTONISHING → astonishing"});
  CHECK(found("I SAID IT IS NOT the PDF.") == Lines{"SAID IT IS NOT → said it is not"});
}

TEST_CASE("capitals that may stay") {
  for (const char* draft : {
           "The HTML and the JSON file go by USPS.",
           "The order AB12-CDEF left for LHR.",
           "You fly LHR-JFK with flight BA117.",
           "I and A are letters. I am here.",
           "Send me a PDF or PNG.",
           "Our ACME ZETTO lamp needs an IBAN and the SWIFT code.",
           "Your HIPAA and SCORM forms are here.",
           "The button says “DO NOT CLICK”.",
           "It's in the HELP menu, or reply STOP.",
           "Hi ANGRY NOW,\n\nYour refund is on its way.",
       }) {
    INFO(draft);
    CHECK(detect("capitals", draft, {{"letters", 4}}).empty());
  }
}

TEST_CASE("capitals and what the customer wrote") {
  const Options four = {{"letters", 4}};
  const std::string_view draft = "I have sent the LUMINA today.";
  CHECK(detect("capitals", draft, four, {.message = "My lumina flickers."}) ==
        Lines{"LUMINA → lumina"});
  CHECK(detect("capitals", draft, four, {.message = "My LUMINA flickers."}).empty());
  CHECK(detect("capitals", "It's yours, PRIYA.", four, {.name = "Priya Nair"}).empty());
}

TEST_CASE("capitals and the option letters") {
  CHECK(detect("capitals", "I sent it TODAY.", {{"letters", 6}}).empty());
}

TEST_CASE("steps told in a paragraph") {
  const auto found = [](std::string_view draft) {
    return detect("steps-in-prose", draft, {{"min", 3}});
  };
  CHECK(found("Hi Ana,\n\nFirst unplug the router, then wait a minute. After that, plug it in.") ==
        Lines{"First unplug the router, then wait a minute. After that, plug it in."});
  CHECK(found("It's quick. Open Settings, click Users and choose Export. It takes a minute.") ==
        Lines{"Open Settings, click Users and choose Export."});
  CHECK(found("Go to Settings. In the menu, select Users. Finally, press Save.") ==
        Lines{"Go to Settings. In the menu, select Users. Finally, press Save."});
  CHECK(found("First, you need to log in. Next, enter the code. Once that is done, close the page.")
            .size() == 1);
  CHECK(found("Please open the app, then tap Profile, and then scroll down.").size() == 1);
}

TEST_CASE("paragraphs that tell no steps") {
  for (const char* draft : {
           "First I checked the log. Then we restarted the server. Finally, I opened your account.",
           "1. Open Settings.\n2. Click Users.\n3. Choose Export.",
           "Please try this:\nClose the app and open it again\nRestart the phone\nInstall it again",
           "Open Settings and click Users.",
           "I opened your account, checked the invoice and closed the case.",
           "First of all, thank you. Then there's the invoice. Finally, the lamp.",
           "Your refund goes to the bank first. Then the bank checks it. Next, you see it.",
       }) {
    INFO(draft);
    CHECK(detect("steps-in-prose", draft, {{"min", 3}}).empty());
  }
  CHECK(detect("steps-in-prose", "Open Settings, click Users and choose Export.", {{"min", 4}})
            .empty());
}

TEST_CASE("a run of bare commands") {
  const auto found = [](std::string_view draft) {
    return detect("imperatives", draft, {{"max", 2}});
  };
  CHECK(found("Close the app. Open it again. Check the date. Send us the result.") ==
        Lines{"Close the app. Open it again. Check the date. Send us the result."});
  CHECK(found("Here you go. Unplug the router. Wait a minute. Plug it in. It works.") ==
        Lines{"Unplug the router. Wait a minute. Plug it in."});
}

TEST_CASE("no run of bare commands") {
  for (const char* draft : {
           "Let's try this:\n\n1. Close the app.\n2. Open it again.\n3. Check the date.",
           "Close the app. Open it again. It works then.",
           "Close the app. Please open it again. Check the date.",
           "Close the app. Could you open it again? Check the date.",
           "Try this:\nClose the app\nOpen it again\nCheck the date\n",
           "Try this: - Close the app. - Open it again. - Check the date.",
           "Order 12 has left. Post is slow. Check marks are green.",
           "Take care. Take your time. Enjoy the day. Thank you.",
       }) {
    INFO(draft);
    CHECK(detect("imperatives", draft, {{"max", 2}}).empty());
  }
}

TEST_CASE("sentences that start with please") {
  const auto found = [](std::string_view draft, double max = 1) {
    return detect("sentence-starts", draft, {{"max", max}});
  };
  CHECK(found("Please send the log. Please confirm the date.") == Lines{"Please confirm"});
  CHECK(found("Please send the log. Please also check it. Please then tell me.") ==
        Lines{"Please also check"});
  CHECK(found("Please send the log. Please confirm the date.", 2).empty());
  CHECK(found("Could you send the log and confirm the date? Please keep the box.").empty());
  CHECK(
      found("Please send the log. The date, please, is on the back. Please let me know.").empty());
}

}  // namespace tonelint::testing
