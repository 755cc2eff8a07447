// A chart as a file: what is drawn, as a picture, a drawing or a table.
import { html } from "../core/html.js";
import { csv, save, saveText } from "../core/save.js";
import { drawing } from "./svg.js";

const chart = (name) => window.daybook.charts.get(name);

const table = (name) => {
  const { series, axis } = chart(name).props;
  const rows = series.flatMap((each) => each.x.map((x, i) => [each.label, x, each.y[i]]));
  return csv([["series", axis, "value"], ...rows]);
};

const forms = {
  PNG: (name) => document.querySelector(`[data-chart="${CSS.escape(name)}"] canvas`).toBlob((blob) => save(`${name}.png`, blob)),
  SVG: (name) => saveText(`${name}.svg`, drawing({ title: name, ...chart(name).props }), "image/svg+xml"),
  CSV: (name) => saveText(`${name}.csv`, table(name), "text/csv"),
};

export function Downloads({ name }) {
  const take = (event) => { forms[event.target.value](name); event.target.value = ""; };
  return html`<label><span class="unseen">${`Download ${name} as`}</span><select class="small" onChange=${take}>
    <option value="">Save</option>${Object.keys(forms).map((form) => html`<option value=${form}>${form}</option>`)}</select></label>`;
}
