#include "document/tokenize.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace tonelint;

namespace {

/// Tokens in a row: words as they are, other kinds with a letter before them.
std::string shown(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    constexpr std::string_view names[] = {
        "", "num:", "emoji:", "url:", "email:", "ph:", "tag:", "end:", "sep:", "", "sym:"};
    out += names[static_cast<std::size_t>(token.kind)];
    if (token.kind == Token::Kind::pause) out += "|";
    out += text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("words, numbers and marks") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"   \n\t ", ""},
      {"Don't worry.", "Don't worry end:."},
      {"Don\u2019t worry\u2026", "Don\u2019t worry end:\u2026"},
      {"a follow-up, please", "a follow |- up |, please"},
      {"(yes) \"no\"", "|( yes |) |\" no |\""},
      {"Really?!", "Really end:?!"},
      {"Wait... what", "Wait end:... what"},
      {"3.14 1,000 3rd $5", "num:3.14 num:1,000 num:3rd sym:$ num:5"},
      {"at 10:30: go; stop", "at num:10 sym:: num:30 sep:: go sep:; stop"},
      {"Node.js and v2.3.1 or report.pdf", "Node.js and v2.3.1 or report.pdf"},
      {"glad to help.Please write", "glad to help end:. Please write"},
      {"to help.Please.Yours caf\u00e9.Ask", "to help end:. Please end:. Yours caf\u00e9.Ask"},
      {"to help.Read.Www.Example.Org2 now", "to help end:. Read end:. url:Www.Example.Org2 now"},
      {"\u4f60help.Please write", "\u4f60 help end:. Please write"},
      {"@tom and me @ home", "@tom and me sym:@ home"},
      {"caf\u00e9 \u00c9t\u00e9 stra\u00dfe", "caf\u00e9 \u00c9t\u00e9 stra\u00dfe"},
      {"no\u00a0break\u200bzero", "no break zero"},
      {"na\u00efve \u2014 yes \u2013 no", "na\u00efve |\u2014 yes |\u2013 no"},
      {"Xin ch\u00e0o b\u1ea1n", "Xin ch\u00e0o b\u1ea1n"},
      {"\u0434\u0430. \u043d\u0435\u0442!", "\u0434\u0430 end:. \u043d\u0435\u0442 end:!"},
      {"\u4f60\u597d\u3002", "\u4f60\u597d end:\u3002"},
      {std::string("a\0b", 3), std::string("a sym:\0 b", 9)},
  }));
  CHECK(shown(text) == tokens);
}

TEST_CASE("addresses") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"see https://example.com/a?b=c#d.", "see url:https://example.com/a?b=c#d end:."},
      {"(https://example.com/x_(y))", "|( url:https://example.com/x_(y) |)"},
      {"www.example.com, ok", "url:www.example.com |, ok"},
      {"example.com is up", "url:example.com is up"},
      {"my-shop.example.co.uk/cart!", "url:my-shop.example.co.uk/cart end:!"},
      {"go to t.me/acme now", "go to url:t.me/acme now"},
      {"http://localhost:3000/x", "url:http://localhost:3000/x"},
      {"http://example.com/{{ ticket.id }} ok", "url:http://example.com/{{ ticket.id }} ok"},
      {"tell tom.smith+x@my-shop.example.com.", "tell email:tom.smith+x@my-shop.example.com end:."},
      {"jo@example.org\nAna", "email:jo@example.org Ana"},
      {"done.it works", "done.it works"},
      {"and/or either", "and |/ or either"},
      {"https://example.com/caf\u00e9 \U0001f44d\U0001f3fd",
       "url:https://example.com/caf\u00e9 emoji:\U0001f44d\U0001f3fd"},
  }));
  CHECK(shown(text) == tokens);
}

TEST_CASE("placeholders and tags") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"Hi {{ticket.requester.first_name}},", "Hi ph:{{ticket.requester.first_name}} |,"},
      {"{{ contact.first_name || 'there' }}!", "ph:{{ contact.first_name || 'there' }} end:!"},
      {"{%customer.firstName,fallback=there%}", "ph:{%customer.firstName,fallback=there%}"},
      {"{% if x %}a{%- endif -%}", "tag:{% if x %} a tag:{%- endif -%}"},
      {"{%user.userName%}", "ph:{%user.userName%}"},
      {"#{ticket.number} #1", "ph:#{ticket.number} sym:# num:1"},
      {"%{name} %7Bname%7D %FIRST_NAME%", "ph:%{name} ph:%7Bname%7D ph:%FIRST_NAME%"},
      {"50% off, 20% less", "num:50 sym:% off |, num:20 sym:% less"},
      {"<<Client.PreferredName>> <variable id=1>",
       "ph:<<Client.PreferredName>> ph:<variable id=1>"},
      {"<attribute key=\"user.name\" default=\"there\"/>s",
       "ph:<attribute key=\"user.name\" default=\"there\"/> s"},
      {"<customer name>: <b>bold</b>",
       "ph:<customer name> sep:: sym:< b sym:> bold sym:< |/ b sym:>"},
      {"[[anything]] [Name] [ORDER_ID]", "ph:[[anything]] ph:[Name] ph:[ORDER_ID]"},
      {"[1] [sic] [OK] [Settings]", "|[ num:1 |] |[ sic |] |[ OK |] |[ Settings |]"},
      {"[link](http://example.com)", "|[ link |] |( url:http://example.com |)"},
      {"{customer_name}, XXX or ____", "ph:{customer_name} |, ph:XXX or ph:____"},
      {"XXL and {\"a\": 1}", "XXL and |{ |\" a |\" sep:: num:1 |}"},
  }));
  CHECK(shown(text) == tokens);
}

TEST_CASE("emoji and emoticons") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"ok \U0001f600!", "ok emoji:\U0001f600 end:!"},
      {"\U0001f469\u200d\U0001f4bb\U0001f1fa\U0001f1f8",
       "emoji:\U0001f469\u200d\U0001f4bb emoji:\U0001f1fa\U0001f1f8"},
      {"\u2764\ufe0f 1\ufe0f\u20e3 \u00a9 \u2122",
       "emoji:\u2764\ufe0f emoji:1\ufe0f\u20e3 sym:\u00a9 sym:\u2122"},
      {"Hi :-) ;) :( :D <3", "Hi emoji::-) emoji:;) emoji::( emoji::D emoji:<3"},
      {"(at 10:30)", "|( at num:10 sym:: num:30 |)"},
      {"(see:)", "|( see sep:: |)"},
      {"Thanks:)", "Thanks emoji::)"},
      {"a :-)b", "a sep:: |- |) b"},
  }));
  CHECK(shown(text) == tokens);
}
