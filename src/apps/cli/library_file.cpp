#include "apps/cli/library_file.hpp"

#include <string_view>

namespace tonelint::cli {
namespace {

/// "en" of "en-GB", in small letters.
std::string main_language(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace

bool is_in_language_of(const Guide& guide, const SavedReply& reply) {
  return reply.language.empty() || guide.language().empty() ||
         main_language(reply.language) == main_language(guide.language());
}

LibraryFile::LibraryFile(const Drafts& drafts, std::size_t draft, const CheckOptions& options,
                         const Changes* changes)
    : name_(drafts.name(draft)),
      guide_(drafts.guide(draft)),
      format_(options.library_format),
      mapping_(drafts.mapping(draft)) {
  if (problem_ = bytes_.open(drafts.path(draft)); !problem_.empty()) {
    problem_ = "can't read " + name_ + ": " + problem_;
    return;
  }
  rewind();
  if (library_->format() == nullptr || !library_->is_certain()) {
    foreign_ = drafts.is_from_folder(draft) && options.library_format.empty() && !is_broken();
  }
  if (library_->format() == nullptr) {
    problem_ = "can't find saved replies in " + name_ +
               ": it has none of the shapes that tonelint knows (tonelint formats). Say where they "
               "are with “library:” in the style guide, or check it as it is with --syntax text";
    return;
  }
  if (changes == nullptr || !drafts.is_file(draft)) return;
  const std::string bytes = changes->old_bytes(drafts.path(draft));
  Library before({name_, bytes}, options.library_format, drafts.mapping(draft));
  SavedReply reply;
  old_.emplace();
  while (before.next(reply)) {
    if (reply.has_text()) old_->add(reply);
  }
}

/// An export that was cut off may not be known for sure, and is not to be passed over for that.
/// YAML that cannot be read is mostly a template of another tool.
bool LibraryFile::is_broken() {
  if (name_.ends_with(".yaml") || name_.ends_with(".yml")) return false;
  SavedReply reply;
  while (library_->next(reply)) {
  }
  const bool broken = library_->format() != nullptr && !library_->whole();
  rewind();
  return broken;
}

void LibraryFile::rewind() {
  library_.emplace(source(), format_, mapping_);
  other_languages_ = 0;
}

bool LibraryFile::next(SavedReply& reply) {
  while (library_->next(reply)) {
    if (old_ && reply.has_text() && old_->has(reply)) continue;
    if (is_in_language_of(guide_, reply)) return true;
    ++other_languages_;
  }
  return false;
}

}  // namespace tonelint::cli
