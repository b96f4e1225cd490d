#pragma once

/// @file
/// A style guide, compiled.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/context.hpp"
#include "tonelint/diagnostic.hpp"

namespace tonelint {
struct GuideImage;  // private: the compiled tables
}

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// What a compiled guide keeps of a rule for those who show it. The views point into the guide.
struct RuleFacts {
  std::string_view id, category, message, why, link;
  Level level = Level::warning;
};

/// A compiled style guide. Cheap to copy; copies share one immutable guide, which any number of
/// threads may use at once.
///
/// @code
/// tonelint::Guide guide = tonelint::Guide::built_in();
/// @endcode
class Guide {
 public:
  /// The guide `support`, compiled when tonelint was built: no parsing, no allocation to speak of.
  [[nodiscard]] static Guide built_in();
  /// The built-in guide of this name, such as "strict", or nothing. See `built_in_guides`.
  [[nodiscard]] static std::optional<Guide> built_in(std::string_view name);

  [[nodiscard]] std::string_view name() const;
  /// Differs for guides that judge differently: a hash of all that was compiled. The same guide has
  /// the same in every program of one version of tonelint.
  [[nodiscard]] std::uint64_t hash() const;
  /// The same as 16 hexadecimal digits.
  [[nodiscard]] std::string hash_text() const;
  /// BCP 47, such as "en"; empty when the guide does not say.
  [[nodiscard]] std::string_view language() const;
  /// Whether saved replies are to be compared with each other, with an `AcrossLibrary`:
  /// `library: {across: yes}`.
  [[nodiscard]] bool across() const;
  [[nodiscard]] std::size_t rule_count() const;
  /// The rule of this id, or nothing.
  [[nodiscard]] std::optional<RuleFacts> rule(std::string_view id) const;

  /// For the library's own use.
  explicit Guide(std::shared_ptr<const GuideImage> image) : image_(std::move(image)) {}
  [[nodiscard]] const GuideImage& image() const { return *image_; }

 private:
  std::shared_ptr<const GuideImage> image_;
};

/// The YAML of one guide file.
struct GuideText {
  std::string name;  ///< Shown in problems; `extends` is resolved beside it.
  std::string bytes;
};

/// Finds the file that `extends: wanted` names, seen from the guide `from`. Returns nothing when
/// there is none. Called only for what is not the name of a built-in guide.
using GuideResolver =
    std::function<std::optional<GuideText>(std::string_view wanted, std::string_view from)>;

/// A problem in a guide, in the file it stands in.
struct GuideProblem {
  std::string file;
  Diagnostic diagnostic;
};

/// One bad or good text that proves a rule.
struct Example {
  std::string text;         ///< Without the marks.
  std::vector<Span> marks;  ///< Where the rule must fire, in bytes of `text`; bad ones only.
  std::optional<std::string> good;  ///< What the first rewrite of `text` must give.
  bool bad = false;
  Context context;  ///< What the example says of the customer and the channel.
  Syntax syntax = Syntax::text;
  std::string file;       ///< The guide file it stands in,
  Position position;      ///< and where.
  bool built_in = false;  ///< Comes with tonelint, and not with the guide that was loaded.
};

/// A phrase as its author wrote it.
struct PhraseText {
  std::string text;
  std::optional<std::string> rewrite;  ///< The first one; an empty one leaves the words out.
  std::string file;                    ///< The guide file it stands in,
  Position position;                   ///< and where.
  bool built_in = false;  ///< Comes with tonelint, and not with the guide that was loaded.
};

/// A rule as its author wrote it: for `tonelint rules` and `explain`.
struct RuleText {
  std::string id, category, message, why, source, link, form, file;
  Level level = Level::warning;
  bool off = false;
  std::string off_file;   ///< The guide file that switches it off,
  Position off_position;  ///< and where.
  Position position;
  std::vector<Example> examples;
  std::vector<PhraseText> phrases;      ///< Of `find`, or those that a `limit` counts.
  std::string asks;                     ///< What another form looks for, in plain words.
  std::vector<PhraseText> exceptions;   ///< Of `except`.
  std::vector<std::string> conditions;  ///< Where, when and when not, in plain words.
  /// The lines of `only` and of `unless`, by the maps they stand in, in plain words.
  std::vector<std::vector<std::string>> only, unless;
};

/// Where the replies stand in a file whose shape is not known: JSON pointers (RFC 6901), in which
/// `*` stands for every item of a list or key of an object. In a CSV file the pointers name
/// columns.
struct LibraryMapping {
  std::string records;  ///< Such as "/items/*"; in CSV and JSON Lines it is left empty.
  std::string text;     ///< Within a record, such as "/body". Needed.
  std::string name, id, channel, language, folder;  ///< As `text`; may be empty.
  Syntax syntax = Syntax::text;                     ///< `automatic` counts as text.
};

/// Something that counts in the score, as its author wrote it: for `tonelint explain score`.
struct EarningText {
  std::string name, advice;
  int points = 0;
  bool cost = false;                    ///< It takes its points away.
  std::vector<std::string> conditions;  ///< Where, when and when not, in plain words.
};
/// A dimension of the score.
struct DimensionText {
  std::string name;
  int weight = 0, start = 0;
  std::vector<EarningText> earns;
  std::vector<std::string> loses;  ///< Categories of rules.
  std::vector<std::string> conditions;
};

/// What loading a guide gives. `guide` is there unless a problem of level error was found.
struct LoadedGuide {
  std::optional<Guide> guide;
  std::vector<GuideProblem> problems;     ///< In order of file and place.
  std::vector<RuleText> rules;            ///< In the order of the guide.
  std::vector<DimensionText> score;       ///< The same.
  std::optional<LibraryMapping> library;  ///< Where saved replies stand in files of its own shape.
  /// The patterns of each entry of `overrides`, in order.
  std::vector<std::vector<std::string>> overrides;
  std::vector<std::string> files;  ///< That were read, but for those that come with tonelint.
};

struct LoadOptions {
  bool all_rules = false;  ///< Compile what is switched off too, as if it were on: to prove it.
  /// The draft that the guide is for: `overrides` for such files are laid over it.
  std::string path = {};
  /// Instead: one entry of `overrides`, counted from 0, alone.
  std::optional<std::size_t> override_entry = {};
};

/// Which `overrides` count for a draft at a path: those are to be loaded with LoadOptions::path.
/// All drafts with the same answer have the same guide.
[[nodiscard]] std::vector<bool> overrides_for(
    const std::vector<std::vector<std::string>>& overrides, std::string_view path);

/// Compiles a guide. Reports every problem it finds, each at its place; throws nothing but
/// std::bad_alloc. Limits (depth 64, 200,000 nodes, 8 MB) keep hostile YAML from costing time.
///
/// @code
/// auto loaded = tonelint::load_guide({"tonelint.yaml", text}, resolver);
/// if (!loaded.guide) show(loaded.problems);
/// @endcode
[[nodiscard]] LoadedGuide load_guide(const GuideText& text, const GuideResolver& resolver = {},
                                     const LoadOptions& options = {});

/// A guide with `overrides`: the guide for each path. What differs from the base is loaded when it
/// is first asked for, and kept. Any number of threads may ask.
///
/// @code
/// tonelint::GuideByPath guides(*loaded.guide, loaded.overrides, [&](const std::string& path) {
///   return tonelint::load_guide(text, resolver, {.path = path}).guide;
/// });
/// auto guide = guides.at("vip/late.txt");
/// @endcode
class GuideByPath {
 public:
  using Load = std::function<std::optional<Guide>(const std::string& path)>;
  /// `load` is called by one thread at a time.
  GuideByPath(Guide base, std::vector<std::vector<std::string>> overrides, Load load);
  ~GuideByPath();
  GuideByPath(GuideByPath&&) noexcept;
  GuideByPath& operator=(GuideByPath&&) noexcept;

  /// The guide for a draft at a path; for an empty path the base. Nothing where `load` gave
  /// nothing: the overrides for it do not go together.
  [[nodiscard]] std::optional<Guide> at(const std::string& path) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The names of the guides that come with tonelint: support, and what extends it.
[[nodiscard]] std::vector<std::string_view> built_in_guides();

/// The YAML of a built-in guide or of one of its topics ("support", "support/apology.yaml"), or
/// nothing.
[[nodiscard]] std::optional<GuideText> built_in_text(std::string_view name);

/// The guide language as a JSON Schema (2020-12), for editors that complete and check guides.
[[nodiscard]] std::string_view guide_schema();

/// Something that rules can measure or detect: for `tonelint rules --checks`.
struct CheckText {
  std::string_view name, form, purpose;
};
/// All measures, then all detectors.
[[nodiscard]] std::vector<CheckText> checks();

/// Something that the examples of a guide do not prove.
struct ExampleFailure {
  /// A text to look at, with the words in it that matter.
  struct Shown {
    std::string label;  ///< "expected", "it fires", "rewritten" …
    std::string text;
    std::vector<Span> marks;  ///< In bytes of `text`.
  };
  std::string rule, file;
  Position position;         ///< Of the example, or of the exception that none needs.
  std::string what;          ///< In plain words: what was expected, and what happened.
  std::vector<Shown> shown;  ///< Where to see it.
  std::string advice;        ///< What to change.
};

/// What came of the examples of every rule of a guide: a bad one is found at its marks, a good one
/// is left alone, a rewrite gives what the example says and brings no new warning or error of any
/// rule, and each exception is needed by an example. The last two are asked only of what does not
/// come with tonelint. Rules that are off are run when the guide was loaded with all rules. No
/// failures: all is as the guide says.
///
/// @code
/// auto run = tonelint::run_examples(tonelint::load_guide(text, resolver, {.all_rules = true}));
/// @endcode
struct ExampleRun {
  std::size_t examples = 0;
  std::vector<ExampleFailure> failures;
  /// Examples that come with tonelint and turn out otherwise, as the guide changes what they rest
  /// on. That is its right.
  std::vector<ExampleFailure> changed;
};
[[nodiscard]] ExampleRun run_examples(const LoadedGuide& loaded);

}  // namespace tonelint
#pragma GCC visibility pop
