#pragma once

#include <optional>
#include <string>

#include "apps/cli/changes.hpp"
#include "apps/cli/drafts.hpp"
#include "apps/cli/file_bytes.hpp"
#include "tonelint/library.hpp"

namespace tonelint::cli {

/// Whether a saved reply is in the language of a guide, as far as the two say.
[[nodiscard]] bool is_in_language_of(const Guide& guide, const SavedReply& reply);

/// A file of many saved replies, from which one after the other is taken.
class LibraryFile {
 public:
  /// With `changes`, only replies that have changed are handed out.
  LibraryFile(const Drafts& drafts, std::size_t draft, const CheckOptions& options,
              const Changes* changes = nullptr);

  /// Begins again with the first reply.
  void rewind();
  /// Why nothing of it could be read, complete but for the full stop; else empty.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// Nobody named this file, and it does not look like a library.
  [[nodiscard]] bool is_foreign() const { return foreign_; }
  /// The next reply in the language of the guide.
  [[nodiscard]] bool next(SavedReply& reply);
  /// Records so far that are not for customers.
  [[nodiscard]] std::size_t skipped() const { return library_->skipped(); }
  /// Replies so far that are in another language than the guide.
  [[nodiscard]] std::size_t other_languages() const { return other_languages_; }
  /// False once the rest could not be read.
  [[nodiscard]] bool whole() const { return library_->whole(); }
  [[nodiscard]] Source source() const { return {name_, bytes_.view(), Syntax::automatic}; }
  [[nodiscard]] FileBytes& bytes() { return bytes_; }

 private:
  [[nodiscard]] bool is_broken();

  const std::string& name_;
  const Guide& guide_;
  const std::string& format_;      ///< As the command line has it.
  const LibraryMapping* mapping_;  ///< As the guide has it.
  FileBytes bytes_;
  std::optional<Library> library_;
  std::optional<OldReplies> old_;
  std::string problem_;
  std::size_t other_languages_ = 0;
  bool foreign_ = false;
};

}  // namespace tonelint::cli
