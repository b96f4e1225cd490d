#include <string>

#include "apps/cli/arguments.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {

int run_version(const Arguments& arguments) {
  std::string path;
  CLI::App app("Tells which tonelint and which style guide this is.", "tonelint --version");
  app.add_option("--guide", path, "the style guide; else the built-in one")->type_name("FILE");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  const std::string tool = "tonelint " + std::string(version()) + "\n";
  if (path.empty()) {
    const Guide guide = Guide::built_in();
    return write_all(tool + "built-in guide " + std::string(guide.name()) + " " +
                     std::string(version()) + " (" + guide.hash_text() + ")\n")
               ? clean
               : failed;
  }
  const auto loaded = load_guide_file(path);
  if (!loaded || !loaded->guide) return failed;
  return write_all(tool + "guide " + path + " (" + loaded->guide->hash_text() + ")\n") ? clean
                                                                                       : failed;
}

}  // namespace tonelint::cli
