// What is drawn as a file: as a picture, a drawing or a table.
import { html } from "../core/html.js";
import { csv, save, saveText } from "../core/save.js";
import { drawing } from "./svg.js";
import { picture, standalone } from "./standalone.js";

const chart = (name) => window.daybook.charts.get(name);

const table = (name) => {
  const { series, axis } = chart(name).props;
  const rows = series.flatMap((each) => each.x.map((x, i) => [each.label, x, each.y[i]]));
  return [["series", axis, "value"], ...rows];
};

/** Of a chart on a canvas. */
export const ofChart = (name) => ({
  PNG: () => document.querySelector(`[data-chart="${CSS.escape(name)}"] canvas`).toBlob((blob) => save(`${name}.png`, blob)),
  SVG: () => saveText(`${name}.svg`, drawing({ title: name, ...chart(name).props }), "image/svg+xml"),
  CSV: () => saveText(`${name}.csv`, csv(table(name)), "text/csv"),
});

/** @param box refers to what holds the drawing */
export const ofDrawing = (name, box, rows) => {
  const drawn = () => standalone(box.current.querySelector("svg"), name);
  return {
    PNG: async () => save(`${name}.png`, await picture(drawn())),
    SVG: () => saveText(`${name}.svg`, drawn().text, "image/svg+xml"),
    CSV: () => saveText(`${name}.csv`, csv(rows()), "text/csv"),
  };
};

export function Downloads({ name, forms }) {
  const take = (event) => { forms[event.target.value](); event.target.value = ""; };
  return html`<label><span class="unseen">${`Download ${name} as`}</span><select class="small" onChange=${take}>
    <option value="">Save</option>${Object.keys(forms).map((form) => html`<option value=${form}>${form}</option>`)}</select></label>`;
}
