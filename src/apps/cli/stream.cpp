#include "apps/cli/stream.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

unsigned width_of(int file) {
  const std::string_view columns = environment("COLUMNS");
  unsigned width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (width > 0) return width;
  winsize size{};
  if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

bool wants_colour(int file) {
  if (!environment("NO_COLOR").empty()) return false;
  const std::string_view forced = environment("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return isatty(file) == 1 && environment("TERM") != "dumb";
}

}  // namespace

Stream::Stream(const std::string& path)
    : path_(path), file_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (file_ < 0) error_ = errno;
}

Stream::~Stream() {
  if (!path_.empty() && file_ >= 0) close(file_);
}

void Stream::flush() {
  if (error_ == 0) error_ = write_to(file_, text_);
  text_.clear();
}

bool Stream::finish() {
  flush();
  if (!path_.empty() && file_ >= 0) {
    if (close(file_) != 0 && error_ == 0) error_ = errno;
    file_ = -1;
  }
  if (error_ == 0) return true;
  // Whoever closed the pipe (`| head`) has seen enough and knows it.
  if (error_ != EPIPE) {
    complain("can't write " + (path_.empty() ? "the output" : path_) + ": " + reason(error_) + ".");
  }
  return false;
}

int write_to(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

bool write_all(std::string_view text) {
  Stream stream;
  stream.text() = text;
  return stream.finish();
}

void write_error(std::string_view text) { static_cast<void>(write_to(2, text)); }

void complain(std::string_view text) {
  std::string out;
  TerminalText line(out, options_for(2, Colour::never));
  line.add(Style::plain, "tonelint: ");
  line.add(Style::plain, text);
  line.line_end();
  write_error(out);
}

std::string reason(int error) {
  std::string text = std::strerror(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

OutputOptions options_for(int file, Colour colour) {
  OutputOptions options;
  options.colour = colour == Colour::always || (colour == Colour::automatic && wants_colour(file));
  options.width = width_of(file);
  return options;
}

}  // namespace tonelint::cli
