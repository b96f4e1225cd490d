"use strict";

const FIELDS = ["service", "token", "guide", "hold"];
const field = (name) => document.getElementById(name);
const status_line = document.getElementById("status");

chrome.storage.local.get({service: "http://127.0.0.1:7878", token: "", guide: "", hold: "warning"})
    .then((settings) => FIELDS.forEach((name) => { field(name).value = settings[name]; }));

document.getElementById("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const service = new URL(field("service").value).origin;
  if (!(await chrome.permissions.request({origins: [`${service}/*`]}))) {
    status_line.textContent = "Without this permission the extension cannot ask the service.";
    return;
  }
  const settings = Object.fromEntries(FIELDS.map((name) => [name, field(name).value.trim()]));
  await chrome.storage.local.set(settings);
  const text = await chrome.runtime.sendMessage({check: JSON.stringify({reply: "Hello."})});
  let answer = text;
  try {
    if (typeof text === "string") answer = JSON.parse(text);
  } catch { /* The line below says that it is no service. */ }
  status_line.textContent = answer?.verdict ? "Saved. The service answers." :
      `Saved, but the service does not answer yet: ${answer?.detail ?? "this is no tonelint service."} ` +
      `It has to be started with --origin ${location.origin}`;
});
