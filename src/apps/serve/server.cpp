#include "apps/serve/server.hpp"

#include <microhttpd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdarg>
#include <cstring>
#include <memory>
#include <new>
#include <thread>
#include <utility>

#include "apps/daemon/log.hpp"

namespace tonelint::serve {
namespace {

/// What is read and thrown away of a body that is too long, so that its sender reads the answer.
constexpr std::size_t most_discarded = 16u << 20;

/// Connections beyond the limit that are still told that there are too many.
constexpr unsigned told_so = 256;

/// A request on its way in.
struct Exchange {
  Request request;
  std::optional<Answer> refused;
  std::size_t taken = 0;
  Connections::Visit* visit = nullptr;
};

Connections::Visit* visit_of(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<Connections::Visit*>(info->socket_context);
}

/// Takes the body of the answer over.
MHD_Response* response_of(Answer& answer) {
  if (!answer.constant.empty()) {
    return MHD_create_response_from_buffer(
        answer.constant.size(), const_cast<char*>(answer.constant.data()), MHD_RESPMEM_PERSISTENT);
  }
  auto body = std::make_unique<std::string>(std::move(answer.body));
  MHD_Response* response = MHD_create_response_from_buffer_with_free_callback_cls(
      body->size(), body->data(), [](void* sent) { delete static_cast<std::string*>(sent); },
      body.get());
  if (response != nullptr) static_cast<void>(body.release());
  return response;
}

MHD_Result send(World& world, Exchange& exchange, Answer answer, bool hang_up = false) {
  world.service.finish(exchange.request, answer);
  const std::unique_ptr<MHD_Response, void (*)(MHD_Response*)> response(response_of(answer),
                                                                        MHD_destroy_response);
  if (response == nullptr) return MHD_NO;
  if (!answer.type.empty()) {
    MHD_add_response_header(response.get(), "Content-Type", std::string(answer.type).c_str());
  }
  if (hang_up) answer.headers.emplace_back("Connection", "close");
  for (const auto& [name, value] : answer.headers) {
    MHD_add_response_header(response.get(), name.c_str(), value.c_str());
  }
  if (exchange.visit != nullptr) exchange.visit->enter(Connections::State::answering);
  return MHD_queue_response(exchange.request.connection, answer.status, response.get());
}

Answer too_large(const World& world) {
  return problem(
      413, "body-too-large", "Content Too Large",
      "The body may have " + std::to_string(world.service.settings.body_bytes) + " bytes at most.");
}

Answer too_many() {
  Answer answer = problem(503, "too-many-connections", "Service Unavailable",
                          "There are more connections than this service can take; try again soon.");
  answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

Answer no_memory() {
  return problem(500, "no-memory", "Internal Server Error",
                 "There is not enough memory for this request now; try again soon.");
}

/// The head of a request is there.
MHD_Result begin(World& world, Exchange& exchange) {
  Request& request = exchange.request;
  exchange.refused = world.service.refuse(request);
  if (world.connections.count() > world.service.settings.connections) {
    exchange.refused = too_many();
  }
  const std::string_view length = request.header("Content-Length").value_or("0");
  std::uint64_t bytes = 0;
  std::from_chars(length.data(), length.data() + length.size(), bytes);
  const std::size_t most = world.service.settings.body_bytes;
  if (bytes > most && !exchange.refused) exchange.refused = too_large(world);
  // Nobody has begun to send the body yet, or it is more than anyone wants to read.
  const bool at_once = bytes > most_discarded || (bytes > 0 && request.header("Expect"));
  if (exchange.refused && at_once) {
    return send(world, exchange, std::move(*exchange.refused), true);
  }
  if (!exchange.refused) request.body.reserve(static_cast<std::size_t>(bytes));
  return MHD_YES;
}

MHD_Result take(World& world, Exchange& exchange, std::string_view bytes) {
  const std::size_t most = world.service.settings.body_bytes;
  exchange.taken += bytes.size();
  if (exchange.taken > most && !exchange.refused) exchange.refused = too_large(world);
  if (!exchange.refused) {
    exchange.request.body += bytes;
  } else {
    exchange.request.body = std::string();
  }
  return exchange.taken > std::max(most_discarded, most) ? MHD_NO : MHD_YES;
}

/// Takes a request one step on. What one has no memory for is refused like any other.
MHD_Result go_on(World& world, Exchange& exchange, bool begins, std::string_view bytes) {
  try {
    if (begins) return begin(world, exchange);
    if (!bytes.empty()) return take(world, exchange, bytes);
    return send(
        world, exchange,
        exchange.refused ? std::move(*exchange.refused) : world.service.answer(exchange.request));
  } catch (const std::exception&) {
    exchange.request.body = std::string();
    exchange.refused = no_memory();
  }
  const bool over = !begins && bytes.empty();
  return over ? send(world, exchange, std::move(*exchange.refused)) : MHD_YES;
}

MHD_Result handle(void* world, MHD_Connection* connection, const char* url, const char* method,
                  const char*, const char* upload, std::size_t* size, void** state) {
  const bool begins = *state == nullptr;
  if (begins) *state = new (std::nothrow) Exchange;
  auto* exchange = static_cast<Exchange*>(*state);
  if (exchange == nullptr) return MHD_NO;
  if (begins) {
    exchange->visit = visit_of(connection);
    Request& request = exchange->request;
    request.method = method;
    request.path = url;
    request.connection = connection;
    request.encrypted = static_cast<World*>(world)->encrypted;
  }
  const std::string_view bytes{upload, std::exchange(*size, 0)};
  try {
    return go_on(*static_cast<World*>(world), *exchange, begins, bytes);
  } catch (const std::exception&) {
    return MHD_NO;  // not even for saying so: it hangs up
  }
}

/// The first line of a request is there.
void* request_begins(void*, const char*, MHD_Connection* connection) {
  if (auto* visit = visit_of(connection)) visit->enter(Connections::State::reading);
  return nullptr;
}

void request_ends(void*, MHD_Connection*, void** state, MHD_RequestTerminationCode) {
  auto* exchange = static_cast<Exchange*>(*state);
  if (exchange != nullptr && exchange->visit != nullptr) {
    exchange->visit->enter(Connections::State::idle);
  }
  delete exchange;
  *state = nullptr;
}

void connection_changes(void* world_given, MHD_Connection* connection, void** visit,
                        MHD_ConnectionNotificationCode code) {
  Connections& connections = static_cast<World*>(world_given)->connections;
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    try {
      *visit = connections.open(info->connect_fd);
    } catch (const std::exception&) {
      shutdown(info->connect_fd, SHUT_RDWR);  // nobody would watch over it
    }
  } else if (*visit != nullptr) {
    connections.close(static_cast<Connections::Visit*>(*visit));
    *visit = nullptr;
  }
}

/// MHD's own words hold no part of a request; they are about sockets and TLS.
void log_trouble(void*, const char* format, va_list values) {
  char text[256];
  std::vsnprintf(text, sizeof text, format, values);
  std::string_view words = text;
  while (words.ends_with('\n')) words.remove_suffix(1);
  try {
    daemon::LogLine("http").add("message", words);
  } catch (const std::exception&) {  // a log must not stop the service
  }
}

}  // namespace

std::string Server::start(const Listener& listener) {
  const Settings& settings = service_.settings;
  const bool encrypted = world_.encrypted;
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned threads = settings.threads > 0 ? settings.threads : cores;
  // MHD's own time is the longer one, so that a slow sender is told.
  const auto silence =
      static_cast<unsigned>(std::max(settings.request_time, settings.idle_time).count() + 5);
  std::vector<MHD_OptionItem> options{
      {MHD_OPTION_LISTEN_SOCKET, listener.socket, nullptr},
      {MHD_OPTION_CONNECTION_LIMIT, static_cast<std::intptr_t>(settings.connections + told_so),
       nullptr},
      {MHD_OPTION_CONNECTION_TIMEOUT, static_cast<std::intptr_t>(silence), nullptr},
      {MHD_OPTION_CONNECTION_MEMORY_LIMIT, static_cast<std::intptr_t>(settings.header_bytes),
       nullptr},
  };
  const auto call = [&](MHD_OPTION option, auto* function, void* given) {
    options.push_back({option, reinterpret_cast<std::intptr_t>(function), given});
  };
  call(MHD_OPTION_NOTIFY_COMPLETED, request_ends, &world_);
  call(MHD_OPTION_NOTIFY_CONNECTION, connection_changes, &world_);
  call(MHD_OPTION_URI_LOG_CALLBACK, request_begins, &world_);
  if (threads > 1) {
    options.push_back({MHD_OPTION_THREAD_POOL_SIZE, static_cast<std::intptr_t>(threads), nullptr});
  }
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ERROR_LOG | MHD_USE_ITC;
  if (encrypted) {
    flags |= MHD_USE_TLS;
    options.push_back(
        {MHD_OPTION_HTTPS_MEM_CERT, 0, const_cast<char*>(settings.certificate.c_str())});
    options.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, const_cast<char*>(settings.key.c_str())});
    static char ciphers[] = "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";
    options.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, ciphers});
  }
  options.push_back({MHD_OPTION_END, 0, nullptr});
  MHD_Daemon* daemon =
      MHD_start_daemon(flags, 0, nullptr, nullptr, handle, &world_, MHD_OPTION_EXTERNAL_LOGGER,
                       log_trouble, nullptr, MHD_OPTION_ARRAY, options.data(), MHD_OPTION_END);
  if (daemon == nullptr) {
    return encrypted ? "can't serve with this certificate and key; the line above says why."
                     : "can't serve: the HTTP library would not start.";
  }
  daemons_.push_back(daemon);
  return {};
}

void Server::quiesce() {
  for (MHD_Daemon* daemon : daemons_) {
    if (const int socket = MHD_quiesce_daemon(daemon); socket != MHD_INVALID_SOCKET) close(socket);
  }
}

Server::~Server() {
  for (MHD_Daemon* daemon : daemons_) MHD_stop_daemon(daemon);
}

}  // namespace tonelint::serve
