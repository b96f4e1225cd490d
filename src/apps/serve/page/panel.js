// Checks the draft on the page and lists what was found.
const draft = document.getElementById("draft");
const message = document.getElementById("message");
const findings = document.getElementById("findings");

async function check() {
  const response = await fetch("/v1/check", {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify({reply: draft.value}),
  });
  const answer = await response.json();
  message.textContent = answer.message ?? answer.detail;
  findings.replaceChildren(...(answer.diagnostics ?? []).map((found) => {
    const item = document.createElement("li");
    item.className = found.level;
    item.textContent = found.match ? `“${found.match}”: ${found.message}` : found.message;
    return item;
  }));
}

document.getElementById("check").addEventListener("click", check);
