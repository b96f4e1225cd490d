"""The browser extension, loaded in Chromium, in real editors and in pages like those of its sites."""

import os
import shutil
import tempfile
import time
import unittest
import urllib.parse

from desk import (BAD, GOOD, GUIDE, HERE, INSULT, LIMIT, DeskTest, Service, answering,
                  broken_services, bundle_editors, expect, json_of, pages)

ID = "ibkapbpbhmiaccgnniplaklomghfndfa"  # by the key in the manifest
EDITORS = ("textarea", "plain", "prosemirror", "tiptap", "ckeditor", "quill", "lexical", "slate", "draft")
TEXT = "Hi Priya,\nYour ticket comes on Thursday."
RICH = [name for name in EDITORS if name != "textarea"]

# A page as these sites have it, as far as their Send and their editor go.
SITES = {
    "https://secure.helpscout.net/conversation/1/": """
      <div><div contenteditable="true" id="e">{}</div><button id="send">Send</button></div>
      <div class="note-editor"><div contenteditable="true" id="n">{}</div>
      <button id="note">Add Note</button></div>""",
    "https://app.intercom.com/a/inbox/1": """
      <div><div class="ProseMirror" contenteditable="true" id="e">{}</div>
      <button id="send"><span>Send</span></button></div>
      <div class="composer--note"><div class="ProseMirror" contenteditable="true" id="n">{}</div>
      <button id="note">Send</button></div>""",
    "https://acme.gorgias.com/app/ticket/1": """
      <form><div class="public-DraftEditor-content" contenteditable="true" id="e">{}</div>
      <button id="send" type="button">Send &amp; close</button></form>
      <form class="internal-note"><div contenteditable="true" id="n">{}</div>
      <button id="note" type="button">Send internal note</button></form>""",
    "https://app.hubspot.com/live-messages/1": """
      <div><div contenteditable="true" id="e">{}</div>
      <button id="send" data-test-id="reply-editor-send-button">Reply</button></div>
      <div class="commentEditor"><div contenteditable="true" id="n">{}</div>
      <button id="note">Send</button></div>""",
    "https://mail.google.com/mail/u/0/": """
      <table><td><div contenteditable="true" role="textbox" aria-label="Message Body" id="e">{}</div>
      <div role="button" id="send" tabindex="1" data-tooltip="Send ‪(Ctrl-Enter)‬">Send</div></table>""",
}
SENDING = """
  window.sent = [];
  const send = () => sent.push(document.getElementById("e").innerHTML);
  const button = document.getElementById("send");
  button.addEventListener(location.host === "mail.google.com" ? "mouseup" : "click", send);
  document.getElementById("note")?.addEventListener("click", () => sent.push("note"));
"""


class Extension(DeskTest):
    page_options = {}  # those of the context

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.package(cls, "extension")
        cls.unpacked = cls.folder / "packages" / "extension"
        shutil.copy(HERE / "editors" / "editors.html", cls.folder)
        bundle_editors(cls.folder)
        cls.host = cls.enter.enter_context(pages(cls.folder))
        cls.service = cls.enter.enter_context(
            Service("--origin", f"chrome-extension://{ID}", guide=GUIDE))
        profile = cls.enter.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        cls.browser.close()
        cls.context = cls.playwright.chromium.launch_persistent_context(
            profile, viewport={"width": 960, "height": 420},
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", f"--disable-extensions-except={cls.unpacked}",
                  f"--load-extension={cls.unpacked}",
                  "--disable-features=DisableLoadExtensionCommandLineSwitch"],
            ignore_default_args=["--disable-extensions"])
        cls.enter.callback(cls.context.close)
        cls.browser = cls.context  # new_page() as elsewhere
        cls.inside = cls.context.new_page()  # a page of the extension, to change its settings
        cls.inside.goto(f"chrome-extension://{ID}/popup.html?page=http://127.0.0.1/")
        cls.inside.check("#on")
        cls.inside.wait_for_function(
            "chrome.scripting.getRegisteredContentScripts().then(all => all.length > 0)")

    def setUp(self):
        super().setUp()
        self.set(service=f"http://127.0.0.1:{self.service.port}", hold="warning", off=[])

    def set(self, **settings):
        self.inside.evaluate("settings => chrome.storage.local.set(settings)", settings)

    def open(self, editor, html=BAD):
        Extension.count = getattr(Extension, "count", 0) + 1  # each its own conversation
        query = urllib.parse.urlencode({"editor": editor, "html": html, "id": Extension.count})
        self.page.goto(f"http://127.0.0.1:{self.host}/editors.html?{query}")
        self.page.wait_for_function("window.ready")
        self.page.wait_for_timeout(150)  # until the page's part knows its site
        self.notice = self.page.locator("tonelint-drawer")
        self.editable = self.page.locator("#editor textarea, #editor[contenteditable=true], "
                                          "#editor [contenteditable=true], "
                                          ".ck-content[contenteditable=true]").first

    def model(self):
        return self.page.evaluate("window.model()").replace("\xa0", " ").strip()

    def sent(self):
        return self.page.evaluate("window.sent")

    def send(self):
        self.page.click("#send")

    def expect_held(self, why):
        expect(self.notice.get_by_role("alert")).to_contain_text("Press Send again to send it as it is.")
        expect(self.notice).to_contain_text(why)

    def take(self):
        self.notice.get_by_role("button", name="conversation").click()

    def test_a_rewrite_goes_into_every_editor_with_its_formatting_and_its_undo(self):
        for editor in EDITORS:
            with self.subTest(editor):
                self.open(editor)
                before = self.model()
                lines = [line for line in before.split("\n") if line]
                self.assertEqual("\n".join(lines), TEXT)
                self.editable.click()
                self.page.keyboard.press("Control+End")
                self.page.keyboard.type(" Sam", delay=5)
                self.send()
                self.expect_held("We say “conversation”.")
                self.assertEqual(self.sent(), [])
                self.shoot(f"extension-{editor}")
                self.take()
                self.eventually(lambda: "conversation" in self.model())
                self.page.wait_for_timeout(500)
                self.assertEqual(self.model(), before.replace("ticket", "conversation") + " Sam")
                if editor != "textarea":
                    shown = self.editable.inner_html()
                    bold = self.editable.locator("b, strong, [style*='bold']")
                    self.assertEqual(bold.all_inner_texts(), ["conversation"], shown)
                    italic = self.editable.locator("i, em, [style*='italic']")
                    self.assertEqual(italic.all_inner_texts(), ["Thursday"], shown)
                self.page.keyboard.type("!")  # the caret is where it was, at the end
                self.page.wait_for_timeout(150)
                self.assertEqual(self.model(), before.replace("ticket", "conversation") + " Sam!")
                for _ in range(8):  # one press for the rewrite, a few for what was typed around it
                    self.page.keyboard.press("Control+z")
                    self.page.wait_for_timeout(80)
                    if "ticket" in self.model():
                        break
                self.assertIn("Your ticket comes on Thursday.", self.model())
                self.assertEqual(self.errors, [])

    def test_a_word_is_left_out_in_every_editor(self):
        for editor in EDITORS:
            with self.subTest(editor):
                self.open(editor, "<p>Hi Priya,</p><p>It is basically <i>here</i> &amp; ready.</p><p>Sam</p>")
                before = self.model()
                self.send()
                self.expect_held("“basically” says nothing.")
                self.notice.get_by_role("button", name="It is here").click()
                self.eventually(lambda: "basically" not in self.model())
                self.page.wait_for_timeout(400)
                self.assertEqual(self.model(), before.replace("basically ", ""))
                self.send()
                self.eventually(lambda: len(self.sent()) == 1)

    def test_all_rewrites_one_after_another_keep_lines_and_spaces(self):
        html = ("<p>Hi Priya,<br>Your <b>ticket</b> is here.</p><p>The ticket is basically <i>ready</i>."
                "<br>Two tickets &lt;b&gt; wait.</p><p>Sam</p>")
        for editor in EDITORS:
            if editor in ("slate", "textarea"):  # their pages here are made without <br>
                continue
            with self.subTest(editor):
                self.open(editor, html)
                before = self.model()
                self.send()
                self.expect_held("We say “conversation”.")
                for left in (3, 2, 1, 0):
                    self.notice.locator(".card .rewrite").first.click()
                    expect(self.notice.locator(".card")).to_have_count(left)
                wanted = before.replace("ticket", "conversation").replace("basically ", "")
                self.eventually(lambda: self.model() == wanted)

    def test_all_safe_rewrites_at_once_keep_the_formatting_between_them(self):
        for editor in RICH:
            with self.subTest(editor):
                self.open(editor, "<p>A <b>ticket</b>, an <i>older</i> ticket.</p><p>And two tickets.</p>")
                before = self.model()
                self.send()
                self.notice.get_by_role("button", name="Use all 3 safe rewrites").click()
                wanted = before.replace("ticket", "conversation")
                self.eventually(lambda: self.model() == wanted)
                self.assertEqual(self.editable.locator("i, em, [style*='italic']").all_inner_texts(), ["older"])
                self.notice.get_by_role("button", name="Undo").click()
                self.eventually(lambda: self.model() == before)

    def test_the_pages_styles_do_not_reach_the_panel(self):
        self.open("plain")
        self.send()
        self.expect_held("We say “conversation”.")
        button = self.notice.get_by_role("button", name="conversation")
        looks = """(element) => ["color", "font", "display", "padding"].map((name) =>
            getComputedStyle(element)[name])"""
        before = button.evaluate(looks)
        self.page.add_style_tag(content="tonelint-drawer, body * { all: unset !important; color: red !important; "
                                        "display: none !important; font: 30px serif !important }")
        self.assertEqual(button.evaluate(looks), before)
        expect(button).to_be_visible()

    def test_what_is_typed_meanwhile_is_kept(self):
        self.open("tiptap")
        self.send()
        self.expect_held("We say “conversation”.")
        self.editable.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(" And thank you.")
        self.take()
        self.page.wait_for_timeout(900)
        self.assertEqual(self.model(), TEXT.replace("ticket", "conversation") + " And thank you.")

    def test_send_is_held_back_for_a_click_and_for_the_keyboard(self):
        for editor in EDITORS:
            with self.subTest(editor):
                self.open(editor)
                self.editable.click()
                self.page.keyboard.press("Control+Enter")
                self.expect_held("We say “conversation”.")
                self.assertEqual(self.sent(), [])
                self.page.wait_for_timeout(1100)
                self.page.keyboard.press("Control+Enter")
                self.eventually(lambda: len(self.sent()) == 1)
                self.assertIn("ticket", self.sent()[0])

    def test_a_good_reply_goes_at_once_and_once(self):
        self.open("tiptap", GOOD)
        self.page.dblclick("#send")
        self.eventually(lambda: len(self.sent()) == 1)
        self.page.wait_for_timeout(400)
        self.assertEqual(len(self.sent()), 1)

    def test_a_double_click_does_not_send_anyway(self):
        self.open("tiptap")
        self.page.dblclick("#send")
        self.expect_held("We say “conversation”.")
        self.page.wait_for_timeout(400)
        self.assertEqual(self.sent(), [])

    def test_a_known_good_reply_goes_with_the_agents_own_click(self):
        self.open("plain", GOOD)
        self.page.evaluate("document.getElementById('send').addEventListener('click', event => {"
                           "  window.trusted = event.isTrusted; })")
        self.editable.click()
        self.page.keyboard.type("x")
        self.eventually(lambda: self.service.events("request"))
        self.page.wait_for_timeout(800)
        self.send()
        self.eventually(lambda: self.sent())
        self.assertTrue(self.page.evaluate("window.trusted"))

    def test_findings_are_underlined_while_the_reply_is_written(self):
        self.open("tiptap")
        self.editable.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(" So.")
        expect(self.notice).to_contain_text("We say “conversation”.")
        marked = "() => [...(CSS.highlights.get('tonelint-warning') ?? [])].map(range => range.toString())"
        self.eventually(lambda: self.page.evaluate(marked) == ["ticket"])
        self.page.wait_for_timeout(300)
        self.shoot("extension-underlined")
        with_line = self.editable.locator("strong").screenshot()
        self.page.evaluate("CSS.highlights.clear()")
        self.page.wait_for_timeout(300)
        self.assertNotEqual(self.editable.locator("strong").screenshot(), with_line)

    def test_a_broken_service_lets_the_reply_go_and_says_so(self):
        for what, service in broken_services():
            with self.subTest(what), service as port:
                self.set(service=f"http://127.0.0.1:{port}")
                self.open("textarea")
                begin = time.monotonic()
                self.send()
                self.eventually(lambda: self.sent())
                self.assertLess(time.monotonic() - begin, LIMIT)
                self.assertEqual(len(self.sent()), 1)
                expect(self.notice).to_contain_text("This reply was not checked: ")

    def test_an_error_is_not_sent_anyway(self):
        self.open("textarea", INSULT)
        for _ in range(2):
            self.send()
            expect(self.notice.get_by_role("alert")).to_contain_text("Please change what is an error")
            self.page.wait_for_timeout(1100)
        self.assertEqual(self.sent(), [])

    def test_a_site_that_is_off_is_left_alone(self):
        self.set(off=["http://127.0.0.1"])
        before = len(self.service.events("request"))
        self.open("textarea")
        self.send()
        self.assertEqual(len(self.sent()), 1)
        self.assertEqual(len(self.service.events("request")), before)

    def test_texts_go_to_the_set_address_only(self):
        with answering(b'{"verdict":"pass","message":"","diagnostics":[]}') as elsewhere:
            asked = []
            self.context.on("request", lambda request: asked.append(request.url))
            self.open("textarea")
            self.set(service=f"http://127.0.0.1:{elsewhere}")
            self.page.wait_for_timeout(150)
            before = len(self.service.events("request"))
            self.send()
            self.eventually(lambda: self.sent())
            self.assertEqual(len(self.service.events("request")), before)
            own = (f"http://127.0.0.1:{self.host}/", "chrome-extension://", f"http://127.0.0.1:{elsewhere}/")
            self.assertEqual([url for url in asked if not url.startswith(own)], [])

    def open_site(self, address, reply, note=""):
        self.page.route(address, lambda route: route.fulfill(
            content_type="text/html; charset=utf-8",
            body=f"<!DOCTYPE html>{SITES[address].format(reply, note)}<script>{SENDING}</script>"))
        self.page.goto(address)
        self.page.wait_for_timeout(200)
        self.notice = self.page.locator("tonelint-drawer")

    def test_each_site_holds_back_a_bad_reply_and_sends_a_good_one_once(self):
        for address in SITES:
            with self.subTest(address):
                self.open_site(address, BAD)
                self.send()
                self.expect_held("1 thing to look at")
                self.assertEqual(self.sent(), [])
                self.page.wait_for_timeout(1100)
                self.send()
                self.assertEqual(self.sent(), [BAD])
                self.open_site(address, GOOD)
                self.send()
                self.eventually(lambda: self.sent() == [GOOD])
                self.page.wait_for_timeout(200)
                self.assertEqual(self.sent(), [GOOD])

    def test_an_internal_note_passes_and_is_never_shown_to_the_service(self):
        for address, markup in SITES.items():
            if 'id="note"' not in markup:
                continue
            with self.subTest(address):
                before = len(self.service.events("request"))
                self.open_site(address, "", INSULT)
                self.page.click("#n")
                self.page.keyboard.type("A stupid note of some length.")
                self.page.wait_for_timeout(700)
                self.page.click("#note")
                self.assertEqual(self.sent(), ["note"])
                self.assertEqual(len(self.service.events("request")), before)

    def test_a_send_of_something_else_is_left_alone(self):
        self.open_site("https://app.intercom.com/a/inbox/1", BAD)
        self.page.evaluate("""() => {
          document.body.insertAdjacentHTML("beforeend",
              "<div role=dialog><input value=ann@example.com><button id=invite>Send invitation</button></div>");
          document.getElementById("invite").addEventListener("click", () => sent.push("invitation"));
        }""")
        self.page.click("#invite")
        self.assertEqual(self.sent(), ["invitation"])

    def test_the_settings_say_whether_the_service_answers(self):
        page = self.context.new_page()
        page.goto(f"chrome-extension://{ID}/options.html")
        page.fill("#service", f"http://127.0.0.1:{self.service.port}/")
        page.click("button")
        expect(page.locator("#status")).to_have_text("Saved. The service answers.")
        self.shoot("extension-settings", page)
        with answering(b"<html>", 502) as port:
            page.fill("#service", f"http://127.0.0.1:{port}")
            page.click("button")
            expect(page.locator("#status")).to_contain_text(f"--origin chrome-extension://{ID}")
        page.close()

    def test_the_manifest_names_every_site_of_the_data_file(self):
        manifest = json_of(self.unpacked / "manifest.json")
        sites = json_of(self.unpacked / "sites.json")["sites"]
        self.assertEqual(manifest["content_scripts"][0]["matches"],
                         [f"https://{host}/*" for site in sites for host in site["hosts"]])
        self.assertEqual(manifest["host_permissions"], ["http://127.0.0.1/*", "http://localhost/*"])


if __name__ == "__main__":
    unittest.main()
