"""Chatwoot's dashboard script in a reply box with Chatwoot's class names and ProseMirror in it."""

import unittest

from desk import DeskTest, OverPage, bundle_editors, expect

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Chatwoot's reply box</title>
<div class="reply-box"><div class="reply-box__top"><div id="editor"></div></div>
<div class="bottom-box"><div class="left-wrap"><button>😊</button></div>
<div class="right-wrap"><button id="send">Send (↵)</button></div></div></div>
<script src="bundle.js"></script>
<script>
const element = document.getElementById("editor");
const box = document.querySelector(".reply-box");
window.sent = [];
window.draft = () => document.querySelector(".ProseMirror").innerHTML
    .replaceAll("strong>", "b>").replaceAll("em>", "i>");
const send = () => {
  sent.push(draft());
  const button = document.getElementById("send");
  button.disabled = true;  // as Chatwoot does while the draft is empty
};
document.getElementById("send").addEventListener("click", send);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  const command = document.getElementById("send").innerText.includes("⌘");
  if (command === (event.ctrlKey || event.metaKey)) send();
});
window.write = (html) => { element.innerHTML = ""; window.model = editors.mount.prosemirror(element, html); };
window.writeNote = (html) => {
  box.classList.add("is-private");
  document.querySelector(".bottom-box").classList.add("is-note-mode");
  write(html);
};
window.ready = true;
</script>
"""


class Chatwoot(OverPage, DeskTest):
    address = "chatwoot.html"

    def site(self):
        bundle_editors(self.folder)
        made = self.package(self, "chatwoot", "--service", "http://service.invalid")
        script = (made / "dashboard-script.html").read_text(encoding="utf-8")
        # Chatwoot prints it last in the body; here each page has the address of its own service.
        script = script.replace('"http://service.invalid"',
                                'new URLSearchParams(location.search).get("service")')
        (self.folder / "chatwoot.html").write_text(PAGE + script, encoding="utf-8")

    def test_enter_is_held_back_where_it_sends(self):
        self.open()
        self.write(self.bad)
        self.page.click(".ProseMirror")
        self.page.keyboard.press("Enter")
        expect(self.said).to_contain_text("Not sent.")
        self.assertEqual((self.sent(), self.draft()), ([], self.bad))

    def test_enter_is_a_line_where_command_enter_sends(self):
        self.open()
        self.write(self.bad)
        self.page.evaluate("document.getElementById('send').textContent = 'Send (⌘ + ↵)'")
        self.page.click(".ProseMirror")
        self.page.keyboard.press("Control+End")
        self.page.keyboard.press("Enter")
        self.assertEqual((self.sent(), self.draft().count("<p>")), ([], 3))
        self.page.keyboard.press("Control+Enter")
        expect(self.said).to_contain_text("Not sent.")
        self.assertEqual(self.sent(), [])


if __name__ == "__main__":
    unittest.main()
