#!/usr/bin/env node
// Asks tonelint whether a draft is ready to go out:   check.mjs [anyway] < draft.json
// Ends with 1 when the agent should look at it first, else with 0: also when nobody could be asked.
import {text} from "node:stream/consumers";

const {TONELINT_URL = "http://127.0.0.1:7878", TONELINT_TOKEN = ""} = process.env;
const query = process.argv[2] === "anyway" ? "?override=1" : "";
const body = await text(process.stdin);
try {
  const response = await fetch(`${TONELINT_URL}/v1/check${query}`, {
    method: "POST", body, signal: AbortSignal.timeout(3000),
    headers: {"Content-Type": "application/json", Authorization: `Bearer ${TONELINT_TOKEN}`},
  });
  if (!response.ok) throw new Error(response.statusText);
  const {verdict, message, diagnostics} = await response.json();
  console.log(message);
  for (const {message, rewrites: [rewrite]} of diagnostics) {
    console.log(`- ${message}${rewrite ? ` Rather: ${rewrite.text}` : ""}`);
  }
  process.exitCode = verdict === "pass" ? 0 : 1;
} catch {  // no answer in time, a refusal, or no JSON
  console.error("Not checked: send it as it is.");
}
