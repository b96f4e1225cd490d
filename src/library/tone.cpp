#include <algorithm>

#include "document/document.hpp"
#include "input/reader.hpp"
#include "library/file_position.hpp"
#include "library/tone_traits.hpp"
#include "library/written.hpp"
#include "tonelint/across.hpp"

namespace tonelint {
namespace {

struct ToneWorkspace {
  Unescaped text;
  Reply reply;
  Document document;
};

ToneWorkspace& tone_workspace() {
  thread_local ToneWorkspace made;
  return made;
}

/// No rule is asked; the score alone tells how warm it is.
LintOptions only_score() {
  LintOptions options;
  options.only_rules = {"-"};
  options.rewrites = false;
  options.score = true;
  return options;
}

void take_score(const Report& report, ReplyTone& out) {
  if (!report.score) return;
  for (const ScoreDimension& dimension : report.score->dimensions) {
    if (dimension.name != "warmth" || !dimension.applicable) continue;
    out.warmth = static_cast<std::int8_t>(dimension.score);
    for (const ScorePart& part : dimension.parts) {
      if (part.name != "thanks") continue;
      out.told |= thanks;
      if (part.kind != ScorePart::Kind::missing) out.has |= thanks;
    }
  }
}

/// Takes over what the words tell; returns where the first sentence stands in the text.
Span listen(const Document& document, ReplyTone& out) {
  out.words = document.word_count();
  const ToneTraits traits = tone_traits_of(document);
  out.told |= traits.told;
  out.has |= traits.has;
  return document.sentences().empty() ? Span{} : document.span(document.sentences()[0].tokens);
}

/// Zendesk writes folders into names, as in "Billing::Refund"; else a file is a folder.
std::string folder_of(const SavedReply& reply) {
  if (!reply.record.folder.empty()) return reply.record.folder;
  const std::size_t end = reply.record.name.rfind("::");
  if (end != std::string::npos && end > 0) return reply.record.name.substr(0, end);
  return std::string(reply.file.name);
}

std::string folder_of(std::string_view path) {
  const std::size_t end = path.rfind('/');
  return std::string(end == std::string_view::npos ? "." : path.substr(0, end));
}

}  // namespace

ReplyTone tone(const Guide& guide, const SavedReply& reply) {
  ReplyTone out;
  if (!reply.has_text()) return out;
  take_score(lint(guide, reply, {}, only_score()), out);
  ToneWorkspace& work = tone_workspace();
  unescape(scalar_of(reply), work.text);
  reader_for({reply.file.name, {}, reply.syntax}).read(work.text.text, work.reply);
  work.document.read(work.reply);
  const Span begin = work.text.map.to_source(work.reply.map.to_source(listen(work.document, out)));
  FilePosition positions(reply.file.bytes, reply.written.begin, reply.position);
  out.place = {std::string(reply.file.name), positions.at(begin.begin), reply.record.name,
               reply.record.id};
  const bool alone = reply.writing == Writing::verbatim && reply.record.folder.empty();
  out.folder = alone ? folder_of(reply.file.name) : folder_of(reply);
  out.channel = reply.channel;
  return out;
}

ReplyTone tone(const Guide& guide, const Source& draft) {
  ReplyTone out;
  take_score(lint(guide, draft, {}, only_score()), out);
  ToneWorkspace& work = tone_workspace();
  reader_for(draft).read(draft.bytes, work.reply);
  work.document.read(work.reply);
  const Span begin = work.reply.map.to_source(listen(work.document, out));
  out.place = {std::string(draft.name), FilePosition(draft.bytes).at(begin.begin), {}, {}};
  out.folder = folder_of(draft.name);
  return out;
}

}  // namespace tonelint
