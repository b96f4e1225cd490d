#include "tonelint/baseline.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "output/json_text.hpp"
#include "output/words_hash.hpp"
#include "output/writers.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::string_view heading = "{\"baseline\":1}";

/// One line of the file. Texts are escaped as in JSON.
struct Entry {
  std::string_view rule, file, id, name, words;
  std::uint32_t count = 1;
};

/// What makes findings the same: the rule, the words, and the reply.
std::uint64_t key_of(const Entry& entry) {
  std::uint64_t hash = hashed(entry.words, hashed("\"", hashed(entry.rule)));
  hash = hashed(!entry.id.empty() ? "\"id\"" : !entry.name.empty() ? "\"name\"" : "\"", hash);
  return hashed(!entry.id.empty()     ? entry.id
                : !entry.name.empty() ? entry.name
                                      : Baseline::plain(entry.file),
                hash);
}

/// Reads a line: an object of texts and one number. Texts keep their escapes, which are always the
/// same for the same text.
class EntryReader {
 public:
  explicit EntryReader(std::string_view line) : rest_(line) {}

  /// False: it is none.
  bool read(Entry& entry) {
    entry = {};
    if (!pass('{')) return false;
    do {
      std::string_view key;
      if (!text(key) || !pass(':')) return false;
      if (key == "count") {
        if (!number(entry.count)) return false;
        continue;
      }
      std::string_view* const out = key == "rule"    ? &entry.rule
                                    : key == "file"  ? &entry.file
                                    : key == "id"    ? &entry.id
                                    : key == "name"  ? &entry.name
                                    : key == "words" ? &entry.words
                                                     : nullptr;
      if (out == nullptr || !text(*out)) return false;
    } while (pass(','));
    return pass('}') && at_end() && !entry.rule.empty() && !entry.file.empty();
  }

 private:
  bool at_end() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size()));
    return rest_.empty();
  }
  bool pass(char sign) {
    if (at_end() || rest_.front() != sign) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool text(std::string_view& out) {
    if (!pass('"')) return false;
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
    if (end >= rest_.size()) return false;
    out = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return true;
  }
  bool number(std::uint32_t& out) {
    if (at_end()) return false;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  std::string_view rest_;
};

/// The path that a JSON text holds; control characters, which paths hardly have, stay escaped.
std::string path_of(std::string_view escaped) {
  std::string path;
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    const bool is_escape =
        escaped[at] == '\\' && at + 1 < escaped.size() &&
        std::string_view("\"\\/").find(escaped[at + 1]) != std::string_view::npos;
    if (is_escape) ++at;
    path += escaped[at];
  }
  return path;
}

/// A text as JSON holds it, without its quotation marks.
std::string escaped(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out.substr(1, out.size() - 2);
}

void append_entry(const Entry& entry, std::string& out) {
  Json json(out);
  json.raw("{\"rule\":\"").raw(entry.rule).raw("\",\"file\":\"").raw(entry.file);
  if (!entry.id.empty()) json.raw("\",\"id\":\"").raw(entry.id);
  if (!entry.name.empty()) json.raw("\",\"name\":\"").raw(entry.name);
  json.raw("\",\"words\":\"").raw(entry.words).raw("\"");
  if (entry.count > 1) json.member("count", entry.count);
  json.raw("}\n");
}

/// The texts of a report, escaped.
class EscapedReport {
 public:
  EscapedReport(std::string_view file, const Record& record)
      : file_(escaped(Baseline::plain(file))),
        id_(escaped(record.id)),
        name_(escaped(record.name)) {}

  Entry entry(const Diagnostic& found) {
    rule_ = escaped(found.rule);
    words_ = escaped(found.match);
    return {rule_, file_, id_, name_, words_, 1};
  }

 private:
  std::string file_, id_, name_, rule_, words_;
};

/// Calls `take(line, begin)` for each line that is not blank, without its end.
template <typename Take>
void for_each_line(std::string_view bytes, Take take) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = bytes.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) take(line, begin);
    begin = end + 1;
  }
}

/// Writes the findings of a run as a baseline.
class BaselineWriter : public Writer {
 public:
  void begin(std::string& out) override { (out += heading) += '\n'; }

  void reply(const Checked& checked, std::string& out) override {
    EscapedReport report(checked.source.name, checked.report.record);
    counts_.clear();
    for (const Diagnostic& found : checked.report.diagnostics) {
      if (may_be_known(found)) ++counts_[key_of(report.entry(found))];
    }
    for (const Diagnostic& found : checked.report.diagnostics) {
      Entry entry = report.entry(found);
      entry.count = std::exchange(counts_[key_of(entry)], 0);
      if (entry.count > 0) append_entry(entry, out);
    }
  }

 private:
  /// A file that cannot be read to its end is never fine.
  static bool may_be_known(const Diagnostic& found) {
    return found.category != "input" || found.level != Level::error;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
};

}  // namespace

Baseline::Baseline(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.starts_with(utf8::byte_order_mark)) {
    bytes_.remove_prefix(utf8::byte_order_mark.size());
  }
  std::uint32_t number = 0;
  Entry entry;
  for_each_line(bytes_, [&](std::string_view line, std::size_t begin) {
    if (number++ == 0 && line == heading) return;
    if (EntryReader(line).read(entry)) {
      left_[key_of(entry)] += entry.count;
      return;
    }
    if (!problems_.empty()) return;  // one tells enough
    Diagnostic problem;
    problem.rule = "input/not-a-baseline";
    problem.level = Level::error;
    problem.category = "input";
    begin += static_cast<std::size_t>(bytes_.data() - bytes.data());
    problem.span = {static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(begin + line.size())};
    problem.position.line =
        1 + static_cast<std::uint32_t>(std::count(
                bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    problem.message = "This is no line of a baseline. Make the file anew with tonelint baseline.";
    problems_.push_back(std::move(problem));
  });
}

std::string_view Baseline::plain(std::string_view path) {
  while (path.starts_with("./")) {
    path.remove_prefix(std::min(path.find_first_not_of('/', 1), path.size()));
  }
  return path;
}

std::size_t Baseline::hide(std::string_view file, Report& report) {
  if (left_.empty()) return 0;
  EscapedReport escaped(file, report.record);
  return std::erase_if(report.diagnostics, [&](const Diagnostic& found) {
    const auto known = left_.find(key_of(escaped.entry(found)));
    if (known == left_.end() || known->second == 0) return false;
    --known->second;
    return true;
  });
}

Baseline::Stale Baseline::stale(const std::function<bool(std::string_view)>& was_checked) {
  Stale stale;
  Entry entry;
  std::uint32_t number = 0;
  for_each_line(bytes_, [&](std::string_view line, std::size_t) {
    const bool is_heading = number++ == 0 && line == heading;
    if (!is_heading && EntryReader(line).read(entry) && was_checked(path_of(entry.file))) {
      std::uint32_t& of_entry = left_[key_of(entry)];
      const std::uint32_t gone = std::min(of_entry, entry.count);
      of_entry -= gone;
      stale.findings += gone;
      entry.count -= gone;
      if (entry.count == 0) return;
      if (gone > 0) return append_entry(entry, stale.bytes);
    }
    (stale.bytes += line) += '\n';
  });
  return stale;
}

std::unique_ptr<Writer> make_baseline(const OutputOptions&) {
  return std::make_unique<BaselineWriter>();
}

}  // namespace tonelint
