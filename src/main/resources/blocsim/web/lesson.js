"use strict";
// Class mode: a tour in steps, each with a question that is answered before the model answers. Guesses are scored after Brier (1950).
const LESSON = "blocsim-lesson";
const MOST_GUESSES = 60;
let tour = null;
let lesson = { step: 0, answers: [] };   // by step: { guesses: [{ who, share }], model, history }; null where none was given
try { lesson = JSON.parse(sessionStorage.getItem(LESSON)) || lesson; } catch (none) { /* a browser that keeps nothing */ }
function keepLesson() {
  try { sessionStorage.setItem(LESSON, JSON.stringify(lesson)); } catch (none) { /* it lasts as long as the page */ }
}

const brier = (said, is) => (said - is) * (said - is);
const mean = list => list.length ? list.reduce((a, b) => a + b, 0) / list.length : NaN;
const score = x => Number.isNaN(x) ? "–" : x.toFixed(3);
const shares = answer => answer.guesses.map(g => g.share);
const inClass = () => document.body.classList.contains("classmode");

async function classMode() {
  if (!inClass()) {
    try { tour = tour || await get("api/tour"); } catch (error) { told(error); return; }
    if (scenario.id !== tour.scenario && !await open(tour.scenario)) { return; }
  }
  const on = document.body.classList.toggle("classmode");
  $("classmode").setAttribute("aria-pressed", String(on));
  $("tour").hidden = !on;
  if (on) { drawStep(); } else { document.body.classList.remove("alone"); }
  charts.forEach(c => c.resize());
  draw();
  compare();
}

/** Guesses in percent out of a line such as "30 45, Ana 60"; a text in place of a list says what is wrong. */
function guessesIn(line) {
  const found = [];
  for (const part of line.split(/[,;\n]+/).map(p => p.trim()).filter(Boolean)) {
    for (const one of /^[\d.\s%]+$/.test(part) ? part.split(/\s+/) : [part]) {
      const match = one.match(/^(.*?)\s*(\d+(?:\.\d+)?)\s*%?$/);
      const share = match ? Number(match[2]) / 100 : NaN;
      if (!(share >= 0 && share <= 1)) { return "“" + one + "” is no number from 0 to 100."; }
      found.push({ who: match[1].replace(/[:=]$/, "").trim() || "Guess " + (found.length + 1), share });
    }
  }
  return found.length > MOST_GUESSES ? "Give " + MOST_GUESSES + " guesses at most." : found;
}

function button(text, id, act, main) {
  const made = element("button", main ? "primary" : "", text);
  made.type = "button";
  made.id = id;
  made.addEventListener("click", act);
  return made;
}

function drawStep() {
  const box = $("tour"), over = lesson.step >= tour.steps.length;
  box.replaceChildren();
  if (charts.has("lessonchart")) { charts.get("lessonchart").dispose(); charts.delete("lessonchart"); }
  const head = element("h2", "", "");
  head.id = "tourtitle";
  head.tabIndex = -1;
  box.append(head);
  keepLesson();
  const answer = lesson.answers[lesson.step];
  // What the model says is not shown before the class has said what it thinks; scores stand alone.
  document.body.classList.toggle("alone", over || !answer);
  if (over) { drawScores(head, box); return; }
  const step = tour.steps[lesson.step];
  head.textContent = step.title;
  box.append(element("p", "", step.text));
  for (const e of step.evidence) {
    const from = (scenario.works[e.id] || []).join("; ");
    box.append(element("p", "evidence", "[" + e.id + "] " + e.words + (from ? " " + from : "")));
  }
  const question = element("p", "question", step.question);
  question.id = "tourquestion";
  box.append(question);
  const reply = element("div");
  reply.setAttribute("role", "status");
  if (answer) { showReply(reply, step, answer); } else { box.append(...drawGuess(step, reply)); }
  box.append(reply);
  const nav = element("div", "row"), last = lesson.step + 1 === tour.steps.length;
  const back = button("Back", "tourback", () => turn(-1)), next = button(last ? "Scores" : "Next", "tournext", () => turn(1), Boolean(answer));
  back.disabled = lesson.step === 0;
  next.disabled = !answer;
  nav.append(back, next, element("span", "soft", "Step " + (lesson.step + 1) + " of " + tour.steps.length));
  box.append(nav);
}

function drawGuess(step, reply) {
  const row = element("div", "guess"), slider = element("input"), out = element("output", "", "50 %");
  Object.assign(slider, { type: "range", min: 0, max: 100, step: 1, id: "guess", value: 50 });
  slider.setAttribute("aria-labelledby", "tourquestion");
  slider.addEventListener("input", () => { out.textContent = slider.value + " %"; });
  const line = element("input");
  Object.assign(line, { type: "text", id: "guesses", autocomplete: "off", spellcheck: false, placeholder: "30 45, Ana 60" });
  const label = element("label", "", "Guesses of a class, in percent, with names if you like. Empty: the slider's.");
  label.htmlFor = "guesses";
  const act = () => answerStep(step, line.value, Number(slider.value), reply);
  for (const input of [slider, line]) {
    input.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); act(); } });
  }
  row.append(slider, out);
  const acts = element("div", "row");
  acts.append(button("Answer", "guessed", act, true),
    button("Add the slider's guess", "addguess", () => { line.value += (line.value.trim() ? ", " : "") + slider.value; line.focus(); }));
  return [row, label, line, acts];
}

async function answerStep(step, line, slid, reply) {
  const at = lesson.step;
  const guesses = line.trim() ? guessesIn(line) : [{ who: "Guess 1", share: slid / 100 }];
  if (typeof guesses === "string") { reply.textContent = guesses; return; }
  const inputs = [...$("tour").querySelectorAll("input, button")];
  inputs.forEach(input => { input.disabled = true; });
  reply.textContent = "The model runs …";
  const done = await runStep(step);
  if (lesson.step !== at || !inClass()) { return; }
  if (!done) {
    reply.textContent = "The run was not finished. Answer again.";
    drawStepInputs(inputs);
    return;
  }
  const model = atLeast(done, done.rungs.findIndex(r => r.id === step.status), done.dates.indexOf(step.by));
  lesson.answers[at] = { guesses, model, history: step.history };
  drawStep();
  charts.forEach(c => c.resize());
  draw();
  compare();
  $("tournext").focus();
}
function drawStepInputs(inputs) {
  inputs.forEach(input => { input.disabled = input.id === "tournext" || input.id === "tourback" && lesson.step === 0; });
}
/** Runs the scenario as a step has it; what it changes is compared with the scenario as it stands. */
async function runStep(step) {
  if (scenario.id !== tour.scenario && !await open(tour.scenario)) { return null; }
  const wanted = new Map(step.changes.map(c => [c.pointer, c.value]));
  looked = tour.state;
  $("state").value = looked;
  pinned = null;
  if (wanted.size) {
    changes = new Map();
    if (!await run()) { return null; }
    pin();
  }
  before.push(changes);
  changes = wanted;
  refill();
  changed();
  return run();
}

function turn(by) {
  if (by < 0 ? lesson.step === 0 : !lesson.answers[lesson.step]) { return; }
  lesson.step += by;
  drawStep();
  $("tourtitle").focus();
  $("tour").scrollIntoView({ block: "start" });
}
/** A key that turns to another step, such as those of a presenter's remote control; false for any other. */
function leaf(event) {
  if (!inClass() || event.target.matches("input, select, textarea")) { return false; }
  const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (by) { turn(by); }
  return Boolean(by);
}

function showReply(box, step, answer) {
  const said = shares(answer), one = said.length === 1;
  box.replaceChildren(element("p", "score", (one ? "You said " + percent(said[0])
    : said.length + " guesses, from " + percent(Math.min(...said)) + " to " + percent(Math.max(...said)) + ", " + percent(mean(said)) + " on average")
    + (one ? ", the model says " : "; the model says ") + percent(answer.model) + "."));
  const lines = ["Brier score against the model: " + score(mean(said.map(g => brier(g, answer.model)))) + (one ? "" : " on average") + " (0 is best)."];
  if (answer.history !== null) {
    lines.push("Against history: yours " + score(mean(said.map(g => brier(g, answer.history)))) + ", the model's " + score(brier(answer.model, answer.history)) + ".");
  }
  box.append(element("p", "", lines.join(" ")));
  if (!one) {
    box.append(grid("Guesses", ["", "Guess", "Against the model", "Against history"], answer.guesses.map(g =>
      [g.who, percent(g.share), score(brier(g.share, answer.model)), answer.history === null ? "–" : score(brier(g.share, answer.history))])));
  }
  box.append(element("p", "", step.after));
}

function grid(title, heads, list) {
  const scroll = element("div", "scroll"), table = element("table"), head = element("thead"), body = element("tbody"), line = element("tr");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title);
  table.append(element("caption", "", title), head, body);
  line.append(...heads.map((h, n) => n || h ? Object.assign(element("th", "", h), { scope: "col" }) : element("td")));
  head.append(line);
  for (const [first, ...cells] of list) {
    const row = element("tr");
    row.append(Object.assign(element("th", "", first), { scope: "row" }), ...cells.map(c => element("td", "", c)));
    body.append(row);
  }
  scroll.append(table);
  return scroll;
}

/** The scores of all guesses: by step, and by who guessed. */
function scores() {
  const given = tour.steps.map((step, n) => ({ step, answer: lesson.answers[n] })).filter(one => one.answer);
  const known = given.filter(one => one.answer.history !== null);
  const who = new Map();
  for (const { answer } of given) {
    for (const g of answer.guesses) {
      if (!who.has(g.who)) { who.set(g.who, { model: [], history: [] }); }
      who.get(g.who).model.push(brier(g.share, answer.model));
      if (answer.history !== null) { who.get(g.who).history.push(brier(g.share, answer.history)); }
    }
  }
  return { given, who: [...who].map(([name, s]) => ({ name, steps: s.model.length, model: mean(s.model), history: mean(s.history) }))
    .sort((a, b) => a.model - b.model),
  model: mean(given.flatMap(o => shares(o.answer).map(g => brier(g, o.answer.model)))),
  history: mean(known.flatMap(o => shares(o.answer).map(g => brier(g, o.answer.history)))),
  together: mean(given.map(o => brier(mean(shares(o.answer)), o.answer.model))),
  togetherHistory: mean(known.map(o => brier(mean(shares(o.answer)), o.answer.history))),
  models: mean(known.map(o => brier(o.answer.model, o.answer.history))) };
}
const short = step => step.title.replace(/^\d+\.\s*/, "");

function drawScores(head, box) {
  const s = scores(), several = s.who.length > 1;
  head.textContent = several ? "The scores of the class" : "Your score";
  box.append(element("p", "score", "Mean Brier score against the model " + score(s.model) + ", against history " + score(s.history)
    + "; the model's own against history " + score(s.models) + "."));
  box.append(element("p", "", "0 is best; who says 50 % each time gets .25 against history. Few questions prove little: history ran once, and steps that ask what if have no history."));
  const chartBox = element("div", "chart tall");
  chartBox.id = "lessonchart";
  chartBox.setAttribute("role", "img");
  chartBox.setAttribute("aria-label", "Guesses, the model's share and history, by step; the table below has the numbers.");
  box.append(chartBox);
  box.append(grid("By step", ["", "Guesses", "Mean guess", "From, to", "Model", "History", "Against the model", "Against history", "Model against history"],
    s.given.map(({ step, answer }) => { const g = shares(answer), h = answer.history; return [short(step), String(g.length), percent(mean(g)), percent(Math.min(...g)) + ", " + percent(Math.max(...g)),
      percent(answer.model), h === null ? "–" : h ? "yes" : "no", score(mean(g.map(x => brier(x, answer.model)))),
      h === null ? "–" : score(mean(g.map(x => brier(x, h)))), h === null ? "–" : score(brier(answer.model, h))]; })));
  if (several) {
    box.append(grid("By who guessed", ["", "Steps", "Against the model", "Against history"], [...s.who.map(w => [w.name, String(w.steps), score(w.model), score(w.history)]),
      ["The mean of all guesses", String(s.given.length), score(s.together), score(s.togetherHistory)]]));
  }
  const acts = element("div", "row");
  acts.append(button("Back", "tourback", () => turn(-1)), button("Save the guesses", "saveguesses", saveGuesses),
    button("Begin again", "touragain", () => { lesson = { step: 0, answers: [] }; drawStep(); $("tourtitle").focus(); }));
  box.append(acts);
  drawLesson();
}
function drawLesson() {
  if (!$("lessonchart")) { return; }
  const given = scores().given.slice().reverse(), size = narrow() ? 11 : 16;
  chart("lessonchart").setOption(axes({
    grid: { left: narrow() ? 118 : 300, right: 30, top: narrow() ? 76 : 44, bottom: 36 },
    tooltip: { show: false },
    xAxis: { type: "value", min: 0, max: 1, interval: narrow() ? 0.5 : 0.2, axisLabel: { color: css("--soft"), fontSize: size, formatter: v => Math.round(v * 100) + " %" }, splitLine: { lineStyle: { color: css("--line") } } },
    yAxis: { type: "category", data: given.map(o => short(o.step)), axisLabel: { color: css("--ink"), fontSize: size, width: narrow() ? 106 : 280, overflow: "break" } },
    series: [
      { name: "Guesses", type: "scatter", symbolSize: 15, color: css("--rung2"), itemStyle: { opacity: 0.6 }, data: given.flatMap((o, n) => shares(o.answer).map(g => [g, n])) },
      { name: "Model", type: "scatter", symbol: "diamond", symbolSize: 20, color: css("--accent"), data: given.map((o, n) => [o.answer.model, n]) },
      { name: "History", type: "scatter", symbol: "triangle", symbolSize: 17, color: css("--ink"), data: given.flatMap((o, n) => o.answer.history === null ? [] : [[o.answer.history, n]]) },
    ],
  }), true);
}
function saveGuesses() {
  const quoted = text => "\"" + text.replace(/"/g, "\"\"") + "\"";
  const lines = ["step,question,who,guess,model,history,brier_model,brier_history"];
  scores().given.forEach(({ step, answer }) => answer.guesses.forEach(g => lines.push([tour.steps.indexOf(step) + 1, quoted(step.question), quoted(g.who), six(g.share),
    six(answer.model), answer.history === null ? "" : answer.history, six(brier(g.share, answer.model)),
    answer.history === null ? "" : six(brier(g.share, answer.history))].join(","))));
  save("guesses.csv", lines.join("\r\n") + "\r\n", "text/csv");
}
