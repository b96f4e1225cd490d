#pragma once

/// @file
/// Saved replies compared with each other: the same text twice, one term written in two ways,
/// another tone than the rest of the folder, a language that the guide does not speak.
///
/// A reply is compared with those before it, so each finding stands at the later one and names the
/// place of the earlier. Kept of a reply is a sketch of less than a kilobyte, not its text. Only
/// its tone is compared with all others of its folder: let `learn` see them first.
///
/// @code
/// tonelint::AcrossLibrary across;
/// while (first.next(reply)) across.learn(tonelint::tone(guide, reply));
/// while (library.next(reply)) {
///   tonelint::Report report = tonelint::lint(guide, reply);
///   across.add(tonelint::sketch(guide, reply), report);
/// }
/// @endcode

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/guide.hpp"
#include "tonelint/library.hpp"
#include "tonelint/lint.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// What is kept of a reply for comparison.
struct ReplySketch {
  /// Words of the reply, where they stand.
  struct Words {
    std::string text;
    Span span, in_text;  ///< As in Diagnostic.
    Position position;
  };
  /// A word that others may write in another way: "e-mail".
  struct Term {
    std::string meaning;  ///< The same for all ways to write it.
    Words words;
  };

  std::string file;
  Words beginning;                         ///< The first sentence.
  std::array<std::uint16_t, 128> least{};  ///< MinHash of its runs of three words.
  std::uint64_t hash = 0;                  ///< Of all words but names and numbers.
  std::uint32_t words = 0;
  std::vector<Term> terms;    ///< The first of each way to write one.
  std::string_view language;  ///< When it is surely not the guide's: "Spanish".
};

/// Makes the sketch of a saved reply or a draft. Safe to call from any number of threads.
[[nodiscard]] ReplySketch sketch(const Guide& guide, const SavedReply& reply);
[[nodiscard]] ReplySketch sketch(const Guide& guide, const Source& draft);

/// What is kept of how a reply speaks, to be compared with the rest of its folder. Some 40 bytes of
/// it stay.
struct ReplyTone {
  RelatedPlace place;   ///< Of its first sentence.
  std::string folder;   ///< As the helpdesk or the disk has it, such as "Billing".
  std::string channel;  ///< What is for a chat is not compared with mail.
  /// Bits of the traits that can be told of it, and of those it has: a greeting, contractions …
  std::uint16_t told = 0, has = 0;
  std::int8_t warmth = -1;  ///< The score's, 0 to 100; below 0: the guide has no such dimension.
  std::uint32_t words = 0;  ///< Replies of fewer than 20 are not compared.
};

/// Listens to a saved reply or a draft. Safe to call from any number of threads.
[[nodiscard]] ReplyTone tone(const Guide& guide, const SavedReply& reply);
[[nodiscard]] ReplyTone tone(const Guide& guide, const Source& draft);

/// Compares replies, one after the other.
class AcrossLibrary {
 public:
  AcrossLibrary();
  ~AcrossLibrary();
  AcrossLibrary(AcrossLibrary&&) noexcept;
  AcrossLibrary& operator=(AcrossLibrary&&) noexcept;

  /// Gets to know how a reply speaks. All are to be learnt before the first is added; without it no
  /// tone is compared. When nine or more of a folder speak in one way, a reply that does not is
  /// told of: at most one in fifty, the most unlike first.
  void learn(const ReplyTone& tone);

  /// Adds to the report of a reply what it has in common with earlier ones, in order of place.
  void add(const ReplySketch& sketch, Report& report);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tonelint
#pragma GCC visibility pop
