#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "apps/cli/check_options.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/run.hpp"

namespace tonelint::cli {

/// The drafts of a run: those that the command line leads to, or the one that came inside the
/// context file, each with its guide.
class Drafts {
 public:
  /// Finds them, and says what cannot be looked at. The options outlive this.
  explicit Drafts(const CheckOptions& options);

  [[nodiscard]] std::size_t size() const { return drafts_.size(); }
  /// Whether it stands in a file, whose name it then has; else it came through standard input or
  /// inside the context.
  [[nodiscard]] bool is_file(std::size_t draft) const;
  [[nodiscard]] const std::string& name(std::size_t draft) const { return drafts_[draft].name; }
  [[nodiscard]] const std::string& path(std::size_t draft) const { return drafts_[draft].path; }
  [[nodiscard]] const Guide& guide(std::size_t draft) const { return drafts_[draft].guide->guide; }
  /// Whether it is a file of many saved replies, or may be one.
  [[nodiscard]] bool is_library(std::size_t draft) const;
  [[nodiscard]] bool is_from_folder(std::size_t draft) const { return drafts_[draft].in_folder; }
  /// Where the guide says that saved replies stand, or null.
  [[nodiscard]] const LibraryMapping* mapping(std::size_t draft) const {
    const auto& library = drafts_[draft].guide->library;
    return library ? &*library : nullptr;
  }
  /// How many threads are worth their while.
  [[nodiscard]] unsigned threads() const;
  [[nodiscard]] Source source(std::size_t draft, std::string_view bytes) const {
    return {name(draft), bytes, options_.syntax};
  }
  /// Reads one into memory that is reused. Returns what went wrong, or nothing.
  [[nodiscard]] std::string read(std::size_t draft, std::string& bytes) const;
  /// Some could not be found, or have a broken guide.
  [[nodiscard]] bool incomplete() const { return incomplete_; }
  /// The files and folders that say which drafts there are, what stands in them, and their guides.
  [[nodiscard]] std::vector<std::string> paths() const;

 private:
  struct Draft {
    std::string path, name;
    const Guides::Loaded* guide;
    bool in_folder;
  };
  void add(std::string path, std::string name, bool in_folder);

  const CheckOptions& options_;
  Guides guides_;
  std::vector<Draft> drafts_;
  std::vector<std::string> folders_;
  bool incomplete_ = false;
};

/// Works on pieces, some at the same time. `draw(piece)` makes the next one ready, in order, and
/// returns false when there is none; `work(piece)` comes on any thread and returns how many bytes
/// the piece then holds; `take(piece)` comes in order and returns false when it is enough. A piece
/// is used again for later ones.
template <typename Piece, typename Draw, typename Work, typename Take>
void for_all(unsigned threads, Draw draw, Work work, Take take) {
  OrderedWork all;
  all.threads = threads;
  std::vector<Piece> pieces(all.slots());
  all.draw = [&](std::size_t, std::size_t slot) { return draw(pieces[slot]); };
  all.work = [&](std::size_t, std::size_t slot) { return work(pieces[slot]); };
  all.take = [&](std::size_t, std::size_t slot) { return take(pieces[slot]); };
  all.run();
}

/// Gives back what an unusually long draft took.
inline void shrink(std::string& bytes) {
  constexpr std::size_t worth_keeping = 1u << 20;
  if (bytes.capacity() > worth_keeping) bytes = {};
}

}  // namespace tonelint::cli
