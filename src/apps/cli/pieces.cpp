#include "apps/cli/pieces.hpp"

#include <utility>

#include "apps/cli/interrupt.hpp"

namespace tonelint::cli {
namespace {

constexpr std::size_t most_replies = 16;

}  // namespace

double Piece::part_done(std::size_t drafts) const {
  double files = static_cast<double>(draft) + 1;
  if (library != nullptr && !last && count > 0) {
    const double at = replies[count - 1].written.end;
    files += at / static_cast<double>(library->source().bytes.size()) - 1;
  }
  return files / static_cast<double>(drafts);
}

void Piece::forget() {
  library.reset();
  shrink(bytes);
}

bool Pieces::draw(Piece& piece) {
  piece.problem.clear();
  if (interrupted()) return false;
  while (library_ != nullptr || next_ < drafts_.size()) {
    if (library_ != nullptr) {
      draw_replies(piece);
      return true;
    }
    piece.draft = next_++;
    if (changes_.is_as_it_was(drafts_.path(piece.draft))) continue;
    if (!drafts_.is_library(piece.draft)) return true;
    auto library = open(piece.draft);
    if (library->is_foreign()) continue;
    if (!library->problem().empty()) {
      piece.problem = library->problem();
      return true;
    }
    library_ = std::move(library);
    first_ = true;
  }
  return false;
}

void Pieces::rewind() {
  next_ = 0;
  library_.reset();
}

std::shared_ptr<LibraryFile> Pieces::open(std::size_t draft) {
  if (!drafts_.is_file(draft) && stdin_ != nullptr) {
    stdin_->rewind();
    return stdin_;
  }
  auto library = std::make_shared<LibraryFile>(drafts_, draft, options_,
                                               changes_.asked() ? &changes_ : nullptr);
  if (!drafts_.is_file(draft)) stdin_ = library;
  return library;
}

void Pieces::draw_replies(Piece& piece) {
  piece.draft = next_ - 1;
  piece.library = library_;
  piece.count = 0;
  piece.first = std::exchange(first_, false);
  piece.last = false;
  for (std::size_t bytes = 0; piece.count < most_replies && bytes < Piece::most_bytes;) {
    if (piece.replies.size() == piece.count) piece.replies.emplace_back();
    SavedReply& reply = piece.replies[piece.count];
    if (!library_->next(reply)) {
      piece.last = true;
      piece.skipped = library_->skipped();
      piece.other_languages = library_->other_languages();
      library_.reset();
      break;
    }
    bytes += reply.written.size();
    ++piece.count;
  }
}

}  // namespace tonelint::cli
