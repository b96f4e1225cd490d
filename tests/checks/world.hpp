#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/check.hpp"
#include "checks/customer_name.hpp"
#include "input/reader.hpp"
#include "phrase_tables.hpp"

namespace tonelint::testing {

/// What is known around a draft of a test.
struct World {
  std::string name = {};     ///< The customer's.
  std::string message = {};  ///< The customer's.
  std::optional<unsigned> attachments = {};
  std::optional<bool> is_template = {};
  std::string language = {};  ///< The customer's.
  std::string brand = {};
  std::vector<std::string> thread = {};  ///< What the customer wrote earlier.
  std::string helpdesk = {};
};

using Options = std::initializer_list<std::pair<std::string_view, double>>;

/// A text, read and taken apart; plain text unless the name of its file says otherwise.
struct Text {
  explicit Text(std::string_view text, std::string_view file = "") : bytes(text) {
    reader_for({.name = file, .bytes = bytes}).read(bytes, reply);
    document.read(reply);
  }
  std::string bytes;
  Reply reply;
  Document document;
};

/// Looks a document through for an empty guide, which knows words all the same.
inline void scan_words(const Document& document, Scan& scan) {
  static const PhraseTablesUnderWay under_way = [] {
    PhraseTablesUnderWay tables;
    static_cast<void>(PhraseCompiler().finish(tables, word_traits()));
    return tables;
  }();
  static const PhraseTables tables = view_of(under_way);
  scan.run(tables, Expressions(0), document);
}

/// Runs one detector over one draft and an empty guide; gives a line for each finding:
/// "match → replacement", the best replacement if there are several.
inline std::vector<std::string> detect(std::string_view detector, std::string_view draft,
                                       Options options = {}, const World& world = {},
                                       std::string_view file = "") {
  std::vector<char> strings;
  std::vector<OptionRecord> records;
  for (const auto& [key, number] : options) {
    OptionRecord& record = records.emplace_back();
    record.key = {static_cast<std::uint32_t>(strings.size()),
                  static_cast<std::uint32_t>(key.size())};
    record.number = number;
    strings.insert(strings.end(), key.begin(), key.end());
  }
  PhraseTables phrases;
  phrases.strings = strings;
  RuleTables tables;
  tables.options = records;
  RuleRecord rule;
  rule.form = RuleForm::detect;
  rule.options = {0, static_cast<std::uint32_t>(records.size())};

  Context context;
  context.customer.name = world.name;
  context.customer.message = world.message;
  context.attachments = world.attachments;
  context.is_template = world.is_template;
  context.customer.language = world.language;
  context.brand = world.brand;
  context.helpdesk = world.helpdesk;
  for (const std::string& text : world.thread) {
    context.thread.push_back({Context::Message::From::customer, text});
  }
  const Text message(world.message);
  Facts facts;
  facts.context = &context;
  facts.helpdesk = helpdesk_named(world.helpdesk);
  facts.customer = read_customer_name(world.name);
  if (!world.message.empty()) facts.message = &message.document;

  const Text reply(draft, file);
  Scan scan;
  scan_words(reply.document, scan);
  const Subject subject{reply.document, scan, phrases, tables, rule, 0, facts};
  std::vector<Finding> findings;
  const auto all = detectors();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Detector& each) { return each.name == detector; });
  if (found == all.end()) return {"no such detector"};
  found->run(subject, findings);

  std::vector<std::string> lines;
  for (const Finding& finding : findings) {
    std::string& line = lines.emplace_back(finding.match.empty() ? reply.document.text(finding.text)
                                                                 : std::string_view(finding.match));
    if (!finding.replacements.empty()) line += " → " + finding.replacements[0].text;
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace tonelint::testing
