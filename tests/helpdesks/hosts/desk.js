// What pages of helpdesks have: an editor, Send, and what was sent. `may_send()` is the page's own: it
// promises the reason why the reply may not go, or nothing. Meanwhile the button does nothing.
const query = new URLSearchParams(location.search);
const editor = document.getElementById("editor");
const notice = document.getElementById("notice");
window.sent = [];
window.draft = () => editor.innerHTML;
window.write = (html) => { editor.innerHTML = html; };

function send() {
  sent.push(editor.innerHTML);
  editor.innerHTML = "";
}

document.getElementById("send").addEventListener("click", async ({target: button}) => {
  if (button.disabled) return;
  button.disabled = true;
  notice.textContent = "";
  const reason = await window.may_send();
  if (reason) {
    notice.textContent = reason;
  } else {
    send();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  button.disabled = false;
});
