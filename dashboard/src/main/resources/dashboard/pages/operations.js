import { html, useEffect, useState } from "../core/html.js";
import { getNow, post, remove } from "../core/api.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { count, lasted } from "../core/words.js";
import { Loaded, State, Told, titled } from "../parts/told.js";
import { Confirm } from "../parts/confirm.js";
import { Backup } from "../parts/backup.js";

const PAUSE = 2_000;

const health = (signal) => getNow("/actuator/health/readiness", {}, { signal })
  .catch((failure) => { if (failure.status === 503) return { status: "OUT_OF_SERVICE" }; throw failure; });

const read = async (signal) => {
  const [ready, views, rebuilds, letters] = await Promise.all([health(signal),
    ...["views", "rebuilds", "dead-letters"].map((what) => getNow(`/ops/${what}`, {}, { signal }))]);
  return { ready, views, rebuilds, letters };
};

/** What changes without an event is asked for again and again, as long as somebody looks. */
const useEvery = (work) => useEffect(() => {
  const timer = setInterval(() => document.hidden || work(), PAUSE);
  return () => clearInterval(timer);
}, []);

function Health({ ready }) {
  const good = ready.status === "UP";
  return html`<p class=${`note ${good ? "good" : "bad"}`} role="status"><strong>${good ? "The server is ready." : `The server is not ready: ${ready.status}.`}</strong>
    ${good ? "" : "See the table below and the server's log; it heals by itself when the cause is gone."}</p>`;
}

function View({ view, ask }) {
  const name = { LIVE: "live", CATCHING_UP: "catching up", STOPPED: "failed" }[view.state] ?? view.state;
  return html`<tr><th scope="row">${view.name}</th><td><${State} name=${name} /></td>
    <td class="number">${view.position.toLocaleString("en-GB")}</td><td class="number">${view.lag.toLocaleString("en-GB")}</td>
    <td class="number">${Math.round(view.events_per_second).toLocaleString("en-GB")}</td>
    <td><div class="bar"><button onClick=${() => ask({ view: view.name, mode: "verify" })}>Check</button>
      <button onClick=${() => ask({ view: view.name, mode: "replace" })}>Rebuild</button></div></td></tr>`;
}

function Views({ views, ask }) {
  return html`<section class="stack"><h2>Views</h2><div class="scroll" tabindex="0" role="region" aria-label="Views"><table>
    <thead><tr><th scope="col">View</th><th scope="col">State</th><th scope="col" class="number">Position</th><th scope="col" class="number">Events behind</th>
      <th scope="col" class="number">Events a second</th><th scope="col">Work</th></tr></thead>
    <tbody>${views.map((view) => html`<${View} key=${view.name} view=${view} ask=${ask} />`)}</tbody></table></div></section>`;
}

const outcome = (rebuild) => {
  if (rebuild.state === "RUNNING") return `${lasted(rebuild.seconds_left ?? 0)} left`;
  if (rebuild.equal === null) return "";
  return rebuild.equal ? `equal, ${count(rebuild.documents, "document")}` : `differs in ${count(rebuild.differences.length, "document")}`;
};

function Rebuilds({ rebuilds, act }) {
  if (!rebuilds.length) return null;
  return html`<section class="stack"><h2>Rebuilds</h2><div class="scroll" tabindex="0" role="region" aria-label="Rebuilds"><table>
    <thead><tr><th scope="col">View</th><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Progress</th><th scope="col">Outcome</th><th scope="col">Work</th></tr></thead>
    <tbody>${[...rebuilds].reverse().map((rebuild) => html`<tr key=${rebuild.id}><th scope="row">${rebuild.view}</th><td>${rebuild.mode === "verify" ? "check" : "rebuild"}</td>
      <td><${State} name=${rebuild.state.toLowerCase()} /></td>
      <td><progress max="100" value=${rebuild.percent} aria-label=${`Progress of ${rebuild.view}`}></progress> ${rebuild.percent} %</td><td>${outcome(rebuild)}</td>
      <td>${rebuild.state === "RUNNING" && html`<button class="grave" onClick=${() => act(remove(`/ops/rebuilds/${rebuild.id}`))}>Cancel</button>`}</td></tr>`)}</tbody></table></div></section>`;
}

function Letters({ letters, act }) {
  return html`<section class="stack"><h2>Dead letters</h2>${!letters.length ? html`<p class="quiet">None: every event could be applied.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Dead letters"><table>
      <thead><tr><th scope="col">View</th><th scope="col">Thing</th><th scope="col">Event</th><th scope="col">Why</th><th scope="col" class="number">Waiting behind</th><th scope="col">Work</th></tr></thead>
      <tbody>${letters.map((letter) => html`<tr key=${letter.id}><th scope="row">${letter.view}</th><td>${letter.aggregate}</td><td>${letter.type} at ${letter.position}</td>
        <td>${letter.error}</td><td class="number">${letter.successors}</td>
        <td><button onClick=${() => act(post(`/ops/dead-letters/${encodeURIComponent(letter.id)}/retry`))}>Try again</button></td></tr>`)}</tbody></table></div>`}</section>`;
}

const question = { verify: "Check", replace: "Rebuild" };

export function Operations() {
  const { isAdmin } = useSession();
  const loaded = useLoad((signal) => (isAdmin ? read(signal) : Promise.resolve(null)), ["operations", isAdmin]);
  const [asked, ask] = useState(null);
  const [failure, fail] = useState(null);
  const act = (work) => work.then(() => { fail(null); loaded.retry(); }, fail);
  useEvery(loaded.retry);
  useEffect(() => titled("Operations"), []);
  if (!isAdmin) return html`<${Told} page title="This page is for admins" message="You are not one." />`;
  return html`<h1>Operations</h1><${Loaded} of=${loaded}>${({ ready, views, rebuilds, letters }) => html`
    <${Health} ready=${ready} />${failure && html`<${Told} failure=${failure} />`}
    <${Views} views=${views} ask=${ask} /><${Rebuilds} rebuilds=${rebuilds} act=${act} /><${Letters} letters=${letters} act=${act} /><${Backup} />`}</${Loaded}>
    ${asked && html`<${Confirm} title=${`${question[asked.mode]} the view ${asked.view}?`} verb=${question[asked.mode]}
      work=${() => post(`/ops/views/${asked.view}/rebuild?mode=${asked.mode}`)} done=${() => { ask(null); loaded.retry(); }}>
      <p>${asked.mode === "verify" ? "The view is made anew beside the live one and compared with it. Nothing is replaced."
        : "The view is made anew beside the live one, compared with it, and takes its place. Reads and writes go on meanwhile."}</p></${Confirm}>`}`;
}
