#include "apps/cli/reports.hpp"

#include <unistd.h>

#include <algorithm>

#include "tonelint/terminal.hpp"

namespace tonelint::cli {

bool Reports::open(const std::vector<std::string>& formats, Colour colour, bool quiet, bool score) {
  OutputOptions options;
  options.quiet = quiet;
  options.score = score;
  at_terminal_ = isatty(screen_) == 1;
  if (formats.empty()) return open_one("terminal", colour, options);
  for (const std::string& wanted : formats) {
    if (!open_one(wanted, colour, options)) return false;
  }
  return true;
}

bool Reports::open_one(const std::string& wanted, Colour colour, OutputOptions options) {
  const std::size_t equals = wanted.find('=');
  const std::string name = wanted.substr(0, equals);
  const bool on_screen = equals == std::string::npos;
  const Format* format = find_format(name);
  if (format == nullptr) {
    std::vector<std::string_view> names;
    for (const Format& known : formats()) names.push_back(known.name);
    std::string text = "there is no format “" + name + "”.";
    if (const auto meant = nearest(name, names); !meant.empty()) {
      text += " Did you mean " + std::string(meant) + "?";
    }
    complain(text + " See tonelint formats.");
    return false;
  }
  for (const One& other : all_) {
    if (on_screen && other.on_screen) {
      complain("only one format can go to the screen. Give the other a file: --format " + name +
               "=report." + name);
      return false;
    }
  }
  One one;
  one.on_screen = on_screen;
  if (on_screen) {
    one.stream = std::make_unique<Stream>(screen_);
  } else {
    one.stream = std::make_unique<Stream>(wanted.substr(equals + 1));
    if (one.stream->error() != 0) return one.stream->finish();
  }
  const OutputOptions of_screen =
      options_for(screen_, on_screen || colour == Colour::always ? colour : Colour::never);
  options.colour = of_screen.colour;
  options.width = of_screen.width;
  one.writer = format->make(options);
  one.writer->begin(one.stream->text());
  all_.push_back(std::move(one));
  return true;
}

void Reports::add(const Checked& checked, std::size_t fixable) {
  summary_.add(checked.report, fixable);
  for (One& one : all_) {
    one.writer->reply(checked, one.stream->text());
    if (one.on_screen && at_terminal_) {
      one.stream->flush();
    } else {
      one.stream->settle();
    }
  }
}

void Reports::show() {
  for (One& one : all_) {
    if (one.on_screen) one.stream->flush();
  }
}

bool Reports::at_terminal() const {
  return at_terminal_ &&
         std::any_of(all_.begin(), all_.end(), [](const One& one) { return one.on_screen; });
}

bool Reports::broken() const {
  for (const One& one : all_) {
    if (one.stream->error() != 0) return true;
  }
  return false;
}

bool Reports::finish() {
  bool all_well = true;
  for (One& one : all_) {
    one.writer->end(summary_, one.stream->text());
    all_well = one.stream->finish() && all_well;
  }
  return all_well;
}

}  // namespace tonelint::cli
