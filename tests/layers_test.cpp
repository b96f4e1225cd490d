// Holds the code to the layers of src/README.md: reads every #include of src/ and include/.

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "project_files.hpp"

namespace {

using project::File;

struct Layer {
  std::string_view folder;
  int height;
  bool public_headers_and_text_only = false;
};

// The table of src/README.md.
constexpr Layer layers[] = {
    {"text", 0},  {"input", 1}, {"document", 1}, {"phrases", 2},      {"checks", 3},
    {"guide", 4}, {"lint", 5},  {"library", 6},  {"output", 5, true},
};

/// What one folder may use besides what lies below it: a header, or all of another folder.
struct Exception {
  std::string_view folder, include;
};
constexpr Exception exceptions[] = {
    {"document", "input/reply.hpp"},        {"apps/cli", "apps/serve/serve.hpp"},
    {"apps/cli", "apps/milter/milter.hpp"}, {"apps/serve", "apps/daemon/"},
    {"apps/milter", "apps/daemon/"},
};

/// An external library, by the beginning of its headers' names, and its one home.
struct Library {
  std::string_view header, home;
};
constexpr Library libraries[] = {
    {"unicode/", "document"}, {"re2/", "phrases"}, {"yaml-cpp/", "guide"}, {"md4c", "input"},
    {"gumbo.h", "input"},     {"CLI/", "apps"},    {"nlohmann/", "input"}, {"microhttpd", "apps"},
    {"gnutls/", "apps"},      {"gmime/", "apps"},  {"libmilter/", "apps"},
};

/// Files that are tables of data and may be as long as their data.
constexpr std::string_view tables[] = {
    "src/checks/helpdesk_variables.cpp",
    "src/phrases/irregular.cpp",
};
constexpr std::size_t longest = 400;

struct Include {
  std::size_t line;
  std::string name;
  bool quoted;
};

std::vector<Include> includes_of(const File& file) {
  std::vector<Include> found;
  std::istringstream lines(file.text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::istringstream words(line);
    std::string hash, rest;
    if (!(words >> hash) || hash.front() != '#') continue;
    if (hash == "#") {
      words >> rest;
      hash += rest;
    }
    if (!hash.starts_with("#include")) continue;
    const auto open = line.find_first_of("<\"");
    if (open == std::string::npos) continue;
    const auto close = line.find(line[open] == '<' ? '>' : '"', open + 1);
    if (close == std::string::npos) continue;
    found.push_back({number, line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
  return found;
}

const Layer* layer_of(std::string_view folder) {
  const auto* found = std::find_if(std::begin(layers), std::end(layers),
                                   [&](const Layer& layer) { return layer.folder == folder; });
  return found == std::end(layers) ? nullptr : found;
}

/// "src/input/html.cpp" is at home in "input", "src/apps/cli/main.cpp" in "apps/cli", and
/// "include/tonelint/lint.hpp" in "tonelint".
std::string home_of(std::string_view path) {
  path.remove_prefix(path.find('/') + 1);
  const std::size_t skip = path.starts_with("apps/") ? 5 : 0;
  const auto slash = path.find('/', skip);
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

/// Why `home` may not include `include`, or nothing.
std::optional<std::string> objection(const std::string& home, const Include& include) {
  const std::string& name = include.name;
  const bool app = home.starts_with("apps/") || home == "c_api";
  if (!include.quoted) {
    for (const Library& library : libraries) {
      if (name.starts_with(library.header) && library.home != home.substr(0, home.find('/'))) {
        return "belongs to " + std::string(library.home) + "/";
      }
      if (name.starts_with(library.header)) return {};
    }
    // A header of the standard library has neither a folder nor an ending.
    const bool standard = name.find_first_of("./") == std::string::npos;
    if (!standard && !app) return "is of a library that has no home in layers_test.cpp";
    return {};
  }
  const std::string folder = home_of("src/" + name);
  if (folder == home || folder == "tonelint") return {};
  for (const Exception& exception : exceptions) {
    if (exception.folder == home && name.starts_with(exception.include)) return {};
  }
  if (app) {
    if (folder.empty()) return {};  // a file beside it
    return "is not public, and an app uses public headers only";
  }
  if (home == "tonelint") return "is not public, and a public header may not use it";
  const Layer* mine = layer_of(home);
  const Layer* theirs = layer_of(folder);
  if (mine == nullptr) return "stands in a folder without a layer";
  if (theirs == nullptr) return "is in no layer";
  if (mine->public_headers_and_text_only && folder != "text") {
    return "is neither public nor in text/";
  }
  if (theirs->height >= mine->height) return "is not below " + home + "/";
  return {};
}

/// What is wrong with the files of src/ and include/, one line each.
std::vector<std::string> layer_problems(const std::vector<File>& files) {
  std::vector<std::string> problems;
  for (const File& file : files) {
    if (!file.path.starts_with("src/") && !file.path.starts_with("include/")) continue;
    if (!file.path.ends_with(".hpp") && !file.path.ends_with(".cpp")) continue;
    for (const Include& include : includes_of(file)) {
      if (const auto why = objection(home_of(file.path), include)) {
        problems.push_back(file.path + ":" + std::to_string(include.line) + ": " + include.name +
                           " " + *why);
      }
    }
  }
  return problems;
}

/// Headers that may be read twice, and files that are too long.
std::vector<std::string> shape_problems(const std::vector<File>& files) {
  std::vector<std::string> problems;
  for (const File& file : files) {
    const bool header = file.path.ends_with(".hpp");
    if (!header && !file.path.ends_with(".cpp")) continue;
    if (header && file.text.find("#pragma once") == std::string::npos) {
      problems.push_back(file.path + ": has no #pragma once");
    }
    const auto lines =
        static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
    if (lines > longest &&
        std::find(std::begin(tables), std::end(tables), file.path) == std::end(tables)) {
      problems.push_back(file.path + ": has " + std::to_string(lines) + " lines");
    }
  }
  return problems;
}

std::string join(const std::vector<std::string>& lines) {
  std::string joined;
  for (const std::string& line : lines) joined += line + '\n';
  return joined;
}

/// The problems of a tree with one file.
std::string problems_of(std::string path, std::string text) {
  return join(layer_problems({{std::move(path), std::move(text)}}));
}

}  // namespace

TEST_CASE("the code keeps to its layers") {
  const auto files = project::read_files();
  const auto sources = std::count_if(files.begin(), files.end(), [](const File& file) {
    return file.path.starts_with("src/") && file.path.ends_with(".hpp");
  });
  REQUIRE(sources > 5);  // the right folder was read
  CHECK(join(layer_problems(files)) == "");
}

TEST_CASE("files are short, and headers are read once") {
  CHECK(join(shape_problems(project::read_files())) == "");
}

TEST_CASE("what lies below may be included") {
  CHECK(problems_of("src/lint/lint.cpp", "#include \"guide/image.hpp\"\n#include <vector>\n") ==
        "");
  CHECK(problems_of("src/phrases/scan.cpp",
                    "#include \"phrases/scan.hpp\"\n#include \"tonelint/source.hpp\"\n") == "");
  CHECK(problems_of("src/document/read.cpp", "#include \"input/reply.hpp\"\n") == "");
  CHECK(problems_of("src/document/icu.cpp", "#include <unicode/brkiter.h>\n") == "");
  CHECK(problems_of("src/apps/cli/main.cpp",
                    "#include <CLI/CLI.hpp>\n#include <unistd.h>\n"
                    "#include \"apps/cli/check.hpp\"\n#include \"tonelint/lint.hpp\"\n") == "");
}

TEST_CASE("what lies above or beside may not") {
  CHECK(problems_of("src/text/utf8.cpp", "\n#include \"input/reply.hpp\"\n") ==
        "src/text/utf8.cpp:2: input/reply.hpp is not below text/\n");
  CHECK(problems_of("src/document/read.cpp", "#include \"input/reader.hpp\"\n") ==
        "src/document/read.cpp:1: input/reader.hpp is not below document/\n");
  CHECK(problems_of("src/lint/lint.cpp", "  #  include \"output/json.hpp\"\n") ==
        "src/lint/lint.cpp:1: output/json.hpp is not below lint/\n");
  CHECK(problems_of("src/output/json.cpp", "#include \"guide/image.hpp\"\n") ==
        "src/output/json.cpp:1: guide/image.hpp is neither public nor in text/\n");
}

TEST_CASE("public headers and apps see public headers only") {
  CHECK(problems_of("include/tonelint/lint.hpp", "#include \"text/utf8.hpp\"\n") ==
        "include/tonelint/lint.hpp:1: text/utf8.hpp is not public, and a public header may not use "
        "it\n");
  CHECK(problems_of("src/apps/cli/main.cpp", "#include \"lint/lint.hpp\"\n") ==
        "src/apps/cli/main.cpp:1: lint/lint.hpp is not public, and an app uses public headers "
        "only\n");
  CHECK(problems_of("src/apps/cli/main.cpp", "#include \"apps/serve/page.hpp\"\n") != "");
  CHECK(problems_of("src/apps/milter/mail.cpp", "#include \"apps/daemon/log.hpp\"\n") == "");
  CHECK(problems_of("src/apps/milter/mail.cpp", "#include \"apps/serve/http.hpp\"\n") != "");
  CHECK(problems_of("src/apps/daemon/log.cpp", "#include \"apps/serve/http.hpp\"\n") != "");
  CHECK(problems_of("src/c_api/lint.cpp", "#include \"tonelint/lint.hpp\"\n") == "");
  CHECK(problems_of("src/c_api/lint.cpp", "#include \"lint/rewrite.hpp\"\n") != "");
}

TEST_CASE("a library outside its home is found") {
  CHECK(problems_of("src/checks/find.cpp", "#include <unicode/uchar.h>\n") ==
        "src/checks/find.cpp:1: unicode/uchar.h belongs to document/\n");
  CHECK(problems_of("src/guide/read.cpp", "#include <re2/re2.h>\n") ==
        "src/guide/read.cpp:1: re2/re2.h belongs to phrases/\n");
  CHECK(problems_of("src/apps/cli/main.cpp", "#include <nlohmann/json.hpp>\n") ==
        "src/apps/cli/main.cpp:1: nlohmann/json.hpp belongs to input/\n");
  CHECK(problems_of("src/text/utf8.cpp", "#include <boost/any.hpp>\n") ==
        "src/text/utf8.cpp:1: boost/any.hpp is of a library that has no home in "
        "layers_test.cpp\n");
}

TEST_CASE("a long file and a header without #pragma once are found") {
  CHECK(join(shape_problems({{"src/text/a.hpp", "int a;\n"}})) ==
        "src/text/a.hpp: has no #pragma once\n");
  CHECK(join(shape_problems({{"src/text/a.cpp", std::string(401, '\n')}})) ==
        "src/text/a.cpp: has 401 lines\n");
  CHECK(join(shape_problems({{"src/text/a.cpp", std::string(400, '\n')}})) == "");
}
