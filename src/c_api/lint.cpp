#include <algorithm>
#include <span>

#include "c_api/handles.hpp"

namespace tonelint::c_api {
namespace {

static_assert(static_cast<int>(Syntax::automatic) == TONELINT_AUTOMATIC);
static_assert(static_cast<int>(Syntax::text) == TONELINT_PLAIN);
static_assert(static_cast<int>(Syntax::markdown) == TONELINT_MARKDOWN);
static_assert(static_cast<int>(Syntax::html) == TONELINT_HTML);

bool is_readable(const tonelint_context& from) {
  const tonelint_string texts[] = {from.json,
                                   from.channel,
                                   from.customer_name,
                                   from.customer_message,
                                   from.customer_language,
                                   from.agent_name,
                                   from.brand};
  const auto readable = [](tonelint_string text) { return c_api::is_readable(text); };
  if (!std::all_of(std::begin(texts), std::end(texts), readable)) return false;
  if (from.thread == nullptr && from.thread_size > 0) return false;
  if (from.tags == nullptr && from.tags_size > 0) return false;
  for (const tonelint_message& message : std::span(from.thread, from.thread_size)) {
    if (!readable(message.text)) return false;
  }
  const std::span tags(from.tags, from.tags_size);
  return std::all_of(tags.begin(), tags.end(), readable);
}

/// Takes over what the members of a context say, besides its JSON.
void add(const tonelint_context& from, Context& context) {
  const auto set = [](tonelint_string text, std::string& member) {
    if (text.size > 0) member = view_of(text);
  };
  set(from.channel, context.channel);
  set(from.customer_name, context.customer.name);
  set(from.customer_message, context.customer.message);
  set(from.customer_language, context.customer.language);
  set(from.agent_name, context.agent.name);
  set(from.brand, context.brand);
  if (from.turn > 0) context.turn = from.turn;
  if (from.kind != TONELINT_UNKNOWN_KIND) context.is_template = from.kind == TONELINT_SAVED_REPLY;
  if (from.attachments_known != 0) context.attachments = from.attachments;
  if (from.thread_size > 0) context.thread.clear();
  for (const tonelint_message& message : std::span(from.thread, from.thread_size)) {
    using From = Context::Message::From;
    context.thread.push_back({message.from_agent != 0 ? From::agent : From::customer,
                              std::string(view_of(message.text))});
  }
  if (from.tags_size > 0) context.tags.clear();
  for (const tonelint_string tag : std::span(from.tags, from.tags_size)) {
    context.tags.emplace_back(view_of(tag));
  }
}

/// Reads draft and context, and hands them to `make`, which gives the report.
template <class Make>
tonelint_status report_on(const tonelint_guide* guide, const tonelint_draft* draft,
                          const tonelint_context* from, tonelint_report** report,
                          const Make& make) noexcept {
  if (report == nullptr) return TONELINT_BAD_ARGUMENT;
  *report = nullptr;
  const bool drafted = draft != nullptr && c_api::is_readable(draft->bytes) &&
                       c_api::is_readable(draft->name) && draft->syntax <= TONELINT_HTML;
  if (guide == nullptr || (draft != nullptr && !drafted) ||
      (from != nullptr && !is_readable(*from)) ||
      (draft == nullptr && (from == nullptr || from->json.size == 0))) {
    return TONELINT_BAD_ARGUMENT;
  }
  return guarded([&] {
    ContextFile read;
    if (from != nullptr && from->json.size > 0) {
      const std::string_view json = view_of(from->json);
      read = read_context("context", json);
      if (draft == nullptr && read.problems.empty() && !read.reply) return TONELINT_BAD_ARGUMENT;
      const bool broken = std::any_of(read.problems.begin(), read.problems.end(),
                                      [](const auto& each) { return each.level == Level::error; });
      if (broken) {
        std::vector<GuideProblem> problems;
        for (Diagnostic& each : read.problems) problems.push_back({"context", std::move(each)});
        *report = problems_report(problems, {{"context", std::string(json)}}).release();
        return TONELINT_INVALID;
      }
    }
    if (from != nullptr) add(*from, read.context);
    Source source;
    if (draft != nullptr) {
      source = {view_of(draft->name), view_of(draft->bytes), static_cast<Syntax>(draft->syntax)};
    } else {
      source = {"reply", *read.reply, read.syntax};
    }
    *report = make(source, read.context).release();
    return TONELINT_OK;
  });
}

}  // namespace
}  // namespace tonelint::c_api

using namespace tonelint;

tonelint_status tonelint_lint(const tonelint_guide* guide, const tonelint_draft* draft,
                              const tonelint_context* context, tonelint_report** report) {
  return c_api::report_on(
      guide, draft, context, report, [&](const Source& source, const Context& known) {
        auto made = std::make_unique<tonelint_report>(lint(guide->guide, source, known));
        c_api::expose(*made, source.bytes);
        return made;
      });
}

tonelint_status tonelint_fix(const tonelint_guide* guide, const tonelint_draft* draft,
                             const tonelint_context* context, int all, tonelint_report** report) {
  return c_api::report_on(guide, draft, context, report,
                          [&](const Source& source, const Context& known) {
                            FixResult result = fix(guide->guide, source, known, {.all = all != 0});
                            auto made = std::make_unique<tonelint_report>(std::move(result.report));
                            made->fixed = std::move(result.bytes);
                            made->fixed_count = result.fixed;
                            c_api::expose(*made, made->fixed);
                            return made;
                          });
}
