#include <algorithm>

#include "phrases/scan.hpp"

namespace tonelint {
namespace {

constexpr std::uint32_t longest_gap = 5;
constexpr std::uint32_t longest_capture = 12;

}  // namespace

std::uint32_t classes_of(const Token& token) {
  const std::uint32_t word = token.counts() ? std::uint32_t{class_word} : 0;
  switch (token.kind) {
    case Token::Kind::number:
      return word | class_number;
    case Token::Kind::emoji:
      return class_emoji;
    case Token::Kind::url:
      return word | class_url;
    case Token::Kind::email:
      return word | class_email;
    case Token::Kind::placeholder:
      return word | class_placeholder | class_name;
    case Token::Kind::word:
      return token.has(Token::capitalised) && !token.has(Token::sentence_start) && token.letters > 1
                 ? word | class_name
                 : word;
    default:
      return word;
  }
}

/// Fits the elements of one alternative around the one that set it off, by backtracking: gaps and
/// captures as short as will do, a capture at the end as long as its clause.
class Joining {
 public:
  Joining(const Scan& scan, const AlternativeRecord& alternative)
      : scan_(scan),
        tokens_(scan.tokens_),
        elements_(scan.tables_->elements.subspan(alternative.elements, alternative.element_count)) {
  }

  bool fit(std::uint32_t trigger, Range tokens) {
    places_[trigger] = {tokens.begin, tokens.end};
    return right(trigger + 1, tokens.end) && left(trigger, tokens.begin);
  }
  [[nodiscard]] Range place(std::uint32_t element) const {
    return {places_[element].begin, places_[element].end};
  }
  [[nodiscard]] Range whole() const {
    return {places_[0].begin, places_[elements_.size() - 1].end};
  }

 private:
  struct Place {
    std::uint32_t begin, end;  // left as it is: most searches find none
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
  };
  using Places = Place[8];

  [[nodiscard]] bool ends_sentence(std::uint32_t token) const {
    return tokens_[token].has(Token::sentence_end);
  }
  [[nodiscard]] bool is_pause(std::uint32_t token) const {
    return tokens_[token].kind == Token::Kind::pause;
  }
  /// A comma, a bracket or a dash between words; not a hyphen within one, nor a quotation mark.
  [[nodiscard]] bool ends_clause(std::uint32_t token) const {
    if (tokens_[token].kind == Token::Kind::separator ||
        tokens_[token].kind == Token::Kind::terminator) {
      return true;
    }
    if (!is_pause(token)) return false;
    const std::string_view mark = scan_.document_->text(tokens_[token]);
    if (mark == "," || mark == "(" || mark == ")" || mark == "–" || mark == "—") return true;
    return mark == "-" && tokens_[token].has(Token::space_before) && token + 1 < tokens_.size() &&
           tokens_[token + 1].has(Token::space_before);
  }

  /// The first token at or after `at` that is no pause, or none when the sentence ends before.
  [[nodiscard]] std::uint32_t skip(std::uint32_t at) const {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    const std::uint32_t end = std::min(count, at + 1 + most_pauses);
    while (at < end) {
      if (at > 0 && ends_sentence(at - 1)) return count;
      if (!is_pause(at)) return at;
      ++at;
    }
    return count;
  }
  /// One past the last token before `at` that is no pause, or 0.
  [[nodiscard]] std::uint32_t skip_back(std::uint32_t at) const {
    const std::uint32_t first = at - std::min(at, most_pauses + 1);
    while (at > first && !ends_sentence(at - 1)) {
      if (!is_pause(at - 1)) return at;
      --at;
    }
    return 0;
  }

  [[nodiscard]] bool is_class(std::uint32_t token, std::uint32_t bits) const {
    return (classes_of(tokens_[token]) & bits) != 0;
  }

  [[nodiscard]] bool is_element(const Scan::Piece& piece, const ElementRecord& element) const {
    if (element.kind == ElementRecord::list) return piece.list == element.id;
    if (piece.list != list_none) return false;
    const auto kept = scan_.kept(piece.state);
    return std::find(kept.begin(), kept.end(), element.id) != kept.end();
  }

  /// The places of a fragment or list that begin (`begun_`) or end (`ended_`) at one of `tokens`,
  /// the longest first; at most eight.
  [[nodiscard]] std::span<const Place> places(const ElementRecord& element, Range tokens,
                                              const std::vector<std::uint32_t>& heads,
                                              std::uint32_t Scan::Piece::*next,
                                              Places& found) const {
    std::size_t count = 0;
    for (std::uint32_t token = tokens.end; token-- > tokens.begin;) {
      for (std::uint32_t piece = heads[token]; piece != 0; piece = scan_.pieces_[piece - 1].*next) {
        if (!is_element(scan_.pieces_[piece - 1], element)) continue;
        if (count == std::size(found)) return found;
        const auto [begin, end] = scan_.pieces_[piece - 1].tokens;
        std::size_t at = count++;
        for (; at > 0 && found[at - 1].size() < end - begin; --at) found[at] = found[at - 1];
        found[at] = {begin, end};
      }
    }
    return {found, count};
  }

  /// Fits elements from `index` on, to the right of token `at`.
  bool right(std::uint32_t index, std::uint32_t at) {
    if (index == elements_.size()) return true;
    const ElementRecord& element = elements_[index];
    switch (element.kind) {
      case ElementRecord::token_class: {
        const std::uint32_t next = skip(at);
        if (next >= tokens_.size() || !is_class(next, element.id)) return false;
        places_[index] = {next, next + 1};
        return right(index + 1, next + 1);
      }
      case ElementRecord::gap:
        return stretch(index, at, 0, longest_gap, false);
      case ElementRecord::words:
        return stretch(index, at, 1, longest_capture, true);
      default: {
        // A fragment may begin with the very comma that is passed over elsewhere.
        const std::uint32_t next = skip(at);
        if (next >= tokens_.size()) return false;
        Places found;
        for (const auto [begin, end] :
             places(element, {at, next + 1}, scan_.begun_, &Scan::Piece::next_begun, found)) {
          places_[index] = {begin, end};
          if (right(index + 1, end)) return true;
        }
        return false;
      }
    }
  }

  /// A gap or a capture to the right: as short as lets the rest fit; the last element as long as
  /// the clause.
  bool stretch(std::uint32_t index, std::uint32_t at, std::uint32_t least, std::uint32_t most,
               bool clause) {
    const bool last = index + 1 == elements_.size();
    std::uint32_t end = at;
    std::uint32_t begin = skip(at);
    std::uint32_t words = 0;
    std::uint32_t fitted = 0;
    while (true) {
      if (words >= least && !last) {
        places_[index] = {words == 0 ? at : begin, end};
        if (right(index + 1, end)) return true;
      }
      if (words >= least && last) fitted = end;
      if (words == most || end >= tokens_.size() || (end > 0 && ends_sentence(end - 1))) break;
      if (clause && words > 0 && ends_clause(end)) break;
      if (!clause && (tokens_[end].kind == Token::Kind::separator)) break;
      const std::uint32_t next = words == 0 ? begin : end;
      if (next >= tokens_.size()) break;
      if (clause && words == 0 && at < next && ends_clause(at)) break;
      if (tokens_[next].kind == Token::Kind::terminator) break;
      if (!is_pause(next)) ++words;
      end = next + 1;
    }
    if (!last || fitted == 0) return false;
    while (fitted > begin + 1 && is_pause(fitted - 1)) --fitted;
    places_[index] = {begin, fitted};
    return true;
  }

  /// Fits elements before `index`, to the left of token `at`.
  bool left(std::uint32_t index, std::uint32_t at) {
    if (index == 0) return true;
    const ElementRecord& element = elements_[index - 1];
    switch (element.kind) {
      case ElementRecord::token_class: {
        const std::uint32_t end = skip_back(at);
        if (end == 0 || !is_class(end - 1, element.id)) return false;
        places_[index - 1] = {end - 1, end};
        return left(index - 1, end - 1);
      }
      case ElementRecord::gap:
        return stretch_left(index, at, 0, longest_gap, false);
      case ElementRecord::words:
        return stretch_left(index, at, 1, longest_capture, true);
      default: {
        const std::uint32_t end = skip_back(at);
        if (end == 0) return false;
        Places found;
        for (const auto [begin, last] :
             places(element, {end - 1, at}, scan_.ended_, &Scan::Piece::next_ended, found)) {
          places_[index - 1] = {begin, last};
          if (left(index - 1, begin)) return true;
        }
        return false;
      }
    }
  }

  bool stretch_left(std::uint32_t index, std::uint32_t at, std::uint32_t least, std::uint32_t most,
                    bool clause) {
    const bool last = index == 1;
    std::uint32_t begin = at;
    std::uint32_t words = 0;
    const std::uint32_t end = skip_back(at);
    std::uint32_t fitted = at;
    bool fits = false;
    while (true) {
      if (words >= least) {
        places_[index - 1] = {begin, words == 0 ? begin : end};
        if (!last && left(index - 1, begin)) return true;
        fits = true;
        fitted = begin;
      }
      if (words == most || begin == 0 || ends_sentence(begin - 1)) break;
      if (clause && ends_clause(begin - 1) && words > 0) break;
      if (tokens_[begin - 1].kind == Token::Kind::separator ||
          tokens_[begin - 1].kind == Token::Kind::terminator) {
        break;
      }
      --begin;
      if (!is_pause(begin)) ++words;
    }
    if (!last || !fits) return false;
    while (fitted < end && is_pause(fitted)) ++fitted;
    places_[index - 1] = {fitted, end};
    return true;
  }

  const Scan& scan_;
  std::span<const Token> tokens_;
  std::span<const ElementRecord> elements_;
  Place places_[most_elements];
};

void Scan::join(const Pending& pending) {
  const Range tokens = pending.tokens;  // `pending_` may grow
  const UseRecord& use = tables_->uses[pending.use];
  const AlternativeRecord& alternative = tables_->alternatives[use.alternative];
  const auto elements = tables_->elements.subspan(alternative.elements, alternative.element_count);
  Joining joining(*this, alternative);
  if (!joining.fit(alternative.trigger, tokens)) return;
  const auto captures = static_cast<std::uint32_t>(captures_.size());
  for (std::uint32_t i = 0; i < alternative.element_count; ++i) {
    const std::uint32_t number = elements[i].capture;
    if (number == 0) continue;
    if (captures_.size() < captures + number) captures_.resize(captures + number);
    Range& range = captures_[captures + number - 1];
    const Range place = joining.place(i);
    range = range.empty() ? place : Range{range.begin, place.end};
  }
  add_hit(use, joining.whole(), captures);
}

}  // namespace tonelint
