#include "apps/cli/result_cache.hpp"

#include <cstdint>
#include <string>
#include <string_view>

#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

void add(ContentHasher& key, const Context& context) {
  for (const std::string* text :
       {&context.id, &context.channel, &context.brand, &context.helpdesk, &context.customer.name,
        &context.customer.message, &context.customer.language, &context.agent.name}) {
    key.add(*text);
  }
  key.add(std::uint64_t{context.turn.has_value()});
  key.add(std::uint64_t{context.turn.value_or(0)});
  key.add(context.is_template ? std::uint64_t{*context.is_template} : 2);
  key.add(std::uint64_t{context.attachments.has_value()});
  key.add(std::uint64_t{context.attachments.value_or(0)});
  key.add(context.thread.size());
  for (const Context::Message& message : context.thread) {
    key.add(static_cast<std::uint64_t>(message.from));
    key.add(message.text);
  }
  key.add(context.tags.size());
  for (const std::string& tag : context.tags) key.add(tag);
}

}  // namespace

void ResultCache::open(const CheckOptions& options) {
  if (!options.cache) return;
  works_ = file_.open(*options.cache);
  start_.add(version());
  const LintOptions lint = options.lint_options();
  for (const bool flag : {lint.rewrites, lint.not_applicable, lint.require_reason, lint.score,
                          lint.text, options.counts_fixable()}) {
    start_.add(std::uint64_t{flag});
  }
  add(start_, options.context);
}

void ResultCache::finish(bool whole) {
  if (works_) file_.finish(whole);
}

// The name of a file tells its syntax, and whether the guide keeps silent about it.
ContentHash ResultCache::key_of(const Guide& guide, const Source& source) const {
  ContentHasher key = start_;
  key.add(guide.hash());
  key.add(source.name);
  key.add(static_cast<std::uint64_t>(source.syntax));
  key.add(source.bytes);
  return key.hash();
}

ContentHash ResultCache::key_of(const Guide& guide, const SavedReply& reply) const {
  ContentHasher key = start_;
  key.add(guide.hash());
  key.add(reply.file.name);
  key.add(reply.record.id);
  key.add(reply.channel);
  key.add(reply.helpdesk);
  key.add(static_cast<std::uint64_t>(reply.syntax));
  key.add(static_cast<std::uint64_t>(reply.writing));
  key.add(static_cast<std::uint64_t>(reply.separator));
  key.add(std::uint64_t{reply.indent});
  key.add(reply.file.bytes.substr(reply.written.begin, reply.written.size()));
  return key.hash();
}

bool ResultCache::find(const ContentHash& key, const Beginning& beginning, Result& result) {
  auto bytes = file_.find(key);
  if (!bytes) return false;
  if (read_report(*bytes, result.report, beginning, file_.texts())) {
    if (const auto fixable = read_number(*bytes); fixable && bytes->empty()) {
      result.fixable = static_cast<std::size_t>(*fixable);
      return true;
    }
  }
  file_.forget(key);
  return false;
}

void ResultCache::keep(const ContentHash& key, const Beginning& beginning, const Result& result) {
  thread_local std::string bytes;
  bytes.clear();
  append_report(bytes, result.report, beginning, file_.texts());
  append_number(bytes, result.fixable);
  file_.add(key, bytes);
}

}  // namespace tonelint::cli
