#include "guide/read_file.hpp"

#include <algorithm>

#include "checks/helpdesks.hpp"
#include "guide/path_pattern.hpp"
#include "guide/read_library.hpp"
#include "guide/read_rule.hpp"
#include "guide/read_score.hpp"
#include "guide/words.hpp"
#include "text/ascii.hpp"
#include "text/glob.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

/// "en", "pt-BR", "zh-Hant-TW": subtags of BCP 47, the first one of two or three letters.
bool is_language_tag(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('-'));
  if (first.size() < 2 || first.size() > 3 ||
      !std::all_of(first.begin(), first.end(), ascii::is_letter)) {
    return false;
  }
  return std::all_of(
             text.begin(), text.end(),
             [](char c) { return ascii::is_letter(c) || ascii::is_digit(c) || c == '-'; }) &&
         text.back() != '-' && text.find("--") == std::string_view::npos;
}

class PartsReader {
 public:
  PartsReader(Walk& walk, FileParts& parts) : walk_(walk), parts_(parts) {}

  void read(const Node& root) {
    static constexpr Key<PartsReader> table[] = {
        {"name", &PartsReader::name},         {"extends", &PartsReader::extends},
        {"language", &PartsReader::language}, {"channel", &PartsReader::channel},
        {"helpdesk", &PartsReader::helpdesk}, {"category", &PartsReader::category},
        {"cues", &PartsReader::cues},         {"rules", &PartsReader::rules},
        {"suppress", &PartsReader::suppress}, {"library", &PartsReader::library},
        {"score", &PartsReader::score},       {"overrides", &PartsReader::overrides},
    };
    walk_.keys(root, "A guide", table, *this);
  }

 private:
  void name(const Entry& entry) { walk_.text(entry, parts_.name); }
  void extends(const Entry& entry) { walk_.texts(entry, parts_.extends); }
  void language(const Entry& entry) {
    walk_.text(entry, parts_.language);
    if (parts_.language.empty() || is_language_tag(parts_.language)) return;
    walk_.problem(Problem::unknown_value, entry.place(),
                  join({quoted(parts_.language),
                        " is no language tag. Write two or three letters, such as “en”, with a "
                        "country if need be: “pt-BR”."}));
  }
  void category(const Entry& entry) { walk_.text(entry, parts_.category); }
  void channel(const Entry& entry) {
    if (walk_.choice(entry, channel_names)) parts_.channel = entry.value->value;
  }
  void helpdesk(const Entry& entry) {
    if (walk_.choice(entry, helpdesk_names())) parts_.helpdesk = entry.value->value;
  }
  void cues(const Entry& entry) {
    named(entry, parts_.cues, "cues by name, such as “product: [Acme Pro, Acme Lite]”");
  }
  void rules(const Entry& entry) {
    named(entry, parts_.rules, "rules by name, such as “exclamation-limit: off”");
  }
  void suppress(const Entry& entry) {
    if (entry.value->is(Node::Kind::null)) return;
    if (!entry.value->is(Node::Kind::sequence)) {
      return walk_.wrong_type(entry, "a list, each “- reply: …” with its rules and a reason");
    }
    parts_.suppress = entry.value;
  }
  void library(const Entry& entry) { read_library(walk_, entry, parts_); }
  void score(const Entry& entry) {
    named(entry, parts_.score, "dimensions by name, such as “warmth: {weight: 20}”");
  }
  void overrides(const Entry& entry) {
    if (entry.value->is(Node::Kind::null)) return;
    if (!entry.value->is(Node::Kind::sequence)) {
      return walk_.wrong_type(entry, "a list, each “- files: …” with the rules for those");
    }
    parts_.overrides = entry.value;
  }
  /// `rules:` with nothing behind it yet is no mistake.
  void named(const Entry& entry, const Node*& out, std::string_view expected) {
    if (entry.value->is(Node::Kind::null)) return;
    if (!entry.value->is(Node::Kind::map)) return walk_.wrong_type(entry, expected);
    out = entry.value;
  }

  Walk& walk_;
  FileParts& parts_;
};

/// The map of a cue that is not added to: `{replace: [...]}`.
class ReplaceReader {
 public:
  ReplaceReader(Walk& walk, std::vector<Text>& phrases) : walk_(walk), phrases_(phrases) {}
  void read(const Node& map) {
    static constexpr Key<ReplaceReader> table[] = {{"replace", &ReplaceReader::replace}};
    walk_.keys(map, "A cue", table, *this);
  }

 private:
  void replace(const Entry& entry) { walk_.texts(entry, phrases_); }

  Walk& walk_;
  std::vector<Text>& phrases_;
};

/// One entry of `overrides`.
class OverrideReader {
 public:
  OverrideReader(Walk& walk, OverrideParts& out) : walk_(walk), out_(out) {}

  void read(const Node& map) {
    static constexpr Key<OverrideReader> table[] = {
        {"files", &OverrideReader::files},     {"extends", &OverrideReader::extends},
        {"channel", &OverrideReader::channel}, {"helpdesk", &OverrideReader::helpdesk},
        {"cues", &OverrideReader::cues},       {"rules", &OverrideReader::rules},
    };
    const std::size_t before = walk_.guide().problems.size();
    walk_.keys(map, "An entry of “overrides”", table, *this);
    if (walk_.guide().problems.size() > before) return;  // which may be what is missing
    if (out_.files.empty()) {
      walk_.problem(Problem::no_reply, map.place,
                    "For which files? Write “files:” with a pattern such as vip/**.");
    } else if (!says_anything()) {
      walk_.problem(Problem::no_effect, map.place,
                    "Nothing is otherwise for these files. Write “rules:”, “extends:” or "
                    "“channel:” too, or take the entry out.");
    }
  }

 private:
  [[nodiscard]] bool says_anything() const {
    const FileParts& parts = out_.parts;
    const auto any = [](const Node* map) { return map != nullptr && !map->items.empty(); };
    return any(parts.rules) || any(parts.cues) || !parts.extends.empty() ||
           !parts.channel.empty() || !parts.helpdesk.empty();
  }
  void files(const Entry& entry) {
    walk_.texts(entry, out_.files);
    check_path_patterns(walk_, out_.files, PatternOf::path);
  }
  void extends(const Entry& entry) { walk_.texts(entry, out_.parts.extends); }
  void channel(const Entry& entry) {
    if (walk_.choice(entry, channel_names)) out_.parts.channel = entry.value->value;
  }
  void helpdesk(const Entry& entry) {
    if (walk_.choice(entry, helpdesk_names())) out_.parts.helpdesk = entry.value->value;
  }
  void cues(const Entry& entry) { named(entry, out_.parts.cues); }
  void rules(const Entry& entry) { named(entry, out_.parts.rules); }
  void named(const Entry& entry, const Node*& out) {
    if (entry.value->is(Node::Kind::map)) {
      out = entry.value;
    } else if (!entry.value->is(Node::Kind::null)) {
      walk_.wrong_type(entry, "names, such as “exclamation-limit: off”");
    }
  }

  Walk& walk_;
  OverrideParts& out_;
};

/// One entry of `suppress`.
class SuppressionReader {
 public:
  SuppressionReader(Walk& walk, SuppressionDefinition& out) : walk_(walk), out_(out) {}

  void read(const Node& map) {
    static constexpr Key<SuppressionReader> table[] = {{"reply", &SuppressionReader::reply},
                                                       {"rules", &SuppressionReader::rules},
                                                       {"reason", &SuppressionReader::reason}};
    const std::size_t before = walk_.guide().problems.size();
    walk_.keys(map, "An entry of “suppress”", table, *this);
    if (walk_.guide().problems.size() > before) return;  // which may be what is missing
    if (out_.replies.empty()) {
      walk_.problem(Problem::no_reply, map.place,
                    "For which reply? Write “reply:” with its id, its file, or a pattern such as "
                    "legal/*.");
    }
    if (out_.reason.find_first_not_of(" \t\r\n") == std::string::npos) {
      walk_.problem(Problem::no_reason, map.place,
                    "Why may these rules keep silent here? Write “reason:” and a few words.");
    }
  }

 private:
  void reply(const Entry& entry) {
    walk_.texts(entry, out_.replies);
    check_path_patterns(walk_, out_.replies, PatternOf::path_or_id);
  }
  void rules(const Entry& entry) { walk_.texts(entry, out_.rules); }
  void reason(const Entry& entry) { walk_.text(entry, out_.reason); }

  Walk& walk_;
  SuppressionDefinition& out_;
};

class Layer {
 public:
  Layer(GuideDraft& draft, const FileParts& parts)
      : draft_(draft), guide_(draft.guide), walk_(guide_), parts_(parts) {}

  void cue(const Entry& entry) {
    const auto [known, is_new] = draft_.cues.try_emplace(entry.key->value, guide_.cues.size());
    if (is_new) {
      walk_.check_name(text_of(*entry.key), "a cue");
      guide_.cues.push_back({text_of(*entry.key), {}});
    }
    std::vector<Text>& phrases = guide_.cues[known->second].phrases;
    if (entry.value->is(Node::Kind::map)) {
      ReplaceReader(walk_, phrases).read(*entry.value);
    } else {
      std::vector<Text> more;
      walk_.texts(entry, more);
      phrases.insert(phrases.end(), more.begin(), more.end());
    }
    std::erase_if(phrases, [&](const Text& phrase) {
      if (phrase.value.find_first_not_of(" \t\r\n") != std::string::npos) return false;
      walk_.problem(Problem::empty_phrase, phrase.place,
                    "A phrase is missing here. Write the words of the cue.");
      return true;
    });
  }

  void suppress(const Node& item) {
    if (!item.is(Node::Kind::map)) {
      return walk_.problem(Problem::wrong_type, item.place,
                           "“suppress” takes entries such as “- reply: refund.md”, each with its "
                           "rules and a reason.");
    }
    SuppressionDefinition read;
    SuppressionReader(walk_, read).read(item);
    for (const Text& rule : read.rules) {
      const bool across = std::find(std::begin(words::across), std::end(words::across),
                                    rule.value) != std::end(words::across);
      if (across || draft_.rules.contains(rule.value)) continue;
      if (is_glob(rule.value)) {
        no_pattern_of_rules(rule);
      } else {
        no_such_rule(rule, "keep silent");
      }
    }
    guide_.suppressions.push_back(std::move(read));
  }

  void rule(const Entry& entry) {
    const auto known = draft_.rules.find(entry.key->value);
    const bool inherited = known != draft_.rules.end();
    if (!inherited) walk_.check_name(text_of(*entry.key), "a rule");
    if (const auto on = yes_or_no(*entry.value)) {
      if (inherited) {
        guide_.rules[known->second].off = !*on;
        guide_.rules[known->second].off_at = entry.key->place;
      } else {
        no_such_rule(text_of(*entry.key), "change");
      }
    } else if (!entry.value->is(Node::Kind::map)) {
      walk_.wrong_type(entry, "“off”, “on” or the keys of a rule");
    } else if (inherited) {
      RuleDefinition& changed = guide_.rules[known->second];
      read_rule(walk_, *entry.value, changed, Base::known);
      settle_channel(changed);
    } else {
      new_rule(entry);
    }
  }

 private:
  /// Examples prove a rule by the channel of the guide they stand in. A guide that builds on it and
  /// has another channel leaves them true.
  void settle_channel(RuleDefinition& rule) const {
    for (ExampleDefinition& example : rule.examples) {
      if (example.channel.empty()) {
        example.channel = guide_.channel.empty() ? channel_names[0] : guide_.channel;
      }
    }
  }

  void new_rule(const Entry& entry) {
    RuleDefinition rule;
    rule.id = text_of(*entry.key);
    rule.category = parts_.category;
    const bool misnamed =
        !has_form(*entry.value) && (draft_.incomplete || !guess(rule.id.value).empty());
    if (misnamed) {
      no_such_rule(rule.id, "change, and a new one needs “find”, “missing”, “limit” or “detect”");
    }
    read_rule(walk_, *entry.value, rule, misnamed ? Base::unknown : Base::none);
    if (misnamed) return;
    settle_channel(rule);
    draft_.rules.emplace(rule.id.value, guide_.rules.size());
    guide_.rules.push_back(std::move(rule));
  }

  static bool has_form(const Node& map) {
    for (std::size_t at = 0; at + 1 < map.items.size(); at += 2) {
      const std::string& key = map.items[at]->value;
      if (std::find(std::begin(words::forms), std::end(words::forms), key) !=
          std::end(words::forms)) {
        return true;
      }
    }
    return false;
  }

  /// When a file is missing, that is the mistake, and not the rules that it would have had.
  void no_such_rule(const Text& name, std::string_view to) {
    if (draft_.incomplete) return;
    const std::string_view near = guess(name.value);
    walk_.problem(Problem::no_such_rule, name.place,
                  near.empty() ? join({"There is no rule ", quoted(name.value), " to ", to,
                                       ". “tonelint rules” lists those there are."})
                               : join({"There is no rule ", quoted(name.value), " to ", to,
                                       ". Did you mean “", near, "”?"}),
                  near);
  }

  void no_pattern_of_rules(const Text& pattern) {
    const auto meant = std::find_if(
        guide_.rules.begin(), guide_.rules.end(),
        [&](const RuleDefinition& rule) { return matches_path(pattern.value, rule.id.value); });
    const std::string first = meant == guide_.rules.end() ? std::string() : meant->id.value;
    walk_.problem(Problem::no_such_rule, pattern.place,
                  join({"“rules” takes no patterns such as ", quoted(pattern.value),
                        ". Name each rule.", did_you_mean(first)}),
                  first);
  }

  /// The rule of an extended guide that a name was probably meant to be.
  std::string_view guess(std::string_view name) {
    if (!draft_.guesses.allows(guide_.rules.size())) return {};
    if (ids_.empty()) {
      // Views of the keys of the map, which stay where they are, in the order of the guide.
      for (const RuleDefinition& rule : guide_.rules) {
        ids_.push_back(draft_.rules.find(rule.id.value)->first);
      }
    }
    return nearest(name, ids_);
  }

  GuideDraft& draft_;
  GuideDefinition& guide_;
  Walk walk_;
  const FileParts& parts_;
  std::vector<std::string_view> ids_;
};

}  // namespace

FileParts read_parts(Walk& walk, const Node& root) {
  FileParts parts;
  PartsReader(walk, parts).read(root);
  return parts;
}

OverrideParts read_override(Walk& walk, const Node& item) {
  OverrideParts override;
  if (item.is(Node::Kind::map)) {
    OverrideReader(walk, override).read(item);
  } else {
    walk.problem(Problem::wrong_type, item.place,
                 "“overrides” takes entries such as “- files: vip/**”, each with its rules.");
  }
  return override;
}

void lay_over(GuideDraft& draft, const FileParts& parts) {
  if (!parts.language.empty()) draft.guide.language = parts.language;
  if (!parts.channel.empty()) draft.guide.channel = parts.channel;
  if (!parts.helpdesk.empty()) draft.guide.helpdesk = parts.helpdesk;
  if (parts.library) draft.guide.library = parts.library;
  if (parts.across) draft.guide.across = *parts.across;
  Walk walk(draft.guide);
  Layer layer(draft, parts);
  if (parts.cues != nullptr) {
    for (const Entry& entry : walk.entries(*parts.cues)) layer.cue(entry);
  }
  if (parts.rules != nullptr) {
    for (const Entry& entry : walk.entries(*parts.rules, Problem::duplicate_rule)) {
      layer.rule(entry);
    }
  }
  if (parts.suppress != nullptr) {
    for (const Node* item : parts.suppress->items) layer.suppress(*item);
  }
  if (parts.score != nullptr) read_score(walk, *parts.score);
}

}  // namespace tonelint
