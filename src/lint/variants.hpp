#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/template_tags.hpp"
#include "tonelint/source.hpp"

namespace tonelint {

/// The texts that a reply with Liquid tags may become: one for each way through its branches.
class Variants {
 public:
  /// No more are looked at. Beyond it, each branch stands in one of them, as long as they last.
  static constexpr std::size_t most = 16;

  /// Reads the tags of a source. False: there are none, or one of them lacks its partner.
  [[nodiscard]] bool read(std::string_view source);

  [[nodiscard]] std::size_t count() const { return variants_.size(); }
  /// What of the source is not in a variant: all tags, and the branches that are not taken. In
  /// order, without overlap.
  void left_out(std::size_t variant, std::vector<Span>& out) const;
  /// Which branch makes the difference for what is in some variants (bits) alone: "{% else %}",
  /// "without {% if vip %}". Empty where it is in all of them.
  [[nodiscard]] std::string branch_of(std::uint32_t variants) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Branch {
    std::uint32_t decision, option, parent, tag;
  };
  /// An `if`, a `case`, a `for`: one of its branches is taken, or none where it has no `else`.
  struct Decision {
    std::uint32_t parent;  ///< The branch it stands in.
    std::uint32_t tag;
    std::uint32_t options;
    bool may_skip;
    [[nodiscard]] std::uint32_t ways() const { return options + (may_skip ? 1 : 0); }
  };
  /// What stands before a tag, or behind the last.
  struct Gap {
    std::uint32_t branch;
    bool hidden;
  };
  using Choices = std::vector<std::uint32_t>;  ///< By decision.

  void find_branches();
  void choose();
  /// Goes on to the next way through all branches. False: that was the last.
  bool next(Choices& choices) const;
  [[nodiscard]] bool is_taken(std::uint32_t branch, const Choices& choices) const;
  [[nodiscard]] std::string name(std::uint32_t decision, std::uint32_t choice) const;

  std::string_view source_;
  std::vector<TemplateTag> tags_;
  std::vector<Branch> branches_;
  std::vector<Decision> decisions_;
  std::vector<Gap> gaps_;  ///< One more than tags.
  std::vector<Choices> variants_;
};

}  // namespace tonelint
