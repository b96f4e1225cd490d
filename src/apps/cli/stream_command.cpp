#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string>
#include <thread>
#include <utility>

#include "apps/cli/arguments.hpp"
#include "apps/cli/drafts.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/json_lines.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/context.hpp"
#include "tonelint/lint.hpp"
#include "tonelint/offsets.hpp"

namespace tonelint::cli {
namespace {

/// Some lines on their way in, and what is said of them on the way out.
struct Piece {
  LineSource::Lines lines;
  std::string out;
};

// A key comes as it is written, with what stands before and behind it.
void add_text(std::string& out, std::string_view key, std::string_view value) {
  out += key;
  append_json(out, value);
}
void add_number(std::string& out, std::string_view key, std::size_t value) {
  char digits[20];
  out += key;
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

class Answers {
 public:
  Answers(const GuideByPath& guides, LintOptions options)
      : guides_(guides), options_(std::move(options)) {}

  void answer(Piece& piece) const {
    piece.out.clear();
    if (piece.lines.too_long) {
      begin(piece.lines.first, piece.out);
      refuse("The line is longer than 16 MB.", 1, piece.out);
      return;
    }
    std::string_view rest = piece.lines.bytes;
    for (std::size_t number = piece.lines.first; !rest.empty(); ++number) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      begin(number, piece.out);
      answer(line, piece.out);
    }
  }

 private:
  static void begin(std::size_t number, std::string& out) {
    add_number(out, R"({"line":)", number);
  }

  static void refuse(std::string_view message, std::size_t column, std::string& out) {
    add_text(out, R"(,"error":)", message);
    add_number(out, R"(,"column":)", column);
    out += "}\n";
  }

  void answer(std::string_view line, std::string& out) const {
    const ContextFile file = read_context("the line", line);
    const Context& context = file.context;
    if (!context.id.empty()) add_text(out, R"(,"id":)", context.id);
    if (!file.problems.empty()) {
      const Diagnostic& first = file.problems.front();
      return refuse(first.message, first.position.column, out);
    }
    if (!file.reply) {
      return refuse("There is no “reply” in the line: the draft to check.", 1, out);
    }
    const std::optional<Guide> guide = guides_.at(context.path);
    if (!guide) {
      return refuse("The style guide's overrides for “" + context.path + "” do not go together.", 1,
                    out);
    }
    if (!context.brand.empty()) add_text(out, R"(,"brand":)", context.brand);
    if (!context.tags.empty()) {
      out += R"(,"tags":)";
      char between = '[';
      for (const std::string& tag : context.tags) {
        out += between;
        append_json(out, tag);
        between = ',';
      }
      out += ']';
    }
    tell(lint(*guide, {"reply", *file.reply, file.syntax}, context, options_), *file.reply, out);
  }

  static void tell(const Report& report, std::string_view reply, std::string& out) {
    const std::size_t errors = report.count(Level::error), warnings = report.count(Level::warning);
    add_text(out, R"(,"verdict":)", report.verdict());
    add_number(out, R"(,"words":)", report.words);
    if (report.score) {
      add_number(out, R"(,"score":)", static_cast<std::size_t>(report.score->overall));
    }
    add_number(out, R"(,"errors":)", errors);
    add_number(out, R"(,"warnings":)", warnings);
    add_number(out, R"(,"suggestions":)", report.diagnostics.size() - errors - warnings);
    out += R"(,"findings":[)";
    thread_local Offsets offsets;
    if (!report.diagnostics.empty()) offsets.build(reply);
    for (const Diagnostic& found : report.diagnostics) {
      if (&found != &report.diagnostics.front()) out += ',';
      finding(found, offsets, out);
    }
    out += "]}\n";
  }

  static void finding(const Diagnostic& found, const Offsets& offsets, std::string& out) {
    const Offsets::Units begin = offsets.at(found.span.begin), end = offsets.at(found.span.end);
    add_text(out, R"({"rule":)", found.rule);
    add_text(out, R"(,"level":)", name_of(found.level));
    add_text(out, R"(,"category":)", found.category);
    add_number(out, R"(,"begin":)", begin.code_points);
    add_number(out, R"(,"end":)", end.code_points);
    add_text(out, R"(,"match":)", found.match);
    if (!found.branch.empty()) add_text(out, R"(,"branch":)", found.branch);
    add_text(out, R"(,"message":)", found.message);
    if (!found.rewrites.empty()) {
      add_text(out, R"(,"rewrite":)", found.rewrites.front().text);
      out += found.rewrites.front().safe ? ",\"safe\":true" : ",\"safe\":false";
    }
    out += '}';
  }

  const GuideByPath& guides_;
  const LintOptions options_;
};

int stream(const GuideByPath& guides, const LintOptions& options, unsigned jobs) {
  LineSource source(0);
  const Answers answers(guides, options);
  int broken = 0;
  for_all<Piece>(
      jobs, [&](Piece& piece) { return source.next(piece.lines); },
      [&](Piece& piece) {
        answers.answer(piece);
        return piece.lines.bytes.size() + piece.out.size();
      },
      [&](Piece& piece) {
        broken = write_to(1, piece.out);
        shrink(piece.lines.bytes);
        shrink(piece.out);
        return broken == 0;
      });
  if (source.error() != 0) {
    complain("can't read standard input: " + reason(source.error()) + ".");
    return failed;
  }
  if (broken == 0) return clean;
  if (broken != EPIPE) complain("can't write the output: " + reason(broken) + ".");
  return failed;
}

}  // namespace

int run_stream(const Arguments& arguments) {
  CLI::App app(
      "Checks replies as they come: on each line of standard input the JSON of a reply with its "
      "context, on each line of standard output what was found, in the same order.",
      "tonelint stream");
  std::string path;
  unsigned jobs = 0;
  bool score = false, no_rewrites = false;
  app.add_option("--guide", path,
                 "the style guide; else tonelint.yaml here or above, else the built-in one")
      ->type_name("FILE");
  app.add_option("--jobs", jobs, "how many threads work; else one for each core")
      ->type_name("NUMBER")
      ->check(CLI::Range(1u, 256u));
  app.add_flag("--score", score, "tell how well each reply does");
  app.add_flag("--no-rewrites", no_rewrites, "tell only what was found: faster");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  Guides guides(path);
  const std::unique_ptr<GuideByPath> by_path = guides.by_path();
  if (by_path == nullptr) return failed;
  LintOptions options;
  options.score = score;
  options.rewrites = !no_rewrites;
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  return stream(*by_path, options, jobs);
}

}  // namespace tonelint::cli
