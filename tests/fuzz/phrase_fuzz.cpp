// Any lines are phrases, the first ones cues that the others may use, and any bytes behind a form
// feed a draft: compiling and finding them must not crash, and what is found stands in the draft.

#include "fuzz/expect.hpp"
#include "phrases/phrases.hpp"

using namespace tonelint;
using namespace tonelint::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const std::size_t cues = bytes.choose(4);
  std::string_view lines = bytes.part();
  if (lines.data() == nullptr) lines = bytes.rest();
  std::vector<phrase_test::Cue> all_cues;
  std::vector<phrase_test::Written> all;
  while (!lines.empty()) {
    const std::string line(lines.substr(0, lines.find('\n')));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (all_cues.size() < cues) {
      all_cues.push_back({"cue" + std::to_string(all_cues.size()), {line, "word"}});
    } else {
      const std::size_t arrow = line.find('=');
      if (arrow == std::string::npos) {
        all.emplace_back(line);
      } else {
        all.emplace_back(line.substr(0, arrow), std::vector<std::string>{line.substr(arrow + 1)});
      }
    }
  }
  phrase_test::Phrases phrases(all, all_cues);
  const phrase_test::Draft draft(bytes.rest());
  for (const Hit& hit : phrases.hits(draft)) {
    expect(hit.text.begin <= hit.text.end && hit.text.end <= draft.reply.text.size(),
           "what is found stands in the draft");
  }
  return 0;
}
