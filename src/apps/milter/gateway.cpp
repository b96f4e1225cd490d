#include "apps/milter/gateway.hpp"

#include <libmilter/mfapi.h>
#include <strings.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <utility>

#include "apps/daemon/log.hpp"
#include "apps/milter/mail.hpp"
#include "apps/milter/verdict.hpp"

namespace tonelint::milter {
namespace {

using Clock = std::chrono::steady_clock;

Gateway* the_gateway = nullptr;

/// A header of ours that came with the mail.
struct Forged {
  std::string name;
  int number;  ///< Of those with its name, from 1.
};

/// One mail on its way through.
struct Passage {
  std::string bytes;
  std::vector<Forged> forged;  ///< The last one first: a number counts those still there.
  bool has_body = false;       ///< The head has ended.
  bool authenticated = false;
};

/// A connection of the mail server: any number of mails, one after the other.
struct Visit {
  bool may_keep_silent = false;  ///< The server waits for no answer to a header.
  bool may_skip = false;         ///< The server need not send what is not read.
  bool under_way = false;
  Passage mail;

  void begin() {
    end();
    under_way = true;
    ++the_gateway->mails_under_way;
  }
  void end() {
    if (under_way) --the_gateway->mails_under_way;
    under_way = false;
    mail = {};
  }
};

Visit* visit_of(SMFICTX* context) { return static_cast<Visit*>(smfi_getpriv(context)); }

/// Nothing that goes wrong here may hold up a mail, and nothing may be thrown through libmilter.
template <typename Step>
sfsistat guarded(SMFICTX* context, Step step) {
  Visit* visit = visit_of(context);
  if (visit == nullptr) return SMFIS_ACCEPT;
  try {
    return step(*visit);
  } catch (const std::exception&) {
    visit->end();
    return SMFIS_ACCEPT;
  }
}

sfsistat negotiate(SMFICTX* context, unsigned long, unsigned long offered, unsigned long,
                   unsigned long, unsigned long* actions, unsigned long* protocol, unsigned long*,
                   unsigned long*) {
  auto* visit = new (std::nothrow) Visit;
  if (visit == nullptr || smfi_setpriv(context, visit) != MI_SUCCESS) {
    delete visit;
    return SMFIS_REJECT;
  }
  visit->may_skip = (offered & SMFIP_SKIP) != 0;
  visit->may_keep_silent = (offered & SMFIP_NR_HDR) != 0;
  *actions = SMFIF_ADDHDRS | SMFIF_CHGHDRS;
  // All steps are taken part in. Postfix would speak of the others as well, without waiting for an
  // answer, and its next words would then wait for the system's late acknowledgement: 40 ms a mail.
  // Headers need no answer each.
  *protocol = offered & (SMFIP_SKIP | SMFIP_NR_HDR);
  return SMFIS_CONTINUE;
}

sfsistat on_sender(SMFICTX* context, char**) {
  return guarded(context, [context](Visit& visit) {
    visit.begin();
    char login[] = "{auth_authen}";
    const char* who = smfi_getsymval(context, login);
    visit.mail.authenticated = who != nullptr && *who != '\0';
    return SMFIS_CONTINUE;
  });
}

sfsistat on_header(SMFICTX* context, char* name, char* value) {
  return guarded(context, [=](Visit& visit) {
    Passage& mail = visit.mail;
    if (strncasecmp(name, header_prefix.data(), header_prefix.size()) == 0) {
      const auto same = std::count_if(
          mail.forged.begin(), mail.forged.end(),
          [=](const Forged& other) { return strcasecmp(other.name.c_str(), name) == 0; });
      mail.forged.insert(mail.forged.begin(), {name, static_cast<int>(same) + 1});
    }
    if (mail.bytes.size() < the_gateway->settings.mail_bytes) {
      mail.bytes.append(name).append(": ").append(value).append("\n");
    }
    return static_cast<sfsistat>(visit.may_keep_silent ? SMFIS_NOREPLY : SMFIS_CONTINUE);
  });
}

sfsistat on_body(SMFICTX* context, unsigned char* bytes, std::size_t size) {
  return guarded(context, [=](Visit& visit) {
    Passage& mail = visit.mail;
    if (!std::exchange(mail.has_body, true)) mail.bytes += '\n';  // ends the head
    const std::size_t most = the_gateway->settings.mail_bytes;
    const std::size_t left = most - std::min(most, mail.bytes.size());
    mail.bytes.append(reinterpret_cast<const char*>(bytes), std::min(left, size));
    const bool enough = mail.bytes.size() >= most && visit.may_skip;
    return static_cast<sfsistat>(enough ? SMFIS_SKIP : SMFIS_CONTINUE);
  });
}

bool same_text(const std::string& one, std::string_view other) {
  return one.size() == other.size() && strncasecmp(one.data(), other.data(), one.size()) == 0;
}

/// Whether this mail is of those that are to be checked.
bool is_wanted(const Settings& settings, const Mail& mail, bool authenticated) {
  if (settings.authenticated && !authenticated) return false;
  if (settings.senders.empty() && settings.domains.empty()) return true;
  const std::string_view sender = mail.sender;
  const std::string_view domain = sender.substr(std::min(sender.rfind('@') + 1, sender.size()));
  const auto is_among = [](const std::vector<std::string>& known, std::string_view wanted) {
    return std::any_of(known.begin(), known.end(),
                       [=](const std::string& each) { return same_text(each, wanted); });
  };
  return is_among(settings.senders, sender) || is_among(settings.domains, domain);
}

void log(SMFICTX* context, const Passage& mail, const Verdict& verdict, bool refused,
         Clock::duration time) {
  if (!the_gateway->settings.log_mails) return;
  char queue[] = "i";
  const char* id = smfi_getsymval(context, queue);
  daemon::LogLine line("mail");
  if (id != nullptr) line.add("queue", id);
  line.add("verdict", verdict.name);
  line.add("errors", std::uint64_t{verdict.errors});
  line.add("warnings", std::uint64_t{verdict.warnings});
  line.add("suggestions", std::uint64_t{verdict.suggestions});
  line.add("refused", refused ? "yes" : "no");
  line.add("bytes", std::uint64_t{mail.bytes.size()});
  line.add("microseconds",
           static_cast<std::uint64_t>(
               std::chrono::duration_cast<std::chrono::microseconds>(time).count()));
}

/// Ends a refused mail with the reason; libmilter reads "%" as a mark of its own.
sfsistat refuse(SMFICTX* context, const std::string& reason) {
  std::string text;
  for (const char c : reason) text.append(c == '%' ? 2 : 1, c);
  char status[] = "550", detail[] = "5.7.1";
  smfi_setreply(context, status, detail, text.data());
  return SMFIS_REJECT;
}

Verdict check(const Passage& mail, bool& wanted) {
  const Settings& settings = the_gateway->settings;
  const Mail read = read_mail(mail.bytes);
  wanted = is_wanted(settings, read, mail.authenticated);
  if (!wanted) return {};
  return verdict_of(*the_gateway->guides.find("")->loaded.guide, read);
}

sfsistat on_end(SMFICTX* context) {
  return guarded(context, [context](Visit& visit) {
    const auto begin = Clock::now();
    Passage& mail = visit.mail;
    for (Forged& forged : mail.forged) {
      smfi_chgheader(context, forged.name.data(), forged.number, nullptr);
    }
    bool wanted = true;
    Verdict verdict;
    try {
      verdict = check(mail, wanted);
    } catch (const std::exception&) {
      verdict = unchecked("not enough memory");
    }
    const bool refused = the_gateway->settings.refuse && verdict.errors > 0;
    if (!refused) {
      for (auto& [name, value] : verdict.headers) {
        smfi_addheader(context, name.data(), value.data());
      }
    }
    if (wanted) log(context, mail, verdict, refused, Clock::now() - begin);
    visit.end();
    return refused ? refuse(context, verdict.reason) : static_cast<sfsistat>(SMFIS_ACCEPT);
  });
}

sfsistat on_abort(SMFICTX* context) {
  if (Visit* visit = visit_of(context)) visit->end();
  return SMFIS_CONTINUE;
}

sfsistat on_close(SMFICTX* context) {
  if (Visit* visit = visit_of(context)) {
    visit->end();
    delete visit;
    smfi_setpriv(context, nullptr);
  }
  return SMFIS_CONTINUE;
}

}  // namespace

std::string register_gateway(Gateway& gateway) {
  the_gateway = &gateway;
  static char name[] = "tonelint";
  smfiDesc description{};
  description.xxfi_name = name;
  description.xxfi_version = SMFI_VERSION;
  description.xxfi_flags = SMFIF_ADDHDRS | SMFIF_CHGHDRS;
  description.xxfi_negotiate = negotiate;
  description.xxfi_envfrom = on_sender;
  description.xxfi_header = on_header;
  description.xxfi_body = on_body;
  description.xxfi_eom = on_end;
  description.xxfi_abort = on_abort;
  description.xxfi_close = on_close;
  return smfi_register(description) == MI_SUCCESS ? "" : "libmilter can't be set up.";
}

}  // namespace tonelint::milter
