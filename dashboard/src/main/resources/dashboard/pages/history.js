import { html, useEffect, useState } from "../core/html.js";
import { getNow, positionOf } from "../core/api.js";
import { change, link, moment, useAddress } from "../core/address.js";
import { newest, search } from "../core/audit.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { BOOKKEEPING, KINDS, TYPES, placeOf, told } from "../core/telling.js";
import { when } from "../core/words.js";
import { Loaded, titled } from "../parts/told.js";
import { HistoryBar } from "../parts/history-bar.js";
import { Proof } from "../parts/proof.js";

const WANTED = 60;

const typesOf = (query) => {
  const type = query.get("type");
  if (type) return KINDS[type]?.types ?? [type];
  return query.has("all") ? [] : TYPES.filter((each) => !BOOKKEEPING.includes(each));
};

const filterOf = (query, project) => ({
  project, aggregate: query.get("aggregate"), actor: query.get("actor"), from: query.get("from"), via: query.get("via"), type: typesOf(query),
});

/** The last position that may be shown: whichever of the moments that somebody named is the earliest. */
const endOf = async (query, project, signal) => {
  const named = ["before", "to", "asOf"].map((name) => query.get(name)).filter(Boolean);
  if (!named.length) return (await getNow("/audit/head", { project }, { signal })).position;
  return Math.min(...(await Promise.all(named.map((text) => positionOf(text, signal)))));
};

const read = async (query, project, signal) => {
  const end = await endOf(query, project, signal);
  const filter = filterOf(query, project);
  const text = query.get("search")?.toLowerCase();
  if (!text) return newest(filter, end, WANTED, signal);
  const fits = (event) => JSON.stringify([told(event), event]).toLowerCase().includes(text);
  return { ...(await search(filter, end, WANTED, fits, signal)), text };
};

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

function Reach({ before, text, events }) {
  if (!text) return null;
  return html`<p class="quiet" role="status">${events.length ? `${events.length} found` : "None found"} ${before
    ? `as far back as position ${before + 1}. What is before it was not looked at yet.` : "in the whole log, as far as the filters let it through."}</p>`;
}

function Parts({ before, text }) {
  return html`<nav class="bar" aria-label="Parts of the log">
    ${useAddress().query.has("before") && html`<button onClick=${() => change({ before: null })}>Newest</button>`}
    ${before && html`<button onClick=${() => change({ before })}>${text ? "Search further back" : "Older"}</button>`}</nav>`;
}

function Events({ events, before, text }) {
  return html`<${Reach} before=${before} text=${text} events=${events} />
    ${events.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Events"><table>
      <thead><tr><th scope="col" class="number">Position</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Door</th><th scope="col">Of</th><th scope="col">What</th></tr></thead>
      <tbody>${events.map((event) => html`<${Row} key=${event.position} event=${event} />`)}</tbody></table></div>`
    : html`<section class="empty"><h2>Nothing like that here</h2><p>Look further back, or ask for less.</p></section>`}
    <${Parts} before=${before} text=${text} />`;
}

export function History() {
  const { query } = useAddress();
  const { isAdmin } = useSession();
  const projects = useLoad((signal) => getNow("/project/", {}, { signal }), ["projects of history"], { live: false });
  const project = query.get("project") || (isAdmin ? null : projects.value?.[0]?.id);
  const ready = isAdmin || project;
  // a long search is not begun again with every point that is logged
  const live = !query.get("search") && !moment();
  const about = ["project", "aggregate", "actor", "from", "to", "via", "type", "all", "before", "search"].map((name) => query.get(name));
  const loaded = useLoad(async (signal) => (ready ? read(query, project, signal) : null), [about, project, Boolean(ready)], { live });
  useEffect(() => titled("History"), []);
  return html`<h1>History</h1><${Proof} project=${project} />
    <${HistoryBar} projects=${projects.value} />
    ${projects.value && !ready ? html`<section class="empty"><h2>Nothing to see</h2><p>There is no project that you may read. An admin can let you.</p></section>`
      : html`<${Loaded} of=${loaded}>${(found) => html`<${Events} ...${found} />`}</${Loaded}>`}`;
}
