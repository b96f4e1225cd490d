#include "guide/read_condition.hpp"

#include "guide/words.hpp"

namespace tonelint {
namespace {

class NearReader {
 public:
  NearReader(Walk& walk, NearDefinition& near) : walk_(walk), near_(near) {}

  void read(const Node& map) {
    static constexpr Key<NearReader> table[] = {
        {"cue", &NearReader::cue},
        {"within", &NearReader::within},
        {"side", &NearReader::side},
    };
    walk_.keys(map, "“near”", table, *this);
    if (near_.cues.empty()) {
      walk_.problem(Problem::wrong_type, map.place,
                    "“near” needs the cue that it looks for, such as {cue: alternative}.");
    }
  }

 private:
  void cue(const Entry& entry) { walk_.texts(entry, near_.cues); }
  void within(const Entry& entry) {
    if (const auto number = walk_.whole_number(entry)) near_.within = *number;
  }
  void side(const Entry& entry) {
    if (const auto at = walk_.choice(entry, words::sides)) {
      near_.side = static_cast<NearDefinition::Side>(*at);
    }
  }

  Walk& walk_;
  NearDefinition& near_;
};

class ConditionReader {
 public:
  ConditionReader(Walk& walk, ConditionDefinition& condition)
      : walk_(walk), condition_(condition) {}

  void read(const Node& map, std::string_view where) {
    static constexpr Key<ConditionReader> table[] = {
        {"channel", &ConditionReader::channel},
        {"mood", &ConditionReader::mood},
        {"turn", &ConditionReader::turn},
        {"template", &ConditionReader::is_template},
        {"tag", &ConditionReader::tag},
        {"known", &ConditionReader::known},
        {"words", &ConditionReader::words},
        {"reply", &ConditionReader::reply},
        {"customer", &ConditionReader::customer},
        {"sentence", &ConditionReader::sentence},
        {"near", &ConditionReader::near},
        {"customer-said-it", &ConditionReader::customer_said_it},
    };
    walk_.keys(map, where, table, *this);
  }

 private:
  void channel(const Entry& entry) { words_of(entry, condition_.channel, channel_names); }
  void mood(const Entry& entry) { words_of(entry, condition_.mood, words::moods); }
  void known(const Entry& entry) { words_of(entry, condition_.known, words::known); }
  void tag(const Entry& entry) { walk_.texts(entry, condition_.tag); }
  void reply(const Entry& entry) { walk_.texts(entry, condition_.reply); }
  void customer(const Entry& entry) { walk_.texts(entry, condition_.customer); }
  void turn(const Entry& entry) {
    if (const auto at = walk_.choice(entry, words::turns)) condition_.first_turn = *at == 0;
  }
  void is_template(const Entry& entry) { condition_.is_template = walk_.yes_no(entry); }
  void customer_said_it(const Entry& entry) { condition_.customer_said_it = walk_.yes_no(entry); }

  void words(const Entry& entry) {
    if (!entry.value->is(Node::Kind::map)) {
      return walk_.wrong_type(entry, "{min: …}, {max: …} or both");
    }
    static constexpr Key<ConditionReader> table[] = {
        {"min", &ConditionReader::words_min},
        {"max", &ConditionReader::words_max},
    };
    walk_.keys(*entry.value, "“words”", table, *this);
  }
  void words_min(const Entry& entry) { condition_.words_min = walk_.whole_number(entry); }
  void words_max(const Entry& entry) { condition_.words_max = walk_.whole_number(entry); }

  void sentence(const Entry& entry) {
    NearDefinition& near = condition_.near.emplace_back();
    near.within = 0;
    walk_.texts(entry, near.cues);
  }

  void near(const Entry& entry) {
    const Node& value = *entry.value;
    if (value.is(Node::Kind::map)) {
      NearReader(walk_, condition_.near.emplace_back()).read(value);
    } else if (value.is(Node::Kind::sequence) && !value.items.empty() &&
               value.items[0]->is(Node::Kind::map)) {
      for (const Node* item : value.items) near({entry.key, item});
    } else {
      walk_.texts(entry, condition_.near.emplace_back().cues);
    }
  }

  void words_of(const Entry& entry, std::vector<Text>& out,
                std::span<const std::string_view> choices) {
    walk_.texts(entry, out);
    walk_.keep_known(out, entry.name(), choices);
  }

  Walk& walk_;
  ConditionDefinition& condition_;
};

}  // namespace

void read_conditions(Walk& walk, const Entry& entry, std::vector<ConditionDefinition>& out) {
  out.clear();
  const Node& value = *entry.value;
  const std::string where = quoted(entry.name());
  if (value.is(Node::Kind::map)) {
    ConditionReader(walk, out.emplace_back()).read(value, where);
  } else if (value.is(Node::Kind::sequence)) {
    for (const Node* item : value.items) {
      if (item->is(Node::Kind::map)) {
        ConditionReader(walk, out.emplace_back()).read(*item, where);
      } else {
        walk.wrong_type({entry.key, item}, "conditions, such as {channel: email}");
      }
    }
  } else {
    walk.wrong_type(entry, "conditions, such as {channel: email}");
  }
}

}  // namespace tonelint
