import { html } from "../core/html.js";
import { HistogramChart } from "../chart/histogram-chart.js";

export function Histograms({ experiment, series }) {
  const all = series.filter((each) => each.kind === "histogram");
  if (!all.length) return null;
  return html`<section class="stack" aria-label="Histograms"><h2>Histograms</h2>
    <div class="charts">${all.map((each) => html`<${HistogramChart} key=${each.key} experiment=${experiment} listing=${each} />`)}</div></section>`;
}
