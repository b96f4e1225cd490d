#include "generator.hpp"

#include <iterator>

#include "sentences.hpp"

namespace bench {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string_view name_of(Variant variant) {
  constexpr std::string_view names_of_variants[] = {"plain", "non-ascii", "html", "markdown"};
  return names_of_variants[static_cast<std::size_t>(variant)];
}

Generator::Tone Generator::tone() {
  const std::size_t share = below(10);
  return share < 5 ? Tone::good : share < 8 ? Tone::mixed : Tone::bad;
}

std::string Generator::value_of(std::string_view slot) {
  const bool accents = variant_ == Variant::non_ascii;
  const auto number = [this](std::size_t from, std::size_t to) {
    return std::to_string(from + below(to - from));
  };
  const auto one_of = [this](const auto& list) {
    return std::string(list[below(std::size(list))]);
  };
  if (slot == "name") return accents ? one_of(accented_names) : one_of(names);
  if (slot == "product") {
    return accents && one_in(2) ? one_of(accented_products) : one_of(products);
  }
  if (slot == "city") return accents ? one_of(accented_cities) : one_of(cities);
  if (slot == "date") return number(1, 29) + ' ' + one_of(months);
  if (slot == "amount") return (accents ? "€" : "$") + number(5, 900) + '.' + number(10, 100);
  if (slot == "order") return number(100000, 999999);
  if (slot == "days") return number(2, 30);
  if (slot.ends_with("strong")) {
    if (variant_ == Variant::markdown) return "**";
    if (variant_ == Variant::html) return slot.starts_with("/") ? "</strong>" : "<strong>";
  }
  return {};
}

std::string Generator::filled(std::string_view sentence) {
  std::string text;
  while (!sentence.empty()) {
    const auto open = sentence.find('{');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = sentence.find('}', open);
    text += value_of(sentence.substr(open + 1, close - open - 1));
    sentence.remove_prefix(close + 1);
  }
  if (variant_ == Variant::non_ascii) {
    replace_all(text, "'", "’");
    replace_all(text, "; ", " – ");
    if (one_in(8)) text += emoji[below(std::size(emoji))];
  }
  if (variant_ == Variant::html && one_in(2)) replace_all(text, "'", "&#39;");
  return text;
}

std::string Generator::sentence(Tone tone, bool closing) {
  const auto one_of = [this](const auto& list) { return filled(list[below(std::size(list))]); };
  const bool bad = tone == Tone::bad || (tone == Tone::mixed && one_in(3));
  if (closing) return bad ? one_of(bad_closings) : one_of(good_closings);
  return bad ? one_of(bad_sentences) : one_of(good_sentences);
}

void Generator::add_paragraph(std::string_view text, std::string& out) const {
  if (variant_ == Variant::html) {
    out.append("<p>").append(text).append("</p>\n");
  } else {
    if (!out.empty()) out += '\n';
    out.append(text).append("\n");
  }
}

void Generator::add_steps(std::string& out) {
  const std::size_t count = 3 + below(2);
  const bool html = variant_ == Variant::html;
  out += html ? "<ol>\n" : "\n";
  for (std::size_t index = 0; index < count; ++index) {
    const std::string step = filled(steps[below(std::size(steps))]);
    out += html ? "<li>" + step + "</li>\n" : std::to_string(index + 1) + ". " + step + '\n';
  }
  if (html) out += "</ol>\n";
}

std::string Generator::reply(Variant variant) {
  variant_ = variant;
  const Tone tone = this->tone();
  std::string out;
  const char* greeting = tone == Tone::bad ? "Dear customer," : "Hi {name},";
  add_paragraph(filled(greeting), out);

  std::string paragraph = tone == Tone::good
                              ? filled(good_openings[below(std::size(good_openings))])
                              : filled(bad_openings[below(std::size(bad_openings))]);
  paragraph += ' ' + sentence(tone, false);
  add_paragraph(paragraph, out);

  const bool stepwise = one_in(3);
  const std::size_t paragraphs = stepwise ? 1 : 2;
  for (std::size_t index = 0; index < paragraphs; ++index) {
    paragraph = sentence(tone, false);
    for (std::size_t more = 2 + below(2); more > 0; --more)
      paragraph += ' ' + sentence(tone, false);
    add_paragraph(paragraph, out);
  }
  if (stepwise) add_steps(out);
  add_paragraph(sentence(tone, true), out);
  const std::string_view line_break = variant == Variant::html ? "<br>" : "\n";
  add_paragraph(std::string(sign_offs[below(std::size(sign_offs))])
                    .append(line_break)
                    .append(names[below(std::size(names))]),
                out);
  return out;
}

Replies make_replies(Variant variant, std::size_t count, std::uint32_t seed) {
  Generator generator(seed);
  Replies replies;
  replies.texts.reserve(count);
  for (std::size_t index = 0; index < count; ++index) {
    replies.texts.push_back(generator.reply(variant));
    replies.bytes += replies.texts.back().size();
  }
  return replies;
}

std::string make_guide(std::size_t rules, std::string_view base, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::string guide = "name: bench\n";
  if (!base.empty()) guide.append("extends: ").append(base).append("\n");
  if (rules > 0) guide += "rules:\n";
  for (std::size_t rule = 0; rule < rules; ++rule) {
    guide += "  bench-" + std::to_string(rule) +
             ":\n    message: \"Please say it in another way.\"\n    find:\n";
    std::string phrase;
    for (int count = 0; count < 5; ++count) {
      phrase.clear();
      for (std::size_t words = 3 + random() % 3; words > 0; --words) {
        phrase.append(guide_words[random() % std::size(guide_words)]).append(words > 1 ? " " : "");
      }
      guide += "      - \"" + phrase + "\"\n";
    }
    guide += "    examples:\n      - bad: \"So [[" + phrase + "]] it is.\"\n";
  }
  return guide;
}

}  // namespace bench
