#include "apps/milter/milter.hpp"

#include "apps/cli/arguments.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

void add_options(CLI::App& app, milter::Settings& settings) {
  app.add_option("--socket", settings.socket,
                 "where the mail server asks: inet:PORT@ADDRESS or unix:PATH; else "
                 "inet:7879@127.0.0.1")
      ->type_name("SOCKET");
  app.add_option_function<std::string>(
         "--on-block", [&settings](const std::string& word) { settings.refuse = word == "refuse"; },
         "what to do with a mail in which there is an error: tag it and let it go, or refuse it "
         "with the reason; else tag")
      ->type_name("tag|refuse")
      ->check(CLI::IsMember({"tag", "refuse"}));
  app.add_option("--sender", settings.senders,
                 "check only mail from this address; more than one may be given")
      ->type_name("ADDRESS")
      ->allow_extra_args(false);
  app.add_option("--from-domain", settings.domains,
                 "check only mail from this domain; more than one may be given")
      ->type_name("DOMAIN")
      ->allow_extra_args(false);
  app.add_flag("--authenticated", settings.authenticated,
               "check only mail of those who have logged in at the mail server");
  app.add_option("--mail-limit", settings.mail_bytes,
                 "how much of a mail is read; the rest is let through unread; else 8 MiB")
      ->type_name("BYTES")
      ->check(CLI::Range(1024u, 1u << 30));
  app.add_option_function<unsigned>(
         "--drain-time",
         [&settings](const unsigned& given) { settings.drain_time = std::chrono::seconds(given); },
         "for what is under way at the end; else 10")
      ->type_name("SECONDS")
      ->check(CLI::Range(1u, 86400u));
}

}  // namespace

int run_milter(const Arguments& arguments) {
  milter::Settings settings;
  bool quiet = false;
  CLI::App app(
      "Checks the mail that a mail server sends out, for helpdesks that send through a server of "
      "your own, and says in headers what was found. Whatever goes wrong, mail goes on.",
      "tonelint milter");
  app.add_option("--guide", settings.guide.path,
                 "the style guide: a file, or the name of a built-in one; else the one found from "
                 "here")
      ->type_name("GUIDE");
  add_options(app, settings);
  app.add_flag("--quiet,-q", quiet, "log no mails");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  settings.log_mails = !quiet;
  if (settings.guide.path.empty()) settings.guide.path = find_guide("");
  if (settings.guide.path.empty()) settings.guide.path = "support";
  settings.guide.name = settings.guide.path;
  settings.load = [](const std::string& path, const std::string& draft) {
    return read_guide_file(path, {.path = draft});
  };
  if (const auto why = milter::run(settings, arguments.words)) {
    complain(*why);
    return failed;
  }
  return clean;
}

}  // namespace tonelint::cli
