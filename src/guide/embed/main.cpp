// Part of the build: compiles the guides rules/*.yaml into images that are linked into the program,
// and lists the files of rules/ so that other guides can extend them. The schema of the guide
// language is linked in beside them.
//
//   tonelint_embed RULES_FOLDER SCHEMA OUTPUT_FOLDER

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "guide/compile.hpp"
#include "guide/definition.hpp"

namespace fs = std::filesystem;
using namespace tonelint;

namespace {

[[noreturn]] void give_up(const fs::path& path) {
  std::perror(path.c_str());
  std::exit(1);
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (!(bytes << in.rdbuf())) give_up(path);
  return bytes.str();
}

void write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<long>(bytes.size()));
  if (!out.flush()) give_up(path);
}

void show_problems(const char* folder, const GuideDefinition& guide) {
  for (const GuideProblem& problem : guide.problems) {
    std::fprintf(stderr, "%s/%s:%u:%u: %s: %s [%.*s]\n", folder, problem.file.c_str(),
                 problem.diagnostic.position.line, problem.diagnostic.position.column,
                 problem.diagnostic.level == Level::error ? "error" : "warning",
                 problem.diagnostic.message.c_str(),
                 static_cast<int>(problem.diagnostic.rule.size()), problem.diagnostic.rule.data());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const fs::path rules = argv[1];
  const fs::path output = argv[3];
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(rules)) {
    if (entry.path().extension() == ".yaml") {
      names.push_back(fs::relative(entry.path(), rules).generic_string());
    }
  }
  std::sort(names.begin(), names.end());

  const auto open = [&](std::string_view wanted, std::string_view) -> std::optional<GuideText> {
    std::string name(wanted);
    if (!name.ends_with(".yaml")) name += ".yaml";
    if (!std::binary_search(names.begin(), names.end(), name)) return {};
    return GuideText{name, read_file(rules / name)};
  };
  // Every guide that stands in rules/ itself, `support` first; what lies deeper are its topics.
  std::vector<std::string> guides;
  for (const std::string& name : names) {
    if (name.find('/') == std::string::npos) guides.push_back(name);
  }
  std::stable_partition(guides.begin(), guides.end(),
                        [](const std::string& name) { return name == "support.yaml"; });
  std::string images;
  std::string guide_table;
  for (const std::string& name : guides) {
    GuideDefinition guide = read_guide_files({name, read_file(rules / name)}, open);
    const std::vector<std::byte> image = compile_guide(guide);
    show_problems(argv[1], guide);
    if (image.empty()) return 1;
    images.resize((images.size() + 63) / 64 * 64);
    guide_table += "    {\"" + name.substr(0, name.find('.')) + "\", {tonelint_built_in_images + " +
                   std::to_string(images.size()) + ", " + std::to_string(image.size()) + "}},\n";
    images.append(reinterpret_cast<const char*>(image.data()), image.size());
  }
  write_file(output / "guides.image", images);
  std::string all;
  std::string table;
  for (const std::string& name : names) {
    const std::string bytes = read_file(rules / name);
    table += "    {\"" + name + "\", {tonelint_built_in_yaml + " + std::to_string(all.size()) +
             ", " + std::to_string(bytes.size()) + "}},\n";
    all += bytes;
  }
  const std::string schema = read_file(argv[2]);
  const std::size_t schema_begin = all.size();
  all += schema;
  write_file(output / "rules.bytes", all);
  write_file(output / "built_in.S",
             "    .section .rodata\n"
             "    .balign 64\n"
             "    .global tonelint_built_in_images\n"
             "    .hidden tonelint_built_in_images\n"
             "tonelint_built_in_images:\n"
             "    .incbin \"guides.image\"\n"
             "    .global tonelint_built_in_yaml\n"
             "    .hidden tonelint_built_in_yaml\n"
             "tonelint_built_in_yaml:\n"
             "    .incbin \"rules.bytes\"\n"
             "    .byte 0\n"
             "    .section .note.GNU-stack,\"\",%progbits\n");
  write_file(output / "built_in.cpp",
             "#include \"guide/built_in.hpp\"\n"
             "#include \"tonelint/guide.hpp\"\n\n"
             "extern \"C\" {\n"
             "extern const std::byte tonelint_built_in_images[];\n"
             "extern const char tonelint_built_in_yaml[];\n"
             "}\n\n"
             "namespace tonelint {\n\n"
             "std::span<const BuiltInFile> built_in_files() {\n"
             "  static const BuiltInFile files[] = {\n" +
                 table +
                 "  };\n"
                 "  return files;\n"
                 "}\n\n"
                 "std::span<const BuiltInGuide> built_in_images() {\n"
                 "  static const BuiltInGuide guides[] = {\n" +
                 guide_table +
                 "  };\n"
                 "  return guides;\n"
                 "}\n\n"
                 "std::string_view guide_schema() {\n"
                 "  return {tonelint_built_in_yaml + " +
                 std::to_string(schema_begin) + ", " + std::to_string(schema.size()) +
                 "};\n"
                 "}\n\n"
                 "}  // namespace tonelint\n");
  return 0;
}
