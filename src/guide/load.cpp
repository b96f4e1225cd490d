#include <algorithm>

#include "guide/built_in.hpp"
#include "guide/compile.hpp"
#include "guide/definition.hpp"
#include "guide/image.hpp"
#include "guide/rule_text.hpp"
#include "guide/words.hpp"
#include "text/glob.hpp"

namespace tonelint {
namespace {

/// Whether a file comes with tonelint and not with the guide itself. The topics of a built-in
/// guide, which stand in the folder of its name, are its own.
bool is_built_in(const GuideDefinition& guide, Place place) {
  if (!guide.built_in[place.file]) return false;
  const GuideText& itself = guide.files.front();
  const auto same = built_in_text(itself.name);
  if (!same || same->bytes != itself.bytes) return true;
  const std::string folder = itself.name.substr(0, itself.name.find('.')) + "/";
  return !guide.files[place.file].name.starts_with(folder);
}

PhraseText phrase_text(const GuideDefinition& guide, const PhraseDefinition& from) {
  const Text& phrase = from.phrase;
  PhraseText text{phrase.value,
                  {},
                  guide.files[phrase.place.file].name,
                  phrase.place.position,
                  is_built_in(guide, phrase.place)};
  if (!from.rewrites.empty()) text.rewrite = from.rewrites.front().value;
  return text;
}

Example example_of(const GuideDefinition& guide, const ExampleDefinition& from) {
  Example example;
  example.bad = from.bad.has_value();
  example.text = (from.bad ? from.bad : from.good).value_or(Text{}).value;
  if (from.bad && from.good) example.good = from.good->value;
  example.marks = from.marks;
  example.file = guide.files[from.place.file].name;
  example.position = from.place.position;
  example.built_in = is_built_in(guide, from.place);
  Context& context = example.context;
  context.customer.name = from.customer_name;
  context.customer.message = from.customer_message;
  context.agent.name = from.agent_name;
  context.channel = from.channel;
  context.helpdesk = from.helpdesk;
  context.turn = from.turn;
  context.attachments = from.attachments;
  context.is_template = from.is_template;
  context.tags = from.tags;
  for (const std::string& text : from.thread) {
    context.thread.push_back({Context::Message::From::customer, text});
  }
  example.syntax = from.syntax == "markdown" ? Syntax::markdown
                   : from.syntax == "html"   ? Syntax::html
                                             : Syntax::text;
  return example;
}

RuleText rule_text(const GuideDefinition& guide, const RuleDefinition& from) {
  RuleText rule;
  rule.id = from.id.value;
  rule.category = from.category;
  rule.message = from.message.value;
  rule.why = from.why.value;
  rule.source = from.source.value;
  rule.link = from.link.value;
  rule.form = words::forms[static_cast<std::size_t>(from.form)];
  rule.file = guide.files[from.id.place.file].name;
  rule.level = from.level;
  rule.off = from.off;
  if (rule.off) {
    rule.off_file = guide.files[from.off_at.file].name;
    rule.off_position = from.off_at.position;
  }
  rule.position = from.id.place.position;
  for (const ExampleDefinition& each : from.examples) {
    rule.examples.push_back(example_of(guide, each));
  }
  for (const PhraseDefinition& each : from.find) rule.phrases.push_back(phrase_text(guide, each));
  for (const PhraseDefinition& each : from.counted)
    rule.phrases.push_back(phrase_text(guide, each));
  rule.asks = form_text(from);
  for (const PhraseDefinition& each : from.except) {
    rule.exceptions.push_back(phrase_text(guide, each));
  }
  rule.conditions = condition_texts(from);
  rule.only = condition_lines(from.only);
  rule.unless = condition_lines(from.unless);
  return rule;
}

/// Conditions are told as those of a rule are.
std::vector<std::string> conditions_of(const std::vector<Text>& in,
                                       const std::vector<ConditionDefinition>& only,
                                       const std::vector<ConditionDefinition>& unless) {
  RuleDefinition rule;
  rule.in = in;
  rule.only = only;
  rule.unless = unless;
  return condition_texts(rule);
}

DimensionText dimension_text(const DimensionDefinition& from) {
  DimensionText text{from.name.value,
                     static_cast<int>(from.weight),
                     static_cast<int>(from.start),
                     {},
                     {},
                     conditions_of({}, from.only, from.unless)};
  for (const EarningDefinition& each : from.earns) {
    text.earns.push_back({each.name.value, each.advice.value, static_cast<int>(each.points),
                          each.cost, conditions_of(each.in, each.only, each.unless)});
  }
  for (const Text& category : from.loses) text.loses.push_back(category.value);
  return text;
}

}  // namespace

Guide Guide::built_in() {
  static const Guide guide{GuideImage::view(built_in_images().front().image)};
  return guide;
}

std::optional<Guide> Guide::built_in(std::string_view name) {
  const auto guides = built_in_images();
  if (!guides.empty() && guides.front().name == name) return built_in();
  for (const BuiltInGuide& each : guides) {
    if (each.name == name) return Guide(GuideImage::view(each.image));
  }
  return {};
}

std::string_view Guide::name() const {
  return image_ == nullptr ? std::string_view{} : image_->string(image_->facts.name);
}
std::uint64_t Guide::hash() const { return image_ == nullptr ? 0 : image_->facts.hash; }
std::string Guide::hash_text() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[(hash() >> shift) & 15];
  return text;
}

std::string_view Guide::language() const {
  return image_ == nullptr ? std::string_view{} : image_->string(image_->facts.language);
}
bool Guide::across() const { return image_ != nullptr && image_->facts.across != 0; }
std::size_t Guide::rule_count() const { return image_ == nullptr ? 0 : image_->rules.rules.size(); }

std::optional<RuleFacts> Guide::rule(std::string_view id) const {
  if (image_ == nullptr) return {};
  for (const RuleRecord& rule : image_->rules.rules) {
    const auto text = [&](StringRef ref) { return image_->string(ref); };
    if (text(rule.id) != id) continue;
    return RuleFacts{text(rule.id),  text(rule.category), text(rule.message),
                     text(rule.why), text(rule.link),     rule.level};
  }
  return {};
}

std::vector<std::string_view> built_in_guides() {
  std::vector<std::string_view> names;
  for (const BuiltInGuide& each : built_in_images()) names.push_back(each.name);
  return names;
}

std::optional<GuideText> built_in_text(std::string_view name) {
  std::string file(name);
  if (!file.ends_with(".yaml")) file += ".yaml";
  for (const BuiltInFile& each : built_in_files()) {
    if (each.name == file) return GuideText{std::string(each.name), std::string(each.bytes)};
  }
  return {};
}

std::vector<bool> overrides_for(const std::vector<std::vector<std::string>>& overrides,
                                std::string_view path) {
  std::vector<bool> count;
  count.reserve(overrides.size());
  for (const std::vector<std::string>& patterns : overrides) {
    count.push_back(matches_any(patterns, path));
  }
  return count;
}

LoadedGuide load_guide(const GuideText& text, const GuideResolver& resolver,
                       const LoadOptions& options) {
  GuideDefinition definition =
      read_guide(text, resolver, {.path = options.path, .entry = options.override_entry});
  LoadedGuide loaded;
  for (const RuleDefinition& rule : definition.rules) {
    loaded.rules.push_back(rule_text(definition, rule));
  }
  for (std::size_t i = 0; i < definition.files.size(); ++i) {
    if (!definition.built_in[i]) loaded.files.push_back(definition.files[i].name);
  }
  if (options.all_rules) {
    for (RuleDefinition& rule : definition.rules) rule.off = false;
  }
  std::vector<std::byte> bytes = compile_guide(definition);
  if (!definition.overrides.empty() && options.path.empty() && !options.override_entry) {
    // What is wrong with an override is told at once, whether or not there is a draft for it.
    GuideDefinition all = read_guide(text, resolver, {.all = true});
    if (!bytes.empty() && compile_guide(all).empty()) bytes.clear();
    if (all.problems.size() > definition.problems.size()) {
      definition.problems = std::move(all.problems);
    }
  }
  if (!bytes.empty()) loaded.guide = Guide(GuideImage::own(std::move(bytes)));
  loaded.overrides = std::move(definition.overrides);
  loaded.library = std::move(definition.library);
  for (const DimensionDefinition& each : definition.score)
    loaded.score.push_back(dimension_text(each));
  loaded.problems = std::move(definition.problems);
  std::stable_sort(loaded.problems.begin(), loaded.problems.end(),
                   [](const GuideProblem& a, const GuideProblem& b) {
                     return a.file != b.file ? a.file < b.file
                                             : a.diagnostic.span.begin < b.diagnostic.span.begin;
                   });
  return loaded;
}

}  // namespace tonelint
