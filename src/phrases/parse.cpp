#include <algorithm>
#include <optional>

#include "document/fold.hpp"
#include "document/tokenize.hpp"
#include "phrases/syntax.hpp"
#include "phrases/vocabulary.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

using Kind = PhraseNode::Kind;

constexpr int max_depth = 16;
constexpr const char* misplaced_start = "“^” may only stand at the beginning of a phrase";
constexpr const char* misplaced_end = "“$” may only stand at the end of a phrase";

bool is_operator(char c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '|' || c == '{' || c == '}' ||
         c == '<' || c == '>' || c == '~' || c == '^' || c == '$';
}

class Parser {
 public:
  explicit Parser(std::string_view phrase) : phrase_(phrase) {}

  std::variant<PhraseSyntax, PhraseProblem> run() {
    PhraseSyntax syntax;
    skip_spaces();
    if (rest().size() > 2 && rest().front() == '/' && trimmed().back() == '/') {
      const std::string_view whole = trimmed();
      syntax.expression = whole.substr(1, whole.size() - 2);
      return syntax;
    }
    if (peek() == '/') fail_expression();
    if (peek() == '^') {
      syntax.sentence_start = true;
      ++at_;
    }
    syntax.root = sequence(0);
    if (!problem_ && peek() == '$') {
      syntax.sentence_end = true;
      const std::size_t sign = at_++;
      skip_spaces();
      if (at_ < phrase_.size()) fail_at(sign, misplaced_end);
    }
    if (!problem_ && at_ < phrase_.size()) {
      fail(peek() == '^'   ? misplaced_start
           : peek() == '|' ? "“|” belongs between round brackets: (this|that)"
                           : "this bracket was never opened");
    }
    if (problem_) return *problem_;
    return syntax;
  }

 private:
  [[nodiscard]] std::string_view rest() const { return phrase_.substr(at_); }
  [[nodiscard]] char peek() const { return at_ < phrase_.size() ? phrase_[at_] : '\0'; }
  [[nodiscard]] std::string_view trimmed() const {
    std::string_view whole = rest();
    while (!whole.empty() && ascii::is_space(whole.back())) whole.remove_suffix(1);
    return whole;
  }
  void skip_spaces() {
    while (at_ < phrase_.size() && ascii::is_space(phrase_[at_])) ++at_;
  }
  void fail(std::string message) { fail_at(at_, std::move(message)); }
  void fail_at(std::size_t at, std::string message) {
    if (!problem_) problem_ = PhraseProblem{static_cast<std::uint32_t>(at), std::move(message)};
    at_ = phrase_.size();
  }
  [[nodiscard]] bool at_gap() const { return rest().starts_with("...") || rest().starts_with("…"); }

  /// Says why a phrase that begins as an expression is none.
  void fail_expression() {
    std::size_t close = at_ + 1;
    while (close < phrase_.size() && phrase_[close] != '/') close += phrase_[close] == '\\' ? 2 : 1;
    if (close >= phrase_.size()) {
      return fail(
          "“/” begins an expression, and no “/” ends it; write \\/ to find the sign itself");
    }
    if (close == at_ + 1) return fail("there is nothing between the two “/” of this expression");
    const std::string_view behind = phrase_.substr(close + 1);
    if (std::all_of(behind.begin(), behind.end(), ascii::is_letter)) {
      return fail_at(close + 1,
                     "nothing can stand behind the closing “/”; an expression that takes capitals "
                     "and small letters alike begins with (?i)");
    }
    fail_at(close + 1, "an expression stands alone; write all of it between the two “/”");
  }

  PhraseNode sequence(int depth) {
    PhraseNode node{Kind::sequence};
    if (depth > max_depth) {
      fail("the brackets of this phrase are nested too deeply");
      return node;
    }
    for (skip_spaces(); at_ < phrase_.size(); skip_spaces()) {
      const char c = peek();
      if (c == ')' || c == ']' || c == '|' || c == '}' || c == '$' || c == '^') break;
      if (at_gap()) {
        at_ += 3;  // both spellings are three bytes
        node.parts.push_back({Kind::gap});
      } else if (c == '<') {
        node.parts.push_back(cue());
      } else if (c == '{') {
        node.parts.push_back(capture(depth));
      } else {
        run_of_pieces(depth, node);
      }
    }
    return node;
  }

  /// Words and brackets up to the next space: one bracket, or a word with brackets glued to it.
  void run_of_pieces(int depth, PhraseNode& into) {
    const std::size_t begin = at_;
    PhraseNode glued{Kind::glued};
    while (at_ < phrase_.size() && !ascii::is_space(peek()) && !at_gap()) {
      const char c = peek();
      if (c == '(' || c == '[') {
        glued.parts.push_back(group(depth));
      } else if (c == '~') {
        ++at_;
        if (glued.parts.size() != 1 || glued.parts[0].kind != Kind::word) {
          return fail_at(at_ - 1, "“~” belongs right after a word: apologize~");
        }
        into.parts.push_back({Kind::inflected, fold(glued.parts[0].text)});
        glued.parts.clear();
        if (at_ < phrase_.size() && !ascii::is_space(peek()) && !is_operator(peek())) {
          return fail("a space is missing after “~”");
        }
        return;
      } else if (is_operator(c)) {
        break;
      } else {
        glued.parts.push_back({Kind::word, literal()});
      }
    }
    if (at_ == begin) return fail("this sign has no meaning here; write \\ before it to find it");
    if (glued.parts.size() == 1) {
      if (glued.parts[0].kind == Kind::word) {
        append_words(glued.parts[0].text, into);
      } else {
        into.parts.push_back(std::move(glued.parts[0]));
      }
      return;
    }
    std::size_t ways = 1;
    for (const PhraseNode& part : glued.parts) {
      if (part.kind == Kind::choice) ways *= part.parts.size();
      if (ways > most_ways) return fail_at(begin, too_many_ways);
      if (!is_piece(part)) {
        return fail_at(
            begin,
            "brackets written against a word or against each other may hold only words: ticket[s]");
      }
    }
    into.parts.push_back(std::move(glued));
  }

  /// A word, or a choice between words.
  static bool is_piece(const PhraseNode& node) {
    const auto is_word = [](const PhraseNode& each) { return each.kind == Kind::word; };
    if (is_word(node)) return true;
    return node.kind == Kind::choice && !node.parts[0].parts.empty() &&
           std::all_of(node.parts.begin(), node.parts.end(), [&](const PhraseNode& ending) {
             return std::all_of(ending.parts.begin(), ending.parts.end(), is_word);
           });
  }

  std::string literal() {
    std::string text;
    while (at_ < phrase_.size() && !ascii::is_space(peek()) && !is_operator(peek()) && !at_gap()) {
      if (peek() == '\\' && at_ + 1 < phrase_.size()) {
        ++at_;
        text += '\\';  // kept for phrase_words: an escaped comma is asked for
      }
      text += phrase_[at_++];
    }
    return text;
  }

  static void append_words(std::string_view text, PhraseNode& into) {
    for (PhraseNode& word : phrase_words(text)) into.parts.push_back(std::move(word));
  }

  PhraseNode group(int depth) {
    const std::size_t opened = at_;
    const bool optional = peek() == '[';
    const char close = optional ? ']' : ')';
    ++at_;
    PhraseNode node{Kind::choice};
    node.parts.push_back(sequence(depth + 1));
    while (peek() == '|') {
      ++at_;
      node.parts.push_back(sequence(depth + 1));
    }
    if (peek() != close) {
      if (peek() == '^') fail(misplaced_start);
      if (peek() == '$') fail(misplaced_end);
      fail_at(opened, std::string("this bracket is never closed by “") + close + "”");
      return node;
    }
    ++at_;
    if (optional) node.parts.push_back({Kind::sequence});
    return node;
  }

  PhraseNode cue() {
    const std::size_t close = phrase_.find('>', at_);
    if (close == std::string_view::npos) {
      fail("“<” opens the name of a cue, and is never closed by “>”");
      return {};
    }
    PhraseNode node{Kind::cue, std::string(phrase_.substr(at_ + 1, close - at_ - 1))};
    at_ = close + 1;
    return node;
  }

  PhraseNode capture(int depth) {
    const std::size_t opened = at_++;
    PhraseNode node{Kind::capture};
    while (at_ < phrase_.size() && (std::isalnum(static_cast<unsigned char>(peek())) != 0 ||
                                    peek() == '-' || peek() == '_')) {
      node.text += phrase_[at_++];
    }
    skip_spaces();
    if (peek() == ':') {
      ++at_;
      PhraseNode choice{Kind::choice};
      choice.parts.push_back(sequence(depth + 1));
      while (peek() == '|') {
        ++at_;
        choice.parts.push_back(sequence(depth + 1));
      }
      node.parts.push_back(std::move(choice));
    }
    if (node.text.empty() || peek() != '}') {
      fail_at(opened, "a capture is written {name} or {name: this|that}");
      return node;
    }
    ++at_;
    return node;
  }

  std::string_view phrase_;
  std::size_t at_ = 0;
  std::optional<PhraseProblem> problem_;
};

}  // namespace

std::vector<PhraseNode> phrase_words(std::string_view text) {
  std::string plain;
  std::vector<bool> escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    if (escape) ++i;
    plain += text[i];
    escaped.push_back(escape);
  }
  std::vector<Token> tokens;
  tokenize(plain, tokens);
  std::vector<PhraseNode> words;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::pause && !escaped[token.begin]) continue;
    const bool exact = escaped[token.begin] && token.kind == Token::Kind::word;
    const std::string_view written =
        std::string_view(plain).substr(token.begin, token.end - token.begin);
    words.push_back({Kind::word, symbol_text(token, written), {}, std::string(written), exact});
  }
  return words;
}

std::variant<PhraseSyntax, PhraseProblem> parse_phrase(std::string_view phrase) {
  return Parser(phrase).run();
}

}  // namespace tonelint
