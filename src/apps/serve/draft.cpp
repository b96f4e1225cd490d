#include "apps/serve/draft.hpp"

#include <algorithm>
#include <cctype>

#include "tonelint/output.hpp"

namespace tonelint::serve {
namespace {

/// "Text/HTML; charset=utf-8" is "text/html".
std::string type_of(const Request& request) {
  std::string type(request.header("Content-Type").value_or(""));
  type.resize(std::min(type.find(';'), type.size()));
  std::erase_if(type, [](unsigned char c) { return std::isspace(c) != 0; });
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

/// The parser's words quote what they could not read, and that may be the draft.
std::string without_quotation(const std::string& message) {
  const std::size_t quotation = message.find("; last read");
  return quotation == std::string::npos ? message : message.substr(0, quotation) + ".";
}

Answer wrong_context(const std::vector<Diagnostic>& problems) {
  const Diagnostic& first = problems.front();
  const bool unread = first.rule == "context/not-json" || first.rule == "context/too-deep";
  Answer answer =
      problem(unread ? 400 : 422, unread ? "not-json" : "wrong-context",
              unread ? "Bad Request" : "Unprocessable Content", without_quotation(first.message));
  answer.body.pop_back();
  answer.body += ",\"problems\":[";
  std::string_view between;
  for (const Diagnostic& found : problems) {
    answer.body += between;
    between = ",";
    answer.body += "{\"line\":" + std::to_string(found.position.line);
    daemon::add_member(answer.body, "column", found.position.column);
    daemon::add_member(answer.body, "rule", found.rule);
    daemon::add_member(answer.body, "message", without_quotation(found.message));
    answer.body += '}';
  }
  answer.body += "]}";
  return answer;
}

std::optional<Answer> read_json(const Request& request, Draft& draft) {
  ContextFile file = read_context("the request", request.body);
  if (!file.problems.empty()) return wrong_context(file.problems);
  if (!file.reply) {
    return problem(422, "no-reply", "Unprocessable Content",
                   "There is no “reply” in the request: the draft to check.");
  }
  draft.context = std::move(file.context);
  draft.style = draft.guide->by_path.at(draft.context.path);
  if (!draft.style) {
    return problem(500, "broken-overrides", "Internal Server Error",
                   "The overrides of the guide for this path do not go together.");
  }
  draft.bytes = std::move(*file.reply);
  if (file.syntax != Syntax::automatic) draft.syntax = file.syntax;
  return std::nullopt;
}

}  // namespace

std::optional<Answer> read_draft(const Service& service, const Request& request, Draft& draft) {
  WantedGuide wanted = wanted_guide(service, request);
  if (wanted.refused) return std::move(wanted.refused);
  draft.guide = std::move(wanted.guide);
  const std::string type = type_of(request);
  const auto encoding = request.header("Content-Encoding").value_or("identity");
  if (encoding != "identity") {
    return problem(415, "packed-body", "Unsupported Media Type",
                   "The body must not be compressed.");
  }
  // What curl says when it is told nothing is a form.
  if (type.empty() || type == "application/json" || type == "application/x-www-form-urlencoded") {
    return read_json(request, draft);
  }
  if (type == "text/plain" || type == "text/markdown" || type == "text/html") {
    draft.style = draft.guide->loaded.guide;
    draft.bytes = request.body;
    draft.syntax = type == "text/html"       ? Syntax::html
                   : type == "text/markdown" ? Syntax::markdown
                                             : Syntax::text;
    return std::nullopt;
  }
  return problem(415, "wrong-type", "Unsupported Media Type",
                 "The body must be application/json, or the bare draft as text/plain, "
                 "text/markdown or text/html.");
}

}  // namespace tonelint::serve
