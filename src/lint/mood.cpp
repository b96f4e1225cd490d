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
  for (const MoodCue& each : mood_cues) {
    const ListId cue = guide.rules.known_cues[static_cast<std::size_t>(each.cue)];
    if (cue == list_none) continue;
    found.clear();
    scan.for_each(cue, [&](const Hit& hit) {
      found.push_back(hit.text);
      return true;
    });
    if (found.empty()) continue;
    // One place counts once, however many phrases found it.
    std::sort(found.begin(), found.end(), [](Span a, Span b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::size_t kept = 1;
    for (const Span span : found) {
      if (span.begin >= found[kept - 1].end) found[kept++] = span;
    }
    found.resize(kept);
    const double weight =
        static_cast<double>(kept) * each.weight + (each.is_loud ? loudness(message) : 0);
    if (weight > best) best = weight, mood.kind = each.kind, words = found;
  }
  for (const Span span : words) mood.words.emplace_back(message.text(span));
  return mood;
}

}  // namespace tonelint
