#include "input/mail_marks.hpp"

#include <algorithm>
#include <array>

namespace tonelint {
namespace {

using namespace std::string_view_literals;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <typename List>
bool begins_with_one_of(std::string_view text, const List& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
    return text.starts_with(beginning[0]) && text.starts_with(beginning);
  });
}

template <typename List>
bool contains_one_of(std::string_view text, const List& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return contains(text, part); });
}

/// How a sentence begins that names date and writer, and its verb.
struct Attribution {
  std::string_view begin, verb;
};
constexpr std::array attributions{
    Attribution{"On ", "wrote:"},     Attribution{"Am ", "schrieb"},
    Attribution{"Le ", "a écrit"},    Attribution{"El ", "escribió"},
    Attribution{"Il ", "ha scritto"}, Attribution{"Op ", "schreef"},
    Attribution{"Em ", "escreveu"},   Attribution{"A ", "escreveu"},
    Attribution{"Den ", "skrev"},     Attribution{"W dniu ", "napisał"},
    Attribution{"Dnia ", "napisał"},
};

constexpr std::array separators{
    "Original Message"sv,          "original message"sv,        "Forwarded message"sv,
    "Forwarded Message"sv,         "Original Appointment"sv,    "Ursprüngliche Nachricht"sv,
    "Weitergeleitete Nachricht"sv, "Message d'origine"sv,       "Message original"sv,
    "Mensaje original"sv,          "Messaggio originale"sv,     "Oorspronkelijk bericht"sv,
    "Mensagem original"sv,         "Ursprungligt meddelande"sv,
};

constexpr std::array from_lines{"From:"sv, "*From:*"sv, "Von:"sv, "De:"sv,
                                "De :"sv,  "Da:"sv,     "Van:"sv, "Från:"sv};

constexpr std::array head_lines{
    "Sent:"sv,    "*Sent:*"sv,     "Date:"sv,       "*Date:*"sv,   "To:"sv,       "*To:*"sv,
    "Cc:"sv,      "Subject:"sv,    "*Subject:*"sv,  "Reply-To:"sv, "Gesendet:"sv, "Datum:"sv,
    "An:"sv,      "Betreff:"sv,    "Envoyé :"sv,    "Date :"sv,    "À :"sv,       "Objet :"sv,
    "Enviado:"sv, "Enviado el:"sv, "Enviada em:"sv, "Fecha:"sv,    "Para:"sv,     "Asunto:"sv,
    "Data:"sv,    "Assunto:"sv,    "Inviato:"sv,    "A:"sv,        "Oggetto:"sv,  "Verzonden:"sv,
    "Aan:"sv,     "Onderwerp:"sv,  "Skickat:"sv,    "Till:"sv,     "Ämne:"sv,
};

constexpr std::array sent_from{
    "Sent from my "sv,    "Sent from Mail for "sv, "Sent from Outlook"sv,     "Sent via "sv,
    "Get Outlook for "sv, "Von meinem "sv,         "Envoyé de mon "sv,        "Enviado desde mi "sv,
    "Enviado do meu "sv,  "Inviato da "sv,         "Verstuurd vanaf mijn "sv,
};

constexpr std::array devices{
    "iPhone"sv, "iPad"sv,   "Android"sv, "Samsung"sv, "Galaxy"sv,  "Pixel"sv,      "Huawei"sv,
    "phone"sv,  "mobile"sv, "Mobile"sv,  "tablet"sv,  "Outlook"sv, "BlackBerry"sv, "Windows"sv,
    "iOS"sv,    "Yahoo"sv,  "Proton"sv,  "Gmail"sv,   "Mac"sv,     "Xperia"sv,
};

bool only(std::string_view line, char byte) {
  return line.find_first_not_of(byte) == std::string_view::npos;
}

}  // namespace

bool is_quote_separator(std::string_view line) {
  if (line.starts_with("##-")) return line.ends_with("-##");
  if (line.starts_with("________________")) return only(line, '_');
  if (line.starts_with("-- ")) {
    return contains(line, "above this line") && line.ends_with(" --");
  }
  return line.starts_with("---") && line.ends_with("---") && line.size() < 100 &&
         contains_one_of(line, separators);
}

bool ends_attribution(std::string_view line) {
  return line.ends_with(':') && !line.ends_with("you wrote:") &&
         std::any_of(attributions.begin(), attributions.end(),
                     [&](const Attribution& one) { return contains(line, one.verb); });
}

bool is_attribution(std::string_view lines) {
  if (lines.size() > 400 || lines.find_first_of("0123456789@") == std::string_view::npos) {
    return false;
  }
  return std::any_of(attributions.begin(), attributions.end(), [&](const Attribution& one) {
    return lines.starts_with(one.begin) && contains(lines, one.verb);
  });
}

bool names_writer(std::string_view line) {
  return line.size() <= 200 && contains(line, "<") && contains(line, "@") && contains(line, ">");
}

bool is_from_line(std::string_view line) { return begins_with_one_of(line, from_lines); }
bool is_head_line(std::string_view line) { return begins_with_one_of(line, head_lines); }

bool is_signature_separator(std::string_view line) {
  return line == "--" || line == "—" || line == "–" || line == "___";
}

bool is_sent_from(std::string_view line) {
  return line.size() <= 60 && begins_with_one_of(line, sent_from) && contains_one_of(line, devices);
}

}  // namespace tonelint
