#include "apps/serve/hooks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>

#include "apps/daemon/log.hpp"
#include "apps/serve/service.hpp"
#include "apps/serve/signature.hpp"
#include "tonelint/library.hpp"
#include "tonelint/output.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::serve {
namespace {

/// The last part of the path.
std::string_view helpdesk_of(const Request& request) {
  return request.path.substr(request.path.rfind('/') + 1);
}

/// The names of the rules with their levels. No message: it could hold words of the reply.
void add_findings(std::string& out, const Report& report) {
  out += ",\"findings\":[";
  std::string_view between;
  for (const Diagnostic& found : report.diagnostics) {
    out += between;
    between = ",";
    out += "{\"rule\":";
    append_json(out, found.rule);
    daemon::add_member(out, "level", name_of(found.level));
    out += '}';
  }
  out += ']';
}

/// What is written of a reply: one line of JSON.
std::string line_of(std::string_view helpdesk, const SentReply& sent, const Report& report,
                    std::string_view guide, bool with_text) {
  std::string out = R"({"version":1)";
  daemon::add_member(out, "time", daemon::now_as_text());
  daemon::add_member(out, "helpdesk", helpdesk);
  daemon::add_member(out, "conversation", sent.context.id);
  daemon::add_member(out, "message", sent.id);
  daemon::add_member(out, "agent", sent.context.agent.name);
  daemon::add_member(out, "guide", guide);
  daemon::add_member(out, "verdict", report.verdict());
  if (report.score)
    daemon::add_member(out, "score", static_cast<std::uint64_t>(report.score->overall));
  daemon::add_member(out, "words", report.words);
  for (const Level level : {Level::error, Level::warning, Level::suggestion}) {
    daemon::add_member(out, std::string(name_of(level)) + "s", report.count(level));
  }
  add_findings(out, report);
  if (with_text) daemon::add_member(out, "text", sent.text);
  return out + "}\n";
}

Answer result(std::string_view what) {
  Answer answer{.body = R"({"version":1)"};
  daemon::add_member(answer.body, "result", what);
  answer.body += "}\n";
  return answer;
}

Answer record(Service& service, std::string_view helpdesk, const SentReply& sent,
              const daemon::ServedGuide& guide) {
  const auto hash = Remembered::hash_of({helpdesk, sent.context.id, sent.id, sent.text});
  if (service.hooks.knows(hash)) return result("known");
  const auto begin = std::chrono::steady_clock::now();
  const Report report =
      lint(*guide.loaded.guide, {.name = "reply", .bytes = sent.text, .syntax = sent.syntax},
           sent.context, {.rewrites = false, .score = true});
  const auto time = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  const std::string line = line_of(helpdesk, sent, report, guide.name, service.settings.hook_text);
  switch (service.hooks.write(hash, line)) {
    case Hooks::Written::before:  // meanwhile
      return result("known");
    case Hooks::Written::failed:
      return problem(500, "not-written", "Internal Server Error",
                     "The result could not be written; please send it again.");
    case Hooks::Written::yes:
      break;
  }
  service.metrics.count_check(report.verdict(), report, time);
  Answer answer = result("written");
  answer.verdict = report.verdict();
  answer.guide = guide.name;
  return answer;
}

}  // namespace

Hooks::~Hooks() {
  if (file_ >= 0) close(file_);
}

std::string Hooks::open(const Settings& settings) {
  if (std::string why = secrets_.read(settings.hook_secrets); !why.empty()) return why;
  if (secrets_.empty() != settings.hook_log.empty()) {
    return "webhooks need both --hook-secrets and --hook-log.";
  }
  for (const std::string_view name : secrets_.names()) {
    const auto known = webhook_helpdesks();
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string_view meant = nearest(name, known);
    return "no webhooks are known of “" + std::string(name) + "”." +
           (meant.empty() ? "" : " Did you mean “" + std::string(meant) + "”?");
  }
  if (settings.hook_log.empty()) return {};
  path_ = settings.hook_log;
  file_ = open_file();
  if (file_ >= 0) return {};
  return "can't write to " + path_ + ": " + std::strerror(errno) + ".";
}

int Hooks::open_file() const {
  return ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

void Hooks::reopen() {
  if (path_.empty()) return;
  const int anew = open_file();
  if (anew < 0) {
    daemon::LogLine("hook_log_broken").add("problem", std::strerror(errno));
    return;
  }
  const std::lock_guard lock(mutex_);
  close(file_);
  file_ = anew;
}

std::string_view Hooks::secret_of(std::string_view helpdesk) const {
  return secrets_.value_of(helpdesk);
}

Hooks::Written Hooks::write(const Remembered::Hash& message, std::string_view line) {
  const std::lock_guard lock(mutex_);
  if (known_.knows(message)) return Written::before;
  // With O_APPEND a line is put at the end in one piece, or not at all but on a full disk.
  const ssize_t size = ::write(file_, line.data(), line.size());
  if (size != static_cast<ssize_t>(line.size())) {
    daemon::LogLine("hook_log_broken")
        .add("problem", size < 0 ? std::strerror(errno) : "no space is left");
    // What was begun is taken back, so that no line is half there.
    if (size > 0) {
      const off_t end = lseek(file_, 0, SEEK_END);
      static_cast<void>(!ftruncate(file_, end - size));
    }
    return Written::failed;
  }
  known_.remember(message);
  return Written::yes;
}

Answer answer_hook(Service& service, const Request& request) {
  const std::string_view helpdesk = helpdesk_of(request);
  const std::string_view secret = service.hooks.secret_of(helpdesk);
  if (secret.empty()) {
    return problem(404, "no-such-hook", "Not Found",
                   "No webhooks of that name are taken here. Whoever runs the service can allow "
                   "them: --hook-secrets.");
  }
  // Some helpdesks look first whether somebody is there.
  if (request.method == "HEAD") return {};
  if (!is_signed(helpdesk, request, secret)) {
    return problem(401, "wrong-signature", "Unauthorized",
                   "The signature or the secret is not that of this helpdesk.");
  }
  WantedGuide wanted = wanted_guide(service, request);
  if (wanted.refused) return std::move(*wanted.refused);
  const auto event = request.header("X-HelpScout-Event");
  if (event && *event != "convo.agent.reply.created") return result("passed over");
  const SentReply sent = read_sent_reply(helpdesk, request.body);
  if (sent.kind == SentReply::Kind::unreadable) {
    return problem(422, "wrong-payload", "Unprocessable Content",
                   "This is not what the webhooks of this helpdesk send.");
  }
  if (sent.kind == SentReply::Kind::other) return result("passed over");
  return record(service, helpdesk, sent, *wanted.guide);
}

}  // namespace tonelint::serve
