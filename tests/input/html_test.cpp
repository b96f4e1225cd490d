#include <catch2/catch.hpp>

#include "input/show.hpp"

using namespace tonelint;

namespace {

Reply read_html(std::string_view bytes) { return read(Syntax::html, bytes); }

}  // namespace

TEST_CASE("HTML reads as a browser shows it") {
  struct Case {
    std::string what, html, blocks;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"text alone", "Hi  Priya,\n thanks", "paragraph: Hi Priya, thanks\n"},
      {"paragraphs", "<p>One</p>\n<p> Two </p>three",
       "paragraph: One\nparagraph: Two\nparagraph: three\n"},
      {"paragraphs without end tags", "<p>One<p>Two<ul><li>a<li>b</ul>",
       "paragraph: One\nparagraph: Two\nitem: a\nitem: b\n"},
      {"inline tags join words", "un<b>for</b>tun<i>ate</i>ly", "paragraph: unfortunately\n"},
      {"white space over tags", "a <b> b </b> c<i> d</i>", "paragraph: a b c d\n"},
      {"entities",
       "it&rsquo;s &lt;b&gt; &#233;&#x2019; &nbsp;R&D &hearts; &notin; &copy2 &#150; &;",
       "paragraph: it’s <b> é’ \u00a0R&D ♥ ∉ ©2 – &;\n"},
      {"a less-than sign", "I <3 you, 1 < 2", "paragraph: I <3 you, 1 < 2\n"},
      {"line breaks", "Best,<br>\n Marta<br/>", "paragraph: Best,/Marta\n"},
      {"two line breaks are a paragraph", "One<br><br>Two<br>\n<br>Three",
       "paragraph: One\nparagraph: Two\nparagraph: Three\n"},
      {"lines as div",
       "<div>Hi</div><div>there</div><div><br></div><div>Two</div><div>&nbsp;</div>"
       "<div>Three</div>",
       "paragraph: Hi/there\nparagraph: Two\nparagraph: Three\n"},
      {"Outlook",
       "<p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal>two</p>"
       "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Three</p>",
       "paragraph: One/two\nparagraph: Three\n"},
      {"headings", "<h1>One</h1><h3>Two</h3>x", "heading: One\nheading: Two\nparagraph: x\n"},
      {"lists", "<ol><li>one<ul><li>in</li></ul></li><li><p>two</p><p>more</p></li></ol>x",
       "item: one\nitem 1: in\nitem: two\nparagraph: more\nparagraph: x\n"},
      {"tables", "<table><tr><th>a</th><th>b</th></tr><tr><td>c<td>d</table>",
       "row: a\tb\nrow: c\td\n"},
      {"a table for layout", "<table><tr><td><p>Hi</p><p>there</p></td></tr></table>",
       "paragraph: Hi\nparagraph: there\n"},
      {"preformatted", "<pre>\na  b\n c</pre>", "code: a  b/ c\n"},
      {"white space that is kept", "<div style='white-space: pre-wrap'>a  b\nc\n\nd</div>",
       "paragraph: a  b/c\nparagraph: d\n"},
      {"quotes", "a<blockquote>b<blockquote>c</blockquote></blockquote>d",
       "paragraph: a\nquote: b\nquote 1: c\nparagraph: d\n"},
      {"hidden",
       "a<p style='DISPLAY : none'>b</p><span hidden>c</span><i style=\"mso-hide:all\">d</i>"
       "<u style='font-size:0px'>e</u><u style='visibility:hidden'><b>f</b></u>"
       "<s style='font-size:0.9em'>g</s>",
       "paragraph: a\nparagraph: g\n"},
      {"never shown",
       "<head><title>a</title></head><style>b{}</style><script>'</p>'</script>"
       "<!-- c --><template>d</template><!doctype html>e<![if !x]>f<![endif]>",
       "paragraph: ef\n"},
      {"placeholders", "Hi <attribute key=\"first_name\" default='x'/>, <VARIABLE id=1></VARIABLE>",
       "paragraph: Hi <attribute key=\"first_name\" default='x'/>, <VARIABLE id=1>\n"},
      {"images", "a <img alt='&#128512;' src=x> <img src=y>b", "paragraph: a 😀 b\n"},
      {"tags that never end", "a<b", "paragraph: a\n"},
      {"tags that never began", "a</i></div></p>b</", "paragraph: a\nparagraph: b</\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    CHECK(blocks_of(read_html(each.html)) == each.blocks);
  }
}

TEST_CASE("History and signature are found in HTML") {
  struct Case {
    std::string html, blocks;
  };
  const std::string quoted = "paragraph: a\nquote: old\n", signed_ = "paragraph: a\nsignature: M\n";
  const Case cases[] = {
      {"a<div class='x gmail_quote'>old</div>", quoted},
      {"a<div class=gmail_quote_container>old</div>", quoted},
      {"a<div class='yahoo_quoted'>old</div>", quoted},
      {"a<div id='yahoo_quoted_12'>old</div>", quoted},
      {"a<div class=\"protonmail_quote\">old</div>", quoted},
      {"a<div name=\"messageReplySection\">old</div>", quoted},
      {"a<div title='beforequote:::'>old</div>", quoted},
      {"a<div class='quotedReply'><blockquote>old</blockquote></div>", quoted},
      {"a<blockquote type=cite>old</blockquote>", quoted},
      {"a<div class=history>old</div>", quoted},
      {"a<div id=appendonsend></div><hr><div>old</div>", quoted},
      {"a<!-- originalMessage --><div>old</div>", quoted},
      {"a<div id=divRplyFwdMsg><b>From:</b> P</div><div>old</div>",
       "paragraph: a\nquote: From: P/old\n"},
      {"a<div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> P<br>"
       "<b>Sent:</b> Monday<br><b>To:</b> us</p></div><p>old</p>",
       "paragraph: a\nquote: From: P/Sent: Monday/To: us\nquote: old\n"},
      {"<p>On Mon, 3 May 2024, P wrote:</p><blockquote>old</blockquote><p>New</p>",
       "quote: On Mon, 3 May 2024, P wrote:\nquote: old\nparagraph: New\n"},
      {"a<div class='gmail_signature'>M</div>", signed_},
      {"a<div class='signature'>M</div>", signed_},
      {"a<div data-signature=\"true\" data-signature-id=\"1\">M</div>", signed_},
      {"a<div>--&nbsp;</div><div>M</div>", "paragraph: a\nsignature: --\u00a0/M\n"},
      {"a<p>Sent from my iPad</p>", "paragraph: a\nsignature: Sent from my iPad\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.html);
    CHECK(blocks_of(read_html(each.html)) == each.blocks);
  }
}

TEST_CASE("Marks of HTML name what is not prose") {
  CHECK(marks_of(read_html("a <b>b <a href='https://x.com/?a&amp;b'>c</a></b> <kbd>d</kbd>"
                           "<strong> </strong><img alt=e src=f>")) ==
        "strong: b c\nlink https://x.com/?a&amp;b: c\ncode: d\nimage f: e\n");
}

TEST_CASE("An edit in HTML keeps entities and tags whole") {
  const std::string source = "<p>It&rsquo;s <b>so</b>\n late</p><p>One<br>two</p>";
  const Reply reply = read_html(source);
  REQUIRE(reply.text == "It’s so late\n\nOne\ntwo");
  const auto edited = [&](std::string_view words) -> std::string {
    const auto begin = static_cast<std::uint32_t>(reply.text.find(words));
    const auto span = reply.map.editable({begin, begin + static_cast<std::uint32_t>(words.size())});
    return span ? source.substr(span->begin, span->size()) : "nothing";
  };
  CHECK(edited("It’s") == "It&rsquo;s");
  CHECK(edited("so") == "so");
  CHECK(edited("so late") == "nothing");
  CHECK(edited("late\n\nOne") == "nothing");
  CHECK(edited("One\ntwo") == "One<br>two");
}

TEST_CASE("Plain text is escaped for HTML") {
  const auto& html = reader_for({.name = "", .bytes = "", .syntax = Syntax::html});
  CHECK(html.escape("a < b & c > d\ne") == "a &lt; b &amp; c &gt; d<br>e");
}
