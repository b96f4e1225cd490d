#include "apps/serve/serve.hpp"

#include <cstdlib>

#include "apps/cli/arguments.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

/// "acme=guides/acme.yaml", or a path whose file is then the name.
daemon::GuideSetting named_guide(const std::string& word) {
  if (const std::size_t equal = word.find('='); equal != std::string::npos) {
    return {word.substr(0, equal), word.substr(equal + 1)};
  }
  std::string name = word.substr(word.rfind('/') + 1);
  if (const std::size_t dot = name.rfind('.'); dot != std::string::npos && dot > 0) {
    name.resize(dot);
  }
  return {name, word};
}

/// The guides that were asked for, or the one that is found from here.
std::vector<daemon::GuideSetting> guides_of(const std::vector<std::string>& words) {
  std::vector<daemon::GuideSetting> guides;
  guides.reserve(words.size());
  for (const std::string& word : words) guides.push_back(named_guide(word));
  if (guides.empty()) {
    std::string path = find_guide("");
    if (path.empty()) path = "support";
    guides.push_back(named_guide(path));
  }
  return guides;
}

/// What an option names a file for; nothing without one. What went wrong, or nothing.
std::string read_named(const std::string& path, std::string& bytes) {
  if (path.empty()) return {};
  const std::string problem = read_file(path, bytes);
  if (!problem.empty()) return "can't read " + path + ": " + problem + ".";
  if (bytes.empty()) return "there is nothing in " + path + ".";
  return {};
}

/// Tokens or secrets from a file, else from the environment. What went wrong, or nothing.
std::string read_secrets(const std::string& path, const char* variable, std::string& secrets) {
  const char* value = std::getenv(variable);
  if (path.empty() && value != nullptr) secrets = value;
  return read_named(path, secrets);
}

/// The files that options name.
struct Files {
  std::string tokens, hook_secrets, certificate, key;
};

/// Reads them into the settings. What went wrong, or nothing.
std::string read_files(const Files& files, serve::Settings& settings) {
  std::string why = read_secrets(files.tokens, "TONELINT_TOKENS", settings.tokens);
  if (why.empty()) {
    why = read_secrets(files.hook_secrets, "TONELINT_HOOK_SECRETS", settings.hook_secrets);
  }
  if (why.empty()) why = read_named(files.certificate, settings.certificate);
  if (why.empty()) why = read_named(files.key, settings.key);
  return why;
}

void add_hook_options(CLI::App& app, serve::Settings& settings, Files& files) {
  app.add_option("--hook-secrets", files.hook_secrets,
                 "a file with lines HELPDESK:SECRET, to take webhooks of replies that were sent. "
                 "Else TONELINT_HOOK_SECRETS")
      ->type_name("FILE");
  app.add_option("--hook-log", settings.hook_log,
                 "where to append what was found in them, a line of JSON each")
      ->type_name("FILE");
  app.add_flag("--hook-text", settings.hook_text, "write the replies themselves there as well");
}

void add_options(CLI::App& app, serve::Settings& settings, Files& files) {
  const auto seconds = [&app](const char* name, std::chrono::seconds& value, const char* help) {
    app.add_option_function<unsigned>(
           name, [&value](const unsigned& given) { value = std::chrono::seconds(given); }, help)
        ->type_name("SECONDS")
        ->check(CLI::Range(1u, 86400u));
  };
  app.add_option("--address", settings.address, "where to listen; else 127.0.0.1")
      ->type_name("ADDRESS");
  app.add_option("--port", settings.port, "the port, 0 for any that is free; else 7878")
      ->type_name("NUMBER");
  app.add_option("--origin", settings.origins,
                 "pages that may ask, such as https://acme.example; more than one may be given")
      ->type_name("ORIGIN")
      ->allow_extra_args(false);
  app.add_option("--host", settings.hosts, "another name that this service is called by")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--certificate", files.certificate, "for TLS, PEM")->type_name("FILE");
  app.add_option("--key", files.key, "the key of the certificate, PEM")->type_name("FILE");
  app.add_option("--body-limit", settings.body_bytes, "how long a request may be; else 1 MiB")
      ->type_name("BYTES")
      ->check(CLI::Range(1u, 1u << 30));
  app.add_option("--header-limit", settings.header_bytes,
                 "how long the head of a request may be; else 32 KiB")
      ->type_name("BYTES")
      ->check(CLI::Range(4096u, 1u << 20));
  seconds("--request-time", settings.request_time, "for a request to arrive in full; else 15");
  seconds("--idle-time", settings.idle_time, "for the next request to begin; else 60");
  seconds("--drain-time", settings.drain_time, "for what is under way at the end; else 10");
  app.add_option("--connections", settings.connections, "how many at once; else 1024")
      ->type_name("NUMBER")
      ->check(CLI::Range(1u, 1u << 20));
  app.add_option("--rate", settings.rate, "requests a second of one client; else any number")
      ->type_name("NUMBER");
  app.add_option("--threads", settings.threads, "else as many as the machine has cores")
      ->type_name("NUMBER")
      ->check(CLI::Range(1u, 256u));
}

}  // namespace

int run_serve(const Arguments& arguments) {
  serve::Settings settings;
  std::vector<std::string> guides;
  Files files;
  bool quiet = false;
  CLI::App app(
      "Answers checks of drafts over HTTP, for helpdesks that ask before a reply is sent, and "
      "shows "
      "a page to try drafts on. Only this machine can reach it, unless told otherwise.",
      "tonelint serve");
  app.add_option("--guide", guides,
                 "a style guide, as NAME=FILE; more than one may be given, the first one serves "
                 "where a request names none; else the one found from here")
      ->type_name("GUIDE")
      ->allow_extra_args(false);
  app.add_option("--tokens", files.tokens,
                 "a file with lines NAME:TOKEN; clients then need one. Else TONELINT_TOKENS")
      ->type_name("FILE");
  add_hook_options(app, settings, files);
  add_options(app, settings, files);
  app.add_flag("--quiet,-q", quiet, "log no requests");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  settings.log_requests = !quiet;
  settings.guides = guides_of(guides);
  settings.load = [](const std::string& path, const std::string& draft) {
    return read_guide_file(path, {.path = draft});
  };
  if (const std::string why = read_files(files, settings); !why.empty()) {
    complain(why);
    return failed;
  }
  if (const auto problem = serve::serve(settings, arguments.words)) {
    complain(*problem);
    return failed;
  }
  return clean;
}

}  // namespace tonelint::cli
