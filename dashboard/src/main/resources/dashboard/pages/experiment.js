import { html, useEffect, useMemo } from "../core/html.js";
import { get } from "../core/api.js";
import { change, link, useAddress } from "../core/address.js";
import { columnNamed, columnsOf, look, sorted, useRows } from "../core/rows.js";
import { filter } from "../core/filter.js";
import { ids } from "../core/chosen.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { count, experimentStatus } from "../core/words.js";
import { Crumbs, Loaded, State, titled } from "../parts/told.js";
import { FirstIteration } from "../parts/first-run.js";
import { RowsTable } from "../parts/rows-table.js";
import { RowsBar } from "../parts/rows-bar.js";
import { Artifacts } from "../parts/artifacts.js";
import { Tags } from "../parts/tags.js";

const PAGE = 100;

const read = async (id, signal) => {
  const experiment = await get(`/experiment/${id}`, {}, { signal });
  return { experiment, project: await get(`/project/${experiment.project_id}`, {}, { signal }) };
};

const filtered = (rows, source) => {
  try {
    const wanted = filter(source);
    return { kept: rows.filter((row) => wanted(look(row))) };
  } catch (wrong) {
    return { kept: rows, wrong: wrong.message };
  }
};

const ordered = (kept, pinned, sort, group) => {
  const all = group ? sorted(sorted(kept, sort), group) : sorted(kept, sort);
  return [...all.filter((row) => pinned.includes(row.id)), ...all.filter((row) => !pinned.includes(row.id))];
};

function Head({ experiment, project }) {
  const { may } = useSession();
  return html`<${Crumbs} of=${[["Projects", link("/")], [project.name, link(`/project/${project.id}`)], [experiment.name]]} />
    <div class="heading"><h1>${experiment.name}</h1><${State} name=${experimentStatus[experiment.status_id]} />
      <${Tags} kind="experiment" id=${experiment.id} mayAdd=${may("create", project.id)} mayRemove=${may("delete", project.id)} /></div>
    ${experiment.description && html`<p>${experiment.description}</p>`}`;
}

function Pages({ page, pages }) {
  if (pages < 2) return null;
  return html`<nav class="bar" aria-label="Pages">
    <button disabled=${page === 1} onClick=${() => change({ page: page - 1 === 1 ? null : page - 1 })}>Newer page</button>
    <span>Page ${page} of ${pages}</span>
    <button disabled=${page === pages} onClick=${() => change({ page: page + 1 })}>Next page</button>
  </nav>`;
}

function Iterations({ found, experiment }) {
  const { query } = useAddress();
  const pinned = ids(query.get("pin"));
  const columns = useMemo(() => columnsOf(found.rows), [found.rows]);
  const [, down, by] = /^(-?)(.*)$/s.exec(query.get("sort") ?? "-id");
  const sort = down + columnNamed(by, columns);
  const group = query.has("group") ? columnNamed(query.get("group"), columns) : "";
  const source = query.get("filter") ?? "";
  const { kept, wrong } = useMemo(() => filtered(found.rows, source), [found.rows, source]);
  const rows = useMemo(() => ordered(kept, pinned, sort, group), [kept, query.get("pin"), sort, group]);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(pages, Number(query.get("page")) || 1);
  const shown = (query.get("columns")?.split("\n") ?? columns.slice(0, 24)).filter((column) => columns.includes(column));
  if (!found.rows.length) return html`<${FirstIteration} experiment=${experiment} />`;
  return html`<${RowsBar} columns=${columns} shown=${shown} group=${group} wrong=${wrong} />
    <p class="quiet" role="status">${count(rows.length, "iteration")}${rows.length < found.rows.length ? ` of ${found.rows.length.toLocaleString("en-GB")}` : ""}
      ${found.rows.length < found.total ? `, reading more: ${found.rows.length} of ${found.total}` : ""}</p>
    <${RowsTable} rows=${rows.slice((page - 1) * PAGE, page * PAGE)} all=${rows} columns=${shown} sort=${sort} group=${group} pinned=${pinned} />
    <${Pages} page=${page} pages=${pages} />`;
}

export function ExperimentPage({ id }) {
  const loaded = useLoad((signal) => read(id, signal), ["experiment", id]);
  const rows = useRows(id);
  useEffect(() => titled(loaded.value?.experiment.name), [loaded.value]);
  return html`<${Loaded} page of=${loaded}>${(known) => html`<${Head} ...${known} />`}</${Loaded}>
    ${loaded.value && html`<${Loaded} of=${rows}>${(found) => html`<${Iterations} found=${found} experiment=${loaded.value.experiment} />`}</${Loaded}>
      <${Artifacts} experiment=${id} />`}`;
}
