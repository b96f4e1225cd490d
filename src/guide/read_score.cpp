#include "guide/read_score.hpp"

#include <map>
#include <span>
#include <string_view>
#include <unordered_set>

#include "guide/read_condition.hpp"
#include "guide/words.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

bool is_off(const Node& node) { return yes_or_no(node) == false; }

/// What the entries of one map name among what there is already.
template <class Named>
class ByName {
 public:
  explicit ByName(std::vector<Named>& all) : all_(all) {
    for (std::size_t i = 0; i < all.size(); ++i) places_.emplace(all[i].name.value, i);
  }

  [[nodiscard]] bool has(std::string_view name) const {
    return places_.contains(std::string(name));
  }

  /// The one of that name, or a new one at the end.
  Named& named(const Node& name) {
    const auto [known, is_new] = places_.try_emplace(name.value, all_.size());
    if (is_new) all_.emplace_back().name = text_of(name);
    return all_[known->second];
  }

  /// Takes out those that are switched off.
  void take_out(std::span<const Entry> entries) {
    std::unordered_set<std::string_view> names;
    for (const Entry& entry : entries) {
      if (is_off(*entry.value)) names.insert(entry.name());
    }
    std::erase_if(all_, [&](const Named& each) { return names.contains(each.name.value); });
  }

  /// “There is no … called “warmt”.”, and which was probably meant.
  void tell_unknown(Walk& walk, const Entry& entry, std::string_view what, std::string_view hint) {
    std::vector<std::string_view> names;
    for (auto each = places_.begin(); guesses_.allows(1) && each != places_.end(); ++each) {
      if (each->first != entry.name()) names.push_back(each->first);
    }
    const std::string_view meant = nearest(entry.name(), names);
    walk.problem(Problem::no_such_part, entry.key->place,
                 join({"There is no ", what, " called ", quoted(entry.name()), hint, ".",
                       did_you_mean(meant)}),
                 meant);
  }

 private:
  std::vector<Named>& all_;
  std::map<std::string, std::size_t> places_;
  GuessBudget guesses_;
};

/// Points and weights: 0 to 100.
void hundred(Walk& walk, const Entry& entry, double& out) {
  const auto number = walk.number(entry);
  if (number && *number > 100) {
    walk.problem(Problem::out_of_range, entry.place(),
                 join({quoted(entry.name()), " takes a number from 0 to 100."}));
  } else if (number) {
    out = *number;
  }
}

class EarningReader {
 public:
  EarningReader(Walk& walk, EarningDefinition& earning) : walk_(walk), earning_(earning) {}

  void read(const Node& map, std::string_view where) {
    static constexpr Key<EarningReader> table[] = {
        {"points", &EarningReader::points}, {"cues", &EarningReader::cues},
        {"echoes", &EarningReader::echoes}, {"in", &EarningReader::in},
        {"only", &EarningReader::only},     {"unless", &EarningReader::unless},
        {"advice", &EarningReader::advice},
    };
    walk_.keys(map, where, table, *this);
  }

 private:
  void points(const Entry& entry) { hundred(walk_, entry, earning_.points); }
  void cues(const Entry& entry) { walk_.texts(entry, earning_.cues); }
  void echoes(const Entry& entry) {
    earning_.echoes = walk_.whole_number(entry).value_or(earning_.echoes);
  }
  void in(const Entry& entry) {
    walk_.texts(entry, earning_.in);
    walk_.keep_known(earning_.in, "in", words::parts);
  }
  void only(const Entry& entry) { read_conditions(walk_, entry, earning_.only); }
  void unless(const Entry& entry) { read_conditions(walk_, entry, earning_.unless); }
  void advice(const Entry& entry) { walk_.line(entry, earning_.advice); }

  Walk& walk_;
  EarningDefinition& earning_;
};

class DimensionReader {
 public:
  DimensionReader(Walk& walk, DimensionDefinition& dimension)
      : walk_(walk), dimension_(dimension) {}

  void read(const Node& map) {
    static constexpr Key<DimensionReader> table[] = {
        {"weight", &DimensionReader::weight}, {"start", &DimensionReader::start},
        {"earns", &DimensionReader::earns},   {"costs", &DimensionReader::costs},
        {"loses", &DimensionReader::loses},   {"only", &DimensionReader::only},
        {"unless", &DimensionReader::unless},
    };
    walk_.keys(map, "A dimension of the score", table, *this);
  }

 private:
  void weight(const Entry& entry) { hundred(walk_, entry, dimension_.weight); }
  void start(const Entry& entry) { hundred(walk_, entry, dimension_.start); }
  void earns(const Entry& entry) { earnings(entry, false); }
  void costs(const Entry& entry) { earnings(entry, true); }
  void loses(const Entry& entry) {
    if (entry.value->is(Node::Kind::null)) return dimension_.loses.clear();
    walk_.texts(entry, dimension_.loses);
  }
  void only(const Entry& entry) { read_conditions(walk_, entry, dimension_.only); }
  void unless(const Entry& entry) { read_conditions(walk_, entry, dimension_.unless); }

  void earnings(const Entry& entry, bool cost) {
    if (!entry.value->is(Node::Kind::map)) {
      return walk_.wrong_type(entry, "cues with their points, such as {thanks: 20}");
    }
    const std::vector<Entry> entries = walk_.entries(*entry.value);
    ByName<EarningDefinition> earns(dimension_.earns);
    for (const Entry& one : entries) {
      const bool is_new = !earns.has(one.name());
      if (is_off(*one.value)) {
        if (is_new) earns.tell_unknown(walk_, one, "part of this dimension", " to switch off");
        continue;
      }
      EarningDefinition& earning = earns.named(*one.key);
      earning.cost = cost;
      if (one.value->is(Node::Kind::map)) {
        EarningReader(walk_, earning).read(*one.value, quoted(one.name()));
        if (is_new && !has_key(*one.value, "points") && !is_misspelt(*one.value, "points")) {
          walk_.problem(Problem::out_of_range, one.key->place,
                        join({quoted(one.name()), " needs “points”, from 0 to 100."}));
        }
      } else {
        hundred(walk_, one, earning.points);
      }
    }
    earns.take_out(entries);
  }

  Walk& walk_;
  DimensionDefinition& dimension_;
};

}  // namespace

void read_score(Walk& walk, const Node& map) {
  const std::vector<Entry> entries = walk.entries(map);
  ByName<DimensionDefinition> dimensions(walk.guide().score);
  for (const Entry& entry : entries) {
    if (is_off(*entry.value)) {
      if (!dimensions.has(entry.name())) {
        dimensions.tell_unknown(walk, entry, "dimension", " to switch off");
      }
      continue;
    }
    DimensionDefinition& dimension = dimensions.named(*entry.key);
    if (entry.value->is(Node::Kind::map)) {
      DimensionReader(walk, dimension).read(*entry.value);
    } else {
      hundred(walk, entry, dimension.weight);
    }
    if (dimension.earns.empty() && dimension.loses.empty()) {
      dimensions.tell_unknown(walk, entry, "dimension",
                              " to change, and a new one needs “earns”, “costs” or “loses”");
    }
  }
  dimensions.take_out(entries);
}

}  // namespace tonelint
