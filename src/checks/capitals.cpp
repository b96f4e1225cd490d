#include <algorithm>
#include <unordered_set>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/fold.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// Ordinary words that are shouted when they stand in capitals.
constexpr WordList ordinary(
    {"about",       "absolutely", "after",    "again",    "all",           "already",
     "also",        "always",     "and",      "any",      "anyone",        "anything",
     "are",         "attention",  "back",     "bad",      "because",       "been",
     "before",      "best",       "both",     "but",      "cannot",        "can",
     "card",        "change",     "check",    "click",    "close",         "could",
     "customer",    "day",        "days",     "dear",     "definitely",    "delete",
     "did",         "does",       "done",     "dont",     "each",          "email",
     "enter",       "error",      "even",     "ever",     "every",         "everything",
     "final",       "first",      "for",      "forever",  "free",          "from",
     "full",        "get",        "give",     "going",    "good",          "great",
     "had",         "has",        "have",     "hello",    "help",          "her",
     "here",        "his",        "how",      "huge",     "immediately",   "important",
     "information", "instead",    "issue",    "just",     "keep",          "know",
     "last",        "later",      "leave",    "less",     "like",          "limited",
     "link",        "log",        "long",     "look",     "made",          "make",
     "many",        "message",    "mind",     "money",    "more",          "most",
     "much",        "must",       "need",     "never",    "new",           "next",
     "nobody",      "none",       "not",      "note",     "nothing",       "notice",
     "now",         "off",        "offer",    "once",     "one",           "only",
     "open",        "order",      "other",    "our",      "out",           "over",
     "password",    "patience",   "pay",      "payment",  "phone",         "please",
     "policy",      "press",      "problem",  "put",      "question",      "read",
     "really",      "reason",     "refund",   "remember", "reply",         "resolved",
     "right",       "sale",       "same",     "save",     "send",          "sent",
     "service",     "should",     "single",   "some",     "soon",          "sorry",
     "still",       "stop",       "sure",     "take",     "team",          "tell",
     "thank",       "thanks",     "that",     "the",      "their",         "them",
     "then",        "there",      "these",    "they",     "this",          "ticket",
     "time",        "today",      "tomorrow", "too",      "total",         "try",
     "turn",        "two",        "type",     "under",    "unfortunately", "until",
     "urgent",      "use",        "very",     "wait",     "want",          "warning",
     "was",         "well",       "were",     "what",     "when",          "where",
     "which",       "will",       "with",     "without",  "work",          "works",
     "would",       "wrong",      "yes",      "yet",      "you",           "your",
     "working",     "received",   "simply",   "such"});
/// Words too short to be sure of alone: "IT", "US" and "OR" may be names of things and places.
constexpr WordList short_words({"do", "is", "in", "it", "to", "of", "on", "at",
                                "by", "be", "my", "me", "we", "he", "us", "up",
                                "or", "so", "as", "an", "if", "go", "am", "no"});
/// Abbreviations that look like words.
constexpr WordList acronyms(
    {"acid",  "acme",  "aids",  "ajax",   "ansi",   "apac",  "asap",  "ascii", "asic",   "aspx",
     "atms",  "basic", "bios",  "bips",   "cnet",   "coppa", "cors",  "crud",  "csrf",   "cvvs",
     "dhcp",  "dkim",  "dmarc", "dmca",   "dpia",   "ean",   "emea",  "epub",  "exif",   "fifa",
     "fifo",  "ftps",  "gdpr",  "gif",    "gmbh",   "gnss",  "gprs",  "gsm",   "hdmi",   "heic",
     "hevc",  "hipaa", "html",  "http",   "https",  "iana",  "iban",  "icann", "iccid",  "ieee",
     "ietf",  "imap",  "imei",  "ipad",   "ipsec",  "isbn",  "json",  "jpeg",  "ldap",   "lifo",
     "mime",  "moov",  "mpeg",  "nasa",   "nato",   "nfts",  "oauth", "opec",  "paypal", "pcie",
     "pdfs",  "pids",  "pins",  "pgp",    "rest",   "saas",  "saml",  "sata",  "scim",   "scorm",
     "sepa",  "sftp",  "siem",  "sims",   "skus",   "smtp",  "smtps", "snmp",  "soap",   "ssds",
     "swift", "tiff",  "ulid",  "unesco", "unicef", "urls",  "usaa",  "usps",  "uuid",   "vats",
     "vesa",  "voip",  "vpns",  "wifi",   "wlan",   "wsdl",  "xlsx",  "yaml",  "zoom"});
/// Endings that words have and abbreviations have not.
constexpr std::string_view endings[] = {"ing",  "tion", "able", "ment", "ness",  "ful",
                                        "less", "ally", "ous",  "ible", "ingly", "sion"};

/// What stands beside a word that is written on a button or typed on a keyboard: "the HELP option",
/// "reply STOP".
constexpr WordList things({"option", "button", "menu", "tab", "page", "section", "key", "field",
                           "link", "screen", "icon", "box", "mode", "command", "label", "sign"});
constexpr WordList doings({"press", "click", "tap", "select", "choose", "reply", "text", "type",
                           "enter", "hit", "say", "says", "called", "marked", "labelled", "labeled",
                           "code"});

/// Whether a document has a word, spelt that way. A reply shouts a few words, which looking through
/// it answers soonest; for more of them its words are put together once.
class Words {
 public:
  [[nodiscard]] bool has(const Document& document, std::string_view word) {
    constexpr int few = 8;
    const auto& tokens = document.tokens();
    if (++asked_ <= few) {
      return std::any_of(tokens.begin(), tokens.end(),
                         [&](const Token& token) { return document.text(token) == word; });
    }
    if (all_.empty()) {
      for (const Token& token : tokens) all_.insert(document.text(token));
    }
    return all_.contains(word);
  }

 private:
  int asked_ = 0;
  std::unordered_set<std::string_view> all_;
};

class Capitals {
 public:
  Capitals(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject),
        document_(subject.document),
        tokens_(subject.document.tokens()),
        letters_(subject.option("letters", 4)),
        findings_(findings) {}

  void find() {
    if (!document_.has(Token::all_caps)) return;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].has(Token::all_caps) || !is_plain(i)) continue;
      const Range run = run_at(i);
      judge(run);
      i = run.end - 1;
    }
  }

 private:
  /// A word of letters only, in prose, joined to nothing: no code, no airport pair, no button.
  [[nodiscard]] bool is_plain(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (!is_own_word(token) || token.has(Token::linked)) return false;
    if (document_.greeting_name().contains(i)) return false;
    for (const char c : document_.text(token)) {
      if (('0' <= c && c <= '9') || c == '_' || c == '.') return false;
    }
    return !is_joined(i) && (i + 1 == tokens_.size() || !is_joined(i + 1) || is_mark(i + 1));
  }
  [[nodiscard]] bool is_joined(std::uint32_t i) const {
    if (i == 0 || tokens_[i - 1].end != tokens_[i].begin) return false;
    return !is_mark(i - 1) && !is_mark(i);
  }
  /// What may touch a word without making it part of a code.
  [[nodiscard]] bool is_mark(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::terminator || token.kind == Token::Kind::separator) return true;
    const std::string_view text = document_.text(token);
    return token.kind == Token::Kind::pause && text != "-" && text != "/";
  }

  /// Words in capitals one after another; "I" and "A" go along.
  [[nodiscard]] Range run_at(std::uint32_t i) const {
    Range run{i, i + 1};
    for (std::uint32_t next = i + 1; next < tokens_.size(); ++next) {
      const Token& token = tokens_[next];
      const std::string_view text = document_.text(token);
      if (token.kind == Token::Kind::pause && text == ",") continue;
      if (token.has(Token::sentence_start) || !is_plain(next)) break;
      if (token.has(Token::all_caps)) {
        run.end = next + 1;
      } else if (text != "I" && text != "A") {
        break;
      }
    }
    return run;
  }

  void judge(Range run) {
    const auto& paragraph = document_.paragraphs()[document_.paragraph_of(run.begin)];
    if (paragraph.kind == Block::Kind::heading || paragraph.kind == Block::Kind::table) return;
    if (!subject_.in_scope(run)) return;
    std::uint32_t words = 0;
    std::uint32_t ordinary_words = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (tokens_[i].kind != Token::Kind::word) continue;
      ++words;
      const std::string_view text = stem_of_contraction(document_.text(tokens_[i]));
      ordinary_words += ordinary.contains(text);
    }
    if (words > 1 && ordinary_words > 0) return add(run);
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (tokens_[i].letters >= letters_ && is_shouted(i)) add({i, i + 1});
    }
  }

  [[nodiscard]] bool is_shouted(std::uint32_t i) {
    const std::string_view text = document_.text(tokens_[i]);
    if (acronyms.contains(text) || is_label(i)) return false;
    if (ordinary.contains(text)) return true;
    const std::string folded = fold(text);
    const auto& name = subject_.facts.customer.words;
    if (std::find(name.begin(), name.end(), folded) != name.end()) return false;
    const Document* message = subject_.facts.message;
    if (message != nullptr && theirs_.has(*message, text)) return false;  // A product's name.
    if (ours_.has(document_, folded) || (message != nullptr && theirs_.has(*message, folded))) {
      return true;
    }
    return text.size() >= 7 && std::any_of(std::begin(endings), std::end(endings),
                                           [&](auto ending) { return folded.ends_with(ending); });
  }

  [[nodiscard]] bool is_label(std::uint32_t i) const {
    return (i + 1 < tokens_.size() && things.contains(document_.text(tokens_[i + 1]))) ||
           (i > 0 && doings.contains(document_.text(tokens_[i - 1])));
  }

  void add(Range range) {
    Finding finding = subject_.finding(range);
    std::string text;
    std::uint32_t at = finding.text.begin;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Token& token = tokens_[i];
      text += document_.text(Span{at, token.begin});
      at = token.end;
      const std::string_view word = document_.text(token);
      const std::string_view stem = stem_of_contraction(word);
      const bool is_known = short_words.contains(stem) || ordinary.contains(stem) ||
                            (tokens_[i].letters >= letters_ && !acronyms.contains(word));
      if (stem == "I" || (range.size() > 1 && !is_known)) {
        text += word;
        continue;
      }
      const std::size_t begin = text.size();
      fold_append(word, text);
      // The first of its sentence keeps its capital.
      const bool ascii = static_cast<unsigned char>(word[0]) < 0x80;
      if (ascii && token.has(Token::sentence_start)) text[begin] = word[0];
    }
    finding.replacements.push_back({finding.text, std::move(text), false});
    findings_.push_back(std::move(finding));
  }

  const Subject& subject_;
  const Document& document_;
  std::span<const Token> tokens_;
  double letters_;
  std::vector<Finding>& findings_;
  Words ours_, theirs_;
};

}  // namespace

void detect_capitals(const Subject& subject, std::vector<Finding>& findings) {
  Capitals(subject, findings).find();
}

}  // namespace tonelint
