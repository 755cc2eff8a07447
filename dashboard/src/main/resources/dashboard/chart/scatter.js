// A parameter against a metric: a dot for each iteration.
import { html, useRef } from "../core/html.js";
import { change, link, useAddress } from "../core/address.js";
import { show } from "../core/words.js";
import { colour } from "./palette.js";
import { Downloads, ofDrawing } from "./downloads.js";
import { spread } from "./spread.js";

const [W, H, EDGE] = [460, 260, 50];

const choice = (title, name, all, value) => html`<label class="field"><span>${title}</span>
  <select value=${value.key} onChange=${(event) => change({ [name]: event.target.value }, { replace: true })}>
    ${all.map(({ key }) => html`<option value=${key}>${key}</option>`)}</select></label>`;

function Dots({ rows, across, up }) {
  const [x, y] = [spread(across), spread(up)];
  return rows.map((row, i) => {
    const [a, b] = [x.place(across.values[i]), y.place(up.values[i])];
    if (a === null || b === null) return null;
    return html`<a href=${link(`/iteration/${row.id}`)} key=${row.id} aria-label=${`Iteration ${row.id}: ${across.key} ${show(across.values[i])}, ${up.key} ${show(up.values[i])}`}>
      <circle cx=${EDGE + a * (W - 2 * EDGE)} cy=${H - EDGE - b * (H - 2 * EDGE)} r="6" fill=${colour(i)} /></a>`;
  });
}

const table = (rows, across, up) => [["iteration", across.key, up.key], ...rows.map((row, i) => [row.id, across.values[i], up.values[i]])];

export function Scatter({ rows, dimensions }) {
  const box = useRef();
  const { query } = useAddress();
  const parameters = dimensions.filter((each) => each.kind === "parameter");
  const metrics = dimensions.filter((each) => each.kind === "metric");
  if (!parameters.length || !metrics.length) return null;
  const across = parameters.find((each) => each.key === query.get("across")) ?? parameters[0];
  const up = metrics.find((each) => each.key === query.get("up")) ?? metrics[0];
  const [x, y] = [spread(across).ends, spread(up).ends];
  return html`<section class="card" ref=${box}><div class="heading"><h2>Parameter against metric</h2>
      <div class="end"><${Downloads} name="parameter against metric" forms=${ofDrawing("parameter against metric", box, () => table(rows, across, up))} /></div></div>
    <div class="bar">${choice("Across", "across", parameters, across)}${choice("Up", "up", metrics, up)}</div>
    <svg class="drawing" viewBox=${`0 0 ${W} ${H}`} role="group" aria-label=${`${up.key} by ${across.key}`}>
      <path d=${`M${EDGE} ${EDGE / 2}V${H - EDGE + 8}H${W - EDGE / 2}`} class="axis" />
      <text x=${EDGE} y=${H - EDGE + 26}>${show(x[0])}</text><text x=${W - EDGE} y=${H - EDGE + 26}>${show(x[1])}</text>
      <text x=${EDGE - 8} y=${H - EDGE} class="end">${show(y[0])}</text><text x=${EDGE - 8} y=${EDGE + 4} class="end">${show(y[1])}</text>
      <text x=${W / 2} y=${H - 6} class="name">${across.key}</text><text x=${EDGE} y=${EDGE / 2 - 8} class="name">${up.key}</text>
      <${Dots} rows=${rows} across=${across} up=${up} />
    </svg>
  </section>`;
}
