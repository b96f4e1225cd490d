// The page at /: fills the panel with what is known around the draft, and makes links to a draft.

const EXAMPLES = [
  {
    title: "Late parcel",
    name: "Priya Nair",
    message: "Where is my parcel? I have been waiting for two weeks and it was a birthday present!",
    channel: "email",
    draft: `Hi Pria,

Unfortunately your parcel is delayed. As I said before, you have to wait until the carrier updates the tracking.

We apologize for any inconvenience.

Best wishes,
Marta`,
  },
  {
    title: "Locked out, in chat",
    name: "Tom Becker",
    message: "I can't log in and my demo starts in ten minutes!!",
    channel: "chat",
    draft: `Hello,

You failed to enter the right password three times. You must reset it. Simply click on the link, obviously.`,
  },
  {
    title: "No refund",
    name: "Chloé Martin",
    message: "I ordered the wrong size and cut off the label. Can I have my money back, please?",
    channel: "email",
    draft: `Hello Chloé 👋,

Per our policy we cannot refund items without a label. There is nothing we can do.

Regards,
Sam`,
  },
  {
    title: "A good one",
    name: "Chloé Martin",
    message: "I ordered the wrong size and cut off the label. Can I have my money back, please?",
    channel: "email",
    draft: `Hi Chloé,

Thank you for telling us about the label. Choosing the wrong size happens to all of us.

Without its label I can't sell the jacket again, so I can't pay back the price. What I can do is change it for the right size: I have set a medium aside for you until Friday. Would you like me to send it?

Write to me any time if something is unclear.

Best wishes,
Sam`,
  },
];

const at = (id) => document.getElementById(id);
const panel = at("panel"), form = at("form");
const FIELDS = ["name", "message", "guide", "channel", "draft"];

/** Tells the panel what is around the draft, and has it look again. */
function surround() {
  const {name, message} = form.elements;
  const customer = {};
  if (name.value.trim()) customer.name = name.value.trim();
  if (message.value.trim()) customer.message = message.value;
  panel.context = Object.keys(customer).length ? {customer} : {};
  for (const each of ["guide", "channel"]) panel.setAttribute(each, form.elements[each].value);
  panel.check();
}

function fill(draft) {
  for (const field of FIELDS) {
    const element = form.elements[field];
    element.value = draft[field] ?? "";
    // A link may name a guide that is no longer here.
    if (element.selectedIndex === -1) element.selectedIndex = 0;
  }
  panel.reset();
  at("draft").dispatchEvent(new InputEvent("input", {bubbles: true}));
  surround();
}

// A link holds the draft as base64url of JSON in UTF-8, behind the #.

function pack(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unpack(text) {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))));
}

/** Fills the page from its own address; false when there is nothing in it. */
function open() {
  const match = /^#draft=([\w-]+)$/.exec(location.hash);
  if (!match) return false;
  try {
    const got = unpack(match[1]);
    fill(Object.fromEntries(FIELDS.map((field) => [field, String(got[field] ?? "")])));
  } catch {
    at("done").textContent = "The draft in this link cannot be read.";
  }
  return true;
}

async function copy_link() {
  const draft = {};
  for (const field of FIELDS) if (form.elements[field].value) draft[field] = form.elements[field].value;
  history.replaceState(null, "", `#draft=${pack(draft)}`);
  try {
    await navigator.clipboard.writeText(location.href);
    at("done").textContent = "Copied. It is in the address bar, too.";
  } catch {
    at("done").textContent = "It is in the address bar now.";
  }
}

async function list_guides() {
  try {
    const {guides} = await (await fetch("readyz")).json();
    form.elements.guide.replaceChildren(...guides.map(({name}) => new Option(name, name)));
    at("guide-choice").hidden = guides.length < 2;
  } catch {
    // The panel tells that the service does not answer.
  }
}

for (const example of EXAMPLES) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = example.title;
  button.onclick = () => fill({...example, guide: form.elements.guide.value});
  document.querySelector(".examples").append(button);
}

let rest = 0;
for (const id of ["name", "message"]) {
  at(id).addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(surround, 250);
  });
}
for (const id of ["guide", "channel"]) at(id).addEventListener("change", surround);
at("token").addEventListener("change", (event) => {
  panel.token = event.target.value.trim();
  panel.check();
});
panel.addEventListener("tonelint-checked", ({detail}) => {
  if (detail.status === 401) at("token-field").hidden = false;
});
at("link").onclick = copy_link;
at("clear").onclick = () => {
  history.replaceState(null, "", location.pathname);
  fill({guide: form.elements.guide.value});
  at("done").textContent = "";
  at("draft").focus();
};
at("draft").addEventListener("input", () => { at("done").textContent = ""; });
addEventListener("hashchange", open);
form.onsubmit = () => false;

await list_guides();
if (!open()) surround();
