#include <algorithm>

#include "checks/check.hpp"

namespace tonelint {

/// `find`: phrases that should not stand here. Where several overlap, the longest of the first
/// wins.
void check_find(const Subject& subject, HitTest wanted, std::vector<Finding>& findings) {
  thread_local std::vector<const Hit*> hits;
  hits.clear();
  subject.scan.for_each_hidden(subject.rule.find, [&](const Hit& hit) {
    if (subject.in_scope(hit.tokens)) hits.push_back(&hit);
    return true;
  });
  std::sort(hits.begin(), hits.end(), [](const Hit* a, const Hit* b) {
    if (a->text.begin != b->text.begin) return a->text.begin < b->text.begin;
    if (a->text.end != b->text.end) return a->text.end > b->text.end;
    return a->alternative < b->alternative;
  });
  std::uint32_t taken = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const Hit* hit = hits[i];
    if (hit->text.begin < taken || subject.is_shielded(hit->text)) continue;
    // What a longer phrase takes in for its rewrite ("{no: <refusal>} {rest} $") is still a
    // neighbour of the words meant, the shortest that begin here.
    std::size_t core = i;
    while (core + 1 < hits.size() && hits[core + 1]->text.begin == hit->text.begin) ++core;
    if (!wanted(subject, hits[core]->tokens)) continue;
    taken = hit->text.end;
    Finding finding = subject.finding(hit->tokens);
    finding.text = hit->text;
    finding.hit = hit;
    findings.push_back(std::move(finding));
  }
}

}  // namespace tonelint
