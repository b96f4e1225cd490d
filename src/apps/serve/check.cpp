#include <chrono>
#include <optional>

#include "apps/serve/draft.hpp"
#include "tonelint/fix.hpp"
#include "tonelint/output.hpp"

namespace tonelint::serve {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t usual_answer = 16u << 10;  ///< Bytes, beside the draft itself.

std::chrono::microseconds between(Clock::time_point begin, Clock::time_point end) {
  return std::chrono::duration_cast<std::chrono::microseconds>(end - begin);
}

/// What the agent reads first.
std::string message_for(const Report& report, bool overridden) {
  if (overridden) return "You chose to send this as it is.";
  if (const std::size_t errors = report.count(Level::error); errors > 0) {
    return "Please change " + counted(errors, "thing") + " before you send this.";
  }
  if (const std::size_t warnings = report.count(Level::warning); warnings > 0) {
    return counted(warnings, "thing") + " to look at before you send this. It is up to you.";
  }
  const std::size_t ideas = report.diagnostics.size();
  return ideas == 0 ? "Ready to send." : "Ready to send, with " + counted(ideas, "idea") + ".";
}

/// Goes on in an object with the members of one draft in the JSON report.
void add_members(std::string& out, const Draft& draft, const Report& report) {
  const std::size_t begin = out.size();
  find_format("json")->make({})->reply({draft.source(), report, draft.context.id}, out);
  out[begin] = ',';  // instead of a line break and the two braces
  out[begin + 1] = ' ';
  out.pop_back();
}

/// Sends anyway what the agent has chosen to send; but for what the guide calls an error.
bool override_of(Service& service, const Request& request, const Draft& draft,
                 std::string_view verdict) {
  if (verdict != "warn") return false;
  const bool asked = request.asks_for("override") || request.header("Tonelint-Override") == "1";
  if (!asked && !service.sent_anyway.any()) return false;
  const auto hash = Remembered::hash_of({request.key, draft.guide->name, draft.context.id,
                                         draft.context.customer.name,
                                         draft.context.customer.message, draft.bytes});
  if (!asked) return service.sent_anyway.knows(hash);
  service.sent_anyway.remember(hash);
  return true;
}

}  // namespace

Answer answer_check(Service& service, const Request& request) {
  const auto begin = Clock::now();
  Draft draft;
  if (auto refused = read_draft(service, request, draft)) return std::move(*refused);
  const auto read = Clock::now();
  Report report = lint(*draft.style, draft.source(), draft.context, {.score = true});
  const auto linted = Clock::now();

  std::string_view verdict = report.verdict();
  const bool overridden = override_of(service, request, draft, verdict);
  if (overridden) verdict = "pass";
  Answer answer{.body = {}};
  std::string& out = answer.body;
  out.reserve(usual_answer + 2 * draft.bytes.size());
  out += R"({"version":1)";
  daemon::add_member(out, "verdict", verdict);
  daemon::add_member(out, "message", message_for(report, overridden));
  out += overridden ? ",\"overridden\":true" : ",\"overridden\":false";
  add_members(out, draft, report);

  const auto fixing = Clock::now();
  std::optional<FixResult> fixed;
  if (may_fix(report)) fixed = fix(report, draft.source(), draft.context);
  const auto end = Clock::now();
  daemon::add_member(out, "fixed", fixed ? fixed->bytes : draft.bytes);
  daemon::add_member(out, "fixes", fixed ? fixed->fixed : 0);
  const auto count = [](std::chrono::microseconds time) {
    return static_cast<std::uint64_t>(time.count());
  };
  out += ",\"microseconds\":{\"total\":" + std::to_string(between(begin, end).count());
  daemon::add_member(out, "read", count(between(begin, read)));
  daemon::add_member(out, "lint", count(between(read, linted)));
  daemon::add_member(out, "fix", count(between(fixing, end)));
  out += "}}\n";
  service.metrics.count_check(verdict, report, between(begin, end));
  answer.verdict = verdict;
  answer.guide = draft.guide->name;
  return answer;
}

Answer answer_fix(Service& service, const Request& request) {
  Draft draft;
  if (auto refused = read_draft(service, request, draft)) return std::move(*refused);
  FixResult fixed =
      fix(*draft.style, draft.source(), draft.context, {.all = request.asks_for("all")});
  Answer answer{.body = R"({"version":1)"};
  answer.body += fixed.bytes == draft.bytes ? ",\"changed\":false" : ",\"changed\":true";
  draft.bytes = std::move(fixed.bytes);
  answer.verdict = fixed.report.verdict();
  answer.guide = draft.guide->name;
  daemon::add_member(answer.body, "verdict", answer.verdict);
  daemon::add_member(answer.body, "fixed", draft.bytes);
  daemon::add_member(answer.body, "fixes", fixed.fixed);
  add_members(answer.body, draft, fixed.report);
  answer.body += "}\n";
  return answer;
}

}  // namespace tonelint::serve
