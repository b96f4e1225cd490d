#include "apps/cli/arguments.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {

int run_formats(Arguments arguments) {
  CLI::App app("Lists the formats that tonelint check --format can write.", "tonelint formats");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  for (const Format& format : formats()) {
    text.add(Style::strong, format.name);
    text.tab_to(12);
    text.wrap(Style::plain, format.purpose, 12);
    text.line_end();
  }
  return write_all(out) ? clean : failed;
}

}  // namespace tonelint::cli
