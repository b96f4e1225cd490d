#include "apps/cli/arguments.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/library.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

void add_row(std::string_view name, std::string_view purpose, TerminalText& text) {
  constexpr std::size_t column = 17;
  text.add(Style::strong, name);
  text.tab_to(column);
  text.wrap(Style::plain, purpose, column);
  text.line_end();
}

}  // namespace

int run_formats(const Arguments& arguments) {
  CLI::App app(
      "Lists the formats that tonelint check --format can write, and the libraries of saved "
      "replies "
      "that it can read.",
      "tonelint formats");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  for (const Format& format : formats()) add_row(format.name, format.purpose, text);
  text.line_end();
  text.wrap(
      Style::plain,
      "Saved replies are read from these files, which are known by their shape (or choose one "
      "with --syntax):",
      0);
  text.line_end();
  text.line_end();
  for (const LibraryFormat& format : library_formats()) add_row(format.name, format.purpose, text);
  return write_all(out) ? clean : failed;
}

}  // namespace tonelint::cli
