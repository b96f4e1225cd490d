#include "guide/read_library.hpp"

#include "guide/words.hpp"

namespace tonelint {
namespace {

class LibraryReader {
 public:
  LibraryReader(Walk& walk, LibraryMapping& out, std::optional<bool>& across)
      : walk_(walk), out_(out), across_(across) {}

  void read(const Node& map) {
    static constexpr Key<LibraryReader> table[] = {
        {"records", &LibraryReader::records}, {"text", &LibraryReader::text},
        {"name", &LibraryReader::name},       {"id", &LibraryReader::id},
        {"channel", &LibraryReader::channel}, {"language", &LibraryReader::language},
        {"folder", &LibraryReader::folder},   {"syntax", &LibraryReader::syntax},
        {"across", &LibraryReader::across},
    };
    walk_.keys(map, "“library”", table, *this);
  }

  /// Whether it says where replies stand.
  [[nodiscard]] bool points() const { return points_; }

 private:
  void records(const Entry& entry) { pointer(entry, out_.records); }
  void text(const Entry& entry) { pointer(entry, out_.text); }
  void name(const Entry& entry) { pointer(entry, out_.name); }
  void id(const Entry& entry) { pointer(entry, out_.id); }
  void channel(const Entry& entry) { pointer(entry, out_.channel); }
  void language(const Entry& entry) { pointer(entry, out_.language); }
  void folder(const Entry& entry) { pointer(entry, out_.folder); }
  void across(const Entry& entry) { across_ = walk_.yes_no(entry); }
  void syntax(const Entry& entry) {
    constexpr Syntax syntaxes[] = {Syntax::text, Syntax::markdown, Syntax::html};
    if (const auto number = walk_.choice(entry, words::syntaxes)) out_.syntax = syntaxes[*number];
  }

  void pointer(const Entry& entry, std::string& out) {
    points_ = true;
    walk_.text(entry, out);
    if (!out.empty() && out[0] != '/') {
      walk_.problem(Problem::unknown_value, entry.place(),
                    join({"A pointer begins with a slash: ", quoted("/" + out), "."}), "/" + out);
    }
  }

  Walk& walk_;
  LibraryMapping& out_;
  std::optional<bool>& across_;
  bool points_ = false;
};

}  // namespace

void read_library(Walk& walk, const Entry& entry, FileParts& parts) {
  if (entry.value->is(Node::Kind::null)) return;
  if (!entry.value->is(Node::Kind::map)) {
    return walk.wrong_type(entry, "pointers, such as “{records: /items/*, text: /body}”");
  }
  LibraryMapping mapping;
  LibraryReader reader(walk, mapping, parts.across);
  reader.read(*entry.value);
  if (!mapping.text.empty()) {
    parts.library = std::move(mapping);
  } else if (reader.points() || !parts.across) {
    walk.problem(Problem::wrong_type, entry.key->place,
                 "“library” needs “text”: the pointer to the text of a reply, such as /body.");
  }
}

}  // namespace tonelint
