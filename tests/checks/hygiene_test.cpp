#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {

TEST_CASE("placeholders left in a draft") {
  const auto found = [](std::string_view draft) { return detect("placeholder", draft); };
  CHECK(found("Hi {{first_name}},\n\nIt's done.") == Lines{"{{first_name}}"});
  CHECK(found("Hi [NAME],\n\nIt's done.") == Lines{"[NAME]"});
  CHECK(found("Hi %{name},\n\nIt's done.") == Lines{"%{name}"});
  CHECK(found("It's {% if vip %}done{% endif %}.") == Lines{"{% if vip %}", "{% endif %}"});
  CHECK(found("Hi [[MISSING TOKEN - first name]],\n\nIt's done.") ==
        Lines{"[[MISSING TOKEN - first name]]"});
  CHECK(found("Hi Priya, your refund of 20% [1] is on its way {sic}.") == Lines{"{sic}"});
  CHECK(found("Hi Priya,\n\nThe 50% off code works [OK].").empty());
}

TEST_CASE("a placeholder that is shown as code") {
  const std::string_view draft = "Hi Ana,\n\nWrite `{{first_name}}` where the name should go.";
  CHECK(detect("placeholder", draft, {}, {}, "reply.md").empty());
  CHECK(detect("placeholder", draft).size() == 1);
}

TEST_CASE("a greeting with a hole") {
  const auto found = [](std::string_view greeting) {
    return detect("placeholder", std::string(greeting) + "\n\nYour refund is on its way.");
  };
  CHECK(found("Hi ,") == Lines{"Hi ,"});
  CHECK(found("Hi  !") == Lines{"Hi  !"});
  CHECK(found("Dear,") == Lines{"Dear,"});
  CHECK(found("Hello there there,") == Lines{"Hello there there"});
  CHECK(found("Hi,").empty());
  CHECK(found("Hi ...").empty());
  CHECK(found("Hi there,").empty());
  CHECK(found("Dear Priya,").empty());
}

TEST_CASE("a saved reply may have placeholders") {
  CHECK(
      detect("placeholder", "Hi {{first_name}},\n\nIt's done.", {}, {.is_template = true}).empty());
  CHECK(detect("placeholder", "Hi {{first_name}},\n\nIt's done.", {}, {.is_template = false})
            .size() == 1);
}

TEST_CASE("card numbers") {
  const auto found = [](std::string_view draft) { return detect("card-number", draft); };
  CHECK(found("Your card 4111 1111 1111 1111 was charged.") ==
        Lines{"4111 1111 1111 1111 → ending 1111"});
  CHECK(found("I see 4111111111111111 here.") == Lines{"4111111111111111 → card ending 1111"});
  CHECK(found("I see 4111-1111-1111-1111 here.") ==
        Lines{"4111-1111-1111-1111 → card ending 1111"});
  CHECK(found("It is 4111.1111.1111.1111.") == Lines{"4111.1111.1111.1111 → card ending 1111"});
  CHECK(found("It is 4111 1111\n1111 1111.") == Lines{"4111 1111\n1111 1111 → card ending 1111"});
  CHECK(found("Amex 3782 822463 10005, thanks.") == Lines{"3782 822463 10005 → ending 0005"});
  CHECK(found("It is 5555 5555 5555 4444 and 4111 1111 1111 1111.").size() == 2);
}

TEST_CASE("numbers that are no card's") {
  for (const char* draft : {
           "Your order 4111 1111 1111 1112 has left.",    // Its check digit is wrong.
           "The card ending 1111 was charged.",           //
           "Your card **** **** **** 1111 was charged.",  // Masked.
           "Your card 4111 **** **** 1111 was charged.",  //
           "Your card 4111-XXXX-XXXX-1111 was charged.",  //
           "The IMEI is 490154203237518.",                // Passes the check digit.
           "Your tracking number is 4111111111111111.",   //
           "Order 1234567812345670 is on its way.",       // No scheme begins so.
           "Call +44 20 7946 0000 or +1 415 555 0100.",   //
           "It cost 4111 euros in 2024, 2025 and 2026.",  //
       }) {
    INFO(draft);
    CHECK(detect("card-number", draft).empty());
  }
}

TEST_CASE("secrets given away") {
  const auto found = [](std::string_view draft) { return detect("secret", draft); };
  CHECK(found("Log in with password: hunter2 and go on.") == Lines{"hunter2"});
  CHECK(found("Password = correcthorse") == Lines{"correcthorse"});
  CHECK(found("Your new password is Xy12!zq. Enjoy.") == Lines{"Xy12!zq"});
  CHECK(found("Your PIN is 4711.") == Lines{"4711"});
  CHECK(found("The verification code is 482913.") == Lines{"482913"});
  CHECK(found("API key: 8f3kd93mfk20") == Lines{"8f3kd93mfk20"});
  CHECK(found("Use “password: ‘Hunter22’” now.").size() == 1);
  CHECK(found("Use AKIAIOSFODNN7EXAMPLE for it.") == Lines{"AKIAIOSFODNN7EXAMPLE"});
  CHECK(found("Use sk_live_51H8abcDEF0123456789, please.") ==
        Lines{"sk_live_51H8abcDEF0123456789"});
  CHECK(found("It is xoxb-123456789012-abcdefGHIJ here.").size() == 1);
  CHECK(found("It is eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN here.").size() == 1);
  CHECK(found("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA").size() == 1);
  CHECK(found("{{key PRIVATE KEY-----end}} is a name.") == Lines{"PRIVATE KEY-----"});
}

TEST_CASE("words about passwords give none away") {
  for (const char* draft : {
           "I can reset your password.",
           "Your password is case-sensitive.",
           "Your password is safe with us.",
           "Reset your password here: https://example.com/reset",
           "Password: https://example.com/reset",
           "The password was changed on 4 May 2026.",
           "A password has to be 8 characters long.",
           "Your password is 8 characters long.",
           "Password: required",
           "Password: {{ticket.password}}",
           "Password: ********",
           "We never ask for your password, PIN or code.",
           "The password has eight letters, and the one-time code comes by text.",
           "Use the code SAVE10 at the checkout.",
           "Your discount code is SAVE10.",
           "The PIN is 4 digits long.",
           "Ask the person who knows the key.",
           "Here is how a token works: it expires after an hour.",
       }) {
    INFO(draft);
    CHECK(detect("secret", draft).empty());
  }
}

TEST_CASE("attachments that are not there") {
  const auto found = [](std::string_view draft) {
    return detect("attachment", draft, {}, {.attachments = 0U});
  };
  CHECK(found("I've attached the invoice.") == Lines{"attached"});
  CHECK(found("See attached.") == Lines{"attached"});
  CHECK(found("Please find the invoice attached.") == Lines{"attached"});
  CHECK(found("You'll find the invoice attached to this email.") == Lines{"attached"});
  CHECK(found("Please see the attachment.") == Lines{"attachment"});
  CHECK(found("I'm attaching the form.") == Lines{"attaching"});
  CHECK(found("Please find the invoice enclosed.") == Lines{"enclosed"});
  CHECK(detect("attachment", "I've attached the invoice.", {}, {.attachments = 1U}).empty());
  CHECK(detect("attachment", "I've attached the invoice.").empty());
}

TEST_CASE("attachments of others") {
  for (const char* draft : {
           "Thanks for the file you attached.",
           "You've attached the old version.",
           "Could you attach a screenshot?",
           "Please attach a screenshot.",
           "I couldn't find anything attached.",
           "There was no file attached.",
           "Thank you for the attached photo.",
           "I see why you're attached to it.",
           "The photo attached to your message shows the crack.",
           "The card attached to your account has expired.",
           "Your attachment was too large.",
           "Once the form is attached, we can go on.",
           "The leaflet enclosed with your order explains it.",
           "Attachments are limited to 20 MB.",
       }) {
    INFO(draft);
    CHECK(detect("attachment", draft, {}, {.attachments = 0U}).empty());
  }
}

}  // namespace tonelint::testing
