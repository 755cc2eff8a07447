// All scalars of an iteration, in groups by what is before the first slash.
import { html, useMemo } from "../core/html.js";
import { ScalarChart } from "../chart/scalar-chart.js";
import { FirstPoint } from "./first-run.js";
import { ViewBar, useView } from "../chart/view.js";

const grouped = (series) => {
  const groups = new Map();
  for (const each of series) {
    const cut = each.key.indexOf("/");
    const name = cut > 0 ? each.key.slice(0, cut) : "";
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups];
};

export function Scalars({ iteration, project, series, corrections }) {
  const view = useView();
  const scalars = series.filter((each) => each.kind === "scalar");
  const groups = useMemo(() => grouped(scalars), [series]);
  if (!scalars.length && series.length) return null;
  if (!scalars.length && iteration.end_date) return html`<p class="quiet">No scalars were logged.</p>`;
  if (!scalars.length) return html`<${FirstPoint} iteration=${iteration} project=${project} />`;
  return html`<${ViewBar} />
    ${groups.map(([name, all]) => html`<section class="stack" key=${name} aria-label=${name || "Scalars"}>
      <h2>${name || "Scalars"}</h2>
      <div class="charts">${all.map((each) => html`<${ScalarChart} key=${each.key} iteration=${iteration.id} listing=${each} view=${view} corrections=${corrections} />`)}</div>
    </section>`)}`;
}
