import { html, useEffect, useMemo, useRef } from "../core/html.js";
import { change, link, moment, useAddress } from "../core/address.js";
import { differences, dimensions, readCompared, seriesOf } from "../core/compared.js";
import { ids as idsOf } from "../core/chosen.js";
import { useLoad } from "../core/load.js";
import { csv, saveText } from "../core/save.js";
import { count, show } from "../core/words.js";
import { CompareChart } from "../chart/compare-chart.js";
import { Parallel } from "../chart/parallel.js";
import { Scatter } from "../chart/scatter.js";
import { ViewBar, useView } from "../chart/view.js";
import { colour } from "../chart/palette.js";
import { Crumbs, Loaded, State, titled } from "../parts/told.js";

const file = (rows, lines) => csv([["kind", "name", ...rows.map((row) => `iteration ${row.id}`)], ...lines.map((line) => [line.kind, line.key, ...line.values])]);

function Heading({ row, place, left }) {
  return html`<th scope="col"><i class="swatch" style=${{ background: colour(place) }}></i><a href=${link(`/iteration/${row.id}`)}>${row.id}</a>
    <button class="plain" aria-label=${`Leave iteration ${row.id} out`} onClick=${() => change({ ids: left.join(",") })}>×</button><br /><${State} name=${row.status} /></th>`;
}

function Differences({ rows }) {
  const only = useAddress().query.has("differing");
  const all = differences(rows);
  const lines = only ? all.filter((line) => line.differs) : all;
  return html`<section class="stack"><div class="heading"><h2>Parameters and last values</h2><div class="end">
      <label class="check"><input type="checkbox" checked=${only} onChange=${() => change({ differing: !only }, { replace: true })} />Only what differs</label>
      <button onClick=${() => saveText("comparison.csv", file(rows, lines), "text/csv")}>Download CSV</button></div></div>
    <div class="scroll" tabindex="0" role="region" aria-label="Parameters and last values"><table>
      <thead><tr><th scope="col">Name</th>${rows.map((row, i) => html`<${Heading} key=${row.id} row=${row} place=${i} left=${rows.filter((each) => each !== row).map((each) => each.id)} />`)}</tr></thead>
      <tbody>${lines.map((line) => html`<tr key=${line.kind + line.key}><th scope="row">${line.key} <span class="quiet">${line.kind}${line.differs ? ", differs" : ""}</span></th>
        ${line.values.map((value) => html`<td class=${`number ${line.differs ? "differs" : ""}`}>${line.kind === "metric" ? show(value) : value}</td>`)}</tr>`)}</tbody>
    </table></div></section>`;
}

function Comparison({ rows }) {
  const view = useView();
  const ids = rows.map((row) => row.id);
  const apart = useMemo(() => dimensions(rows), [rows]);
  return html`<${ViewBar} />
    <h2>Series</h2>
    <div class="charts">${seriesOf(rows).map((key) => html`<${CompareChart} key=${key} name=${key} ids=${ids} view=${view} counts=${rows.map((row) => row.counts[key])} />`)}</div>
    <${Differences} rows=${rows} />
    <div class="columns"><${Parallel} rows=${rows} dimensions=${apart} /><${Scatter} rows=${rows} dimensions=${apart} /></div>`;
}

/** What was read of the same moment. */
const keptAsOf = (kept) => {
  if (kept.current.asOf !== moment()) kept.current = { asOf: moment(), ended: new Map() };
  return kept.current.ended;
};

export function Compare() {
  const ids = idsOf(useAddress().query.get("ids"));
  const kept = useRef({});
  const loaded = useLoad((signal) => readCompared(ids, keptAsOf(kept), signal), ["compare", ids]);
  useEffect(() => titled("Comparison"), []);
  if (ids.length < 2) {
    return html`<h1>Comparison</h1><section class="empty"><h2>Nothing to compare yet</h2>
      <p>Choose two iterations or more in the table of an experiment, then press Compare.</p><a class="button" href=${link("/")}>All projects</a></section>`;
  }
  return html`<${Loaded} of=${loaded}>${(rows) => html`
    <${Crumbs} of=${[["Projects", link("/")], ...(rows[0] ? [["Experiment", link(`/experiment/${rows[0].experiment}`)]] : []), ["Comparison"]]} />
    <h1>${count(rows.length, "iteration")} side by side</h1><${Comparison} rows=${rows} />`}</${Loaded}>`;
}
