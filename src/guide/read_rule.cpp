#include "guide/read_rule.hpp"

#include <algorithm>
#include <unordered_map>

#include "guide/read_condition.hpp"
#include "guide/read_example.hpp"
#include "guide/scalar_bytes.hpp"
#include "guide/words.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// Reads one rule key by key. To add a key: a line in the table, a function, a field of
/// RuleDefinition.
class RuleReader {
 public:
  RuleReader(Walk& walk, RuleDefinition& rule, Base base)
      : walk_(walk), rule_(rule), base_(base), inherited_(base != Base::none) {}

  void read(const Node& map) {
    static constexpr Key<RuleReader> table[] = {
        {"find", &RuleReader::find},
        {"missing", &RuleReader::missing},
        {"limit", &RuleReader::limit},
        {"detect", &RuleReader::detect},
        {"message", &RuleReader::message},
        {"why", &RuleReader::why},
        {"level", &RuleReader::level},
        {"source", &RuleReader::source},
        {"link", &RuleReader::link},
        {"rewrite", &RuleReader::rewrite},
        {"at", &RuleReader::at},
        {"safe", &RuleReader::safe},
        {"max", &RuleReader::max},
        {"min", &RuleReader::min},
        {"per", &RuleReader::per},
        {"options", &RuleReader::options},
        {"in", &RuleReader::in},
        {"only", &RuleReader::only},
        {"unless", &RuleReader::unless},
        {"except", &RuleReader::except},
        {"also-find", &RuleReader::also_find},
        {"also-except", &RuleReader::also_except},
        {"instead-of", &RuleReader::instead_of},
        {"off", &RuleReader::off},
        {"examples", &RuleReader::examples},
    };
    walk_.keys(map, "A rule", table, *this);
    check_form();
    check_bounds();
    check_bound_told("max", rule_.max);
    check_bound_told("min", rule_.min);
    if (!inherited_) check_whole(map);
  }

 private:
  void find(const Entry& entry) {
    begin_form(entry, RuleForm::find);
    read_phrases(walk_, entry, rule_.find, true);
  }
  void missing(const Entry& entry) {
    begin_form(entry, RuleForm::missing);
    walk_.texts(entry, rule_.cues);
  }
  void limit(const Entry& entry) {
    begin_form(entry, RuleForm::limit);
    if (entry.value->is(Node::Kind::sequence)) {
      return read_phrases(walk_, entry, rule_.counted, false);
    }
    if (!entry.value->is(Node::Kind::scalar)) {
      return walk_.wrong_type(entry, "a measure, a cue or a list of phrases");
    }
    const Text what = text_of(*entry.value);
    const bool measure = std::find(std::begin(words::measures), std::end(words::measures),
                                   what.value) != std::end(words::measures);
    if (measure) {
      rule_.measure = what;
    } else {
      rule_.cues = {what};
    }
  }
  void detect(const Entry& entry) {
    begin_form(entry, RuleForm::detect);
    walk_.text(entry, rule_.detector);
  }

  void message(const Entry& entry) {
    has_message_ = true;
    walk_.line(entry, rule_.message);
    if (entry.value->is(Node::Kind::scalar) && rule_.message.value.empty()) has_message_ = false;
  }
  void why(const Entry& entry) { walk_.line(entry, rule_.why); }
  void source(const Entry& entry) { walk_.line(entry, rule_.source); }
  void link(const Entry& entry) { walk_.line(entry, rule_.link); }
  void level(const Entry& entry) {
    if (const auto at = walk_.choice(entry, words::levels, Problem::unknown_level)) {
      rule_.level = static_cast<Level>(*at);
    }
  }

  void rewrite(const Entry& entry) {
    belongs_to(entry, RuleForm::missing);
    if (entry.value->is(Node::Kind::null)) return rule_.rewrites.clear();
    walk_.texts(entry, rule_.rewrites);
  }
  void at(const Entry& entry) {
    belongs_to(entry, RuleForm::missing);
    if (walk_.choice(entry, words::at)) rule_.at = text_of(*entry.value);
  }
  void safe(const Entry& entry) { rule_.safe = walk_.yes_no(entry).value_or(rule_.safe); }
  void off(const Entry& entry) {
    rule_.off = walk_.yes_no(entry).value_or(rule_.off);
    rule_.off_at = entry.key->place;
  }

  void max(const Entry& entry) {
    belongs_to(entry, RuleForm::limit);
    bound(entry, rule_.max);
  }
  void min(const Entry& entry) {
    belongs_to(entry, RuleForm::limit);
    bound(entry, rule_.min);
  }
  /// Nothing, as in `max: ~`, takes away a bound that the rule had.
  void bound(const Entry& entry, std::optional<double>& out) {
    last_bound_ = &entry.key->place;
    if (entry.value->is(Node::Kind::null) && inherited_) return out.reset();
    const auto number = walk_.number(entry);
    if (number) out = number;
    if (!number) bounds_reported_ = true;
  }
  void per(const Entry& entry) {
    belongs_to(entry, RuleForm::limit);
    if (walk_.choice(entry, words::per)) rule_.per = text_of(*entry.value);
  }

  /// Options are kept one by one when a rule is changed in part.
  void options(const Entry& entry) {
    belongs_to(entry, RuleForm::detect);
    if (!entry.value->is(Node::Kind::map)) {
      return walk_.wrong_type(entry, "the detector's options, such as {min: 3}");
    }
    std::unordered_map<std::string, std::size_t> places;
    for (const OptionDefinition& known : rule_.options) {
      places.emplace(known.key.value, places.size());
    }
    for (const Entry& option : walk_.entries(*entry.value)) {
      if (!option.value->is(Node::Kind::scalar)) {
        walk_.wrong_type(option, "a number, a text, yes or no");
        continue;
      }
      const auto [known, is_new] = places.try_emplace(option.key->value, places.size());
      if (is_new) rule_.options.emplace_back();
      rule_.options[known->second] = {text_of(*option.key), text_of(*option.value)};
    }
  }

  void in(const Entry& entry) {
    walk_.texts(entry, rule_.in);
    walk_.keep_known(rule_.in, "in", words::parts);
  }
  void only(const Entry& entry) { conditions(entry, rule_.only); }
  void unless(const Entry& entry) { conditions(entry, rule_.unless); }
  /// Nothing, as in `only: ~`, takes away what the rule had.
  void conditions(const Entry& entry, std::vector<ConditionDefinition>& out) {
    if (entry.value->is(Node::Kind::null) && inherited_) return out.clear();
    read_conditions(walk_, entry, out);
  }
  void except(const Entry& entry) {
    rule_.except.clear();
    if (entry.value->is(Node::Kind::null) && inherited_) return;
    read_phrases(walk_, entry, rule_.except, false);
  }

  void also_find(const Entry& entry) {
    belongs_to(entry, RuleForm::find);
    if (adds(entry, "find")) read_phrases(walk_, entry, rule_.find, true);
  }
  void also_except(const Entry& entry) {
    if (adds(entry, "except")) read_phrases(walk_, entry, rule_.except, false);
  }
  bool adds(const Entry& entry, std::string_view instead) {
    if (inherited_) return true;
    walk_.problem(Problem::misplaced_key, entry.key->place,
                  join({quoted(entry.name()),
                        " adds to a rule of the guide that this one extends, and this rule is "
                        "new. Write “",
                        instead, "”."}),
                  instead);
    return false;
  }

  void instead_of(const Entry& entry) { walk_.texts(entry, rule_.instead_of); }
  void examples(const Entry& entry) { read_examples(walk_, entry, rule_.examples); }

  /// A rule that gets another form keeps nothing of the one before.
  void begin_form(const Entry& entry, RuleForm form) {
    if (form_key_ != nullptr) {
      walk_.problem(Problem::two_forms, entry.key->place,
                    join({"This rule has “", form_key_->value, "” already. A rule has one of ",
                          listed(words::forms, "and"), "; make two rules of it."}));
    }
    form_key_ = entry.key;
    rule_.form = form;
    rule_.find.clear();
    rule_.cues.clear();
    rule_.counted.clear();
    rule_.measure = {};
    rule_.detector = {};
  }

  void belongs_to(const Entry& entry, RuleForm form) { bound_keys_.push_back({entry.key, form}); }

  [[nodiscard]] bool has_form() const { return base_ == Base::known || form_key_ != nullptr; }

  void check_form() {
    if (!has_form()) return;
    for (const auto& [key, form] : bound_keys_) {
      if (form == rule_.form) continue;
      const std::string_view wanted = words::forms[static_cast<std::size_t>(form)];
      const std::string_view is = words::forms[static_cast<std::size_t>(rule_.form)];
      const bool beside = key->value == "rewrite" && rule_.form == RuleForm::find;
      walk_.problem(
          Problem::misplaced_key, key->place,
          join({quoted(key->value), " belongs to a rule with “", wanted, "”; this one has “", is,
                "”.", beside ? " Write the rewrite beside its phrase." : ""}));
    }
  }

  void check_bounds() {
    if (!has_form() || rule_.form != RuleForm::limit || bounds_reported_) return;
    if (!rule_.max && !rule_.min) {
      const Place& place = form_key_ != nullptr ? form_key_->place : rule_.id.place;
      walk_.problem(Problem::out_of_range, place,
                    "This limit has no bound. Write “max”, “min” or both.");
    } else if (rule_.max && rule_.min && *rule_.min > *rule_.max && last_bound_ != nullptr) {
      walk_.problem(Problem::out_of_range, *last_bound_,
                    "“min” is larger than “max”, so nothing could ever be right.");
    }
  }

  /// A message can tell a bound that its rule has, or a capture of that name.
  void check_bound_told(std::string_view bound, const std::optional<double>& value) {
    const std::string placeholder = join({"{", bound, "}"});
    const std::size_t at = rule_.message.value.find(placeholder);
    if (at == std::string::npos || value || bounds_reported_ || !has_form()) return;
    const std::string capture = join({"{", bound});
    const bool captured = std::any_of(rule_.find.begin(), rule_.find.end(), [&](const auto& each) {
      return each.phrase.value.find(capture) != std::string::npos;
    });
    if (captured) return;
    const Span bytes{static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(at + placeholder.size())};
    walk_.problem(Problem::out_of_range, place_within(walk_.guide(), rule_.message, bytes),
                  join({"The message tells “", bound, "”, and this rule has none."}));
  }

  /// What a new rule must have.
  void check_whole(const Node& map) {
    const Place& place = rule_.id.place;
    const std::string name = quoted(rule_.id.value);
    const bool misspelt = std::any_of(std::begin(words::forms), std::end(words::forms),
                                      [&](auto form) { return is_misspelt(map, form); });
    if (form_key_ == nullptr && !misspelt) {
      walk_.problem(Problem::no_form, place,
                    join({name, " does not say what to look for. Write ",
                          listed(words::forms, "or"), " in it."}));
    }
    if (!has_message_ && !is_misspelt(map, "message")) {
      walk_.problem(Problem::no_message, place,
                    join({name,
                          " has no message. Write under “message” what the agent should "
                          "read."}));
    }
    bool bad = false;
    bool good = false;
    for (const ExampleDefinition& example : rule_.examples) {
      bad = bad || example.bad;
      good = good || example.good;
    }
    if ((bad && good) || is_misspelt(map, "examples")) return;
    const std::string_view lacks = bad ? "good" : good ? "bad" : "bad and good";
    walk_.problem(Problem::no_example, place,
                  join({name, " has no ", lacks, " example", bad || good ? "" : "s",
                        ". Write under “examples” what it must find and what it must leave "
                        "alone."}));
  }

  Walk& walk_;
  RuleDefinition& rule_;
  Base base_;
  bool inherited_;
  bool has_message_ = false;
  const Node* form_key_ = nullptr;
  const Place* last_bound_ = nullptr;
  bool bounds_reported_ = false;
  struct BoundKey {
    const Node* key;
    RuleForm form;
  };
  std::vector<BoundKey> bound_keys_;  ///< Keys that only one form has.
};

}  // namespace

void read_rule(Walk& walk, const Node& map, RuleDefinition& rule, Base base) {
  RuleReader(walk, rule, base).read(map);
}

}  // namespace tonelint
