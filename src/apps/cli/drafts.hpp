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
  [[nodiscard]] const Guide& guide(std::size_t draft) const { return *drafts_[draft].guide; }
  [[nodiscard]] Source source(std::size_t draft, std::string_view bytes) const {
    return {name(draft), bytes, options_.syntax};
  }
  /// Reads one into memory that is reused. Returns what went wrong, or nothing.
  [[nodiscard]] std::string read(std::size_t draft, std::string& bytes) const;
  /// Some could not be found, or have a broken guide.
  [[nodiscard]] bool incomplete() const { return incomplete_; }

 private:
  struct Draft {
    std::string path, name;
    const Guide* guide;
  };
  void add(std::string path, std::string name);

  const CheckOptions& options_;
  Guides guides_;
  std::vector<Draft> drafts_;
  bool incomplete_ = false;
};

/// How many threads are worth their while for some drafts, if no number is asked for (0).
[[nodiscard]] unsigned useful_threads(std::size_t drafts, unsigned wanted);

/// Works on all drafts, some at the same time. A `Piece` is one draft on its way: `work(draft,
/// piece)` fills it on any thread and returns how many bytes it holds; `take(draft, piece)` comes
/// in the order of the drafts and returns false when it is enough.
template <typename Piece, typename Work, typename Take>
void for_all(const Drafts& drafts, unsigned jobs, Work work, Take take) {
  OrderedWork all;
  all.pieces = drafts.size();
  all.threads = useful_threads(drafts.size(), jobs);
  std::vector<Piece> pieces(all.slots());
  all.work = [&](std::size_t draft, std::size_t slot) { return work(draft, pieces[slot]); };
  all.take = [&](std::size_t draft, std::size_t slot) { return take(draft, pieces[slot]); };
  all.run();
}

/// Gives back what an unusually long draft took.
inline void shrink(std::string& bytes) {
  constexpr std::size_t worth_keeping = 1u << 20;
  if (bytes.capacity() > worth_keeping) bytes = {};
}

}  // namespace tonelint::cli
