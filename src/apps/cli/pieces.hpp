#pragma once

#include <memory>
#include <string>
#include <vector>

#include "apps/cli/changes.hpp"
#include "apps/cli/drafts.hpp"
#include "apps/cli/library_file.hpp"
#include "tonelint/library.hpp"

namespace tonelint::cli {

/// One draft, or some replies of a library, to be worked on. The memory is used again.
struct Piece {
  static constexpr std::size_t most_bytes = 256u << 10;

  std::size_t draft = 0;
  std::string problem;  ///< Why it cannot be read, complete but for the full stop.
  std::string bytes;    ///< Of a draft; for whoever works on it to read.
  std::shared_ptr<LibraryFile> library;
  std::vector<SavedReply> replies;
  std::size_t count = 0;                         ///< Of the replies.
  bool first = false, last = false;              ///< Of the library.
  std::size_t skipped = 0, other_languages = 0;  ///< In all the library; known with the last.

  /// How much of everything is done with this piece, from 0 to 1; all files count the same.
  [[nodiscard]] double part_done(std::size_t drafts) const;
  /// Lets go of what takes memory.
  void forget();
};

/// Draws the drafts of a run piece by piece, in order.
class Pieces {
 public:
  /// All outlive this.
  Pieces(const Drafts& drafts, const CheckOptions& options, const Changes& changes)
      : drafts_(drafts), options_(options), changes_(changes) {}

  /// False: there is no more, or the run was interrupted.
  bool draw(Piece& piece);
  /// Begins again.
  void rewind();

 private:
  [[nodiscard]] std::shared_ptr<LibraryFile> open(std::size_t draft);
  void draw_replies(Piece& piece);

  const Drafts& drafts_;
  const CheckOptions& options_;
  const Changes& changes_;
  std::size_t next_ = 0;                  ///< The draft to draw next.
  std::shared_ptr<LibraryFile> library_;  ///< That replies are being drawn from,
  bool first_ = false;                    ///< none so far.
  std::shared_ptr<LibraryFile> stdin_;    ///< Can be read but once.
};

}  // namespace tonelint::cli
