#include <gumbo.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "input/show.hpp"

using namespace tonelint;

namespace {

/// What gumbo's tree shows of HTML, without white space.
std::string shown_by_gumbo(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* const parsed = gumbo_parse_with_options(&options, html.data(), html.size());
  std::string out;
  std::vector<const GumboNode*> open{parsed->root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_TEXT) out += node->v.text.text;
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& element = node->v.element;
    if (element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE) continue;
    for (unsigned i = element.children.length; i > 0; --i) {
      open.push_back(static_cast<const GumboNode*>(element.children.data[i - 1]));
    }
  }
  gumbo_destroy_output(&options, parsed);
  return out;
}

std::string without_white_space(std::string_view text) {
  std::string out;
  std::remove_copy_if(text.begin(), text.end(), std::back_inserter(out), [](char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
  });
  return out;
}

}  // namespace

TEST_CASE("HTML shows what a browser's parser finds in it") {
  // No white space that is kept, and no tables: a parser moves what stands between their cells.
  constexpr std::array<std::string_view, 40> fragments{"sorry",
                                                       "don't",
                                                       "\u00e9",
                                                       " ",
                                                       "\n",
                                                       "<b>",
                                                       "</b>",
                                                       "<i>",
                                                       "</i>",
                                                       "<a href=x>",
                                                       "</a>",
                                                       "<p>",
                                                       "</p>",
                                                       "<div>",
                                                       "</div>",
                                                       "<br>",
                                                       "<ul>",
                                                       "<li>",
                                                       "</ul>",
                                                       "<blockquote>",
                                                       "</blockquote>",
                                                       "<pre>",
                                                       "</pre>",
                                                       "&amp;",
                                                       "&nbsp;",
                                                       "&nbsp",
                                                       "&lt;b&gt;",
                                                       "&hearts;",
                                                       "&notit;",
                                                       "&#146;",
                                                       "&#0;",
                                                       "&#xD800;",
                                                       "&nope;",
                                                       "&",
                                                       "< ",
                                                       "<!-- x -->",
                                                       "<script>'</b>'</script>",
                                                       "<?x>",
                                                       "</ x>",
                                                       "<!x>"};
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    const std::string html = RandomText(seed).of(fragments, 14);
    CAPTURE(seed, html);
    REQUIRE(without_white_space(read(Syntax::html, html).text) ==
            without_white_space(shown_by_gumbo(html)));
  }
}
