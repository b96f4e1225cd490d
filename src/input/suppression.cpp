#include "input/suppression.hpp"

#include <algorithm>
#include <array>

#include "input/build.hpp"
#include "input/reply.hpp"

namespace tonelint {
namespace {

/// What every comment to tonelint holds.
constexpr std::string_view mark = "tonelint-";
/// No reply has so many. What comes after them is text.
constexpr std::size_t most = 200;
/// No comment names so many rules. Those after them are not silenced.
constexpr std::size_t most_rules = 100;

constexpr std::string_view white_space = " \t\r\n";

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Takes `ending` and the white_space space before it from the end of `text`. Rich-text editors
/// write spaces as "&nbsp;".
bool take_end(std::string_view& text, std::string_view ending) {
  constexpr std::string_view spaces[] = {" ", "\t", "\r", "\n", "&nbsp;", "\xC2\xA0"};
  std::string_view rest = text;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view space : spaces) {
      if (!rest.ends_with(space)) continue;
      rest.remove_suffix(space.size());
      found = true;
    }
  }
  if (!rest.ends_with(ending)) return false;
  text = rest.substr(0, rest.size() - ending.size());
  return true;
}

/// "{% comment" before its "%}".
bool take_liquid_tag(std::string_view& before) {
  std::string_view rest = before;
  if (!take_end(rest, "%}")) return false;
  if (rest.ends_with('-')) rest.remove_suffix(1);
  if (!take_end(rest, "comment")) return false;
  std::string_view tag = rest;
  if (!take_end(tag, "{%") && !(take_end(rest, "-") && take_end(tag = rest, "{%"))) return false;
  before = tag;
  return true;
}

/// Cuts what stands inside a comment into its word, its rules and its reason.
class DirectiveReader {
 public:
  DirectiveReader(std::string_view bytes, Span inside, Suppression& out)
      : bytes_(bytes), at_(inside.begin), end_(inside.end), out_(out) {}

  void read() {
    out_.word = next();
    const std::string_view word = bytes_.substr(out_.word.begin, out_.word.size());
    const auto known = std::find(std::begin(suppression_words), std::end(suppression_words), word);
    out_.kind = static_cast<Suppression::Kind>(known - std::begin(suppression_words));
    while (true) {
      const Span name = next();
      if (name.empty()) return;
      if (divides(bytes_.substr(name.begin, name.size()))) break;
      if (out_.rules.size() < most_rules) out_.rules.push_back(name);
    }
    skip(white_space);
    std::string_view reason = bytes_.substr(at_, end_ - at_);
    take_end(reason, {});
    out_.reason = span(at_, at_ + reason.size());
  }

 private:
  /// Editors write two hyphens as a dash.
  static bool divides(std::string_view word) {
    return word == "—" || word == "–" ||
           (word.size() >= 2 && word.find_first_not_of('-') == std::string_view::npos);
  }

  void skip(std::string_view signs) {
    while (at_ < end_) {
      if (signs.find(bytes_[at_]) != std::string_view::npos) {
        ++at_;
      } else if (bytes_.substr(at_, end_ - at_).starts_with("&nbsp;")) {
        at_ += 6;
      } else {
        return;
      }
    }
  }

  /// The next word; commas divide as spaces do.
  Span next() {
    constexpr std::string_view dividers = " \t\r\n,";
    skip(dividers);
    const std::uint32_t begin = at_;
    while (at_ < end_ && dividers.find(bytes_[at_]) == std::string_view::npos &&
           !bytes_.substr(at_, end_ - at_).starts_with("&nbsp;")) {
      ++at_;
    }
    return {begin, at_};
  }

  std::string_view bytes_;
  std::uint32_t at_, end_;
  Suppression& out_;
};

class SuppressionFinder {
 public:
  SuppressionFinder(std::string_view bytes, Reply& reply) : bytes_(bytes), reply_(reply) {}

  void run() {
    std::size_t at = find_mark(0);
    while (at != std::string_view::npos && reply_.suppressions.size() < most) {
      at = find_mark(std::max(read(at), at + mark.size()));
    }
    if (at != std::string_view::npos) {
      report_problem(reply_, "suppression/too-many", span(at, at + mark.size()),
                     "More than 200 comments speak to tonelint here. Those from this one on are "
                     "read as text.");
    }
  }

 private:
  /// One quick pass: most replies have none. Looks for the hyphen at its end, which is rare.
  [[nodiscard]] std::size_t find_mark(std::size_t from) const {
    for (std::size_t at = from + mark.size() - 1; at < bytes_.size(); ++at) {
      at = bytes_.find('-', at);
      if (at == std::string_view::npos) break;
      const std::size_t begin = at + 1 - mark.size();
      if (bytes_.substr(begin, mark.size()) == mark) return begin;
    }
    return std::string_view::npos;
  }

  enum Form { html, template_language, liquid, none };

  /// The form of the comment that begins right before `at`, and where it begins.
  Form opened(std::size_t at, std::size_t& begin) const {
    // Looks no further back than the comment before, so that each byte is read once.
    std::string_view before = bytes_.substr(behind_, at - behind_);
    const auto found = [&](Form form) {
      begin = behind_ + before.size();
      return form;
    };
    if (take_end(before, "<!--")) return found(html);
    if (take_end(before, "{#") || take_end(before, "{#-")) return found(template_language);
    if (take_liquid_tag(before)) return found(liquid);
    return none;
  }

  /// The end of a comment whose inside begins at `at`, and behind it; empty when it has none.
  Span closing(Form form, std::size_t at) {
    if (closed_[form] < at) closed_[form] = bytes_.find(closers[form], at);
    std::size_t begin = closed_[form];
    if (begin == std::string_view::npos) return {};
    std::size_t end = begin + closers[form].size();
    if (form == liquid) {
      std::string_view before = bytes_.substr(at, begin - at);
      if (!take_end(before, "{%") && !(take_end(before, "{%-"))) return {};
      begin = at + before.size();
      end = bytes_.find("%}", end);
      if (end == std::string_view::npos) return {};
      end += 2;
    } else if (form == template_language && bytes_[begin - 1] == '-') {
      --begin;
    }
    return span(begin, end);
  }

  /// Reads the comment around the mark at `at`, if it is one. Gives where to go on.
  std::size_t read(std::size_t at) {
    std::size_t begin = at;
    const Form form = opened(at, begin);
    if (form == none) return at;
    const Span close = closing(form, at);
    if (close.empty()) return at;
    behind_ = close.end;
    if (form == html && reply_.syntax == Syntax::text) {
      tell_visible(span(begin, close.end));
      return close.end;
    }
    Suppression& found = reply_.suppressions.emplace_back();
    found.source = span(begin, close.end);
    DirectiveReader(bytes_, span(at, close.begin), found).read();
    return close.end;
  }

  void tell_visible(Span comment) {
    const std::size_t before = reply_.problems.size();
    report_problem(reply_, "suppression/visible", comment,
                   "The customer would read this, because plain text has no comments. Name the "
                   "reply under “suppress” in the guide instead.");
    if (reply_.problems.size() == before) return;
    reply_.problems.back().level = Level::error;
    reply_.problems.back().category = "suppression";
    reply_.problems.back().match = bytes_.substr(comment.begin, comment.size());
  }

  static constexpr std::string_view closers[] = {"-->", "#}", "endcomment"};

  std::string_view bytes_;
  Reply& reply_;
  std::size_t behind_ = 0;
  /// Where the next closer of a form is: looked for once, however many comments lack it.
  std::array<std::size_t, 3> closed_{};
};

}  // namespace

void find_suppressions(std::string_view bytes, Reply& reply) {
  SuppressionFinder(bytes, reply).run();
}

const Suppression* suppression_in(const std::vector<Suppression>& all, Span source) {
  const auto found = std::upper_bound(
      all.begin(), all.end(), source.begin,
      [](std::uint32_t at, const Suppression& each) { return at < each.source.end; });
  return !source.empty() && found != all.end() && found->source.overlaps(source) ? &*found
                                                                                 : nullptr;
}

}  // namespace tonelint
