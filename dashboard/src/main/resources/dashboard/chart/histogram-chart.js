// Histograms over steps: a ridge for each of some steps, or all steps as a map of heat.
import { html, useEffect, useRef, useState } from "../core/html.js";
import { useLoad } from "../core/load.js";
import { readHistograms, some } from "../core/histograms.js";
import { change, useAddress } from "../core/address.js";
import { show } from "../core/words.js";
import { Told } from "../parts/told.js";
import { colour, onTheme } from "./palette.js";
import { useSeen } from "./seen.js";

const [W, H, RIDGES, LIFT] = [420, 260, 24, 46];

window.daybook = { ...window.daybook, histograms: new Map() };

const highestOf = (rows) => rows.reduce((highest, { bins }) => Math.max(highest, ...bins), 0) || 1;

const ridge = (bins, highest, base) => {
  const at = (i) => (i / (bins.length - 1)) * W;
  return `M0 ${base}${bins.map((n, i) => `L${at(i).toFixed(1)} ${(base - (n / highest) * LIFT).toFixed(1)}`).join("")}L${W} ${base}Z`;
};

function Ridges({ found }) {
  const rows = some(found.rows, RIDGES);
  const highest = highestOf(rows);
  const gap = (H - LIFT - 8) / Math.max(1, rows.length - 1);
  return html`<svg class="ridges" viewBox=${`0 0 ${W} ${H}`} preserveAspectRatio="none" aria-hidden="true">
    ${rows.map((row, i) => html`<path key=${i} d=${ridge(row.bins, highest, LIFT + i * gap)} fill=${colour(0)} class="ridge"><title>step ${row.step}</title></path>`)}</svg>`;
}

const paint = (canvas, { rows }) => {
  const pen = canvas.getContext("2d");
  const bins = rows[0].bins.length;
  const highest = highestOf(rows);
  pen.clearRect(0, 0, W, H);
  pen.fillStyle = colour(0);
  rows.forEach((row, x) => row.bins.forEach((n, y) => {
    pen.globalAlpha = Math.sqrt(n / highest);
    pen.fillRect((x * W) / rows.length, H - ((y + 1) * H) / bins, W / rows.length + 0.5, H / bins + 0.5);
  }));
};

function Heat({ found }) {
  const canvas = useRef();
  const [theme, turn] = useState(0);
  useEffect(() => onTheme(() => turn((n) => n + 1)), []);
  useEffect(() => paint(canvas.current, { rows: some(found.rows, W) }), [found, theme]);
  return html`<canvas ref=${canvas} width=${W} height=${H} class="heat" aria-hidden="true"></canvas>`;
}

function Drawn({ name, found, isHeat }) {
  useEffect(() => {
    window.daybook.histograms.set(name, { ...found, form: isHeat ? "heat" : "ridges" });
    return () => window.daybook.histograms.delete(name);
  }, [name, found, isHeat]);
  const steps = `steps ${show(found.rows[0].step)} to ${show(found.rows.at(-1).step)}`;
  return html`<${isHeat ? Heat : Ridges} found=${found} />
    <p class="reading">${isHeat ? `Across: ${steps}; up: values` : `Down: ${steps}; across: values`} ${show(found.low)} to ${show(found.high)}</p>`;
}

function Found({ found, ...rest }) {
  return html`${found.rows.length > 0 && html`<${Drawn} found=${found} ...${rest} />`}
    ${found.left > 0 && html`<p class="odd">${found.left} of them have no finite ends: there is no place to draw them.</p>`}`;
}

export function HistogramChart({ experiment, listing }) {
  const box = useRef();
  const seen = useSeen(box);
  const isHeat = useAddress().query.has("heat");
  const { key, count } = listing;
  const loaded = useLoad(async (signal) => (seen ? readHistograms(experiment, key, signal) : null), [experiment, key, count, seen], { live: false });
  const last = useRef(null);
  if (loaded.value) last.current = loaded.value;
  return html`<article class="chart" ref=${box}><header><h3>${key}</h3>
      <button aria-pressed=${isHeat ? "true" : "false"} onClick=${() => change({ heat: !isHeat })}>Heat map</button></header>
    ${loaded.failure && html`<${Told} failure=${loaded.failure} retry=${loaded.retry} />`}
    ${last.current ? html`<${Found} name=${key} found=${last.current} isHeat=${isHeat} />` : html`<div class="canvas"></div>`}</article>`;
}
