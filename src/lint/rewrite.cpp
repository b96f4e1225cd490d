#include "lint/rewrite.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "lint/one_line.hpp"
#include "lint/shown.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

std::string one_line(std::string_view words) {
  std::string out;
  append_one_line(words, out);
  return out;
}

/// The capital of the small letter that a text begins with (of A to Z and Latin-1), or nothing.
std::string capital_of(std::string_view text) {
  if (text.empty()) return {};
  if (ascii::is_lower(text[0])) return {ascii::upper(text[0])};
  // U+00E0 to U+00FE but for the division sign: their capitals stand 32 before them.
  if (text.size() > 1 && text[0] == '\xC3' && text[1] >= '\xA0' && text[1] <= '\xBE' &&
      text[1] != '\xB7') {
    return {text[0], static_cast<char>(text[1] - 32)};
  }
  return {};
}

void capitalise(std::string& text) {
  const std::size_t first = text.find_first_not_of(" \"(");
  if (first == std::string::npos) return;
  const std::string capital = capital_of(std::string_view(text).substr(first));
  text.replace(first, capital.size(), capital);
}

/// The bytes of the dash that a text begins with; a hyphen is one where a space follows.
std::uint32_t dash_at_begin(std::string_view text) {
  if (text.starts_with("–") || text.starts_with("—")) return 3;
  return text.size() > 1 && text[0] == '-' && ascii::is_space(text[1]) ? 1 : 0;
}
std::uint32_t dash_at_end(std::string_view text) {
  if (text.ends_with("–") || text.ends_with("—")) return 3;
  return text.size() > 1 && text.back() == '-' && ascii::is_space(text[text.size() - 2]) ? 1 : 0;
}

/// A rewrite with the names of the customer and the agent, put together in `out` where it has one;
/// nothing when one is not known.
std::optional<std::string_view> with_names(const Facts& facts, std::string_view written,
                                           std::string& out) {
  if (written.find('{') == std::string_view::npos) return written;
  out = written;
  for (const auto& [key, name] :
       {std::pair<std::string_view, std::string_view>{"{customer}", facts.customer.first},
        std::pair<std::string_view, std::string_view>{"{agent}", facts.context->agent.name}}) {
    for (std::size_t at = 0; (at = out.find(key, at)) != std::string::npos; at += name.size()) {
      if (name.empty()) return {};
      out.replace(at, key.size(), name);
    }
  }
  return out;
}

bool asks_for_name(std::string_view written) {
  return written.find("{customer}") != std::string_view::npos ||
         written.find("{agent}") != std::string_view::npos;
}

/// Whether a word begins with the sound of a vowel, as far as its spelling tells.
bool sounds_like_vowel(std::string_view word) {
  std::string start;
  for (const char c : word.substr(0, 4)) start += ascii::lower(c);
  if (start.empty()) return false;
  if (start.starts_with("uni") || start.starts_with("use") || start.starts_with("usu") ||
      start.starts_with("eu") || start.starts_with("one")) {
    return false;
  }
  if (start.starts_with("hour") || start.starts_with("hone") || start.starts_with("heir")) {
    return true;
  }
  return std::string_view("aeiou").find(start[0]) != std::string_view::npos;
}

/// Fits one rewrite into the text around the words it replaces.
class Fitting {
 public:
  Fitting(const Subject& subject, const Finding& finding)
      : subject_(subject), document_(subject.document), text_(document_.text()), finding_(finding) {
    span_ = finding.text;
    const auto tokens = document_.tokens();
    starts_sentence_ =
        tokens[finding.tokens.begin].has(Token::sentence_start) && !follows_greeting();
    ends_sentence_ = tokens[finding.tokens.end - 1].has(Token::sentence_end);
    capitalised_ = tokens[finding.tokens.begin].has(Token::capitalised) &&
                   !tokens[finding.tokens.begin].has(Token::all_caps);
    loud_ = is_loud();
  }

  Finding::Replacement fit(std::string_view written, bool safe) {
    out_ = fill(written);
    if (out_.empty()) {
      span_ = take_out();
      if (out_.empty()) agree_with_article();
      return {span_, std::move(out_), safe};
    }
    if (loud_) {
      for (char& c : out_) c = ascii::upper(c);
    } else if (starts_sentence_ || (capitalised_ && !first_is_i())) {
      capitalise(out_);
    }
    agree_with_article();
    meet_what_follows();
    return {span_, std::move(out_), safe};
  }

 private:
  /// "Hi Ben, sorry about it": the small letter stays.
  [[nodiscard]] bool follows_greeting() const {
    return span_.begin > 1 && ascii::is_lower(text_[span_.begin]) &&
           text_[span_.begin - 1] == ' ' && text_[span_.begin - 2] == ',';
  }

  [[nodiscard]] std::string_view at(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  /// Several words, all in capitals: the rewrite is so too.
  [[nodiscard]] bool is_loud() const {
    unsigned words = 0;
    for (std::uint32_t i = finding_.tokens.begin; i < finding_.tokens.end; ++i) {
      const Token& token = document_.tokens()[i];
      if (token.kind != Token::Kind::word) continue;
      if (!token.has(Token::all_caps) && token.letters > 1) return false;
      if (token.letters > 1) ++words;
    }
    return words > 1 || (words == 1 && finding_.tokens.size() == 1 &&
                         document_.tokens()[finding_.tokens.begin].letters > 4);
  }

  /// "I" and "I'm" are written with a capital anywhere, so it says nothing of their place.
  [[nodiscard]] bool first_is_i() const {
    const std::string_view first = document_.text(document_.tokens()[finding_.tokens.begin]);
    return first == "I" || first.starts_with("I'") || first.starts_with("I’");
  }

  /// The rewrite with its captures; a capture that stood at the start of the sentence loses its
  /// capital when it moves into it.
  [[nodiscard]] std::string fill(std::string_view written) const {
    if (written.find('\x01') == std::string_view::npos) return std::string(written);
    std::string out;
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (written[i] == '\x01' && i + 1 < written.size()) {
        const auto number = static_cast<std::uint32_t>(written[++i]);
        const Range range = subject_.scan.capture(*finding_.hit, number);
        std::string words = one_line(document_.text(document_.span(range)));
        const Token& first = document_.tokens()[range.begin];
        const auto written_to = out.find_last_not_of(' ');
        if (written_to != std::string::npos && is_stop(out[written_to])) {
          capitalise(words);
        } else if (!out.empty() && first.has(Token::sentence_start) &&
                   !first.has(Token::all_caps) && first.letters > 1 && !words.starts_with("I'")) {
          words[0] = ascii::lower(words[0]);
        }
        out += words;
      } else {
        out += written[i];
      }
    }
    return out;
  }

  /// Nothing in place of the words: their comma, a space, and sometimes a capital go with them.
  Span take_out() {
    Span span = span_;
    const auto size = static_cast<std::uint32_t>(text_.size());
    const auto skip_space = [&](std::uint32_t& end) {
      constexpr std::string_view no_break_space = "\xC2\xA0";
      while (end < size &&
             (ascii::is_space(text_[end]) || text_.substr(end, 2) == no_break_space)) {
        end += ascii::is_space(text_[end]) ? 1 : 2;
      }
    };
    std::uint32_t after = span.end;
    skip_space(after);
    const bool comma_after = after < size && text_[after] == ',';
    if (starts_sentence_) {
      // The whole sentence goes, with the space before or after it.
      if (after >= size || (is_stop(text_[after]) && !span_ends_with_stop())) {
        while (after < size && is_stop(text_[after])) ++after;
      } else if (comma_after || (after < size && (text_[after] == ':' || text_[after] == ';'))) {
        ++after;
      } else {
        after += dash_at_begin(text_.substr(after));
      }
      const std::uint32_t kept = after;
      skip_space(after);
      span.end = after;
      out_ = span_ends_with_stop() ? std::string() : capital_of(text_.substr(after));
      if (!out_.empty()) {
        span.end = after + static_cast<std::uint32_t>(out_.size());
      } else if (after >= size) {
        span.end = kept;
        while (span.begin > 0 && ascii::is_space(text_[span.begin - 1])) --span.begin;
      }
      return span;
    }
    std::uint32_t before = span.begin;
    while (before > 0 && ascii::is_space(text_[before - 1])) --before;
    if (span.begin > 0 && text_[span.begin - 1] == '(' && at(span.end, span.end + 1) == ")") {
      for (before = span.begin - 1; before > 0 && ascii::is_space(text_[before - 1]);) --before;
      return {before, span.end + 1};
    }
    const std::uint32_t dash = dash_at_end(at(0, before));
    if (dash != 0 && dash_at_begin(text_.substr(after)) != 0) {
      for (before -= dash; before > 0 && ascii::is_space(text_[before - 1]);) --before;
      return {before, span.end};
    }
    // An emoji may have been all that parted two sentences.
    if (ends_sentence_ && before > 0 && ascii::is_letter(text_[before - 1]) && span.end < size &&
        text_[span.end] == ' ') {
      out_.assign(1, '.');
      return {before, span.end};
    }
    const bool comma_before = before > 0 && text_[before - 1] == ',';
    if (comma_before && comma_after) return {before - 1, after + 1};
    const bool ends_clause =
        after < size && (is_stop(text_[after]) || text_[after] == ':' || text_[after] == ';');
    if (comma_before && ends_clause) return {before - 1, span.end};
    if (comma_after && !comma_before) return {before, after + 1};
    return {before, span.end};
  }

  [[nodiscard]] bool span_ends_with_stop() const {
    return span_.end > 0 && is_stop(text_[span_.end - 1]);
  }

  /// "an inquiry" → "a question", and, where words are left out, "an awful problem" → "a problem".
  void agree_with_article() {
    std::string_view next = out_;
    if (next.empty()) {
      next = text_.substr(span_.end);
      if (next.size() < 2 || next[0] != ' ') return;
      next.remove_prefix(1);
    }
    std::uint32_t end = span_.begin;
    while (end > 0 && text_[end - 1] == ' ') --end;
    std::uint32_t begin = end;
    while (begin > 0 && ascii::is_letter(text_[begin - 1])) --begin;
    const std::string_view article = at(begin, end);
    const bool is_a = article == "a" || article == "A";
    const bool is_an = article == "an" || article == "An" || article == "AN";
    if ((!is_a && !is_an) || !ascii::is_letter(next[0])) return;
    const bool vowel = sounds_like_vowel(next);
    if (vowel == is_an) return;
    std::string fixed(1, article[0]);
    if (vowel) fixed += loud_ ? 'N' : 'n';
    out_ = out_.empty() ? fixed : fixed + ' ' + out_;
    span_.begin = begin;
  }

  /// No second full stop; a capital and a space for what now begins a sentence.
  void meet_what_follows() {
    if (!is_stop(out_.back())) return;
    const bool stood_stop = span_ends_with_stop();
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::uint32_t after = span_.end;
    while (after < size && (is_stop(text_[after]) || text_[after] == ',')) ++after;
    span_.end = after;
    while (after < size && text_[after] == ' ') ++after;
    const bool joined = after == span_.end;  // no space stands before the next word
    // What went on in small letters behind the marks that are replaced goes on so.
    const std::string capital = stood_stop ? std::string() : capital_of(text_.substr(after));
    if (!capital.empty()) {
      out_ += ' ' + capital;
      span_.end = after + static_cast<std::uint32_t>(capital.size());
    } else if (joined && after < size && ascii::is_letter(text_[after])) {
      out_ += ' ';
    }
  }

  const Subject& subject_;
  const Document& document_;
  std::string_view text_;
  const Finding& finding_;
  Span span_;
  std::string out_;
  bool starts_sentence_ = false;
  bool ends_sentence_ = false;
  bool capitalised_ = false;
  bool loud_ = false;
};

/// The marks of emphasis that would stand around nothing go too: "(**kindly**)".
Span with_empty_marks(std::string_view source, Span span) {
  while (span.begin > 0 && span.end < source.size() && source[span.begin - 1] == source[span.end] &&
         std::string_view("*_~").find(source[span.end]) != std::string_view::npos) {
    --span.begin;
    ++span.end;
  }
  return span;
}

/// "Hi Ana,\nwe have checked": behind a sentence that is put in between, "we" begins one.
void capitalise_behind(std::string_view text, Finding::Replacement& added) {
  if (!added.text.ends_with(' ')) return;
  const std::string capital = capital_of(text.substr(added.span.end));
  added.text += capital;
  added.span.end += static_cast<std::uint32_t>(capital.size());
}

/// The sentences a span touches.
Span sentences_around(const Document& document, Span span) {
  const auto sentences = document.sentences();
  const auto first = std::partition_point(
      sentences.begin(), sentences.end(),
      [&](const Sentence& each) { return document.span(each.tokens).end < span.begin; });
  Span around = span;
  for (auto sentence = first; sentence != sentences.end(); ++sentence) {
    const Span each = document.span(sentence->tokens);
    if (span.end < each.begin) break;
    around.begin = std::min(around.begin, each.begin);
    around.end = std::max(around.end, each.end);
  }
  return around;
}

}  // namespace

void rewrites_of(const Subject& subject, const Finding& finding,
                 std::vector<Finding::Replacement>& fitted) {
  fitted.clear();
  thread_local std::string names;
  // What comes after a rewrite with a name is for when that name is not known.
  bool named = false;
  const auto is_wanted = [&](std::string_view written) {
    const bool has_name = asks_for_name(written);
    if (named && !has_name) return false;
    named = named || has_name;
    return true;
  };
  if (finding.hit == nullptr) {
    for (const Finding::Replacement& each : finding.replacements) {
      if (subject.rule.form != RuleForm::missing) {
        fitted.push_back(each);
        continue;
      }
      const auto text = with_names(subject.facts, each.text, names);
      if (!text || !is_wanted(each.text)) continue;
      fitted.push_back({each.span, std::string(*text), each.safe});
      capitalise_behind(subject.document.text(), fitted.back());
    }
    return;
  }
  const AlternativeRecord& way = subject.phrases.alternatives[finding.hit->alternative];
  for (const auto& rewrite : subject.phrases.rewrites.subspan(way.rewrites, way.rewrite_count)) {
    const std::string_view text = subject.phrases.string(rewrite.text, rewrite.size);
    const auto written = with_names(subject.facts, text, names);
    if (written && is_wanted(text)) {
      fitted.push_back(Fitting(subject, finding).fit(*written, rewrite.safe != 0));
    }
  }
}

Rewrite to_source(const Document& document, const Reader& reader, std::string_view source,
                  const Finding::Replacement& replacement) {
  Rewrite rewrite;
  rewrite.safe = replacement.safe;
  const Span span = replacement.span;
  // The sentence as it would then read, or what is added.
  const Span around = span.empty() ? span : sentences_around(document, span);
  const Span shown = shown_around(document.text(), around, span);
  std::string& text = rewrite.text;
  text.reserve(shown.size() + replacement.text.size());
  if (shown.begin > around.begin) text += "… ";
  append_one_line(document.text(Span{shown.begin, span.begin}), text);
  append_one_line(replacement.text, text);
  append_one_line(document.text(Span{span.end, shown.end}), text);
  if (!text.empty() && text.back() == ' ') text.pop_back();
  if (shown.end < around.end) text += " …";
  if (auto edited = document.reply().map.editable(span)) {
    if (reader.syntax == Syntax::markdown && replacement.text.empty()) {
      *edited = with_empty_marks(source, *edited);
    }
    rewrite.edits.push_back({*edited, reader.escape(replacement.text)});
  }
  return rewrite;
}

}  // namespace tonelint
