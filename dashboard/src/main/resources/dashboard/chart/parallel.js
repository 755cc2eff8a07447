// Parallel coordinates: an axis for each parameter and metric that differs, a line for each iteration.
import { html, useRef } from "../core/html.js";
import { show } from "../core/words.js";
import { colour } from "./palette.js";
import { Downloads, ofDrawing } from "./downloads.js";
import { spread } from "./spread.js";

const [GAP, TOP, TALL, SIDE] = [120, 34, 200, 60];

const path = (row, axes) => {
  let pen = "M";
  return axes.map(({ values, place }, i) => {
    const at = place(values[row]);
    if (at === null) { pen = "M"; return ""; }
    const move = `${pen}${SIDE + i * GAP} ${TOP + (1 - at) * TALL}`;
    pen = "L";
    return move;
  }).join("");
};

/** All dimensions, those that there is no room for, too. */
const table = (rows, dimensions) => [["iteration", ...dimensions.map((each) => each.key)], ...rows.map((row, i) => [row.id, ...dimensions.map((each) => each.values[i])])];

export function Parallel({ rows, dimensions }) {
  const box = useRef();
  if (dimensions.length < 2 || rows.length < 2) return null;
  const axes = dimensions.slice(0, 12).map((each) => ({ ...each, ...spread(each) }));
  const width = SIDE * 2 + (axes.length - 1) * GAP;
  return html`<section class="card" ref=${box}><div class="heading"><h2>Parallel coordinates</h2>
      <div class="end"><${Downloads} name="parallel coordinates" forms=${ofDrawing("parallel coordinates", box, () => table(rows, dimensions))} /></div></div>
    <div class="scroll bare" tabindex="0" role="region" aria-label="Parallel coordinates">
    <svg class="drawing" width=${width} height=${TOP + TALL + 30} role="img" aria-label=${`A line for each of ${rows.length} iterations across ${axes.map((each) => each.key).join(", ")}`}>
      ${axes.map((each, i) => html`<g key=${each.key}><line x1=${SIDE + i * GAP} x2=${SIDE + i * GAP} y1=${TOP} y2=${TOP + TALL} class="axis" />
        <text x=${SIDE + i * GAP} y=${14} class="name">${each.key}</text>
        <text x=${SIDE + i * GAP} y=${TOP - 6}>${show(each.ends[1])}</text><text x=${SIDE + i * GAP} y=${TOP + TALL + 16}>${show(each.ends[0])}</text></g>`)}
      ${rows.map((row, i) => html`<path key=${row.id} d=${path(i, axes)} stroke=${colour(i)} class="line"><title>Iteration ${row.id}</title></path>`)}
    </svg></div>
  </section>`;
}
