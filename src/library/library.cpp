#include "tonelint/library.hpp"

#include <array>
#include <deque>
#include <utility>

#include "library/file_position.hpp"
#include "library/format.hpp"
#include "library/ids.hpp"
#include "library/path.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// What helpdesks call their channels, in our three words; "" for what tells nothing.
std::string channel_of(std::string_view said) {
  std::string word = ascii::lower(said);
  if (word.starts_with("channel:")) word.erase(0, 8);
  if (word == "web" || word == "mail") return "email";
  if (word == "messenger" || word == "messaging" || word == "sms") return "chat";
  if (word == "email" || word == "chat" || word == "public") return word;
  return {};
}

/// Whether there is a tag in a text: "<p>", "<br/>", "</div>".
bool has_tag(std::string_view text) {
  text = text.substr(0, text.rfind('>') + 1);  // so that every name in it has its end
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t name = at + (text.substr(at + 1, 1) == "/" ? 2 : 1);
    const char c = name < text.size() ? static_cast<char>(text[name] | 0x20) : '\0';
    if (c >= 'a' && c <= 'z') return true;
  }
  return false;
}

/// Whose placeholders a file has: "zammad" for "zammad-csv". None for our own shapes.
std::string_view helpdesk_of(const FileFormat& format) {
  const std::string_view name = format.about.name;
  if (name == "mapping" || name == "front-matter") return {};
  return name.substr(0, name.find('-'));
}

/// The format that a mapping describes. It views the mapping.
FileFormat format_of(const LibraryMapping& mapping, Container container) {
  FileFormat format;
  format.about = {"mapping", "as the style guide says"};
  format.container = container;
  format.records = container == Container::csv ? std::string_view() : mapping.records;
  format.marks = {mapping.text};
  format.names = mapping.name;
  format.ids = mapping.id;
  format.languages = mapping.language;
  format.folders = mapping.folder;
  format.channels = mapping.channel;
  const bool text = mapping.syntax == Syntax::automatic;
  format.texts = {{{mapping.text, text ? Syntax::text : mapping.syntax}, {}}};
  return format;
}

}  // namespace

struct Library::State {
  Source file;
  LibraryMapping mapping;
  FileFormat mapped;  ///< Views the mapping.
  Recognised recognised;
  std::unique_ptr<RecordReader> reader;
  FilePosition positions;
  Ids ids;
  RecordTree record;
  std::size_t skipped = 0;
  /// Texts of the record that are still to be handed out.
  struct Waiting {
    FoundValue found;
    const TextRule* rule;
  };
  std::deque<Waiting> waiting;

  State(const Source& source, std::string_view format, const LibraryMapping* wanted)
      : file(source), positions(source.bytes) {
    if (!format.empty()) {
      for (const FileFormat& known : file_formats()) {
        if (known.about.name == format) recognised = recognise(file, {&known, 1}, true);
      }
    } else {
      if (wanted != nullptr && !wanted->text.empty()) {
        mapping = *wanted;
        mapped = format_of(mapping, container_of(file, Container::yaml));
        recognised = recognise(file, {&mapped, 1}, false);
      }
      if (!recognised.certain) {
        const Recognised known = recognise(file, file_formats(), false);
        if (known.certain || recognised.format == nullptr) recognised = known;
      }
    }
    if (recognised.format != nullptr) {
      reader = read_records(file, recognised.container, recognised.records);
    }
  }

  bool next(SavedReply& reply) {
    while (true) {
      if (!waiting.empty()) {
        hand_out(reply);
        return true;
      }
      if (reader == nullptr || !reader->next(record)) return false;
      const bool told = !record.problems.empty();
      if (told) tell(reply);
      if (!record.empty()) {
        positions.mark(record.values[0].written.begin);
        take_record();
      }
      if (told) return true;
    }
  }

 private:
  [[nodiscard]] const FileFormat& format() const { return *recognised.format; }

  static void empty(SavedReply& reply) {
    reply.channel.clear();
    reply.language.clear();
    reply.helpdesk = {};
    reply.written = {};
    reply.position = {};
    reply.writing = Writing::other;
    reply.problems.clear();
  }

  /// What is wrong with the file comes before the texts of its record.
  void tell(SavedReply& reply) {
    empty(reply);
    reply.file = file;
    describe(reply);
    reply.problems = std::move(record.problems);
    for (Diagnostic& problem : reply.problems) problem.position = positions.at(problem.span.begin);
    reply.position = reply.problems.front().position;
  }

  void describe(SavedReply& reply) {
    reply.record.name = text_at(record, format().names, file.bytes);
    if (reply.record.name.empty()) reply.record.name = record.key;
    reply.record.id = text_at(record, format().ids, file.bytes);
    reply.record.pointer = record.pointer;
    reply.record.folder = text_at(record, format().folders, file.bytes);
  }

  void take_record() {
    if (!holds(record, format().skipped, file.bytes)) {
      for (const TextRule& rule : format().texts) {
        if (rule.paths.empty() || (rule.instead && !waiting.empty())) continue;
        for (FoundValue& found : find_all(record, rule.paths, file.bytes, Wanted::text)) {
          waiting.push_back({std::move(found), &rule});
        }
      }
    }
    if (waiting.empty()) ++skipped;
  }

  void hand_out(SavedReply& reply) {
    const Waiting next = std::move(waiting.front());
    waiting.pop_front();
    empty(reply);
    describe(reply);
    const Value& value = record.values[next.found.value];
    reply.record.pointer += next.found.pointer;
    reply.file = file;
    reply.written = value.written;
    reply.writing = value.writing;
    reply.separator = reader->separator();
    reply.indent = value.indent;
    reply.language = text_at(record, format().languages, file.bytes);
    reply.channel = next.rule->channel;
    if (reply.channel.empty()) {
      reply.channel = channel_of(text_at(record, format().channels, file.bytes));
    }
    reply.helpdesk = helpdesk_of(format());
    reply.syntax = next.rule->syntax;
    if (reply.writing == Writing::verbatim) {
      reply.record.pointer.clear();  // the name of the file says it all
    } else if (reply.syntax == Syntax::automatic) {
      const std::string_view raw = file.bytes.substr(value.written.begin, value.written.size());
      reply.syntax = has_tag(raw) ? Syntax::html : Syntax::text;
    }
    reply.position = positions.at(value.written.begin);
    if (!std::exchange(told_id_, false)) check_id(reply);
    told_id_ = !waiting.empty();
  }

  void check_id(SavedReply& reply) {
    if (reply.record.id.empty()) return;
    const auto id = find(record, format().ids, file.bytes, Wanted::scalar);
    const Span span = record.values[id->value].written;
    const std::uint32_t line = positions.at(span.begin).line;
    const std::uint32_t before = ids.add(reply.record.id, line);
    if (before == 0) return;
    Diagnostic problem = file_problem("input/duplicate-id", Level::warning, span,
                                      "Another saved reply has the id " + reply.record.id +
                                          " too, at line " + std::to_string(before) + ".");
    problem.position = positions.at(span.begin);
    reply.problems.push_back(std::move(problem));
  }

  bool told_id_ = false;  ///< The record has more than one text, and this is not the first.
};

Library::Library(const Source& file, std::string_view format, const LibraryMapping* mapping)
    : state_(std::make_unique<State>(file, format, mapping)) {}
Library::~Library() = default;
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;

const LibraryFormat* Library::format() const {
  return state_->recognised.format == nullptr ? nullptr : &state_->recognised.format->about;
}

bool Library::is_certain() const { return state_->recognised.certain; }

bool Library::next(SavedReply& reply) { return state_->next(reply); }

std::size_t Library::skipped() const { return state_->skipped; }

bool Library::whole() const { return state_->reader == nullptr || state_->reader->whole(); }

}  // namespace tonelint
