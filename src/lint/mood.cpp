#include <algorithm>

#include "lint/facts.hpp"

namespace tonelint {
namespace {

struct MoodCue {
  Mood::Kind kind;
  KnownCue cue;
};
/// Where two moods weigh the same, the first wins: it is the one an agent must not miss.
constexpr MoodCue mood_cues[] = {
    {Mood::Kind::sad, KnownCue::customer_sad},
    {Mood::Kind::angry, KnownCue::customer_angry},
    {Mood::Kind::urgent, KnownCue::customer_urgent},
    {Mood::Kind::frustrated, KnownCue::customer_frustrated},
    {Mood::Kind::excited, KnownCue::customer_excited},
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
  ListId list = list_none;
  for (const MoodCue& each : mood_cues) {
    const ListId cue = guide.rules.known_cues[static_cast<std::size_t>(each.cue)];
    double weight = 0;
    if (cue == list_none) continue;
    scan.for_each(cue, [&](const Hit&) {
      weight += 1;
      return true;
    });
    if (weight > 0 && (each.kind == Mood::Kind::angry || each.kind == Mood::Kind::excited)) {
      weight += loudness(message);
    }
    if (weight > best) best = weight, mood.kind = each.kind, list = cue;
  }
  if (list == list_none) return mood;
  std::vector<Span> words;
  scan.for_each(list, [&](const Hit& hit) {
    words.push_back(hit.text);
    return true;
  });
  std::sort(words.begin(), words.end());
  std::uint32_t taken = 0;
  for (const Span span : words) {
    if (span.begin < taken) continue;
    taken = span.end;
    mood.words.emplace_back(message.text(span));
  }
  return mood;
}

}  // namespace tonelint
