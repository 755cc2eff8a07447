import { html, useEffect, useState } from "../core/html.js";
import { getNow } from "../core/api.js";
import { moment } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { Loaded, State, Told, titled } from "../parts/told.js";
import { Question, VIEW_WORK } from "../parts/ops-work.js";
import { Letters, Rebuilds } from "../parts/ops-tables.js";
import { Backup } from "../parts/backup.js";

const PAUSE = 2_000;
const SOON = 400;

const health = (signal) => getNow("/actuator/health/readiness", {}, { signal })
  .catch((failure) => { if (failure.status === 503) return { status: "OUT_OF_SERVICE" }; throw failure; });

const read = async (signal) => {
  const [ready, views, rebuilds, letters] = await Promise.all([health(signal),
    ...["views", "rebuilds", "dead-letters"].map((what) => getNow(`/ops/${what}`, {}, { signal }))]);
  return { ready, views, rebuilds, letters };
};

/** What changes without an event is asked for again and again, as long as somebody looks; more often while something is under way. */
const useEvery = (pause, work) => useEffect(() => {
  const timer = setInterval(() => document.hidden || work(), pause);
  return () => clearInterval(timer);
}, [pause]);

const CONDITIONS = {
  UP: ["good", "The server is ready.", ""],
  DEGRADED: ["bad", "The server answers, but what some events say is missing.", "See the dead letters below."],
};

function Health({ ready }) {
  const [kind, title, next] = CONDITIONS[ready.status]
    ?? ["bad", `The server is not ready: ${ready.status}.`, "See the table below and the server's log; it heals by itself when the cause is gone."];
  return html`<p class=${`note ${kind}`} role="status"><strong>${title}</strong> ${next}</p>`;
}

/** What came of the last wish. */
function Outcome({ of }) {
  return html`<div role="status">${of && html`<p class=${`note ${of.good ? "good" : "bad"}`}>${of.text}</p>`}</div>`;
}

function View({ view, ask }) {
  const name = { LIVE: "live", CATCHING_UP: "catching up", STOPPED: "failed" }[view.state] ?? view.state;
  return html`<tr><th scope="row">${view.name}</th><td><${State} name=${name} /></td>
    <td class="number">${view.position.toLocaleString("en-GB")}</td><td class="number">${view.lag.toLocaleString("en-GB")}</td>
    <td class="number">${Math.round(view.events_per_second).toLocaleString("en-GB")}</td>
    ${ask && html`<td><div class="bar">${Object.entries(VIEW_WORK).map(([work, { verb }]) => html`<button key=${work} onClick=${() => ask({ of: view.name, work })}>${verb}</button>`)}</div></td>`}</tr>`;
}

function Views({ views, ask }) {
  return html`<section class="stack"><div class="heading"><h2>Views</h2>${ask && html`<div class="end"><button onClick=${() => ask({ of: "all", work: "verify" })}>Check all</button></div>`}</div>
    <div class="scroll" tabindex="0" role="region" aria-label="Views"><table>
    <thead><tr><th scope="col">View</th><th scope="col">State</th><th scope="col" class="number">Position</th><th scope="col" class="number">Events behind</th>
      <th scope="col" class="number">Events a second</th>${ask && html`<th scope="col">Work</th>`}</tr></thead>
    <tbody>${views.map((view) => html`<${View} key=${view.name} view=${view} ask=${ask} />`)}</tbody></table></div></section>`;
}

export function Operations() {
  const { isAdmin } = useSession();
  const loaded = useLoad((signal) => (isAdmin ? read(signal) : Promise.resolve(null)), ["operations", isAdmin]);
  const [asked, ask] = useState(null);
  const [told, tell] = useState({});
  const act = (work) => work.then(() => { tell({}); loaded.retry(); }, (failure) => tell({ failure }));
  useEvery(loaded.value?.rebuilds.some((rebuild) => rebuild.state === "RUNNING") ? SOON : PAUSE, loaded.retry);
  useEffect(() => titled("Operations"), []);
  if (!isAdmin) return html`<${Told} page title="This page is for admins" message="You are not one." />`;
  const may = moment() ? null : ask;
  return html`<h1>Operations</h1>
    ${!may && html`<p class="note">The server itself has no past: this is how it is now. To do something here, go back to the present.</p>`}
    <${Loaded} of=${loaded}>${({ ready, views, rebuilds, letters }) => html`
      <${Health} ready=${ready} /><${Outcome} of=${told.outcome} />${told.failure && html`<${Told} failure=${told.failure} />`}
      <${Views} views=${views} ask=${may} /><${Rebuilds} rebuilds=${rebuilds} act=${may && act} /><${Letters} letters=${letters} ask=${may} />
      ${may && html`<${Backup} />`}`}</${Loaded}>
    ${asked && html`<${Question} ...${asked} done=${(outcome) => { ask(null); tell({ outcome }); loaded.retry(); }} />`}`;
}
