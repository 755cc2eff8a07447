import { html, useEffect, useState } from "../core/html.js";
import { getNow } from "../core/api.js";
import { change, link, useAddress } from "../core/address.js";
import { newest } from "../core/audit.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { BOOKKEEPING, TYPES, placeOf, told } from "../core/telling.js";
import { when } from "../core/words.js";
import { Loaded, titled } from "../parts/told.js";
import { Proof } from "../parts/proof.js";

const WANTED = 60;
const FIELDS = [["aggregate", "Thing, such as iteration-7"], ["actor", "User's id"], ["from", "From (position or instant)"]];

const filterOf = (query) => ({
  project: query.get("project"), aggregate: query.get("aggregate"), actor: query.get("actor"), from: query.get("from"), via: query.get("via"),
  type: query.get("type") ? [query.get("type")] : query.has("all") ? [] : TYPES.filter((type) => !BOOKKEEPING.includes(type)),
});

const read = async (filter, before, search, signal) => {
  const head = before ?? (await getNow("/audit/head", { project: filter.project }, { signal })).position;
  const found = await newest(filter, head, WANTED, signal);
  return { ...found, events: found.events.filter((event) => !search || JSON.stringify([told(event), event]).toLowerCase().includes(search.toLowerCase())) };
};

const set = (name) => (event) => change({ [name]: event.target.value, before: null });

function Bar({ projects }) {
  const { query } = useAddress();
  return html`<div class="bar">
    <label class="field grow"><span>Search in what is shown</span><input type="search" value=${query.get("search") ?? ""} onChange=${set("search")} /></label>
    <label class="field"><span>Project</span><select value=${query.get("project") ?? ""} onChange=${set("project")}>
      <option value="">all</option>${projects?.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></label>
    <label class="field"><span>What happened</span><select value=${query.get("type") ?? ""} onChange=${set("type")}>
      <option value="">anything</option>${TYPES.map((type) => html`<option value=${type}>${type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()}</option>`)}</select></label>
    <label class="field"><span>Door</span><select value=${query.get("via") ?? ""} onChange=${set("via")}>
      <option value="">any</option>${["tracking", "series", "crayon", "ops", "system"].map((via) => html`<option value=${via}>${via}</option>`)}</select></label>
    ${FIELDS.map(([name, title]) => html`<label class="field" key=${name}><span>${title}</span><input value=${query.get(name) ?? ""} onChange=${set(name)} /></label>`)}
    <label class="check"><input type="checkbox" checked=${query.has("all")} onChange=${() => change({ all: !query.has("all") })} />With bookkeeping</label>
  </div>`;
}

function Details({ event }) {
  const [open, set] = useState(false);
  return html`<details onToggle=${(toggled) => set(toggled.target.open)}><summary>${told(event)}</summary>
    ${open && html`<pre tabindex="0"><code>${JSON.stringify(event, null, 2).slice(0, 20_000)}</code></pre>`}</details>`;
}

function Row({ event }) {
  const place = placeOf(event);
  return html`<tr><td class="number"><a href=${link(place.path ?? "/history", { asOf: event.position })} title="See the state right after it">${event.position}</a></td>
    <td class="time">${when(event.timestamp)}</td><td>${event.actor?.username ?? event.actor?.id ?? ""}</td><td>${event.via}</td>
    <td>${place.path ? html`<a href=${link(place.path)}>${place.name}</a>` : place.name}</td><td class="wide"><${Details} event=${event} /></td></tr>`;
}

function Events({ events, before }) {
  return html`${events.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Events"><table>
      <thead><tr><th scope="col" class="number">Position</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Door</th><th scope="col">Of</th><th scope="col">What</th></tr></thead>
      <tbody>${events.map((event) => html`<${Row} key=${event.position} event=${event} />`)}</tbody></table></div>`
    : html`<section class="empty"><h2>Nothing like that here</h2><p>Look further back, or ask for less.</p></section>`}
    <nav class="bar" aria-label="Parts of the log">
      ${useAddress().query.has("before") && html`<button onClick=${() => change({ before: null })}>Newest</button>`}
      ${before && html`<button onClick=${() => change({ before })}>Older</button>`}</nav>`;
}

export function History() {
  const { query } = useAddress();
  const { isAdmin } = useSession();
  const filter = filterOf(query);
  const projects = useLoad((signal) => getNow("/project/", {}, { signal }), ["projects of history"], { live: false });
  const own = !isAdmin && !filter.project ? projects.value?.[0]?.id : filter.project;
  const before = Number(query.get("before")) || Number(query.get("asOf")) || null;
  const ready = isAdmin || own;
  const loaded = useLoad(async (signal) => (ready ? read({ ...filter, project: own }, before, query.get("search"), signal) : null), [filter, own, before, query.get("search")]);
  useEffect(() => titled("History"), []);
  return html`<h1>History</h1><${Proof} project=${own} />
    <${Bar} projects=${projects.value} />
    ${projects.value && !ready ? html`<section class="empty"><h2>Nothing to see</h2><p>There is no project that you may read. An admin can let you.</p></section>`
      : html`<${Loaded} of=${loaded}>${(found) => html`<${Events} ...${found} />`}</${Loaded}>`}`;
}
