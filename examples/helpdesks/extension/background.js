// Knows the settings and the sites, and is the only part that asks the service. Texts go to the address
// that the team has set, and nowhere else.
"use strict";

const DEFAULTS = {service: "http://127.0.0.1:7878", token: "", guide: "", hold: "warning", off: [], own: []};
const SCRIPTS = ["check.js", "panel.js", "drawer.js", "editor.js", "page.js", "content.js"];

/** Settings of the whole team, where an administrator has set them, come before the agent's own. */
async function read_settings() {
  const managed = await chrome.storage.managed.get().catch(() => ({}));
  return {...DEFAULTS, ...(await chrome.storage.local.get()), ...managed};
}

async function read_sites() {
  const response = await fetch(chrome.runtime.getURL("sites.json"));
  return response.json();
}

function matches(host, pattern) {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/**
 * What the page's part needs to know of a place such as "https://app.example.com": the site, if it is on.
 * Nothing of the service.
 */
async function find_site(place) {
  const [settings, {sites, others}] = await Promise.all([read_settings(), read_sites()]);
  const host = place.replace(/^.*\/\//, "");
  const known = sites.find(({hosts}) => hosts.some((each) => matches(host, each)));
  const site = known ?? (settings.own.includes(place) ? others : null);
  const on = Boolean(site) && !settings.off.includes(place);
  return {site: on ? site : null, known: Boolean(known), hold: settings.hold};
}

async function ask(body, search) {
  const {service, token, guide} = await read_settings();
  const url = new URL("/v1/check", service);
  url.search = search ?? "";
  if (guide) url.searchParams.set("guide", guide);
  const headers = {"Content-Type": "application/json"};
  if (token) headers.Authorization = `Bearer ${token}`;
  const response = await fetch(url, {method: "POST", headers, body, credentials: "omit",
                                     redirect: "error", signal: AbortSignal.timeout(2500)});
  return response.text();
}

/** Own sites get the scripts by registration; the agent has allowed them in the popup. */
async function register({own}) {
  await chrome.scripting.unregisterContentScripts().catch(() => {});
  if (own.length === 0) return;
  await chrome.scripting.registerContentScripts([{
    id: "own", js: SCRIPTS, allFrames: true, runAt: "document_start",
    matches: own.map((place) => `${place}/*`)}]);
}

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== chrome.runtime.id) return false;
  const done = message.check !== undefined ? ask(message.check, message.search)
               : message.register          ? read_settings().then(register)
                                           : find_site(message.site);
  done.then(answer, (problem) => answer({detail: String(problem.message ?? problem)}));
  return true;
});

chrome.runtime.onInstalled.addListener(async () => register(await read_settings()));
