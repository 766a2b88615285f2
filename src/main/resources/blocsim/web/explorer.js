"use strict";
// The explorer's page. All figures come from the server; nothing here is simulated.
const $ = id => document.getElementById(id);
const GROUPS = { events: "Events", state: "The state", bloc: "The bloc and its rules", parameters: "Numbers of the model" };
const FINAL = ["done", "cancelled", "problems", "failed", "gone", "busy"];
const DRAWN = "Drawn anew in each replicate, around the fitted value that stands here. A value that you set holds in all of them.";
const say = text => { $("said").textContent = text; };
const percent = share => share > 0 && share < 0.005 ? "under 1 %" : share < 1 && share > 0.995 ? "over 99 %" : Math.round(share * 100) + " %";
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const rungName = id => id === "none" ? "Outsider" : id.charAt(0).toUpperCase() + id.slice(1);

let scenario = null;          // the description of the scenario on the desk
let changes = new Map();      // what is set, by pointer
let before = [];              // earlier changes, for undo
let after = [];               // changes that were undone, for redo
let looked = "";              // the state looked at
let outcome = null;           // what the replicates have come to so far
let current = null;           // the run on the way: { id, source }
let pinned = null;            // { id, outcome, label }
let starting = false;         // a run is asked for and has no number yet
let stopEarly = false;        // it was cancelled meanwhile
let tick = 0;                 // the year on the map
let playing = 0;
let turns = [];               // charts that wait to be drawn
let turning = false;
let outlines = null;
let why = null;               // what is being explained, or stands explained: { id, over, source }
let notTaken = "";            // what of a link could not be set
const charts = new Map();

// ---- talking to the server

class Refused extends Error {
  constructor(status, body) { super(body.error || "The server refused."); this.status = status; this.problems = body.problems; }
}

async function ask(path, body, method) {
  let answer;
  try {
    answer = await fetch(path, body === undefined ? { method: method || "GET" }
      : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch (lost) {
    lose();
    throw lost;
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 401) { restarted(); }
    throw new Refused(answer.status, told);
  }
  return answer;
}
const get = async path => (await ask(path)).json();
const post = async (path, body) => (await ask(path, body)).json();

let waiting = 0;
/** Looks for the program until it answers to this browser: it may be gone, or started anew with another token. */
function lose() {
  $("lost").hidden = false;
  say("");
  if (waiting) { return; }
  waiting = setInterval(async () => {
    try {
      const answer = await fetch("api/scenarios");
      $("lost").hidden = true;
      if (answer.status === 401) { restarted(); return; }
      clearInterval(waiting);
      waiting = 0;
      start();
    } catch (still) {
      $("lost").hidden = false;
      $("lostdots").textContent = ".".repeat(1 + Date.now() / 1000 % 3);
    }
  }, 1000);
}
function restarted() {
  showProblems(null, "The program was started anew. Open the address that it printed in this browser; this page then goes on with your changes.");
  if (!waiting) { lose(); $("lost").hidden = true; }
}

function showProblems(list, text, file) {
  const box = $("problems");
  box.replaceChildren();
  box.hidden = !list && !text;
  if (text) { box.append(text); }
  if (list) {
    const items = document.createElement("ul");
    for (const one of list) {
      const item = document.createElement("li");
      const where = document.createElement("code");
      where.textContent = one.file + (one.line > 0 ? ":" + one.line : "") + (one.pointer ? " " + one.pointer : "");
      item.append(where, ": " + one.what + (one.remedy ? ". " + one.remedy : ""));
      if (file && one.line > 0 && one.file.endsWith(file.name)) { item.append(excerpt(file.text, one.line)); }
      items.append(item);
    }
    box.append(list.length === 1 ? "There is a problem." : "There are " + list.length + " problems.", items);
    box.scrollIntoView({ block: "nearest" });
  }
}
/** The line of a problem, with those around it. */
function excerpt(text, line) {
  const lines = text.split(/\r?\n/), box = element("pre", "lines");
  for (let n = Math.max(1, line - 1); n <= Math.min(lines.length, line + 1); n++) {
    const one = String(n).padStart(4) + "  " + lines[n - 1].slice(0, 160) + "\n";
    box.append(n === line ? element("mark", "", one) : one);
  }
  return box;
}
function told(error, file) {
  if (error instanceof Refused) {
    if (error.problems) { showProblems(error.problems, null, file); } else { say(error.message); }
  } else if (!(error instanceof TypeError)) {
    throw error;
  }
}

// ---- scenario and controls

async function loadList() {
  const list = await get("api/scenarios");
  const select = $("scenario");
  const groups = new Map();
  select.replaceChildren();
  for (const one of list.scenarios) {
    const top = one.id.split("/")[0];
    const option = new Option(one.title, one.id);
    if (one.id === top) { select.append(option); groups.set(top, option); } else {
      option.text = "\u2003" + one.title;
      select.append(option);
    }
  }
  return list;
}

async function open(id, wanted) {
  let found;
  try {
    found = await get("api/scenario?id=" + encodeURIComponent(id));
  } catch (error) { told(error); return false; }
  stopRun();
  scenario = found;
  changes = new Map();
  before = [];
  after = [];
  outcome = null;
  turns = [];
  pinned = null;
  why = null;
  looked = found.state;
  const missing = [];
  for (const [pointer, value] of wanted || []) {
    if (control(pointer)) { changes.set(pointer, value); } else { missing.push(pointer); }
  }
  notTaken = missing.length ? "The link sets what this scenario does not have: " + missing.join(", ") + "." : "";
  $("scenario").value = id;
  $("replicates").max = found.mostReplicates;
  $("replicates").value = Math.min(found.replicates, found.mostReplicates);
  const ask = (found.description.match(/^[^?]*\?/) || [""])[0];
  $("question").textContent = ask.length < 300 ? ask : "";
  $("state").replaceChildren(...found.states.map(s => new Option(s.name, s.code)));
  $("state").value = looked;
  $("whydate").min = found.start;
  $("whydate").max = found.end;
  $("whydate").value = found.start.slice(0, 4) <= "2015" && found.end >= "2015-07-10" ? "2015-07-10" : found.start;
  $("whytext").replaceChildren();
  tick = Math.max(0, Math.min(Number(found.end.slice(0, 4)), Number(found.recordedUntil.slice(0, 4))) - Number(found.start.slice(0, 4)) - 1);
  drawControls();
  drawMapFrame();
  changed();
  compare();
  return true;
}
const control = pointer => scenario.controls.find(c => c.pointer === pointer);
const nameOf = code => (scenario.states.find(s => s.code === code) || { name: code }).name;

function drawControls() {
  const box = $("controls");
  box.replaceChildren();
  for (const [group, title] of Object.entries(GROUPS)) {
    const list = scenario.controls.filter(c => c.group === group);
    if (!list.length) { continue; }
    const details = document.createElement("details");
    details.className = "group";
    details.open = group === "events" || group === "state";
    const summary = document.createElement("summary");
    summary.textContent = (group === "state" ? nameOf(scenario.state) : group === "bloc" ? "The " + scenario.bloc + " and its rules" : title)
      + " (" + list.length + ")";
    details.append(summary, ...list.map(drawControl));
    box.append(details);
  }
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) { made.className = className; }
  if (text !== undefined) { made.textContent = text; }
  return made;
}

function drawControl(c) {
  const box = element("div", "control");
  box.dataset.pointer = c.pointer;
  const id = "c" + scenario.controls.indexOf(c);
  const label = element("label", "name", c.label);
  label.htmlFor = id;
  box.append(label);
  if (c.form === "number") {
    const slider = element("input");
    Object.assign(slider, { type: "range", id, min: c.low, max: c.high, step: c.step });
    const number = element("input");
    Object.assign(number, { type: "number", min: c.least, max: c.most, step: "any" });
    number.setAttribute("aria-label", c.label + ", as a number");
    const row = element("div", "row");
    row.append(number, element("span", "soft", c.unit && c.unit !== "1" ? c.unit : ""));
    slider.addEventListener("input", () => { number.value = slider.value; });
    slider.addEventListener("change", () => set(c, Number(slider.value)));
    number.addEventListener("change", () => {
      if (number.value !== "" && number.checkValidity()) { set(c, Number(number.value)); } else { fill(box, c); }
    });
    const back = element("button", "", "As it stands");
    back.type = "button";
    back.setAttribute("aria-label", c.label + ": as it stands");
    back.addEventListener("click", () => set(c, undefined));
    row.append(back);
    box.append(slider, row);
  } else if (c.form === "switch") {
    const check = element("input");
    Object.assign(check, { type: "checkbox", id });
    check.addEventListener("change", () => set(c, check.checked ? undefined : null));
    box.prepend(check);
    label.style.display = "inline";
    box.insertBefore(document.createTextNode(" "), label);
  } else if (c.form === "date") {
    const date = element("input");
    Object.assign(date, { type: "date", id });
    date.addEventListener("change", () => { if (date.value) { set(c, date.value); } });
    const never = element("input");
    Object.assign(never, { type: "checkbox", id: id + "n" });
    never.addEventListener("change", () => set(c, never.checked ? null : undefined));
    const without = element("label", "check", "no end");
    without.prepend(never);
    const row = element("div", "row");
    row.append(date, without);
    box.append(row);
  } else {
    const choice = element("select");
    choice.id = id;
    choice.append(new Option("As it stands", ""));
    c.options.forEach((option, n) => choice.append(new Option(option.label, n)));
    choice.addEventListener("change", () => set(c, choice.value === "" ? undefined : c.options[choice.value].value));
    box.append(choice);
  }
  if (c.drawn) { box.append(element("p", "soft drawn", DRAWN)); }
  const more = element("details");
  more.append(element("summary", "", c.evidence.length ? "What it means, and the evidence" : "What it means"));
  const meaning = c.meaning + (c.form === "number" ? ". From " + c.least + " to " + c.most + "; here "
    + (c.standard === null ? "as the data panel or the default has it" : c.standard) + "." : ".");
  more.append(element("p", "", meaning));
  if (c.evidence.length) {
    const list = element("ul");
    for (const e of c.evidence) {
      const from = e.from && e.from.length ? e.from.join("; ") : e.title;
      list.append(element("li", "", "[" + e.source + "] " + e.words + (from ? " (" + from + ")" : "")));
    }
    more.append(list);
  }
  more.append(element("code", "", c.pointer));
  box.append(more);
  fill(box, c);
  return box;
}

function fill(box, c) {
  const is = changes.has(c.pointer);
  const value = is ? changes.get(c.pointer) : c.standard;
  box.classList.toggle("set", is);
  const input = box.querySelector("input, select");
  if (c.form === "number") {
    input.value = value === null ? (c.low + c.high) / 2 : value;
    box.querySelector("input[type=number]").value = value === null ? "" : value;
    box.querySelector("input[type=number]").placeholder = value === null ? "panel" : "";
    box.querySelector("button").disabled = !is;
  } else if (c.form === "switch") {
    input.checked = value !== null;
  } else if (c.form === "date") {
    input.value = value || "";
    box.querySelector("input[type=checkbox]").checked = value === null;
  } else {
    input.value = is ? c.options.findIndex(o => same(o.value, value)) : "";
  }
}

function set(c, value) {
  const next = new Map(changes);
  if (value === undefined || same(value, c.form === "switch" ? true : c.standard)) { next.delete(c.pointer); } else { next.set(c.pointer, value); }
  if (same([...next], [...changes])) { return; }
  before.push(changes);
  after = [];
  put(next);
}
/** Takes changes in place of those that stand. */
function put(next) {
  changes = next;
  refill();
  changed();
  if ($("auto").checked) { run(); }
}
function undo() {
  if (before.length) { after.push(changes); put(before.pop()); }
}
function redo() {
  if (after.length) { before.push(changes); put(after.pop()); }
}
function reset() {
  if (changes.size) { before.push(changes); after = []; put(new Map()); }
}
function refill() {
  for (const box of $("controls").querySelectorAll(".control")) { fill(box, control(box.dataset.pointer)); }
}
function changed() {
  $("undo").disabled = !before.length;
  $("redo").disabled = !after.length;
  $("reset").disabled = !changes.size;
  $("whatif").disabled = !changes.size;
  $("changed").textContent = changes.size === 0 ? "Nothing is changed." : changes.size === 1 ? "One assumption is changed." : changes.size + " assumptions are changed.";
  showLink();
  showProblems(null);
}
/** Puts into the address what opens the page as it stands. */
function showLink() {
  const link = new URLSearchParams({ s: scenario.id });
  if (changes.size) { link.set("c", JSON.stringify([...changes])); }
  if (Number($("replicates").value) !== scenario.replicates) { link.set("n", $("replicates").value); }
  if (looked !== scenario.state) { link.set("l", looked); }
  history.replaceState(null, "", "#" + link);
}
const changeList = () => [...changes].map(([pointer, value]) => ({ pointer, value }));

// ---- runs

function stopRun() {
  if (current) {
    const stopped = current;
    current = null;
    stopped.source.close();
    stopped.resolve(null);
    $("cancel").disabled = true;
  }
}

/** Has work done and hears of it until its end. */
function listen(id, hear) {
  const source = new EventSource("api/runs/" + id + "/events");
  for (const name of ["part", ...FINAL]) {
    source.addEventListener(name, event => {
      if (FINAL.includes(name)) { source.close(); }
      hear(name, JSON.parse(event.data));
    });
  }
  source.onerror = () => {
    const ended = () => { source.close(); stopRun(); lose(); };
    if (source.readyState === EventSource.CLOSED || !navigator.onLine) { ended(); } else { fetch("api/scenarios").catch(ended); }
  };
  return source;
}

async function run() {
  if (!$("replicates").checkValidity() || !$("replicates").value) {
    say("Give a number of replicates from 1 to " + $("replicates").max + ".");
    return null;
  }
  showLink();
  stopWhy();
  const wanted = { scenario: scenario.id, changes: changeList(), replicates: Number($("replicates").value), state: looked, bloc: scenario.bloc };
  if (current) { wanted.instead = current.id; }
  stopRun();
  const began = performance.now();
  showProblems(null);
  say("Running …");
  $("progress").removeAttribute("value");
  let begun;
  starting = true;
  stopEarly = false;
  try { begun = await post("api/runs", wanted); } catch (error) { $("progress").value = 0; told(error); return null; } finally { starting = false; }
  $("cancel").disabled = false;
  return new Promise(resolve => {
    let first = 0, all = 0;
    const mine = { id: begun.id, resolve };
    current = mine;
    if (stopEarly) { cancel(); }
    mine.source = listen(begun.id, (name, data) => {
      if (current !== mine) { return; }
      if (name === "part" || name === "done") {
        first = first || performance.now() - began;
        all = data.done === data.total && !all ? performance.now() - began : all;
        outcome = data;
        $("progress").max = data.total;
        $("progress").value = data.done;
        say(data.done + " of " + data.total + " replicates" + (name === "done" ? ", in " + (all / 1000).toFixed(2)
          + " s; the first after " + (first / 1000).toFixed(2) + " s." : " …"));
        document.body.dataset.done = name === "done" ? data.id : "";
        draw();
      }
      if (name === "done") { finished(); resolve(data); }
      if (FINAL.includes(name) && name !== "done") {
        $("progress").value = 0;
        say({ cancelled: "Cancelled.", failed: "The run failed; the terminal says more.", problems: "This cannot be run.",
          gone: "The run is gone; run it again.", busy: "Too many pages listen; close some." }[name]);
        if (name === "problems") { showProblems(data.problems); }
        resolve(null);
      }
      if (FINAL.includes(name)) { current = null; $("cancel").disabled = true; }
    });
  });
}
function finished() {
  if (notTaken) { say(notTaken); }
  if (why) { explain(false); }
  for (const id of ["pin", "report", "charts"]) { $(id).disabled = false; }
  compare();
}
async function cancel() {
  if (starting) { stopEarly = true; return; }
  if (current) { await ask("api/runs/" + current.id, undefined, "DELETE").catch(told); }
}

// ---- charts

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const rungColour = height => css("--rung" + height);
function chart(id) {
  if (!charts.has(id)) { charts.set(id, echarts.init($(id), null, { renderer: "canvas" })); }
  return charts.get(id);
}
function axes(extra) {
  const line = { lineStyle: { color: css("--soft") } };
  const text = { color: css("--soft"), fontSize: document.body.classList.contains("classmode") ? 17 : 12 };
  return Object.assign({
    animation: false,
    textStyle: { fontFamily: "DejaVu Sans, Verdana, sans-serif", color: css("--ink") },
    grid: { left: 48, right: 20, top: 40, bottom: 32 },
    legend: { top: 4, textStyle: { color: css("--ink"), fontSize: text.fontSize }, itemWidth: 16 },
    tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: css("--card"), borderColor: css("--line"), textStyle: { color: css("--ink") } },
    xAxis: { type: "category", axisLine: line, axisLabel: text, axisTick: line, boundaryGap: false },
    yAxis: { type: "value", axisLabel: text, splitLine: { lineStyle: { color: css("--line") } } },
  }, extra);
}
const narrow = () => innerWidth < 600;
const years = () => outcome.dates.map(d => d.slice(0, 4));

/** A band between two rows of numbers. */
function band(name, colour, lower, upper) {
  return { name, type: "custom", silent: true, z: 1, tooltip: { show: false }, data: [0], renderItem: (params, api) => {
    const points = [];
    upper.forEach((v, k) => points.push(api.coord([k, v])));
    for (let k = lower.length - 1; k >= 0; k--) { points.push(api.coord([k, lower[k]])); }
    return { type: "polygon", shape: { points }, style: { fill: colour, opacity: 0.22 } };
  } };
}

let drawing = false;
function draw() {
  if (drawing || !outcome) { return; }
  drawing = true;
  requestAnimationFrame(() => { drawing = false; drawNow(); });
}
function drawNow() {
  if (!outcome) { return; }
  const name = nameOf(outcome.state);
  $("fan-title").textContent = name + " and the " + outcome.bloc + ", rung over time";
  $("fan-note").textContent = "Share of " + outcome.done + " replicates on each rung at the end of each year"
    + (recordedFor().length ? "; dashed: rises on record." : ".");
  chart("fan").setOption(axes({
    grid: { left: 48, right: 20, top: 72, bottom: 32 },
    yAxis: { type: "value", min: 0, max: 1, axisLabel: { color: css("--soft"), formatter: v => Math.round(v * 100) + " %" }, splitLine: { lineStyle: { color: css("--line") } } },
    xAxis: Object.assign(axes().xAxis, { data: years() }),
    series: outcome.rungs.map((rung, r) => ({
      name: rungName(rung.id), type: "line", stack: "shares", symbol: "none", color: rungColour(rung.height),
      areaStyle: { opacity: r === 0 ? 0.25 : 0.85 }, lineStyle: { width: 1 }, data: outcome.shares[r].map(s => s.value),
      markLine: r === 0 && recordedFor().length ? { silent: true, symbol: "none", lineStyle: { color: css("--ink"), type: "dashed" }, label: { color: css("--ink"), formatter: p => p.name },
        data: recordedFor().map((d, n) => ({ name: d.status, xAxis: d.recorded.slice(0, 4), label: { distance: n % 2 ? 18 : 4 } })) } : undefined,
    })),
  }), true);
  drawTable($("sharetable"), outcome.rungs.map(r => rungName(r.id)), outcome.shares, s => six(s.value));
  $("size-title").textContent = "Size of the " + outcome.bloc;
  $("motives-title").textContent = "Motives of " + name;
  $("year").max = outcome.dates.length - 1;
  drawMap();
  $("command").textContent = outcome.command;
  drawVerdict();
  inTurn([drawSize, drawMotives, drawObjectors, drawLadder]);
}
/** Draws one after the other, so that the page hears a reader in between; what was not yet drawn of before is left out. */
function inTurn(list) {
  turns = list;
  const next = () => {
    const one = turns.shift();
    turning = Boolean(one);
    if (one) { one(); setTimeout(next); }
  };
  if (!turning) { turning = true; setTimeout(next); }
}
function drawSize() {
  const size = outcome.members;
  chart("size").setOption(axes({
    legend: { show: false },
    yAxis: { type: "value", min: 0, max: Math.max(...size.map(s => s[2])) + 1, minInterval: 1, axisLabel: { color: css("--soft"), showMaxLabel: false }, splitLine: { lineStyle: { color: css("--line") } } },
    xAxis: Object.assign(axes().xAxis, { data: years() }),
    series: [band("band", css("--accent"), size.map(s => s[1]), size.map(s => s[2])),
      { name: "Full members", type: "line", symbol: "none", z: 3, color: css("--accent"), data: size.map(s => s[0]) }],
  }), true);
}
function drawMotives() {
  const palette = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#8a8f96"];
  const dashes = ["solid", "dashed", "dotted", "solid", "dashed", "dotted", "solid"];
  chart("motives").setOption(axes({
    grid: { left: 48, right: 20, top: 70, bottom: 32 },
    xAxis: Object.assign(axes().xAxis, { data: years() }),
    series: Object.entries(outcome.motives).map(([motive, values], n) => ({ name: rungName(motive), type: "line", symbol: "none", color: palette[n],
      lineStyle: { width: 2.5, type: dashes[n] }, data: values.map(v => Math.round(v * 1000) / 1000) })),
  }), true);
}
const recordedFor = () => (outcome.rises || []).filter(d => d.state === outcome.state && d.kind === "in force");
const six = value => String(Math.round(value * 1e6) / 1e6);

function atLeast(from, rung, k) {
  let sum = 0;
  for (let r = rung; r < from.rungs.length; r++) { sum += from.shares[r][k].value; }
  return sum;
}
function drawVerdict() {
  const last = outcome.dates.length - 1, top = outcome.rungs.length - 1;
  const end = outcome.shares[top][last];
  let text = nameOf(outcome.state) + " is " + outcome.rungs[top].id + " of the " + outcome.bloc + " at the end of " + outcome.dates[last].slice(0, 4)
    + " in " + percent(end.value) + " of " + outcome.done + " replicates (95 % interval " + percent(end.lower) + " to " + percent(end.upper) + ").";
  const risen = recordedFor().find(d => d.status === outcome.rungs[top].id);
  if (risen) { text += " On record it became so on " + risen.recorded + "; by then " + percent(risen.byRecorded.value) + " of the replicates have it."; }
  $("verdict").textContent = text;
}
function drawTable(table, heads, rows, cell) {
  const head = element("thead"), body = element("tbody"), line = element("tr");
  line.append(Object.assign(element("th", "", "End of"), { scope: "col" }), ...heads.map(h => Object.assign(element("th", "", h), { scope: "col" })));
  head.append(line);
  outcome.dates.forEach((date, k) => {
    const row = element("tr");
    row.append(Object.assign(element("th", "", date.slice(0, 4)), { scope: "row" }), ...rows.map(r => element("td", "", cell(r[k]))));
    body.append(row);
  });
  table.replaceChildren(head, body);
}
function drawObjectors() {
  const list = outcome.objectors.slice(0, 8).reverse();
  $("objectors-note").textContent = "A request of " + nameOf(outcome.state) + " is stopped at least once in " + percent(outcome.stopped.value)
    + " of the replicates. Share of these in which the member objects first.";
  chart("objectors").setOption(axes({
    grid: { left: 120, right: 30, top: 10, bottom: 28 }, legend: { show: false },
    xAxis: { type: "value", min: 0, max: 1, interval: narrow() ? 0.5 : 0.2, axisLabel: { color: css("--soft"), formatter: v => Math.round(v * 100) + " %" }, splitLine: { lineStyle: { color: css("--line") } } },
    yAxis: { type: "category", data: list.map(o => nameOf(o.state)), axisLabel: { color: css("--ink") } },
    series: [{ name: "First to object", type: "bar", barMaxWidth: 22, color: "#d55e00", data: list.map(o => o.share.value) }],
  }), true);
}
function drawLadder() {
  const all = (outcome.rises || []).filter(d => d.kind === "in force").sort((a, b) => (b.state === outcome.state) - (a.state === outcome.state) || a.recorded.localeCompare(b.recorded));
  const rows = all.slice(0, 40).reverse();
  const first = Date.parse(scenario.start), end = Date.parse(scenario.end);
  const day = text => text === null ? end : Date.parse(text);
  $("ladder").style.height = Math.max(14, rows.length * 1.35 + 5) + "rem";
  chart("ladder").resize();
  chart("ladder").setOption(axes({
    grid: { left: narrow() ? 112 : 190, right: 24, top: 34, bottom: 30 },
    tooltip: { trigger: "item", renderMode: "richText", backgroundColor: css("--card"), borderColor: css("--line"), textStyle: { color: css("--ink") },
      formatter: p => { const d = rows[p.dataIndex]; return nameOf(d.state) + ", " + d.status + "\nrecorded " + d.recorded + "\nmedian " + (d.median || "never") + ", 5 % " + (d.lower || "never") + ", 95 % " + (d.upper || "never"); } },
    xAxis: { type: "time", min: first, max: end, axisLabel: { color: css("--soft") }, splitLine: { show: true, lineStyle: { color: css("--line") } } },
    yAxis: { type: "category", data: rows.map(d => nameOf(d.state) + ", " + d.status), axisLabel: { color: css("--ink"), width: narrow() ? 104 : 180, overflow: "truncate", fontSize: narrow() ? 11 : 12 } },
    series: [
      { name: "Nine tenths", type: "custom", color: css("--rung1"), data: rows.map((d, n) => [day(d.lower), n, day(d.upper)]), encode: { x: [0, 2], y: 1 },
        renderItem: (params, api) => { const a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(2), api.value(1)]);
          return { type: "rect", shape: { x: a[0], y: a[1] - 4, width: Math.max(2, b[0] - a[0]), height: 8 }, style: { fill: css("--rung1"), opacity: 0.45 } }; } },
      { name: "Median", type: "scatter", symbolSize: 9, color: css("--accent"), data: rows.map((d, n) => d.median === null ? [NaN, n] : [day(d.median), n]) },
      { name: "On record", type: "scatter", symbol: "diamond", symbolSize: 11, color: css("--ink"), data: rows.map((d, n) => [day(d.recorded), n]) },
    ],
  }), true);
}

// ---- map

function decode(topology) {
  const [sx, sy] = topology.transform.scale, [tx, ty] = topology.transform.translate;
  const arcs = topology.arcs.map(arc => { let x = 0, y = 0; return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]); });
  const ring = ids => {
    const points = [];
    for (const id of ids) {
      const arc = id < 0 ? arcs[~id].slice().reverse() : arcs[id];
      points.push(...(points.length ? arc.slice(1) : arc));
    }
    for (let n = 1; n < points.length; n++) {
      const turn = Math.round((points[n - 1][0] - points[n][0]) / 360);
      if (turn) { points[n] = [points[n][0] + 360 * turn, points[n][1]]; }
    }
    return Math.min(...points.map(p => p[0])) < -180.5 ? points.map(p => [p[0] + 360, p[1]]) : points;
  };
  return topology.objects.countries.geometries.filter(g => Number(g.id) !== 10).map(g => ({
    number: Number(g.id) || 0, name: (g.properties || {}).name || "",
    rings: (g.type === "Polygon" ? [g.arcs] : g.arcs || []).flat().map(ring),
  }));
}
const SVG = "http://www.w3.org/2000/svg";
function drawMapFrame() {
  const box = $("map");
  box.replaceChildren();
  const places = scenario.states.filter(s => s.latitude !== null && s.longitude !== null);
  if (outlines && places.length > 1) {
    const lon = places.map(s => s.longitude), lat = places.map(s => s.latitude);
    const west = Math.max(-170, Math.min(...lon) - 14), east = Math.min(190, Math.max(...lon) + 22);
    const south = Math.max(-56, Math.min(...lat) - 10), north = Math.min(80, Math.max(...lat) + 16);
    const squeeze = Math.cos((south + north) / 2 * Math.PI / 180), scale = 900 / (east - west);
    const at = ([x, y]) => ((x - west) * scale).toFixed(1) + "," + ((north - y) * scale / squeeze).toFixed(1);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 900 " + Math.round((north - south) * scale / squeeze));
    svg.setAttribute("role", "img");
    const drawn = new Set();
    for (const country of outlines) {
      const state = scenario.states.find(s => s.number > 0 ? s.number === country.number : s.name === country.name);
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", country.rings.map(r => "M" + r.map(at).join("L") + "Z").join(""));
      if (state) { mark(path, state); drawn.add(state.code); }
      svg.append(path);
    }
    for (const state of places.filter(s => !drawn.has(s.code))) {
      const dot = document.createElementNS(SVG, "circle");
      const [x, y] = at([state.longitude, state.latitude]).split(",");
      dot.setAttribute("cx", x); dot.setAttribute("cy", y); dot.setAttribute("r", 5);
      mark(dot, state);
      svg.append(dot);
    }
    box.append(svg);
  } else {
    const tiles = element("div", "tiles");
    for (const state of scenario.states) {
      const tile = element("button", "tile", state.code);
      tile.type = "button";
      tile.dataset.code = state.code;
      tile.addEventListener("click", () => look(state.code));
      tiles.append(tile);
    }
    box.append(tiles);
  }
  box.append(element("ul", "legend"));
}
function mark(shape, state) {
  shape.dataset.code = state.code;
  shape.classList.add("in");
  shape.append(document.createElementNS(SVG, "title"));
  shape.addEventListener("click", () => look(state.code));
}
function drawMap() {
  if (!outcome) { return; }
  tick = Math.min(tick, outcome.dates.length - 1);
  $("year").value = tick;
  $("year").setAttribute("aria-valuetext", "end of " + outcome.dates[tick].slice(0, 4));
  $("yearout").textContent = outcome.dates[tick].slice(0, 4);
  const rungs = outcome.rungs, tally = rungs.map(() => 0);
  for (const shape of $("map").querySelectorAll("[data-code]")) {
    const flat = outcome.map[shape.dataset.code];
    if (!flat) { continue; }
    const counts = flat.slice(tick * rungs.length, (tick + 1) * rungs.length);
    const best = counts.indexOf(Math.max(...counts));
    tally[best]++;
    for (let h = 0; h < 4; h++) { shape.classList.toggle("h" + h, rungs[best].height === h); }
    shape.classList.toggle("open", counts[best] < 0.6 * outcome.done);
    shape.classList.toggle("looked", shape.dataset.code === looked);
    const words = nameOf(shape.dataset.code) + ": " + rungName(rungs[best].id) + " in " + percent(counts[best] / outcome.done);
    if (shape.tagName === "BUTTON") { shape.title = words; shape.setAttribute("aria-label", words); } else { shape.querySelector("title").textContent = words; }
  }
  $("map-title").textContent = "Statuses in the " + outcome.bloc + ", end of " + outcome.dates[tick].slice(0, 4);
  const legend = $("map").querySelector(".legend");
  legend.replaceChildren(...rungs.map((r, n) => { const item = element("li"); item.append(element("span", "h" + r.height), rungName(r.id) + ": " + tally[n]); return item; }));
  const svg = $("map").querySelector("svg");
  if (svg) { svg.setAttribute("aria-label", "Map of the likeliest statuses: " + rungs.map((r, n) => tally[n] + " " + rungName(r.id).toLowerCase()).join(", ")); }
}
function look(code) {
  if (code === looked) { return; }
  looked = code;
  $("state").value = code;
  why = why || { over: true };   // its stances are shown once it has been run
  run();
}
function play() {
  if (playing) { clearInterval(playing); playing = 0; } else if (outcome) {
    if (tick >= outcome.dates.length - 1) { tick = 0; }
    playing = setInterval(() => {
      if (tick >= outcome.dates.length - 1) { play(); return; }
      tick++;
      drawMap();
    }, 450);
  }
  $("play").textContent = playing ? "Pause" : "Play";
  $("play").setAttribute("aria-pressed", String(Boolean(playing)));
}

// ---- compare

function pin() {
  if (!outcome || !outcome.rises) { return; }
  pinned = { id: outcome.id, outcome, label: $("changed").textContent };
  compare();
}
async function compare() {
  $("unpin").hidden = !pinned;
  const shown = pinned && outcome && outcome.rises && pinned.id !== outcome.id;
  $("comparefigure").hidden = !shown;
  if (pinned) { $("pin").textContent = "Pin this instead"; } else { $("pin").textContent = "Pin"; }
  if (!shown) { if (pinned) { say("Pinned. Change something, and it is compared."); } return; }
  let found;
  try {
    found = await get("api/runs/" + pinned.id + "/compare/" + outcome.id + "?state=" + looked + "&bloc=" + outcome.bloc);
  } catch (error) {
    if (error.status === 404) {
      pinned = null;
      $("comparefigure").hidden = true;
      $("unpin").hidden = true;
      $("pin").textContent = "Pin";
      say("The pinned run is kept no longer, since later ones took its room. Pin another.");
    } else {
      $("compare-note").textContent = error.message;
    }
    return;
  }
  const rungs = found.rungs.slice(1);
  $("compare-title").textContent = nameOf(looked) + ": this run less the pinned one";
  $("compare-note").textContent = "How much likelier each rung or a higher one is than in the pinned run, over " + found.replicates
    + " pairs of replicates with the same luck, with 95 % intervals. Pinned: " + pinned.label;
  const reach = Math.ceil(20 * Math.max(0.02, ...found.differences.flat().map(d => Math.max(d.upper, -d.lower)))) / 20;
  chart("compare").resize();
  chart("compare").setOption(axes({
    yAxis: { type: "value", min: -reach, max: reach, interval: reach / 2, axisLabel: { color: css("--soft"), formatter: v => Math.round(v * 1000) / 10 + " pp" }, splitLine: { lineStyle: { color: css("--line") } } },
    xAxis: Object.assign(axes().xAxis, { data: years(), axisLine: { onZero: true } }),
    series: rungs.flatMap((r, n) => [
      band(rungName(r.id) + ", interval", rungColour(r.height), found.differences[n].map(d => d.lower), found.differences[n].map(d => d.upper)),
      { name: rungName(r.id) + " or higher", type: "line", symbol: "none", z: 3, lineStyle: { width: 2.5, type: ["solid", "dashed", "dotted"][n % 3] }, color: rungColour(r.height), data: found.differences[n].map(d => d.value) }]),
    legend: { top: 4, data: rungs.map(r => rungName(r.id) + " or higher"), textStyle: { color: css("--ink") } },
  }), true);
  drawTable($("comparetable"), rungs.map(r => rungName(r.id) + " or higher"), found.differences, d => six(d.value) + " (" + six(d.lower) + " to " + six(d.upper) + ")");
}

// ---- why

function stopWhy() {
  if (why && !why.over) {
    why.source.close();
    why.over = true;
    ask("api/runs/" + why.id, undefined, "DELETE").catch(told);
    $("whytext").replaceChildren(element("p", "soft", "Stopped, since something was changed."));
  }
}
async function explain(search) {
  const box = $("whytext");
  stopWhy();
  box.replaceChildren(element("p", "soft", search ? "Looking for the smallest change; this takes some seconds …" : "Working it out …"));
  let begun;
  try {
    begun = await post("api/why", { scenario: scenario.id, changes: changeList(), state: looked, bloc: scenario.bloc, date: $("whydate").value, search });
  } catch (error) { box.replaceChildren(); told(error); return; }
  const mine = { id: begun.id, over: false };
  why = mine;
  mine.source = listen(begun.id, (name, data) => {
    if (why !== mine || mine.over) { return; }
    mine.over = true;
    if (name === "done") { showWhy(data, search); } else if (name === "problems") { box.replaceChildren(); showProblems(data.problems); } else { box.replaceChildren(element("p", "soft", "This was not finished.")); }
  });
}
function showWhy(data, search) {
  const box = $("whytext");
  box.replaceChildren();
  if (search) {
    const f = data.flip;
    const c = f && control(f.pointer);
    box.append(element("p", "", !f ? "No single number moves it." : (f.turns ? "The smallest single change that turns it: " : "Nothing turns it; what moves it most: ")
      + (c ? c.label : f.pointer) + " from " + six(f.from) + " to " + six(f.to) + ". The chance of " + data.rung + " within five years goes from "
      + percent(f.before.value) + " to " + percent(f.after.value) + "."));
  }
  const who = code => (data.names || {})[code] || code;
  box.append(element("p", "", "In question on " + data.date + ": " + data.rung + ". It is worth " + data.value.toFixed(2) + " against " + data.valueNow.toFixed(2)
    + " now. A summit takes it up with " + percent(data.takenUp) + "; once taken up it passes with " + percent(data.passes) + "; within five years "
    + percent(data.approvedWithinFiveYears) + ", if nothing else changes."));
  if (data.gates.length) { box.append(element("p", "", "Gates shut: " + data.gates.join(", ") + ".")); }
  const widest = Math.max(...Object.values(data.motives).map(Math.abs), 0.01);
  box.append(rows("Motive", "in utility", Object.entries(data.motives).map(([m, v]) => [rungName(m), v.toFixed(2).replace(/^-(0\.00)$/, "$1"), Math.abs(v) / widest])));
  const stances = Object.entries(data.stances).sort((a, b) => b[1].first - a[1].first).slice(0, 10);
  box.append(rows("Incumbent", "objects with", stances.map(([code, s]) => [who(code), percent(s.objects), s.objects])));
  const all = element("details");
  all.append(element("summary", "", "All of it, with the evidence"), element("pre", "", data.lines.join("\n")));
  box.append(all);
}
function rows(head, unit, list) {
  const table = element("table", "bars"), body = element("tbody"), top = element("thead"), line = element("tr");
  line.append(Object.assign(element("th", "", head), { scope: "col" }), Object.assign(element("th", "", unit), { scope: "col" }), element("td"));
  top.append(line);
  for (const [name, value, share] of list) {
    const row = element("tr"), cell = element("td"), bar = element("meter");
    Object.assign(bar, { min: 0, max: 1, value: share });
    bar.setAttribute("aria-label", name);
    cell.append(bar);
    row.append(Object.assign(element("th", "", name), { scope: "row" }), element("td", "", value), cell);
    body.append(row);
  }
  table.append(top, body);
  return table;
}

// ---- files

function save(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 5000);
}
async function download(path) {
  try {
    const answer = await ask(path);
    const name = (answer.headers.get("Content-Disposition") || "").match(/filename="([^"]+)"/);
    save(name ? name[1] : "blocsim", await answer.text(), answer.headers.get("Content-Type"));
  } catch (error) { told(error); }
}
async function whatIf() {
  try {
    const file = await post("api/whatif", { scenario: scenario.id, changes: changeList() });
    save(file.name, file.text, "application/json");
    say("Saved " + file.name + ". Put it into the folder of scenarios to run it from the command line.");
  } catch (error) { told(error); }
}
async function take(file) {
  if (!file) { return; }
  if (file.size > 900000) { showProblems(null, "The file is too large to be a scenario."); return; }
  const text = await file.text();
  try {
    const taken = await post("api/files", { name: file.name, text });
    await loadList();
    if (await open(taken.id)) { say("Opened " + file.name + "."); run(); }
  } catch (error) { told(error, { name: file.name.replace(/[^\w. -]/g, "_"), text }); }
}

// ---- start

function theme() {
  const order = ["", "dark", "light"];
  const next = order[(order.indexOf(document.documentElement.dataset.theme || "") + 1) % order.length];
  if (next) { document.documentElement.dataset.theme = next; } else { delete document.documentElement.dataset.theme; }
  $("theme").textContent = next ? "Theme: " + next : "Theme";
  draw();
  compare();
  drawLesson();
}
function wanted() {
  const link = new URLSearchParams(location.hash.slice(1));
  let list = [];
  try { list = JSON.parse(link.get("c") || "[]"); } catch (broken) { list = []; }
  return { id: link.get("s"), replicates: link.get("n"), looked: link.get("l"), changes: Array.isArray(list) ? list.filter(c => Array.isArray(c) && c.length === 2) : [] };
}
async function start() {
  try {
    const list = await loadList();
    const link = wanted();
    if (outlines === null) { outlines = await fetch("api/outlines").then(a => a.ok ? a.json() : null).then(t => t && decode(t)).catch(() => null); }
    const known = id => list.scenarios.some(s => s.id === id);
    const id = known(link.id) ? link.id : known(list.first) ? list.first : (list.scenarios[0] || {}).id;
    if (!id) { showProblems(null, "There is no scenario in the folder. Drop a file here, or start blocsim explore where the scenarios are."); return; }
    if (!await open(id, link.changes)) { return; }
    if (link.replicates > 0) { $("replicates").value = Math.min(link.replicates, scenario.mostReplicates); }
    if (scenario.states.some(s => s.code === link.looked)) { looked = link.looked; $("state").value = looked; }
    run();
  } catch (error) { told(error); }
}
$("scenario").addEventListener("change", async () => { if (await open($("scenario").value)) { run(); } });
$("state").addEventListener("change", () => look($("state").value));
$("run").addEventListener("click", run);
$("cancel").addEventListener("click", cancel);
$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
$("reset").addEventListener("click", reset);
$("pin").addEventListener("click", pin);
$("unpin").addEventListener("click", () => { pinned = null; compare(); });
$("whatif").addEventListener("click", whatIf);
$("report").addEventListener("click", () => download("api/runs/" + outcome.id + "/report"));
$("charts").addEventListener("click", async () => { for (const name of ["rung-probabilities", "ladder-timeline", "bloc-size", "motives"]) { await download("api/runs/" + outcome.id + "/charts/" + name + ".svg"); } });
$("link").addEventListener("click", async () => {
  try { await navigator.clipboard.writeText(location.href); say("The link is copied; it opens on this machine while the program runs."); } catch (no) { say("The link stands in the address bar."); }
});
$("explain").addEventListener("click", () => explain(false));
$("flip").addEventListener("click", () => explain(true));
$("file").addEventListener("change", () => { take($("file").files[0]); $("file").value = ""; });
$("play").addEventListener("click", play);
$("year").addEventListener("input", () => { tick = Number($("year").value); drawMap(); });
$("classmode").addEventListener("click", classMode);
$("theme").addEventListener("click", theme);
addEventListener("resize", () => charts.forEach(c => c.resize()));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { draw(); compare(); drawLesson(); });
addEventListener("dragover", event => { event.preventDefault(); $("drop").hidden = false; });
addEventListener("dragleave", event => { if (!event.relatedTarget) { $("drop").hidden = true; } });
addEventListener("hashchange", start);
addEventListener("drop", event => { event.preventDefault(); $("drop").hidden = true; take(event.dataTransfer.files[0]); });
addEventListener("keydown", event => {
  if (event.key === "Escape") { cancel(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=range]):not([type=checkbox]), select, textarea")) { return; }
  if (leaf(event)) { event.preventDefault(); return; }
  const keys = { r: run, z: undo, y: redo, p: pin, c: classMode };
  const act = keys[event.key.toLowerCase()];
  if (act) { event.preventDefault(); act(); }
  if (event.key === " " && !event.target.matches("button, summary, input, a")) { event.preventDefault(); play(); }
});
start();
