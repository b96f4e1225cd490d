#include "document/salutations.hpp"

#include "document/word_list.hpp"

namespace tonelint {

namespace {

constexpr std::string_view strong_words[] = {
    // clang-format off
    "hi", "hello", "hey", "hiya", "howdy", "heya", "hi and welcome", "hello and welcome",
    "good morning", "good afternoon", "good evening", "greetings", "hallo", "guten tag",
    "guten morgen", "guten abend", "moin", "servus", "grüezi", "grüss gott", "bonjour", "bonsoir",
    "coucou", "hola", "buenos días", "buenas tardes", "buenas noches", "buen día", "olá", "oi",
    "bom dia", "boa tarde", "boa noite", "buongiorno", "buonasera", "goedemorgen", "goedemiddag",
    "goedenavond", "goedendag", "hoi",
};  // clang-format on
constexpr std::string_view weak_words[] = {
    // clang-format off
    "dear", "my dear", "morning", "afternoon", "evening", "good day", "welcome", "liebe",
    "lieber", "liebes", "sehr geehrte", "sehr geehrter", "werte", "cher", "chère", "salut",
    "estimado", "estimada", "querido", "querida", "buenas", "ola", "prezado", "prezada", "caro",
    "cara", "ciao", "salve", "gentile", "egregio", "beste", "geachte", "dag", "lieve",
    "estimados", "dearest",
};  // clang-format on
constexpr WordList addressees({
    // clang-format off
    "there", "all", "everyone", "everybody", "team", "folks", "guys", "friend", "friends", "sir",
    "madam", "again", "both", "customer", "customers", "valued", "or", "sirs", "client", "member",
    "user", "subscriber", "applicant", "resident", "residents", "tenant", "tenants", "passenger",
    "passengers", "parents", "neighbours", "neighbors", "colleague", "colleagues", "traveller",
    "travellers", "traveler", "travelers", "parent", "donor", "donors", "patient", "patients",
    "student", "students", "player", "players", "supporter", "supporters", "policyholder",
    "policyholders", "cardholder", "gamer", "gamers", "guest", "guests", "shopper", "reader",
    "readers", "viewer", "members", "users", "clients", "subscribers", "applicants",
    "ma'am", "mate", "dear", "buddy", "bud", "hun", "zusammen", "damen", "herren",
    "und",
    "à", "tous", "todos", "a", "tutti", "allemaal", "cliente", "neighbor", "y'all", "esteemed",
});  // clang-format on
constexpr WordList honorifics({
    // clang-format off
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "herr", "herrn", "frau",
    "sr", "sra", "srta", "señor", "señora", "señorita", "don", "doña", "m", "mme", "mlle",
    "monsieur", "madame", "senhor", "senhora", "sig", "signor", "signora", "dott", "dottor",
    "dottoressa", "dhr", "mevr", "meneer", "mevrouw", "heer", "rev",
});  // clang-format on
constexpr WordList particles({
    // clang-format off
    "de", "la", "van", "von", "der", "den", "da", "do", "dos", "das", "di", "del", "el", "al",
    "bin", "ibn", "ter", "ten", "zu", "du", "le", "af", "av",
});  // clang-format on
constexpr WordList connectors({"and", "&", "und", "et", "y", "e", "en", "/", "+"});
constexpr WordList no_names({
    // clang-format off
    "unfortunately", "apologies", "congratulations", "congrats", "great", "good", "absolutely",
    "certainly", "welcome", "sure", "happy", "glad", "ok", "okay", "hope", "hoping", "appreciate",
    "nice", "looks", "looking", "got", "apologize", "kindly", "regarding", "from", "all",
    "everyone", "there", "you're", "you've", "you'd", "that's", "there's", "they're", "he's",
    "we'd", "i'd", "let's", "here's", "what's", "don't", "not", "have", "has", "are", "am", "did",
    "does", "will", "which", "where", "who", "why", "may", "might", "some", "was", "were", "its",
    "me", "us", "more", "very", "really", "feel", "see", "send", "still", "just", "both", "of",
    "or", "by", "off", "out", "up", "down", "dm", "can't", "couldn't", "isn't", "doesn't", "had",
    "awesome", "hi", "hello", "hey", "dear", "thx", "vielen", "danke", "gracias", "merci",
    "obrigado", "obrigada", "grazie", "bedankt",
});  // clang-format on
constexpr std::string_view ending_words[] = {
    // clang-format off
    "regards", "kind regards", "kind regard", "best regards", "warm regards", "warmest regards",
    "kindest regards", "many regards", "with kind regards", "with best regards",
    "with warm regards", "greetings", "kind greetings", "best greetings", "warm greetings",
    "friendly greetings", "many greetings", "with kind greetings", "with best greetings",
    "with friendly greetings", "best", "best wishes", "warm wishes", "with best wishes",
    "all the best",
    "very best", "my best", "sincerely", "yours sincerely", "sincerely yours", "yours truly",
    "yours faithfully", "faithfully", "yours", "respectfully", "cordially", "warmly", "cheers",
    "thanks", "thank you", "many thanks", "thanks again", "thank you again", "thanks so much",
    "thank you so much", "thanks very much", "thank you very much", "thanks and regards",
    "thanks a lot", "with thanks", "with gratitude", "gratefully", "with appreciation",
    "take care", "talk soon", "speak soon", "until then", "yours in service", "rgds", "ty", "tia",
    "thx", "ta", "in solidarity", "best of luck", "thanks in advance", "with love", "love",
    "lots of love", "much love", "hugs", "big hugs", "x", "xx", "xxx", "cheerio", "all my best",
    "mit freundlichen grüssen", "freundliche grüsse", "viele grüsse", "beste grüsse",
    "liebe grüsse", "herzliche grüsse", "mit besten grüssen", "schöne grüsse", "mfg", "lg", "vg",
    "danke", "vielen dank", "cordialement", "bien cordialement", "bien à vous",
    "sincères salutations", "meilleures salutations", "à bientôt", "merci", "salutations", "bises",
    "bisous",
    "saludos", "un saludo", "saludos cordiales", "atentamente", "un cordial saludo",
    "cordialmente", "gracias", "muchas gracias", "atenciosamente", "cumprimentos",
    "com os melhores cumprimentos", "melhores cumprimentos", "abraços", "um abraço", "abraço",
    "obrigado", "obrigada", "att", "cordiali saluti", "distinti saluti", "saluti", "un saluto",
    "un cordiale saluto", "grazie", "met vriendelijke groet", "met vriendelijke groeten",
    "vriendelijke groet", "vriendelijke groeten", "groetjes", "groeten", "hartelijke groet",
    "mvg",
};  // clang-format on

constexpr auto strong_by_letter = by_letter(strong_words);
constexpr PhraseList strong(strong_by_letter);
constexpr auto weak_by_letter = by_letter(weak_words);
constexpr PhraseList weak(weak_by_letter);
constexpr auto endings_by_letter = by_letter(ending_words);
constexpr PhraseList sign_off_list(endings_by_letter);

}  // namespace

const PhraseList& salutations() { return strong; }
const PhraseList& weak_salutations() { return weak; }
const PhraseList& sign_offs() { return sign_off_list; }
bool is_addressee(std::string_view folded) { return addressees.contains(folded); }
bool is_honorific(std::string_view folded) { return honorifics.contains(folded); }
bool is_particle(std::string_view folded) { return particles.contains(folded); }
bool is_connector(std::string_view folded) { return connectors.contains(folded); }
bool is_no_name(std::string_view folded) { return no_names.contains(folded); }

}  // namespace tonelint
