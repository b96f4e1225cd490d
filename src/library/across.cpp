#include "tonelint/across.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "guide/image.hpp"
#include "library/tones.hpp"
#include "text/glob.hpp"

namespace tonelint {
namespace {

constexpr std::size_t bands = 16;
constexpr std::size_t in_band = 8;
constexpr std::size_t fewest_words = 8;  ///< Short thanks and greetings are the same everywhere.
constexpr std::size_t most_alike = 128;
constexpr std::size_t nearly = 102;  ///< Of 128: four of five runs of words are the same.

/// How people find an earlier reply: “Refund delayed” (macros.json:12:15).
std::string shown(const RelatedPlace& at) {
  const std::string place =
      at.file + ":" + std::to_string(at.position.line) + ":" + std::to_string(at.position.column);
  return at.name.empty() ? place : "“" + at.name + "” (" + place + ")";
}

RelatedPlace place_of(const ReplySketch& sketch, const Record& record, Position position) {
  return {sketch.file, position, record.name, record.id};
}

Diagnostic finding(std::string_view rule, Level level, const ReplySketch::Words& words,
                   std::string message) {
  Diagnostic found;
  found.rule = rule;
  found.level = level;
  found.span = words.span;
  found.in_text = words.in_text;
  found.position = words.position;
  found.match = words.text;
  found.message = std::move(message);
  found.category = "library";
  return found;
}

/// Whether two ways to write a name differ in capitals that matter: one of them has a capital
/// within.
bool is_name(std::string_view meaning) { return meaning.starts_with("name "); }
bool has_capital_within(std::string_view text) {
  return std::any_of(text.begin() + 1, text.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

/// In which of the ways a term is written; endings do not matter.
std::string way_of(const std::string& meaning, std::string_view text) {
  if (is_name(meaning)) return std::string(text);
  bool starts = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char small = static_cast<char>(text[i] | 0x20);
    if (text[i] == '-') return "with a hyphen";
    if (small < 'a' || small > 'z') return "in two words";
    starts = starts && (i >= meaning.size() || small == meaning[i]);
  }
  return starts ? "so" : "otherwise";
}

/// Why the guide keeps silent about a finding in this reply, or nothing.
std::optional<std::string_view> silenced(const GuideImage& guide, std::string_view rule,
                                         std::string_view file, std::string_view id) {
  const RuleTables& tables = guide.rules;
  for (const SuppressionRecord& each : tables.suppressions) {
    const auto any = [&](Slice slice, auto is_meant) {
      const auto refs = tables.strings.subspan(slice.begin, slice.count);
      return std::any_of(refs.begin(), refs.end(),
                         [&](StringRef ref) { return is_meant(guide.string(ref)); });
    };
    if (each.all_rules == 0 && !any(each.across, [&](auto name) { return name == rule; })) continue;
    if (any(each.replies, [&](auto pattern) {
          return matches_path(pattern, file) || (!id.empty() && matches_path(pattern, id));
        })) {
      return guide.string(each.reason);
    }
  }
  return std::nullopt;
}

}  // namespace

struct AcrossLibrary::State {
  /// A reply that others are compared with.
  struct Known {
    std::array<std::uint16_t, 128> least;
    std::uint64_t hash;
    RelatedPlace place;
  };
  struct Way {
    std::string way, text;
    RelatedPlace place;
  };

  std::deque<Known> known;  ///< Many, and large: they are not moved about when one comes.
  /// The first reply of each band, by the hash of the band: open addressing, index + 1.
  std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(1024);
  std::size_t used = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
  std::unordered_map<std::string, std::vector<Way>> terms;
  Tones tones;

  static std::uint64_t hash_of_band(const std::array<std::uint16_t, 128>& least, std::size_t band) {
    std::uint64_t hash = band + 1;
    for (std::size_t i = band * in_band; i < (band + 1) * in_band; ++i) {
      hash = (hash ^ least[i]) * 0x9e3779b97f4a7c15;
      hash ^= hash >> 29;
    }
    return hash;
  }

  static bool is_same_band(const std::array<std::uint16_t, 128>& a,
                           const std::array<std::uint16_t, 128>& b, std::size_t band) {
    const auto from = static_cast<std::ptrdiff_t>(band * in_band);
    return std::equal(a.begin() + from, a.begin() + from + in_band, b.begin() + from);
  }

  /// The slot of a band: that of a known reply with the same one, or an empty one.
  std::uint32_t& slot_of(const std::array<std::uint16_t, 128>& least, std::size_t band) {
    std::size_t at = hash_of_band(least, band) & (slots.size() - 1);
    while (slots[at] != 0 && !is_same_band(known[slots[at] - 1].least, least, band)) {
      at = (at + 1) & (slots.size() - 1);
    }
    return slots[at];
  }

  /// The earlier reply that is most like this one, if one is; how like, of 128.
  std::pair<const Known*, std::size_t> nearest(const ReplySketch& sketch) {
    if (const auto same = by_hash.find(sketch.hash); same != by_hash.end()) {
      return {&known[same->second], most_alike};
    }
    std::pair<const Known*, std::size_t> best{nullptr, 0};
    for (std::size_t band = 0; band < bands; ++band) {
      const std::uint32_t slot = slot_of(sketch.least, band);
      if (slot == 0) continue;
      const Known& other = known[slot - 1];
      std::size_t alike = 0;
      for (std::size_t i = 0; i < other.least.size(); ++i) {
        alike += other.least[i] == sketch.least[i] ? 1U : 0U;
      }
      if (alike > best.second) best = {&other, alike};
    }
    return best;
  }

  void remember(const ReplySketch& sketch, const Record& record) {
    known.push_back(
        {sketch.least, sketch.hash, place_of(sketch, record, sketch.beginning.position)});
    const auto number = static_cast<std::uint32_t>(known.size());
    by_hash.emplace(sketch.hash, number - 1);
    for (std::size_t band = 0; band < bands; ++band) {
      if (std::uint32_t& slot = slot_of(sketch.least, band); slot == 0) {
        slot = number;
        ++used;
      }
    }
    if (2 * used > slots.size()) grow();
  }

  void grow() {
    slots.assign(slots.size() * 2, 0);
    for (std::uint32_t number = 1; number <= known.size(); ++number) {
      for (std::size_t band = 0; band < bands; ++band) {
        std::uint32_t& slot = slot_of(known[number - 1].least, band);
        if (slot == 0) slot = number;
      }
    }
  }

  void compare_texts(const ReplySketch& sketch, Report& report) {
    if (sketch.words < fewest_words) return;
    const auto [other, alike] = nearest(sketch);
    const Record& record = report.record;
    // One saved reply in two forms, for mail and for chat, is meant to be alike.
    const bool itself = other != nullptr && other->place.file == sketch.file &&
                        !record.id.empty() && other->place.id == record.id;
    if (other == nullptr || itself || alike < nearly) return remember(sketch, record);
    const std::string place = shown(other->place);
    const bool same = other->hash == sketch.hash;
    report.diagnostics.push_back(
        finding(same ? "library/duplicate" : "library/near-duplicate",
                same ? Level::warning : Level::suggestion, sketch.beginning,
                same ? "The same text as " + place + ", but for names and numbers. One will do."
                     : "Nearly the same text as " + place + ". Perhaps one will do."));
    report.diagnostics.back().related.push_back(other->place);
  }

  void compare_tone(const ReplySketch& sketch, Report& report) {
    const ToneOutlier* odd = tones.outlier_at(sketch.file, sketch.beginning.position);
    if (odd == nullptr) return;
    report.diagnostics.push_back(finding("library/tone", Level::suggestion, sketch.beginning,
                                         odd->message + " Compare " + shown(odd->neighbour) + "."));
    report.diagnostics.back().related.push_back(odd->neighbour);
  }

  void compare_terms(const ReplySketch& sketch, Report& report) {
    for (const ReplySketch::Term& term : sketch.terms) {
      std::string way = way_of(term.meaning, term.words.text);
      std::vector<Way>& ways = terms[term.meaning];
      const bool is_known =
          std::any_of(ways.begin(), ways.end(), [&](const Way& each) { return each.way == way; });
      if (is_known) continue;
      ways.push_back(
          {std::move(way), term.words.text, place_of(sketch, report.record, term.words.position)});
      if (ways.size() < 2) continue;
      const Way& first = ways.front();
      if (is_name(term.meaning) && !has_capital_within(first.text) &&
          !has_capital_within(term.words.text)) {
        continue;
      }
      report.diagnostics.push_back(finding("library/spelling", Level::suggestion, term.words,
                                           "“" + term.words.text + "” here, “" + first.text +
                                               "” in " + shown(first.place) +
                                               ". Choose one for all replies."));
      report.diagnostics.back().related.push_back(first.place);
    }
  }
};

AcrossLibrary::AcrossLibrary() : state_(std::make_unique<State>()) {}
AcrossLibrary::~AcrossLibrary() = default;
AcrossLibrary::AcrossLibrary(AcrossLibrary&&) noexcept = default;
AcrossLibrary& AcrossLibrary::operator=(AcrossLibrary&&) noexcept = default;

void AcrossLibrary::learn(const ReplyTone& tone) { state_->tones.learn(tone); }

void AcrossLibrary::add(const ReplySketch& sketch, Report& report) {
  std::vector<Diagnostic>& all = report.diagnostics;
  const auto before = static_cast<std::ptrdiff_t>(all.size());
  state_->compare_texts(sketch, report);
  state_->compare_tone(sketch, report);
  state_->compare_terms(sketch, report);
  if (!sketch.language.empty()) {
    all.push_back(finding("library/language", Level::suggestion, sketch.beginning,
                          "This reads like " + std::string(sketch.language) +
                              ", which the style guide does not speak. Give it a guide of its "
                              "own, or its language in the library."));
  }
  const auto first_silenced =
      std::stable_partition(all.begin() + before, all.end(), [&](const Diagnostic& found) {
        return !silenced(report.guide.image(), found.rule, sketch.file, report.record.id);
      });
  for (auto found = first_silenced; found != all.end(); ++found) {
    const auto reason = silenced(report.guide.image(), found->rule, sketch.file, report.record.id);
    report.suppressed.push_back(
        {std::move(*found), Suppressed::By::guide, std::string(reason.value_or(""))});
  }
  all.erase(first_silenced, all.end());
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.span.begin < b.span.begin;
  });
}

}  // namespace tonelint
