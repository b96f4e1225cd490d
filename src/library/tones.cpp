#include "library/tones.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>
#include <utility>

#include "library/tone_traits.hpp"

namespace tonelint {
namespace {

constexpr std::size_t fewest_others = 8;
constexpr std::uint32_t fewest_words_of_tone =
    20;                             ///< A line that is put into a reply has no tone.
constexpr std::size_t one_in = 50;  ///< So many replies may be told of, and as many differ.
constexpr std::size_t most_neighbours = 4;
constexpr double least_weight = 3;        ///< Bits: eight others, or 64 for what weighs half.
constexpr double least_distance = 30;     ///< Of warmth, in points; and
constexpr double least_deviations = 3.5;  ///< so many standard deviations, as MAD estimates them.

std::uint64_t hash_of(const std::string& file, Position position) {
  std::uint64_t hash = std::hash<std::string>()(file);
  hash = (hash ^ position.line) * 0x9e3779b97f4a7c15;
  hash = (hash ^ (hash >> 29) ^ position.column) * 0xbf58476d1ce4e5b9;
  return hash ^ (hash >> 32);
}

double median(std::vector<double>& numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

/// “Billing”, folder 7, this folder.
std::string shown(const std::string& folder) {
  if (folder == ".") return "this folder";
  const bool number = folder.find_first_not_of("0123456789") == std::string::npos;
  return number ? "folder " + folder : "“" + folder + "”";
}

/// Those who speak in one way: "The 12 others in “Billing”", "98 of the 99 others in …", and "9
/// others in …" when it can be told of no more.
std::string others(std::size_t alike, std::size_t told, std::size_t all,
                   const std::string& folder) {
  const std::string who = std::to_string(told) + " others in " + shown(folder);
  if (alike < told) return std::to_string(alike) + " of the " + who;
  return (told == all ? "The " : "") + who;
}

}  // namespace

/// The replies of a folder, one of which may be told of.
class Tones::Comparison {
 public:
  explicit Comparison(const Folder& folder)
      : folder_(folder),
        most_odd_(std::max<std::size_t>(1, folder.replies.size() / one_in)),
        odd_(folder.replies.size()) {}

  void run(std::vector<Odd>& out) {
    if (folder_.replies.size() <= fewest_others) return;
    for (const TraitWords& words : trait_words) compare(words);
    compare_warmth();
    for (std::size_t at = 0; at < odd_.size(); ++at) {
      if (odd_[at].weight < least_weight) continue;
      odd_[at].folder = &folder_;
      odd_[at].reply = &folder_.replies[at];
      out.push_back(std::move(odd_[at]));
    }
  }

 private:
  void compare(const TraitWords& words) {
    std::size_t told = 0, having = 0;
    for (const Reply& reply : folder_.replies) {
      told += (reply.told & words.trait) != 0 ? 1U : 0U;
      having += (reply.has & words.trait) != 0 ? 1U : 0U;
    }
    const bool most_have = having > told / 2;
    const std::size_t alike = most_have ? having : told - having;
    const std::string_view they = most_have ? words.others_have : words.others_lack;
    if (they.empty() || told <= fewest_others || is_usual(told - alike)) return;
    for (std::size_t at = 0; at < odd_.size(); ++at) {
      const Reply& reply = folder_.replies[at];
      const bool has = (reply.has & words.trait) != 0;
      if ((reply.told & words.trait) == 0 || has == most_have) continue;
      odd_[at].traits |= words.trait;
      tell(at, words.weight, alike, told, they, has ? words.this_has : words.this_lacks);
    }
  }

  void compare_warmth() {
    std::vector<double> warmth, distances;
    for (const Reply& reply : folder_.replies) {
      if (reply.warmth >= 0) warmth.push_back(reply.warmth);
    }
    if (warmth.size() <= fewest_others) return;
    const double middle = median(warmth);
    for (const double each : warmth) distances.push_back(std::abs(each - middle));
    // Where numbers are spread normally, this makes a standard deviation of it.
    const double deviation = 1.4826 * median(distances);
    const double limit = middle - std::max(least_distance, least_deviations * deviation);
    const auto is_cold = [&](const Reply& reply) {
      return reply.warmth >= 0 && reply.warmth < limit;
    };
    const auto cold = static_cast<std::size_t>(
        std::count_if(folder_.replies.begin(), folder_.replies.end(), is_cold));
    if (is_usual(cold)) return;
    const std::string they = "score about " + std::to_string(std::lround(middle)) + " for warmth";
    for (std::size_t at = 0; at < odd_.size(); ++at) {
      const Reply& reply = folder_.replies[at];
      if (!is_cold(reply)) continue;
      tell(at, 1, warmth.size() - cold, warmth.size(), they,
           "this one " + std::to_string(reply.warmth));
    }
  }

  /// So many that it is a way to speak, or none.
  [[nodiscard]] bool is_usual(std::size_t odd) const { return odd == 0 || odd > most_odd_; }

  void tell(std::size_t at, double weight, std::size_t alike, std::size_t told,
            std::string_view they, std::string_view it) {
    Odd& odd = odd_[at];
    odd.weight += weight * std::log2(static_cast<double>(alike));
    odd.told.push_back({others(alike, told - 1, folder_.replies.size() - 1, folder_.name),
                        std::string(they), std::string(it)});
  }

  const Folder& folder_;
  const std::size_t most_odd_;
  std::vector<Odd> odd_;  ///< As many as there are replies.
};

void Tones::learn(const ReplyTone& tone) {
  if (decided_ || tone.words < fewest_words_of_tone) return;
  Folder& folder = folders_[tone.folder + '\n' + tone.channel];
  if (folder.name.empty()) folder.name = tone.folder;
  folder.replies.push_back(
      {hash_of(tone.place.file, tone.place.position), count_++, tone.told, tone.has, tone.warmth});
  if (folder.neighbours.size() < most_neighbours) {
    folder.neighbours.push_back({tone.place, folder.replies.back()});
  }
}

/// “The 12 others in “Billing” greet the customer and sign off; this one does not. They …”
std::string Tones::message_of(const Odd& odd) {
  std::string message;
  for (std::size_t at = 0; at < odd.told.size();) {
    const Difference& first = odd.told[at];
    const bool same = at > 0 && odd.told[at - 1].who == first.who;
    if (at > 0) message += ' ';
    message += same ? "They" : first.who;
    const auto ends = std::find_if(
        odd.told.begin() + static_cast<std::ptrdiff_t>(at), odd.told.end(),
        [&](const Difference& each) { return each.who != first.who || each.it != first.it; });
    const auto end = static_cast<std::size_t>(ends - odd.told.begin());
    for (std::size_t one = at; one < end; ++one) {
      message += one == at ? " " : one + 1 == end ? " and " : ", ";
      message += odd.told[one].they;
    }
    message += "; " + first.it + '.';
    at = end;
  }
  return message;
}

/// The neighbour that shows best what the others do.
const RelatedPlace& Tones::neighbour_of(const Odd& odd) {
  const auto shown_by = [&](const Neighbour& neighbour) {
    if (neighbour.reply.number == odd.reply->number) return -1;
    return std::popcount(static_cast<unsigned>(odd.traits & neighbour.reply.told &
                                               (neighbour.reply.has ^ odd.reply->has)));
  };
  const auto& all = odd.folder->neighbours;
  return std::max_element(
             all.begin(), all.end(),
             [&](const Neighbour& a, const Neighbour& b) { return shown_by(a) < shown_by(b); })
      ->place;
}

void Tones::decide() {
  decided_ = true;
  std::vector<Odd> odd;
  for (const auto& [key, folder] : folders_) Comparison(folder).run(odd);
  std::sort(odd.begin(), odd.end(), [](const Odd& a, const Odd& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.reply->number < b.reply->number;
  });
  odd.resize(std::min<std::size_t>(odd.size(), std::max<std::size_t>(1, count_ / one_in)));
  for (Odd& each : odd) {
    outliers_.emplace(each.reply->place, ToneOutlier{message_of(each), neighbour_of(each)});
  }
  folders_.clear();
}

const ToneOutlier* Tones::outlier_at(const std::string& file, Position position) {
  if (!decided_) decide();
  const auto found = outliers_.find(hash_of(file, position));
  return found == outliers_.end() ? nullptr : &found->second;
}

}  // namespace tonelint
