#include "input/build.hpp"

#include <algorithm>
#include <limits>

#include "text/utf8.hpp"

namespace tonelint {

void report_problem(Reply& reply, std::string_view rule, Span source, std::string_view message) {
  constexpr std::size_t most = 20;
  if (reply.problems.size() >= most) return;
  Diagnostic& problem = reply.problems.emplace_back();
  problem.rule = rule;
  problem.span = source;
  problem.message = message;
}

Begun begin_reply(std::string_view bytes, Syntax syntax, Reply& reply) {
  reply.text = {};
  reply.buffer.clear();
  reply.map.clear();
  reply.syntax = syntax;
  reply.blocks.clear();
  reply.marks.clear();
  reply.problems.clear();
  reply.suppressions.clear();
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  if (bytes.size() > most) {
    report_problem(reply, "input/too-large", {}, "Only the first 4 GB of this source were read.");
    bytes = bytes.substr(0, most);
  }
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(nul);
    report_problem(reply, "input/nul", {at, at + 1},
                   "There is a NUL byte here. Is this really a text file?");
  }
  find_suppressions(bytes, reply);
  const bool marked = bytes.starts_with(utf8::byte_order_mark);
  const auto skipped = marked ? static_cast<std::uint32_t>(utf8::byte_order_mark.size()) : 0U;
  return {bytes.substr(skipped), skipped};
}

void TextBuilder::verbatim(Span source) {
  for (Span out = left_out(source); !out.empty(); out = left_out(source)) {
    if (source.begin < out.begin) append_verbatim({source.begin, out.begin});
    source.begin = std::min(out.end, source.end);
  }
  append_verbatim(source);
}

Span TextBuilder::find_left_out(Span source) const {
  if (source.empty()) return {};
  const Suppression* comment = suppression_in(reply_.suppressions, source);
  const Span first = comment == nullptr ? Span{} : comment->source;
  const auto found = std::upper_bound(reply_.left_out.begin(), reply_.left_out.end(), source.begin,
                                      [](std::uint32_t at, Span each) { return at < each.end; });
  if (found == reply_.left_out.end() || !found->overlaps(source)) return first;
  return first.empty() || found->begin < first.begin ? *found : first;
}

void TextBuilder::append_verbatim(Span source) {
  while (!source.empty()) {
    const std::string_view rest = source_.substr(source.begin, source.size());
    const auto valid = static_cast<std::uint32_t>(utf8::valid_prefix(rest));
    reply_.buffer.append(rest.substr(0, valid));
    reply_.map.verbatim(source.begin, valid);
    source.begin += valid;
    const std::uint32_t run = source.begin;
    while (!source.empty()) {
      const utf8::Decoded decoded = utf8::decode(source_.substr(source.begin, source.size()), 0);
      if (decoded.valid) break;
      const auto end = source.begin + static_cast<std::uint32_t>(decoded.size);
      replaced({source.begin, end}, utf8::replacement_bytes);
      source.begin = end;
    }
    if (source.begin != run) {
      report_problem(reply_, "input/invalid-utf8", {run, source.begin},
                     "These bytes are not UTF-8 and were read as “\xEF\xBF\xBD”. Save the text as "
                     "UTF-8.");
    }
  }
}

void TextBuilder::replaced(Span source, std::string_view text) {
  const Span around = left_out(source);
  if (!around.empty() && around.contains(source)) return;
  reply_.buffer.append(text);
  reply_.map.replaced(source, static_cast<std::uint32_t>(text.size()));
}

void TextBuilder::inserted(std::uint32_t source, std::string_view text) {
  const Span around = left_out({source, source + 1});
  if (!around.empty() && around.begin < source) return;
  reply_.buffer.append(text);
  reply_.map.inserted(source, static_cast<std::uint32_t>(text.size()));
}

}  // namespace tonelint
