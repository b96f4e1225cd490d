// Turns the check on and off for the site of the current tab.
"use strict";

const box = document.getElementById("on");

/** Such as "https://app.example.com", or nothing where no site is. */
async function find_place() {
  const [tab] = await chrome.tabs.query({active: true, currentWindow: true});
  const address = new URL(new URLSearchParams(location.search).get("page") ?? tab?.url ?? "about:blank");
  return address.protocol.startsWith("http") ? `${address.protocol}//${address.hostname}` : "";
}

find_place().then(async (place) => {
  document.getElementById("place").textContent = place.replace(/^.*\/\//, "") || "this page";
  const {site, known} = await chrome.runtime.sendMessage({site: place});
  box.checked = Boolean(site);
  box.addEventListener("change", async () => {
    if (box.checked && !known &&
        !(await chrome.permissions.request({origins: [`${place}/*`]}))) {
      box.checked = false;
      return;
    }
    const {off, own} = await chrome.storage.local.get({off: [], own: []});
    const others = (list) => list.filter((each) => each !== place);
    await chrome.storage.local.set({
      off: box.checked ? others(off) : [...others(off), place],
      own: box.checked && !known ? [...others(own), place] : own,
    });
    await chrome.runtime.sendMessage({register: true});
  });
  box.disabled = !place;
});
