#include "guide/rule_text.hpp"

#include <sstream>

namespace tonelint {
namespace {

constexpr std::size_t most_exceptions = 5;

/// "a, b or c".
std::string any_of(const std::vector<std::string>& words, std::string_view last = " or ") {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? last : ", ";
    list += words[i];
  }
  return list;
}

std::string any_of(const std::vector<Text>& words) {
  std::vector<std::string> values;
  values.reserve(words.size());
  for (const Text& word : words) values.push_back(word.value);
  return any_of(values);
}

std::string known_text(const Text& what) {
  if (what.value == "name") return "the customer's name";
  if (what.value == "message") return "the customer's message";
  if (what.value == "title") return "the customer's title";
  return "the agent's name";
}

std::string near_text(const NearDefinition& near) {
  std::string text;
  if (near.within == 0) {
    text = "the same sentence";
  } else if (near.within == 1 && near.side == NearDefinition::Side::either) {
    text = "the same or a neighbouring sentence";
  } else {
    text = near.within == 1 ? "the sentence"
                            : "one of the " + std::to_string(near.within) + " sentences";
    if (near.side == NearDefinition::Side::before) text += " before it";
    if (near.side == NearDefinition::Side::after) text += " after it";
    if (near.side == NearDefinition::Side::either) text += " around it";
  }
  return text + " holds the cue " + any_of(near.cues);
}

/// What one map of `only` or `unless` asks, a line each.
std::vector<std::string> lines_of(const ConditionDefinition& asked) {
  std::vector<std::string> lines;
  const auto add = [&](const std::vector<Text>& words, std::string_view before) {
    if (!words.empty()) lines.push_back(std::string(before) + any_of(words));
  };
  add(asked.channel, "the reply goes out by ");
  add(asked.mood, "the customer sounds ");
  if (asked.first_turn) {
    lines.emplace_back(*asked.first_turn ? "it is the first reply" : "it is not the first reply");
  }
  if (asked.is_template) {
    lines.emplace_back(*asked.is_template ? "it is a saved reply" : "it is a draft");
  }
  std::vector<std::string> known;
  for (const Text& what : asked.known) known.push_back(known_text(what));
  if (!known.empty()) lines.push_back(any_of(known) + " is known");
  const std::uint32_t least = asked.words_min.value_or(0);
  if (least != 0 || asked.words_max) {
    const std::string most = asked.words_max ? std::to_string(*asked.words_max) : "";
    lines.push_back("the reply has " +
                    (most.empty() ? "at least " + std::to_string(least)
                     : least == 0 ? "at most " + most
                                  : std::to_string(least) + " to " + most) +
                    " words");
  }
  add(asked.tag, "the conversation has the tag ");
  add(asked.reply, "the reply holds the cue ");
  add(asked.customer, "the customer's message holds the cue ");
  for (const NearDefinition& near : asked.near) lines.push_back(near_text(near));
  if (asked.customer_said_it) {
    lines.emplace_back(*asked.customer_said_it ? "the words are the customer's own"
                                               : "the words are not the customer's own");
  }
  return lines;
}

std::string plain_number(double number) {
  std::ostringstream out;
  out << number;
  return out.str();
}

std::string missing_text(const RuleDefinition& rule) {
  std::string text = "One of these cues should be there: " + any_of(rule.cues) + ".";
  for (const Text& rewrite : rule.rewrites) {
    text += &rewrite == &rule.rewrites.front() ? " It offers to add “" : " or “";
    text += rewrite.value + "”";
  }
  if (!rule.rewrites.empty()) {
    text += rule.at.value.empty() ? "." : ", at: " + rule.at.value + ".";
  }
  return text;
}

std::string limit_text(const RuleDefinition& rule) {
  const std::string counted = rule.measure.value == "grade" ? "the reading grade"
                              : !rule.measure.value.empty() ? rule.measure.value
                              : !rule.cues.empty()
                                  ? "phrases of the cue “" + any_of(rule.cues) + "”"
                                  : "these phrases";
  std::vector<std::string> bounds;
  if (rule.min) bounds.push_back("at least " + plain_number(*rule.min));
  if (rule.max) bounds.push_back("at most " + plain_number(*rule.max));
  return "It counts " + counted + " in each " +
         (rule.per.value.empty() ? "reply" : rule.per.value) + ": " + any_of(bounds, " and ") + ".";
}

std::string detect_text(const RuleDefinition& rule) {
  std::string text = "What the detector “" + rule.detector.value + "” finds";
  for (const OptionDefinition& option : rule.options) {
    text += &option == &rule.options.front() ? ", with " : ", ";
    text += option.key.value + ": " + option.value.value;
  }
  return text + ".";
}

}  // namespace

std::string form_text(const RuleDefinition& rule) {
  switch (rule.form) {
    case RuleForm::missing:
      return missing_text(rule);
    case RuleForm::limit:
      return limit_text(rule);
    case RuleForm::detect:
      return detect_text(rule);
    default:
      return {};
  }
}

std::vector<std::vector<std::string>> condition_lines(
    const std::vector<ConditionDefinition>& maps) {
  std::vector<std::vector<std::string>> lines;
  lines.reserve(maps.size());
  for (const ConditionDefinition& each : maps) lines.push_back(lines_of(each));
  return lines;
}

std::vector<std::string> condition_texts(const RuleDefinition& rule) {
  std::vector<std::string> texts;
  if (!rule.in.empty()) texts.push_back("Looks only here: " + any_of(rule.in) + ".");
  std::vector<std::string> wanted;
  for (const ConditionDefinition& each : rule.only) {
    wanted.push_back(any_of(lines_of(each), " and "));
  }
  if (!wanted.empty()) texts.push_back("Only when " + any_of(wanted, ", or when ") + ".");
  for (const ConditionDefinition& each : rule.unless) {
    for (const std::string& line : lines_of(each)) texts.push_back("Not when " + line + ".");
  }
  if (!rule.except.empty()) {
    std::vector<std::string> shields;
    for (const PhraseDefinition& each : rule.except) {
      if (shields.size() < most_exceptions) shields.push_back("“" + each.phrase.value + "”");
    }
    if (shields.size() < rule.except.size()) shields.emplace_back("the like");
    texts.push_back("Never about " + any_of(shields) + ".");
  }
  return texts;
}

}  // namespace tonelint
