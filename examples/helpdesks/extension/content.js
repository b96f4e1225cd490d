// The page's part of the extension. It knows neither the service nor its token; background.js asks.
"use strict";

(() => {
  const page = new Tonelint.Page();

  async function post(url, {body}) {
    return chrome.runtime.sendMessage({check: body, search: new URL(url).search});
  }

  async function start() {
    const found = await chrome.runtime.sendMessage({site: `${location.protocol}//${location.hostname}`});
    page.watch(found?.site ?? null, {service: "http://extension", post, hold: found?.hold});
  }

  chrome.storage.onChanged.addListener(start);
  start();
})();
