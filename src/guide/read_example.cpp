#include "guide/read_example.hpp"

#include "checks/helpdesks.hpp"
#include "guide/scalar_bytes.hpp"
#include "guide/words.hpp"

namespace tonelint {
namespace {

class ExampleReader {
 public:
  ExampleReader(Walk& walk, ExampleDefinition& example) : walk_(walk), example_(example) {}

  void read(const Node& map) {
    static constexpr Key<ExampleReader> table[] = {
        {"bad", &ExampleReader::bad},
        {"good", &ExampleReader::good},
        {"customer", &ExampleReader::customer},
        {"agent", &ExampleReader::agent},
        {"channel", &ExampleReader::channel},
        {"turn", &ExampleReader::turn},
        {"thread", &ExampleReader::thread},
        {"tags", &ExampleReader::tags},
        {"template", &ExampleReader::is_template},
        {"attachments", &ExampleReader::attachments},
        {"syntax", &ExampleReader::syntax},
        {"helpdesk", &ExampleReader::helpdesk},
    };
    static constexpr MisplacedKey misplaced[] = {
        {"mood",
         "The mood is told by what the customer wrote: “customer: {message: I am furious}”."},
        {"message", "What the customer wrote is “customer: {message: …}”."},
        {"name", "The customer's name is “customer: {name: …}”."},
        {"language", "The language is that of the guide."},
    };
    example_.place = map.place;
    walk_.keys(map, "An example", table, *this, misplaced);
    if (!tried_) {
      walk_.problem(Problem::empty_example, map.place,
                    "This example has no text. Write “bad”, “good” or both.");
    }
  }

 private:
  void bad(const Entry& entry) {
    text(entry, example_.bad);
    if (example_.bad) take_marks(walk_, *example_.bad, example_.marks);
  }
  void good(const Entry& entry) { text(entry, example_.good); }

  void customer(const Entry& entry) {
    static constexpr Key<ExampleReader> table[] = {
        {"name", &ExampleReader::customer_name},
        {"message", &ExampleReader::customer_message},
    };
    if (!entry.value->is(Node::Kind::map)) {
      return walk_.wrong_type(entry, "{name: …}, {message: …} or both");
    }
    walk_.keys(*entry.value, "“customer”", table, *this);
  }
  void customer_name(const Entry& entry) { walk_.text(entry, example_.customer_name); }
  void customer_message(const Entry& entry) { walk_.text(entry, example_.customer_message); }
  void agent(const Entry& entry) { walk_.text(entry, example_.agent_name); }
  void channel(const Entry& entry) {
    if (walk_.choice(entry, channel_names)) example_.channel = entry.value->value;
  }
  void helpdesk(const Entry& entry) {
    if (walk_.choice(entry, helpdesk_names())) example_.helpdesk = entry.value->value;
  }
  void turn(const Entry& entry) {
    example_.turn = walk_.whole_number(entry);
    if (example_.turn == 0U) {
      walk_.problem(Problem::out_of_range, entry.place(),
                    "“turn” counts from 1, the first reply of a conversation.");
    }
  }
  void thread(const Entry& entry) { texts(entry, example_.thread); }
  void tags(const Entry& entry) { texts(entry, example_.tags); }
  void is_template(const Entry& entry) { example_.is_template = walk_.yes_no(entry); }
  void attachments(const Entry& entry) { example_.attachments = walk_.whole_number(entry); }
  void syntax(const Entry& entry) {
    if (walk_.choice(entry, words::syntaxes)) example_.syntax = entry.value->value;
  }

  void texts(const Entry& entry, std::vector<std::string>& out) {
    std::vector<Text> read;
    walk_.texts(entry, read);
    for (Text& text : read) out.push_back(std::move(text.value));
  }
  void text(const Entry& entry, std::optional<Text>& out) {
    tried_ = true;
    Text read;
    walk_.text(entry, read);
    if (entry.value->is(Node::Kind::scalar)) out = std::move(read);
  }

  Walk& walk_;
  ExampleDefinition& example_;
  bool tried_ = false;  ///< There is a `bad` or a `good`, readable or not.
};

}  // namespace

void take_marks(Walk& walk, Text& bad, std::vector<Span>& marks) {
  const std::string_view text = bad.value;
  const bool brackets = text.find("⟦") == std::string_view::npos;
  const std::string_view opening = brackets ? "[[" : "⟦";
  const std::string_view closing = brackets ? "]]" : "⟧";
  std::optional<std::size_t> wrong;  // where the first mistake stands in `text`
  std::string_view message;
  const auto mistake = [&](std::size_t at, std::string_view what) {
    if (wrong) return;
    wrong = at;
    message = what;
  };

  std::string plain;
  plain.reserve(text.size());
  bool open = false;
  std::size_t mark = 0;     // where it stands in `text`
  std::uint32_t begin = 0;  // and in `plain`
  int inner = 0;            // how many [ within the mark are open
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto here = static_cast<std::uint32_t>(plain.size());
    // In [[[name]]] the first ] belongs to the [ between the marks.
    const bool closes =
        rest.starts_with(closing) && !(open && inner > 0 && rest.starts_with("]]]"));
    if (rest.starts_with(opening)) {
      if (open) {
        mistake(at, "A mark begins here inside of another one. Close the first one before it.");
      } else {
        open = true;
        mark = at;
        begin = here;
        inner = 0;
      }
      at += opening.size();
    } else if (closes) {
      if (open) {
        marks.push_back({begin, here});
        open = false;
      } else {
        mistake(at,
                "A mark is closed here that was never opened. Write [[ before the words, or mark "
                "with ⟦ ⟧ where the text itself has double brackets.");
      }
      at += closing.size();
    } else {
      inner += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
      plain += text[at++];
    }
  }
  if (open) {
    mistake(mark, brackets ? "This mark is never closed. Write ]] behind the words."
                           : "This mark is never closed. Write ⟧ behind the words.");
  }
  if (wrong) {
    const auto at = static_cast<std::uint32_t>(*wrong);
    const Span bytes{at, at + static_cast<std::uint32_t>(opening.size())};
    walk.problem(Problem::unclosed_mark, place_within(walk.guide(), bad, bytes),
                 std::string(message));
  }
  bad.value = std::move(plain);
}

void read_examples(Walk& walk, const Entry& entry, std::vector<ExampleDefinition>& out) {
  out.clear();
  if (!entry.value->is(Node::Kind::sequence)) {
    return walk.wrong_type(entry, "a list, each item with “bad”, “good” or both");
  }
  for (const Node* item : entry.value->items) {
    if (item->is(Node::Kind::map)) {
      ExampleReader(walk, out.emplace_back()).read(*item);
    } else {
      walk.wrong_type({entry.key, item}, "a list, each item with “bad”, “good” or both");
    }
  }
}

}  // namespace tonelint
