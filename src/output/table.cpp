#include <array>

#include "output/writers.hpp"

namespace tonelint {
namespace {

constexpr std::array table{
    Format{"terminal", "for people: the words, the reason and what to say instead", make_terminal},
    Format{"json", "for programs: everything, versioned; the schema is report.schema.json",
           make_json},
    Format{"sarif", "for code scanning: SARIF 2.1.0, with rules, rewrites and fingerprints",
           make_sarif},
    Format{"github", "for a GitHub workflow: annotations beside the lines", make_github},
    Format{"rdjsonl", "for reviewdog: a line of JSON for each finding", make_rdjsonl},
    Format{"html",
           "for people: a page of its own with the health of a library, worst replies first",
           make_html, true},
    Format{"gitlab", "for a GitLab merge request: a Code Quality report", make_gitlab},
    Format{"junit", "for the test reports of a CI server: JUnit XML, a test for each reply",
           make_junit},
    Format{"checkstyle", "for tools that read Checkstyle's XML", make_checkstyle},
    Format{"lines", "for editors: a line for each finding, draft.txt:3:14: error: …", make_lines},
    Format{"csv", "for a spreadsheet: a row for each finding", make_csv},
    Format{"markdown", "for a job summary or a comment on a pull request", make_markdown},
    Format{"baseline", "for tonelint check --baseline: what is known of an old library",
           make_baseline},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  for (const Format& format : table) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace tonelint
