#include <catch2/catch.hpp>

#include "checks/language.hpp"
#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

constexpr std::string_view english =
    "Hi Ana,\n\nThank you for your message. Your parcel left our warehouse today, and you will "
    "have it on Thursday.";

Lines found(std::string_view draft, std::string message, std::string language = {}) {
  return detect("wrong-language", draft, {},
                {.message = std::move(message), .language = std::move(language)});
}

}  // namespace

TEST_CASE("the language of a text") {
  const auto language = [](std::string_view text) { return language_of(Text(text).document); };
  CHECK(language("Hola, no he recibido mi pedido y ya han pasado dos semanas. ¿Cuándo llega?") ==
        "Spanish");
  CHECK(language("Olá, ainda não recebi o meu pedido e já passaram duas semanas. Como está?") ==
        "Portuguese");
  CHECK(language("Bonjour, je n'ai pas reçu ma commande et vous ne répondez pas à mes mails.") ==
        "French");
  CHECK(
      language("Hallo, ich habe meine Bestellung noch nicht erhalten. Wann wird sie geliefert?") ==
      "German");
  CHECK(language("Buongiorno, non ho ricevuto il mio ordine e sono passate due settimane.") ==
        "Italian");
  CHECK(language("Hallo, ik heb mijn bestelling nog niet gekregen en het is al twee weken.") ==
        "Dutch");
  CHECK(language("Hej, jag har inte fått min beställning och det är två veckor sedan.") ==
        "Swedish");
  CHECK(language("Hej, jeg har ikke fået min ordre, og det er to uger siden. Kan I hjælpe?") ==
        "Danish or Norwegian");
  CHECK(language("Dzień dobry, nie mam jeszcze zamówienia i nie wiem, co się z nim dzieje.") ==
        "Polish");
  CHECK(language("Merhaba, siparişim için çok bekledim ama bir haber yok. Bana ne oldu?") ==
        "Turkish");
  CHECK(language("Hei, en ole vielä saanut tilausta ja se oli jo maksettu. Mitä nyt?") ==
        "Finnish");
  CHECK(language("Здравствуйте, мой заказ ещё не пришёл.") == "Cyrillic letters");
  CHECK(language(english) == "English");
  CHECK(language("OK, gracias!").empty());
  CHECK(language("Error 500: null pointer in module foo.bar at line 12").empty());
}

TEST_CASE("a reply in another language than the customer's") {
  const char* spanish = "Hola, no he recibido mi pedido y ya han pasado dos semanas.";
  CHECK(found(english, spanish) == Lines{"Spanish"});
  CHECK(found("Hola Ana:\n\nGracias por el mensaje. El pedido salió hoy y llega el jueves por la "
              "tarde, como muy tarde.",
              spanish)
            .empty());
  CHECK(found(english, "", "pt-BR") == Lines{"Portuguese"});
  CHECK(found(english, "", "en-GB").empty());
  CHECK(
      found(english, "Where is my parcel? I have been waiting for it since Monday.", "pt").empty());
}

TEST_CASE("a language that cannot be told for sure") {
  CHECK(found(english, "Gracias!").empty());
  CHECK(
      found(english, "My error: El usuario no tiene permiso. What does this mean for us?").empty());
  CHECK(
      found("Hola Ana, gracias.", "Where is my parcel? I have been waiting since Monday.").empty());
  CHECK(found(english, "").empty());
}

}  // namespace tonelint::testing
