// Draws the report from the JSON in the page. No text ever becomes markup. What is chosen stands behind
// the # of the address, so that a link shows the same to whoever opens it.
"use strict";
{
  const LEVELS = ["error", "warning", "suggestion"];
  const PIECE = 30;  // replies that are drawn at a time
  const data = id => JSON.parse(document.getElementById(id).textContent);
  const by_id = id => document.getElementById(id);
  const rules = data("rules"), run = data("run");
  const replies = data("replies").map(prepare);

  /** Builds an element from properties and children; text stays text. */
  function make(tag, properties = {}, ...children) {
    const {data: attributes, ...rest} = properties;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function counted(count, one, many = one + "s") {
    return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
  }

  // ---- the data ----

  function short_hash(text) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; ++at) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(36);
  }

  /** Zendesk writes folders into names, as in Billing::Refund; else a folder is one on the disk. */
  function folder_of(reply) {
    if (reply.folder) return reply.folder;
    const title = (reply.name ?? "").lastIndexOf("::");
    if (title > 0) return reply.name.slice(0, title);
    const slash = reply.file.lastIndexOf("/");
    return slash > 0 ? reply.file.slice(0, slash) : "(top)";
  }

  function prepare(reply, at) {
    reply.findings ??= [];
    reply.at = at;
    reply.title = reply.name || reply.id || reply.pointer || reply.file;
    reply.folder = folder_of(reply);
    reply.counts = {error: 0, warning: 0, suggestion: 0};
    for (const found of reply.findings) ++reply.counts[found.level];
    reply.key = key_of(reply);
    return reply;
  }

  function key_of(reply) {
    return short_hash(`${reply.file}\n${reply.id ?? reply.name ?? reply.pointer ?? ""}`);
  }

  const of_key = new Map();
  for (const reply of replies) {  // two replies of one name
    for (let again = 2, key = reply.key; of_key.has(reply.key); ++again) reply.key = `${key}-${again}`;
    of_key.set(reply.key, reply);
  }

  const score_of = reply => reply.score ?? 101;  // nothing to judge: last
  const worse = (a, b) => b.counts.error - a.counts.error || score_of(a) - score_of(b) ||
      b.counts.warning - a.counts.warning || b.findings.length - a.findings.length || a.at - b.at;
  const band_of = score => score < 60 ? "error" : score < 80 ? "warning" : "good";
  const bucket_of = score => Math.min(9, Math.floor(score / 10));

  /** Findings by what `name_of` says of them: [name, {error, warning, suggestion, all}], most first. */
  function tally(name_of) {
    const all = new Map();
    for (const reply of replies) {
      for (const found of reply.findings) {
        const name = name_of(reply, found);
        if (!all.has(name)) all.set(name, {error: 0, warning: 0, suggestion: 0, all: 0});
        const counts = all.get(name);
        ++counts[found.level];
        ++counts.all;
      }
    }
    return [...all].sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1));
  }
  const tallies = {
    rule: tally((reply, found) => rules[found.rule].id),
    category: tally((reply, found) => rules[found.rule].category || "Other"),
    folder: tally(reply => reply.folder),
  };
  const scores = Array.from({length: 10}, () => 0);
  for (const reply of replies) if (reply.score !== undefined) ++scores[bucket_of(reply.score)];

  // ---- health ----

  function draw_health() {
    const sum = level => replies.reduce((all, reply) => all + reply.counts[level], 0);
    const files = new Set(replies.map(reply => reply.file)).size;
    const unclean = replies.filter(reply => reply.findings.length > 0).length;
    const blocked = replies.filter(reply => reply.counts.error > 0).length;
    const known = replies.filter(reply => reply.score !== undefined).map(reply => reply.score).sort((a, b) => a - b);
    by_id("scope").textContent = `${counted(replies.length, "reply", "replies")} in ${counted(files, "file")}`;
    by_id("verdict").textContent =
        unclean === 0 ? "Every reply is fine as written." :
        blocked > 0 ? `${counted(blocked, "reply", "replies")} should not go out as ${blocked === 1 ? "it is" : "they are"}, ` +
            `and ${counted(unclean - blocked, "more wants", "more want")} a look.` :
        `${counted(unclean, "reply wants", "replies want")} a look; ${unclean === replies.length ? "none is" :
            (replies.length - unclean).toLocaleString("en") + (replies.length - unclean === 1 ? " is" : " are")} fine as written.`;
    const tile = (name, value, level = "") => make("div", {className: level},
        make("dt", {textContent: name}), make("dd", {textContent: value.toLocaleString("en")}));
    by_id("tiles").append(
        tile("Errors", sum("error"), "error"), tile("Warnings", sum("warning"), "warning"),
        tile("Suggestions", sum("suggestion"), "suggestion"),
        tile("Fine as written", replies.length - unclean, "good"),
        tile("Safe to fix at once", run.fixable));
    if (known.length > 0) by_id("tiles").append(tile("Score in the middle", known[Math.floor(known.length / 2)]));
    by_id("charts").append(chart_of_scores(), ...["category", "rule", "folder"].map(chart_of_rows).filter(Boolean));
    by_id("made").textContent = `Made by tonelint ${run.version}.` +
        (run.suppressed > 0 ? ` ${counted(run.suppressed, "finding")} suppressed.` : "") +
        (run.skipped > 0 ? ` ${counted(run.skipped, "record")} left out: not for customers.` : "");
  }

  /** A button that chooses, or takes back what it chose. */
  function chooser(key, value, properties, ...children) {
    const button = make("button", {type: "button", ...properties}, ...children);
    button.dataset.key = key;
    button.dataset.value = value;
    button.addEventListener("click", () => {
      choose({[key]: chosen[key] === value ? "" : value});
      by_id("all").scrollIntoView({block: "start"});
    });
    return button;
  }

  function chart_of_scores() {
    const most = Math.max(1, ...scores);
    const hidden = {"aria-hidden": "true"};
    const columns = scores.map((count, at) => {
      const span = `${at * 10}–${at === 9 ? 100 : at * 10 + 9}`;
      const bar = make("i", {className: band_of(at * 10)});
      bar.style.height = `${count === 0 ? 0 : Math.max(2, 100 * count / most)}%`;
      return chooser("score", String(at),
          {title: `${span}: ${counted(count, "reply", "replies")}`},
          make("span", {textContent: count || "", data: hidden}),
          make("span", {className: "column", data: hidden}, bar),
          make("span", {textContent: at * 10, data: hidden}),
          make("span", {className: "unseen", textContent: `${span}: ${counted(count, "reply", "replies")}`}));
    });
    return make("div", {className: "chart"}, make("h3", {textContent: "Replies by score"}),
        make("div", {className: "scores"}, ...columns),
        make("p", {textContent: "From 80 on a reply is good; below 60 it wants work."}));
  }

  function chart_of_rows(key) {
    const rows = tallies[key];
    if (rows.length === 0 || (key === "folder" && rows.length < 2)) return null;
    const shown = rows.slice(0, key === "rule" ? 12 : 10);
    const title = {rule: "Findings by rule", category: "Findings by category", folder: "Findings by folder"}[key];
    const bars = shown.map(([name, counts]) => {
      const track = make("span", {className: "track"});
      for (const level of LEVELS) {
        const bar = make("i", {className: level});
        bar.style.width = `${100 * counts[level] / shown[0][1].all}%`;
        track.append(bar);
      }
      return chooser(key, name, {className: "row", title: name},
          make("span", {className: "label", textContent: name}), track,
          make("span", {className: "number", textContent: counts.all.toLocaleString("en")}));
    });
    const chart = make("div", {className: "chart"}, make("h3", {textContent: title}), ...bars);
    if (rows.length > shown.length) {
      chart.append(make("p", {textContent: `${(rows.length - shown.length).toLocaleString("en")} more, under “${
          {rule: "Rule", category: "Category", folder: "Folder"}[key]}” below.`}));
    }
    return chart;
  }

  // ---- one reply ----

  function ring(score) {
    const space = "http://www.w3.org/2000/svg";
    const draw = (tag, attributes) => {
      const element = document.createElementNS(space, tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const whole = 2 * Math.PI * 20;
    const picture = draw("svg", {viewBox: "0 0 48 48", class: "ring", role: "img",
        "aria-label": score === undefined ? "No score" : `Score ${score} of 100`});
    picture.append(draw("circle", {cx: 24, cy: 24, r: 20}));
    if (score !== undefined) {
      picture.append(draw("circle", {cx: 24, cy: 24, r: 20, class: `arc ${band_of(score)}`,
          "stroke-dasharray": `${whole * Math.max(score, 2) / 100} ${whole}`}));
    }
    const text = draw("text", {x: 24, y: 29});
    text.textContent = score ?? "–";
    picture.append(text);
    return picture;
  }

  function chips(reply) {
    const all = LEVELS.filter(level => reply.counts[level] > 0).map(level =>
        make("span", {className: `chip ${level}`, textContent: counted(reply.counts[level], level)}));
    if (all.length === 0) all.push(make("span", {className: "chip good", textContent: "fine as written"}));
    return make("p", {className: "chips"}, ...all);
  }

  function place_of(reply) {
    const line = reply.findings.length > 0 ? `:${reply.findings[0].line}` : "";
    const id = reply.id && reply.name ? `id ${reply.id} · ` : "";
    return make("p", {className: "place", textContent: `${id}${reply.file}${line} · ${counted(reply.words, "word")}`});
  }

  function heading(reply) {
    return make("h3", {}, make("a", {href: `#reply=${reply.key}`, textContent: reply.title}));
  }

  /** The text with its findings marked and numbered; where something is missing, a number stands. */
  function marked(reply) {
    const out = make("div", {className: "text"});
    const found = reply.findings.map((each, at) => ({...each, number: at + 1}));
    const edges = new Set([0, reply.text.length]);
    for (const each of found) edges.add(each.begin).add(each.end);
    const places = [...edges].filter(at => at <= reply.text.length).sort((a, b) => a - b);
    places.forEach((begin, at) => {
      for (const each of found.filter(each => each.begin === begin && each.end === begin)) {
        out.append(make("span", {className: `insert ${each.level}`, textContent: `+ ${each.number}`,
            title: each.message}));
      }
      const end = places[at + 1];
      if (end === undefined) return;
      const text = reply.text.slice(begin, end);
      const over = found.filter(each => each.begin <= begin && each.end >= end && each.begin < each.end);
      if (over.length === 0) {
        out.append(text);
        return;
      }
      const level = LEVELS.find(level => over.some(each => each.level === level));
      const ending = over.filter(each => each.end === end).map(each => each.number);
      const mark = make("mark", {className: level}, text);
      if (ending.length > 0) mark.append(make("sup", {textContent: ending.join(" ")}));
      out.append(mark);
    });
    return out;
  }

  /** The other reply of a finding that compares two. */
  function link_to(place) {
    const other = of_key.get(key_of(place));
    const where = `${place.file}:${place.line}:${place.column}`;
    const name = other === undefined ? place.name ?? where : other.title;
    const line = make("p", {className: "other"}, "See ",
        other === undefined ? name : make("a", {href: `#reply=${other.key}`, textContent: name}));
    if (name !== where) line.append(` (${where})`);
    return line;
  }

  function finding(found, at) {
    const rule = rules[found.rule];
    const what = make("div", {}, make("p", {textContent: found.message}));
    if (found.rewrites?.length > 0) {
      const better = found.rewrites[0];
      what.append(make("p", {className: "rewrite"},
          make("b", {textContent: found.safe ? "Better" : "Better (please read it over)"}),
          make("ins", {textContent: better || "Leave it out."})));
    }
    what.append(...(found.related ?? []).map(link_to));
    const about = make("p", {className: "about"});
    if (rule.why) about.append(`${rule.why} `);
    const only = make("button", {type: "button", textContent: rule.id, title: "Show all replies with this rule"});
    only.addEventListener("click", () => choose({rule: rule.id}));
    about.append(only);
    what.append(about);
    return make("li", {}, make("span", {className: `number-of ${found.level}`, textContent: at + 1,
        title: found.level}), what);
  }

  function card(reply) {
    const body = make("div", {className: reply.findings.length > 0 ? "body" : "body clean"}, marked(reply));
    if (reply.findings.length > 0) body.append(make("ol", {className: "findings"}, ...reply.findings.map(finding)));
    return make("article", {className: "card", id: `reply-${reply.key}`},
        make("header", {}, ring(reply.score), make("div", {}, heading(reply), place_of(reply)), chips(reply)), body);
  }

  function draw_worst() {
    const worst = [...replies].filter(reply => reply.findings.length > 0).sort(worse).slice(0, 5);
    by_id("mend").hidden = worst.length === 0;
    for (const reply of worst) {
      const gravest = LEVELS.flatMap(level => reply.findings.filter(each => each.level === level))[0];
      const text = make("div", {}, heading(reply), place_of(reply),
          make("p", {className: "why", textContent: gravest.message}));
      if (reply.gain) {
        text.append(make("p", {className: "quiet", textContent: `Most to gain: ${reply.gain}.`}));
      }
      const counts = chips(reply);
      counts.classList.add("why");
      text.append(counts);
      by_id("worst").append(make("li", {}, ring(reply.score), text));
    }
  }

  // ---- choosing ----

  const none = {q: "", level: "", rule: "", category: "", folder: "", score: "", order: "", reply: ""};
  let chosen = {...none}, shown = [], drawn = 0;
  const tools = by_id("tools");

  function fill_select(name, values, label = value => value) {
    tools.elements[name].append(make("option", {value: "", textContent: "Any"}),
        ...values.map(([value, count]) => make("option", {value, textContent: `${label(value)} (${count})`})));
  }

  function haystack(reply) {
    return reply.haystack ??= [reply.title, reply.id ?? "", reply.file, reply.text,
        ...reply.findings.map(each => `${each.message} ${rules[each.rule].id}`)].join("\n").toLowerCase();
  }

  function fits(reply, words) {
    if (chosen.folder !== "" && reply.folder !== chosen.folder) return false;
    if (chosen.score !== "" && (reply.score === undefined || bucket_of(reply.score) !== Number(chosen.score))) return false;
    if (chosen.level === "clean" && reply.findings.length > 0) return false;
    const wanted = found => (chosen.level === "" || chosen.level === "clean" || found.level === chosen.level) &&
        (chosen.rule === "" || rules[found.rule].id === chosen.rule) &&
        (chosen.category === "" || (rules[found.rule].category || "Other") === chosen.category);
    const asks = (chosen.level !== "" && chosen.level !== "clean") || chosen.rule !== "" || chosen.category !== "";
    if (asks && !reply.findings.some(wanted)) return false;
    return words.every(word => haystack(reply).includes(word));
  }

  const by_name = new Intl.Collator("en", {numeric: true}).compare;
  const orders = {
    "": worse,
    file: (a, b) => a.at - b.at,
    score: (a, b) => score_of(a) - score_of(b) || a.at - b.at,
    name: (a, b) => by_name(a.title, b.title) || a.at - b.at,
  };

  function draw_more(count = PIECE) {
    const next = shown.slice(drawn, drawn + count);
    by_id("list").append(...next.map(card));
    drawn += next.length;
    by_id("more").hidden = drawn >= shown.length;
  }

  function draw_list() {
    const words = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
    shown = replies.filter(reply => fits(reply, words)).sort(orders[chosen.order] ?? worse);
    drawn = 0;
    by_id("list").replaceChildren();
    by_id("count").textContent = shown.length === replies.length ? `All ${counted(shown.length, "reply", "replies")}.` :
        `${counted(shown.length, "reply", "replies")} of ${replies.length.toLocaleString("en")}.`;
    draw_more();
  }

  /** Goes to one reply, drawing those before it as far as is needed. */
  function show_reply(key) {
    const reply = of_key.get(key);
    if (reply === undefined) return;
    if (!shown.includes(reply)) choose(none, false);
    const at = shown.indexOf(reply);
    if (at >= drawn) draw_more(at - drawn + PIECE);
    const article = by_id(`reply-${key}`);
    document.querySelector(".linked")?.classList.remove("linked");
    article.classList.add("linked");
    article.scrollIntoView({block: "start"});
    article.querySelector("a").focus({preventScroll: true});
  }

  function choose(change, remember = true) {
    chosen = {...chosen, ...change, reply: ""};
    for (const [key, value] of Object.entries(chosen)) if (tools.elements[key]) tools.elements[key].value = value;
    for (const button of document.querySelectorAll(".chart button")) {
      button.setAttribute("aria-pressed", String(chosen[button.dataset.key] === button.dataset.value));
    }
    draw_list();
    if (!remember) return;
    const words = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ""));
    history.replaceState(null, "", `#${words}`);
  }

  function read_address() {
    const words = new URLSearchParams(location.hash.slice(1));
    const reply = words.get("reply");
    if (reply !== null) return show_reply(reply);
    const change = {...none};
    for (const key of Object.keys(none)) change[key] = words.get(key) ?? "";
    choose(change, false);
  }

  draw_health();
  draw_worst();
  fill_select("rule", [...tallies.rule].sort((a, b) => a[0] < b[0] ? -1 : 1).map(([name, counts]) => [name, counts.all]));
  fill_select("category", tallies.category.map(([name, counts]) => [name, counts.all]));
  fill_select("folder", tallies.folder.map(([name, counts]) => [name, counts.all]));
  fill_select("score", scores.map((count, at) => [String(at), count]),
      at => `${Number(at) * 10}–${at === "9" ? 100 : Number(at) * 10 + 9}`);
  choose({}, false);
  if (location.hash.includes("=")) read_address();

  let waiting = 0;
  tools.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => choose(Object.fromEntries(new FormData(tools))), 120);
  });
  tools.addEventListener("submit", event => event.preventDefault());
  tools.addEventListener("reset", event => {
    event.preventDefault();
    choose(none);
  });
  by_id("more").firstChild.addEventListener("click", () => draw_more());
  new IntersectionObserver(entries => {
    if (entries[0].isIntersecting && drawn < shown.length) draw_more();
  }, {rootMargin: "1200px"}).observe(by_id("more"));
  addEventListener("hashchange", read_address);
  addEventListener("beforeprint", () => draw_more(shown.length));
}
