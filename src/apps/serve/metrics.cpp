#include "apps/serve/metrics.hpp"

#include <algorithm>

namespace tonelint::serve {
namespace {

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

void add_one(Counts& counts, std::string_view name) {
  if (const auto found = counts.find(name); found != counts.end()) {
    ++found->second;
  } else {
    counts.emplace(name, 1);
  }
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + '"';
}

void head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n");
  out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void write_counts(std::string& out, const std::string& name, const std::string& label,
                  const Counts& counts) {
  for (const auto& [value, count] : counts) {
    out += name + "{" + label + "=" + quoted(value) + "} " + std::to_string(count) + "\n";
  }
}

/// Microseconds as seconds, exactly.
std::string seconds(std::uint64_t microseconds) {
  const std::string parts = std::to_string(1000000 + microseconds % 1000000);
  return std::to_string(microseconds / 1000000) + "." + parts.substr(1);
}

}  // namespace

void Metrics::count_request(std::string_view route, unsigned status) {
  const std::lock_guard lock(mutex_);
  ++requests_[{route, status}];
}

void Metrics::count_check(std::string_view verdict, const Report& report,
                          std::chrono::microseconds time) {
  const auto taken = static_cast<std::uint64_t>(time.count());
  const auto bound = std::lower_bound(bounds.begin(), bounds.end(), taken) - bounds.begin();
  const std::lock_guard lock(mutex_);
  add_one(verdicts_, verdict);
  for (const Diagnostic& found : report.diagnostics) add_one(findings_, found.rule);
  ++times_[static_cast<std::size_t>(bound)];
  microseconds_ += taken;
}

void Metrics::write(std::string& out) const {
  const std::lock_guard lock(mutex_);
  head(out, "tonelint_requests_total", "counter", "Requests answered.");
  for (const auto& [what, count] : requests_) {
    out += "tonelint_requests_total{route=" + quoted(what.first) + ",status=\"" +
           std::to_string(what.second) + "\"} " + std::to_string(count) + "\n";
  }
  head(out, "tonelint_verdicts_total", "counter", "Drafts checked, by verdict.");
  write_counts(out, "tonelint_verdicts_total", "verdict", verdicts_);
  head(out, "tonelint_findings_total", "counter", "Findings in drafts, by rule.");
  write_counts(out, "tonelint_findings_total", "rule", findings_);
  head(out, "tonelint_check_seconds", "histogram", "Time to check a draft and to fix it.");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    sum += times_[i];
    const std::string bound = i < bounds.size() ? seconds(bounds[i]) : "+Inf";
    out += "tonelint_check_seconds_bucket{le=\"" + bound + "\"} " + std::to_string(sum) + "\n";
  }
  out += "tonelint_check_seconds_sum " + seconds(microseconds_) + "\n";
  out += "tonelint_check_seconds_count " + std::to_string(sum) + "\n";
}

}  // namespace tonelint::serve
