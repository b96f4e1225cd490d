#include "tonelint/context.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "input/ordinary_json.hpp"
#include "text/line_index.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// The objects and arrays of the shape.
enum class Place : std::uint8_t { file, customer, agent, thread, message, tags, outside };
enum class Type : std::uint8_t { text, count, truth, object, array, nothing };

/// All keys: where they stand and what they hold.
struct Key {
  Place place;
  std::string_view name;
  Type type;
  Place inside = Place::outside;  ///< Of an object or array.
};
constexpr std::array keys{
    Key{Place::file, "id", Type::text},
    Key{Place::file, "path", Type::text},
    Key{Place::file, "reply", Type::text},
    Key{Place::file, "syntax", Type::text},
    Key{Place::file, "channel", Type::text},
    Key{Place::file, "turn", Type::count},
    Key{Place::file, "template", Type::truth},
    Key{Place::file, "attachments", Type::count},
    Key{Place::file, "brand", Type::text},
    Key{Place::file, "helpdesk", Type::text},
    Key{Place::file, "customer", Type::object, Place::customer},
    Key{Place::file, "agent", Type::object, Place::agent},
    Key{Place::file, "thread", Type::array, Place::thread},
    Key{Place::file, "tags", Type::array, Place::tags},
    Key{Place::customer, "name", Type::text},
    Key{Place::customer, "message", Type::text},
    Key{Place::customer, "language", Type::text},
    Key{Place::agent, "name", Type::text},
    Key{Place::message, "from", Type::text},
    Key{Place::message, "text", Type::text},
};
/// What the file and the items of the two arrays hold, as if they had keys.
constexpr Key whole{Place::outside, "", Type::object, Place::file};
constexpr Key thread_item{Place::thread, "thread", Type::object, Place::message};
constexpr Key tag{Place::tags, "tags", Type::text};

std::string_view in_words(Type type) {
  constexpr std::array<std::string_view, 6> words{"text",      "a whole number", "true or false",
                                                  "an object", "a list",         "null"};
  return words[static_cast<std::size_t>(type)];
}

/// Counts the bytes that the JSON parser has taken, which does not say where a value stands.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    ++at;
    ++*taken;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }

  const char* at;
  std::size_t* taken;
};

/// Listens to the JSON parser. A value that stands where nothing is known is passed over.
class ContextReader {
 public:
  using Json = nlohmann::json;

  ContextReader(std::string_view name, std::string_view json, ContextFile& out)
      : name_(name.empty() ? "the context" : name), json_(json), out_(out) {}

  void read() {
    places_.reserve(8);
    if (OrdinaryJson(json_).tell(*this) && out_.problems.empty()) return;
    // Again, by a parser that knows what is wrong.
    out_ = {};
    places_.clear();
    key_ = nullptr;
    lines_.emplace(json_);
    const CountingIterator begin{json_.data(), &taken_};
    const CountingIterator end{json_.data() + json_.size(), &taken_};
    Json::sax_parse(begin, end, this);
  }

  bool null() { return value(Type::nothing) || true; }
  bool boolean(bool truth) {
    if (value(Type::truth)) out_.context.is_template = truth;
    return true;
  }
  bool number_unsigned(std::uint64_t number) {
    if (!value(Type::count)) return true;
    const bool turn = key_->name == "turn";
    if (number > std::numeric_limits<std::uint32_t>::max() || (turn && number == 0)) {
      problem("context/wrong-value", "“" + std::string(key_->name) + "” in " + name_ +
                                         (turn ? " counts from 1." : " is too large."));
    } else {
      (turn ? out_.context.turn : out_.context.attachments) = static_cast<std::uint32_t>(number);
    }
    return true;
  }
  bool number_integer(std::int64_t) { return wrong_number("a negative number"); }
  bool number_float(double, const std::string&) { return wrong_number("a fraction"); }
  bool string(std::string& text) {
    if (value(Type::text)) take(text);
    return true;
  }
  bool binary(Json::binary_t&) { return true; }

  bool start_object(std::size_t) { return enter(Type::object); }
  bool start_array(std::size_t) { return enter(Type::array); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }

  bool key(std::string& name) {
    step();
    key_ = nullptr;
    const Place place = places_.back();
    if (place == Place::outside) return true;
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& each) {
      return each.place == place && each.name == name;
    });
    if (found != keys.end()) {
      key_ = &*found;
    } else {
      unknown_key(name, place);
    }
    return true;
  }

  template <typename Error>
  bool parse_error(std::size_t position, const std::string&, const Error& error) {
    const std::string_view what = error.what();
    // "[…] parse error at line 1, column 2: syntax error …"
    const std::size_t colon = what.find(": ");
    const auto at = static_cast<std::uint32_t>(std::min(position, json_.size()));
    token_ = {at == 0 ? 0 : at - 1, at};
    problem("context/not-json",
            name_ + " is not JSON: " +
                std::string(what.substr(colon == std::string_view::npos ? 0 : colon + 2)) + ".");
    return false;
  }

 private:
  /// Finds where the token begins that was just taken.
  void step() {
    if (!lines_) return;
    constexpr std::string_view between = " \t\r\n,:";
    const auto begin = std::min(json_.find_first_not_of(between, behind_), json_.size());
    behind_ = std::max(std::min(taken_, json_.size()), begin);
    token_ = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(behind_)};
  }

  /// What is expected of the value that comes now; null where nothing is known.
  [[nodiscard]] const Key* expected() const {
    if (places_.empty()) return &whole;
    if (places_.back() == Place::thread) return &thread_item;
    if (places_.back() == Place::tags) return &tag;
    return places_.back() == Place::outside ? nullptr : key_;
  }

  /// Whether a value of this type is wanted here. Null says that something is not known.
  bool value(Type type) {
    step();
    key_ = expected();
    if (key_ == nullptr || (type == Type::nothing && !places_.empty())) return false;
    if (key_->type == type) return true;
    wrong_type(in_words(type));
    return false;
  }

  void wrong_type(std::string_view found) {
    const std::string what =
        key_ == &whole ? name_ : "“" + std::string(key_->name) + "” in " + name_;
    const std::string each = key_ == &thread_item || key_ == &tag ? " must hold " : " must be ";
    problem("context/wrong-type",
            what + each + std::string(in_words(key_->type)) + ", not " + std::string(found) + ".");
  }

  bool wrong_number(std::string_view found) {
    step();
    key_ = expected();
    if (key_ != nullptr) wrong_type(found);
    return true;
  }

  bool enter(Type type) {
    constexpr std::size_t deepest = 64;
    const bool wanted = value(type);
    if (places_.size() == deepest) {
      problem("context/too-deep", name_ + " nests deeper than 64 levels.");
      return false;
    }
    places_.push_back(wanted ? key_->inside : Place::outside);
    if (places_.back() == Place::message) out_.context.thread.emplace_back();
    return true;
  }

  bool leave() {
    step();
    places_.pop_back();
    key_ = nullptr;
    return true;
  }

  void take(std::string& text) {
    Context& context = out_.context;
    const std::string_view name = key_->name;
    switch (key_->place) {
      case Place::customer:
        (name == "name"      ? context.customer.name
         : name == "message" ? context.customer.message
                             : context.customer.language) = std::move(text);
        break;
      case Place::agent:
        context.agent.name = std::move(text);
        break;
      case Place::tags:
        context.tags.push_back(std::move(text));
        break;
      case Place::message:
        take_message(name, text);
        break;
      default:
        take_top(name, text);
        break;
    }
  }

  void take_message(std::string_view name, std::string& text) {
    constexpr std::array<std::string_view, 2> writers{"customer", "agent"};
    Context::Message& message = out_.context.thread.back();
    if (name == "text") {
      message.text = std::move(text);
    } else if (is_one_of(text, writers)) {
      message.from =
          text == "agent" ? Context::Message::From::agent : Context::Message::From::customer;
    }
  }

  void take_top(std::string_view name, std::string& text) {
    constexpr std::array<std::string_view, 3> syntaxes{"text", "markdown", "html"};
    constexpr std::array values{Syntax::text, Syntax::markdown, Syntax::html};
    static_assert(values.size() == syntaxes.size());
    if (name == "reply") {
      out_.reply = std::move(text);
    } else if (name == "syntax") {
      const auto found = std::find(syntaxes.begin(), syntaxes.end(), text);
      if (is_one_of(text, syntaxes)) {
        out_.syntax = values[static_cast<std::size_t>(found - syntaxes.begin())];
      }
    } else if (name == "channel") {
      if (text.empty() || is_one_of(text, channel_names)) out_.context.channel = std::move(text);
    } else {
      (name == "id"         ? out_.context.id
       : name == "path"     ? out_.context.path
       : name == "helpdesk" ? out_.context.helpdesk
                            : out_.context.brand) = std::move(text);
    }
  }

  bool is_one_of(const std::string& text, std::span<const std::string_view> known) {
    if (std::find(known.begin(), known.end(), text) != known.end()) return true;
    if (told_enough()) return false;
    problem("context/unknown-value", "“" + std::string(key_->name) + "” in " + name_ +
                                         " cannot be “" + text + "”." + hint(text, known));
    return false;
  }

  void unknown_key(const std::string& name, Place place) {
    if (told_enough()) return;
    std::vector<std::string_view> known;
    for (const Key& each : keys) {
      if (each.place == place) known.push_back(each.name);
    }
    problem("context/unknown-key",
            "There is no key “" + name + "” at this place in " + name_ + "." + hint(name, known));
  }

  static std::string hint(std::string_view wanted, std::span<const std::string_view> known) {
    const std::string_view near = nearest(wanted, known);
    if (!near.empty()) return " Did you mean “" + std::string(near) + "”?";
    std::string all = " It can be ";
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (i > 0) all += i + 1 == known.size() ? " or " : ", ";
      all += "“" + std::string(known[i]) + "”";
    }
    return all + ".";
  }

  /// After the first twenty it says no more: many wrong keys are one piece of news. The first look
  /// wants to know only whether there is any.
  [[nodiscard]] bool told_enough() const { return out_.problems.size() >= (lines_ ? 20U : 1U); }

  void problem(std::string_view rule, std::string message) {
    if (told_enough()) return;
    Diagnostic& problem = out_.problems.emplace_back();
    problem.rule = rule;
    problem.level = Level::error;
    problem.span = token_;
    if (lines_) problem.position = lines_->position(token_.begin, last_);
    problem.message = std::move(message);
  }

  std::string name_;
  std::string_view json_;
  std::optional<LineIndex> lines_;  ///< Once places are asked for.
  LineIndex::Place last_;           ///< The one asked for last.
  ContextFile& out_;
  std::size_t taken_ = 0;   ///< Bytes that the parser has read.
  std::size_t behind_ = 0;  ///< Where the last token ended.
  Span token_;
  const Key* key_ = nullptr;
  std::vector<Place> places_;
};

}  // namespace

ContextFile read_context(std::string_view name, std::string_view json) {
  ContextFile file;
  ContextReader(name, json, file).read();
  return file;
}

}  // namespace tonelint
