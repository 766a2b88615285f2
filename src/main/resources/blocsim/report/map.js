"use strict";
(() => {
  const map = document.getElementById("map-years");
  const slider = document.getElementById("map-day");
  const play = document.getElementById("map-play");
  const shown = document.getElementById("map-shown");
  const said = document.getElementById("map-said");
  const rows = [...document.querySelectorAll("#chart-map-years tbody tr")];
  const [outsider, ...rungs] = map.dataset.colours.split(";");
  const show = (mark, level, x, visible) => {
    mark.setAttribute("href", "#map-mark-" + level);
    mark.setAttribute("x", x);
    mark.setAttribute("visibility", visible ? "visible" : "hidden");
    if (!mark.classList.contains("in")) mark.setAttribute("fill", rungs[level]);
  };
  const draw = k => {
    for (const land of map.querySelectorAll(".land")) {
      const code = land.dataset.s.slice(3 * k, 3 * k + 3);
      const colour = code[0] === "0" ? outsider : rungs[code[0]];
      land.setAttribute("fill", code[2] === "0" ? colour : "url(#map-stripes-" + code + ")");
    }
    for (const pair of map.querySelectorAll("g[data-s]")) {
      const level = Number(pair.dataset.s[3 * k]);
      const record = pair.dataset.r[k] === "-" ? level : Number(pair.dataset.r[k]);
      const aside = level !== 0 ? record === level ? 0 : 8 : 0;
      const x = Number(pair.dataset.x);
      show(pair.firstChild, level, x - aside, level !== 0);
      show(pair.lastChild, record, x + aside, record !== level);
    }
    const cells = [...rows[k].children];
    slider.setAttribute("aria-valuetext", cells[0].textContent);
    shown.textContent = cells[0].textContent;
    said.textContent = cells.slice(1).map(cell => cell.dataset.head + ": " + cell.textContent.trim()).join("; ") + ".";
    map.querySelector("desc").textContent = cells[0].textContent + ". " + said.textContent;
  };
  let playing = 0;
  const stop = () => {
    clearInterval(playing);
    playing = 0;
    play.textContent = "Play";
    shown.removeAttribute("aria-live");
  };
  const step = () => {
    slider.value = Number(slider.value) + 1;
    draw(Number(slider.value));
    if (slider.value === slider.max) stop();
  };
  play.addEventListener("click", () => {
    if (playing) {
      stop();
      return;
    }
    // A reader who hears the page would hear every year called out while the next one comes.
    shown.setAttribute("aria-live", "off");
    play.textContent = "Pause";
    if (slider.value === slider.max) {
      slider.value = 0;
      draw(0);
    }
    playing = setInterval(step, 800);
  });
  slider.addEventListener("input", () => {
    stop();
    draw(Number(slider.value));
  });
  addEventListener("beforeprint", () => {
    stop();
    draw(rows.length - 1);
  });
  addEventListener("afterprint", () => draw(Number(slider.value)));
  slider.value = rows.length - 1;
  draw(rows.length - 1);
  document.documentElement.classList.add("scripted");
})();
