#include <algorithm>

#include "lint/facts.hpp"

namespace tonelint {
namespace {

struct MoodCue {
  Mood::Kind kind;
  KnownCue cue;
  double weight;  ///< Of one word: strong words outweigh weak ones.
  bool is_loud;   ///< Capitals and exclamation marks add to it.
};
/// Where two moods weigh the same, the first wins: it is the one an agent must not miss.
constexpr MoodCue mood_cues[] = {
    {Mood::Kind::sad, KnownCue::customer_sad, 2, false},
    {Mood::Kind::angry, KnownCue::customer_angry, 2, true},
    {Mood::Kind::urgent, KnownCue::customer_urgent, 1, false},
    {Mood::Kind::frustrated, KnownCue::customer_frustrated, 1, false},
    {Mood::Kind::excited, KnownCue::customer_excited, 1, true},
};

/// What the words of each kind add to Mood::upset; weak signs decide between messages that no
/// strong word speaks in.
constexpr int of_frustrated = 16;
constexpr int of_angry = 22;
constexpr int of_sad = 14;
constexpr int of_trouble = 6;
constexpr int of_excited = -14;
constexpr int of_pleased = -12;
constexpr double of_loudness = 8;

int weight_of(Mood::Kind kind) {
  switch (kind) {
    case Mood::Kind::angry:
      return of_angry;
    case Mood::Kind::frustrated:
      return of_frustrated;
    case Mood::Kind::sad:
      return of_sad;
    case Mood::Kind::excited:
      return of_excited;
    default:
      return 0;
  }
}

/// Capitals and runs of "!!" or "?!" make angry words angrier and glad ones gladder.
double loudness(const Document& message) {
  double loud = 0;
  for (const Token& token : message.tokens()) {
    if (token.has(Token::hidden)) continue;
    if (token.has(Token::all_caps) && token.letters >= 4) loud += 0.5;
    if (token.kind == Token::Kind::terminator && token.end - token.begin >= 2 &&
        message.text(token).find('!') != std::string_view::npos) {
      loud += 0.5;
    }
  }
  return std::min(loud, 2.0);
}

}  // namespace

std::string_view name_of(Mood::Kind kind) {
  constexpr std::string_view names[] = {"neutral", "angry",  "frustrated",
                                        "sad",     "urgent", "excited"};
  return names[static_cast<std::size_t>(kind)];
}

Mood read_mood(const GuideImage& guide, const Document& message, const Scan& scan) {
  Mood mood;
  double best = 0;
  std::vector<Span> words, found;
  int upset = 0;
  /// One place counts once, however many phrases found it.
  const auto find = [&](KnownCue known) {
    found.clear();
    const ListId cue = guide.rules.known_cues[static_cast<std::size_t>(known)];
    if (cue == list_none) return;
    scan.for_each(cue, [&](const Hit& hit) {
      found.push_back(hit.text);
      return true;
    });
    std::sort(found.begin(), found.end(), [](Span a, Span b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::size_t kept = 0;
    for (const Span span : found) {
      if (kept == 0 || span.begin >= found[kept - 1].end) found[kept++] = span;
    }
    found.resize(kept);
  };
  for (const MoodCue& each : mood_cues) {
    find(each.cue);
    if (found.empty()) continue;
    const auto count = static_cast<int>(found.size());
    upset += count * weight_of(each.kind);
    const double weight = count * each.weight + (each.is_loud ? loudness(message) : 0);
    if (weight > best) best = weight, mood.kind = each.kind, words = found;
  }
  find(KnownCue::customer_trouble);
  upset += static_cast<int>(found.size()) * of_trouble;
  find(KnownCue::customer_pleased);
  upset += static_cast<int>(found.size()) * of_pleased;
  // Loud words are more of what they are.
  const int loud = static_cast<int>(loudness(message) * of_loudness);
  if (upset != 0) upset += upset > 0 ? loud : -loud;
  mood.upset = std::clamp(upset, -100, 100);
  for (const Span span : words) mood.words.emplace_back(message.text(span));
  return mood;
}

}  // namespace tonelint
