#include "lint/variant_reports.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tonelint {

VariantReports::VariantReports(const GuideImage& guide, const Variants& variants, SourceMap map,
                               Report& report)
    : guide_(guide), variants_(variants), map_(std::move(map)), report_(report) {
  for (Diagnostic& each : report.diagnostics) found_.push_back({std::move(each), 0, true});
  for (Suppressed& each : report.suppressed) suppressed_.push_back({std::move(each), 0});
}

bool VariantReports::is_of_whole(std::string_view rule) const {
  const auto& rules = guide_.rules.rules;
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleRecord& each) {
    return guide_.string(each.id) == rule;
  });
  if (found == rules.end()) return false;
  return found->form == RuleForm::missing ||
         (found->form == RuleForm::limit &&
          (found->per == Per::reply || found->per == Per::hundred_words ||
           found->per == Per::hundred_sentences));
}

bool VariantReports::is_same(const Diagnostic& one, const Diagnostic& other) const {
  return one.rule == other.rule && (one.span == other.span || is_of_whole(one.rule));
}

void VariantReports::add(Report report) {
  const std::uint32_t bit = 1U << count_++;
  if (bit == 1) {
    report_.words = report.words;
    report_.score = std::move(report.score);
    report_.mood = std::move(report.mood);
    report_.not_applicable.insert(report_.not_applicable.end(), report.not_applicable.begin(),
                                  report.not_applicable.end());
  }
  for (Diagnostic& each : report.diagnostics) {
    // One of this variant is taken for one of those before, and not for another of its own.
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const Found& known) {
      return (known.variants & bit) == 0 && is_same(known.diagnostic, each);
    });
    if (same == found_.end()) {
      found_.push_back({std::move(each), bit, false});
    } else {
      same->variants |= bit;
    }
  }
  for (Suppressed& each : report.suppressed) {
    const auto same =
        std::find_if(suppressed_.begin(), suppressed_.end(), [&](const FoundSuppressed& known) {
          return (known.variants & bit) == 0 &&
                 is_same(known.suppressed.diagnostic, each.diagnostic);
        });
    if (same == suppressed_.end()) {
      suppressed_.push_back({std::move(each), bit});
    } else {
      same->variants |= bit;
    }
  }
}

Span VariantReports::in_text(Span source) const {
  const auto place = [&](std::uint32_t byte) {
    if (map_.is_identity()) return byte - map_.to_source({0, 0}).begin;
    std::uint32_t text = 0;
    for (const SourceMap::Piece& piece : map_.pieces()) {
      if (piece.source.begin > byte) break;
      const bool within = piece.kind == SourceMap::Piece::Kind::verbatim;
      text = piece.text + (within ? std::min(byte - piece.source.begin, piece.size)
                           : byte > piece.source.begin ? piece.size
                                                       : 0);
    }
    return text;
  };
  const std::uint32_t begin = place(source.begin);
  return {begin, std::max(begin, place(source.end))};
}

void VariantReports::finish() {
  const auto all = static_cast<std::uint32_t>((std::uint64_t{1} << count_) - 1);
  report_.diagnostics.clear();
  report_.suppressed.clear();
  for (Found& each : found_) {
    Diagnostic& found = each.diagnostic;
    // A comment that silences something in one variant is not idle.
    const bool idle = found.rule == "suppression/unused";
    if (idle && !(each.as_written && each.variants == all)) continue;
    if (!each.as_written) {
      found.branch = variants_.branch_of(each.variants);
      if (!report_.text.empty()) found.in_text = in_text(found.span);
    }
    report_.diagnostics.push_back(std::move(found));
  }
  std::stable_sort(
      report_.diagnostics.begin(), report_.diagnostics.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  if (report_.score) report_.score->blocked = report_.count(Level::error) > 0;
  for (FoundSuppressed& each : suppressed_) {
    if (each.variants != 0) {
      each.suppressed.diagnostic.branch = variants_.branch_of(each.variants);
    }
    report_.suppressed.push_back(std::move(each.suppressed));
  }
}

}  // namespace tonelint
