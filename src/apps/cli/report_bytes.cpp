#include "apps/cli/report_bytes.hpp"

#include <type_traits>

namespace tonelint::cli {
namespace {

/// Only for writing `fields` once for both ways.
template <typename Given, typename Wanted>
concept Like = std::is_same_v<std::remove_const_t<Given>, Wanted>;

// What there is to keep of each type: written and read by the same lines.

void fields(auto& way, Like<Edit> auto& edit) {
  way.place(edit.span);
  way(edit.text);
}
void fields(auto& way, Like<Rewrite> auto& rewrite) {
  way(rewrite.text, rewrite.edits, rewrite.safe);
}
void fields(auto& way, Like<Diagnostic> auto& found) {
  way.place(found.span);
  way.place(found.position);
  way(found.rule, found.level, found.message, found.match, found.rewrites, found.why,
      found.category, found.link, found.in_text, found.branch);
}
void fields(auto& way, Like<Suppressed> auto& suppressed) {
  way(suppressed.diagnostic, suppressed.by, suppressed.reason);
}
void fields(auto& way, Like<Mood> auto& mood) { way(mood.kind, mood.words, mood.upset); }
void fields(auto& way, Like<Span> auto& span) { way(span.begin, span.end); }
void fields(auto& way, Like<Position> auto& position) { way(position.line, position.column); }
// A score counts in the text of the reply, wherever that stands.
void fields(auto& way, Like<ScorePart> auto& part) {
  way(part.kind, part.name, part.points, part.span, part.position, part.words);
}
void fields(auto& way, Like<ScoreDimension> auto& dimension) {
  way(dimension.name, dimension.applicable, dimension.score, dimension.start, dimension.weight,
      dimension.parts);
}
void fields(auto& way, Like<ScoreGain> auto& gain) {
  way(gain.points, gain.dimension, gain.name, gain.advice, gain.missing, gain.span, gain.position);
}
void fields(auto& way, Like<Score> auto& score) {
  way(score.overall, score.blocked, score.dimensions, score.gains);
}
void fields(auto& way, Like<Report> auto& report) {
  way(report.diagnostics, report.not_applicable, report.mood, report.words, report.suppressed,
      report.score, report.text);
}

template <typename Value>
constexpr bool is_number = std::is_integral_v<Value> || std::is_enum_v<Value>;

class Writing {
 public:
  Writing(std::string& out, const Beginning& from, KeptTexts& texts)
      : out_(out), from_(from), texts_(texts) {}

  void operator()(const auto&... values) { (one(values), ...); }
  void place(Span span) { (*this)(span.begin - from_.byte, span.size()); }
  void place(Position at) {
    const std::uint32_t line = at.line - from_.position.line;
    (*this)(line, line == 0 ? at.column - from_.position.column : at.column);
  }

 private:
  template <typename Value>
  void one(const Value& value) {
    if constexpr (is_number<Value>) {
      append_number(out_, static_cast<std::uint64_t>(value));
    } else {
      fields(*this, value);
    }
  }
  void one(const std::string& text) {
    append_number(out_, text.size());
    out_ += text;
  }
  void one(std::string_view text) { append_number(out_, texts_.number_of(text)); }
  template <typename Item>
  void one(const std::vector<Item>& items) {
    append_number(out_, items.size());
    for (const Item& item : items) one(item);
  }
  template <typename Value>
  void one(const std::optional<Value>& value) {
    one(value.has_value());
    if (value) one(*value);
  }

  std::string& out_;
  const Beginning& from_;
  KeptTexts& texts_;
};

class Taking {
 public:
  Taking(std::string_view& bytes, const Beginning& from, const KeptTexts& texts)
      : bytes_(bytes), from_(from), texts_(texts) {}

  [[nodiscard]] bool good() const { return good_; }

  void operator()(auto&... values) { (one(values), ...); }
  void place(Span& span) {
    (*this)(span.begin, span.end);
    span.begin += from_.byte;
    span.end += span.begin;
  }
  void place(Position& at) {
    (*this)(at.line, at.column);
    if (at.line == 0) at.column += from_.position.column;
    at.line += from_.position.line;
  }

 private:
  template <typename Value>
  void one(Value& value) {
    if constexpr (is_number<Value>) {
      value = static_cast<Value>(number());
    } else {
      fields(*this, value);
    }
  }
  void one(std::string& text) {
    const std::size_t size = count();
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  void one(std::string_view& text) {
    const auto known = texts_.at(number());
    good_ = good_ && known;
    if (known) text = *known;
  }
  template <typename Item>
  void one(std::vector<Item>& items) {
    items.resize(count());
    for (Item& item : items) {
      if (good_) one(item);
    }
  }
  template <typename Value>
  void one(std::optional<Value>& value) {
    if (number() == 1) one(value.emplace());
  }

  std::uint64_t number() {
    const auto number = read_number(bytes_);
    good_ = good_ && number;
    return number.value_or(0);
  }
  /// Of things of a byte at least, which must be there.
  std::size_t count() {
    const std::uint64_t count = number();
    good_ = good_ && count <= bytes_.size();
    return good_ ? static_cast<std::size_t>(count) : 0;
  }

  std::string_view& bytes_;
  const Beginning& from_;
  const KeptTexts& texts_;
  bool good_ = true;
};

}  // namespace

bool KeptTexts::open(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto size = read_number(bytes);
    if (!size || *size > bytes.size()) return false;
    old_.push_back(bytes.substr(0, static_cast<std::size_t>(*size)));
    numbers_.emplace(old_.back(), old_.size() - 1);
    bytes.remove_prefix(old_.back().size());
  }
  return true;
}

std::size_t KeptTexts::number_of(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
  const std::size_t number = old_.size() + more_.size();
  numbers_.emplace(more_.emplace_back(text), number);
  return number;
}

std::optional<std::string_view> KeptTexts::at(std::size_t number) const {
  if (number >= old_.size()) return std::nullopt;
  return old_[number];
}

std::string KeptTexts::bytes() const {
  std::string out;
  const auto add = [&](std::string_view text) {
    append_number(out, text.size());
    out += text;
  };
  for (const std::string_view text : old_) add(text);
  for (const std::string& text : more_) add(text);
  return out;
}

void append_report(std::string& out, const Report& report, const Beginning& beginning,
                   KeptTexts& texts) {
  Writing way(out, beginning, texts);
  way(report);
}

bool read_report(std::string_view& bytes, Report& report, const Beginning& beginning,
                 const KeptTexts& texts) {
  Taking way(bytes, beginning, texts);
  way(report);
  return way.good();
}

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7f) | 0x80);
  out += static_cast<char>(number);
}

std::optional<std::uint64_t> read_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

}  // namespace tonelint::cli
