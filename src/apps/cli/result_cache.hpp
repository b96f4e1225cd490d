#pragma once

#include <cstddef>

#include "apps/cli/cache_file.hpp"
#include "apps/cli/check_options.hpp"
#include "apps/cli/content_hash.hpp"
#include "apps/cli/report_bytes.hpp"
#include "tonelint/library.hpp"
#include "tonelint/lint.hpp"

namespace tonelint::cli {

/// What was found in the last run, by a hash of all that it rests on: the text, what is known
/// around it, the guide, the options and the version of the program. It may fail in any way and
/// never does harm: then there is more to check.
///
/// Reports that it gives view its texts, so it outlives them. Safe to use from many threads between
/// `open` and `finish`.
class ResultCache {
 public:
  /// Takes up what was kept where the options say, if they do.
  void open(const CheckOptions& options);
  /// `whole`: all that is to be kept was asked for.
  void finish(bool whole);

  /// A report, and what `check` counts besides.
  struct Result {
    Report report;
    std::size_t fixable = 0;
  };
  /// What is known of a draft; else what `make` gives, which is then known.
  template <typename Draft, typename Make>
  [[nodiscard]] Result result(const Guide& guide, const Draft& draft, Make make) {
    if (!works_ || !is_lasting(draft)) return make();
    const ContentHash key = key_of(guide, draft);
    Result result{{.guide = guide}};
    if (find(key, beginning(draft), result)) {
      result.report.record = record_of(draft);
      return result;
    }
    result = make();
    keep(key, beginning(draft), result);
    return result;
  }

 private:
  static bool is_lasting(const Source&) { return true; }
  /// What is wrong with the file around a reply is no matter of the reply.
  static bool is_lasting(const SavedReply& reply) { return reply.problems.empty(); }
  static Beginning beginning(const Source&) { return {}; }
  static Beginning beginning(const SavedReply& reply) {
    return {reply.written.begin, reply.position};
  }
  static Record record_of(const Source&) { return {}; }
  static Record record_of(const SavedReply& reply) { return reply.record; }
  [[nodiscard]] ContentHash key_of(const Guide& guide, const Source& source) const;
  [[nodiscard]] ContentHash key_of(const Guide& guide, const SavedReply& reply) const;
  [[nodiscard]] bool find(const ContentHash& key, const Beginning& beginning, Result& result);
  void keep(const ContentHash& key, const Beginning& beginning, const Result& result);

  bool works_ = false;
  ContentHasher start_;  ///< Of every key.
  CacheFile file_;
};

}  // namespace tonelint::cli
