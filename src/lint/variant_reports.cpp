#include "lint/variant_reports.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tonelint {

namespace {

bool is_of_whole(const RuleRecord& rule) {
  return rule.form == RuleForm::missing ||
         (rule.form == RuleForm::limit &&
          (rule.per == Per::reply || rule.per == Per::hundred_words ||
           rule.per == Per::hundred_sentences));
}

}  // namespace

VariantReports::VariantReports(const GuideImage& guide, const Variants& variants, SourceMap map,
                               Report& report)
    : variants_(variants), map_(std::move(map)), report_(report) {
  for (const RuleRecord& rule : guide.rules.rules) {
    if (is_of_whole(rule)) rules_of_whole_.insert(guide.string(rule.id));
  }
  for (Diagnostic& each : report.diagnostics) {
    found_places_.emplace(place_of(each), found_.size());
    found_.push_back({std::move(each), 0, true});
  }
  for (Suppressed& each : report.suppressed) {
    suppressed_places_.emplace(place_of(each.diagnostic), suppressed_.size());
    suppressed_.push_back({std::move(each), 0});
  }
}

VariantReports::Place VariantReports::place_of(const Diagnostic& found) const {
  return {found.rule, rules_of_whole_.contains(found.rule) ? Span{} : found.span};
}

template <class Each>
Each* VariantReports::same(std::vector<Each>& all, const Places& places, Place place,
                           std::uint32_t bit) {
  for (auto [at, end] = places.equal_range(place); at != end; ++at) {
    if ((all[at->second].variants & bit) == 0) return &all[at->second];
  }
  return nullptr;
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
    const Place place = place_of(each);
    if (Found* const known = same(found_, found_places_, place, bit)) {
      known->variants |= bit;
      continue;
    }
    found_places_.emplace(place, found_.size());
    found_.push_back({std::move(each), bit, false});
  }
  for (Suppressed& each : report.suppressed) {
    const Place place = place_of(each.diagnostic);
    if (FoundSuppressed* const known = same(suppressed_, suppressed_places_, place, bit)) {
      known->variants |= bit;
      continue;
    }
    suppressed_places_.emplace(place, suppressed_.size());
    suppressed_.push_back({std::move(each), bit});
  }
}

Span VariantReports::in_text(Span source) const {
  const auto place = [&](std::uint32_t byte) -> std::uint32_t {
    if (map_.is_identity()) return byte - map_.to_source({0, 0}).begin;
    const auto& pieces = map_.pieces();
    const auto behind = std::partition_point(
        pieces.begin(), pieces.end(),
        [&](const SourceMap::Piece& piece) { return piece.source.begin <= byte; });
    if (behind == pieces.begin()) return 0;
    const SourceMap::Piece& piece = *std::prev(behind);
    const bool within = piece.kind == SourceMap::Piece::Kind::verbatim;
    return piece.text + (within ? std::min(byte - piece.source.begin, piece.size)
                         : byte > piece.source.begin ? piece.size
                                                     : 0);
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
