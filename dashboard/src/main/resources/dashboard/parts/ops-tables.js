// Rebuilds, and what views could not apply.
import { html } from "../core/html.js";
import { remove } from "../core/api.js";
import { count, lasted, when } from "../core/words.js";
import { State } from "./told.js";

const outcome = (rebuild) => {
  if (rebuild.state === "RUNNING") return rebuild.seconds_left === null ? "time left not known yet" : `${lasted(rebuild.seconds_left)} left`;
  if (rebuild.equal === null) return "";
  return rebuild.equal ? `equal, ${count(rebuild.documents, "document")}` : `differs in ${count(rebuild.differences.length, "document")}`;
};

function Rebuild({ rebuild, act }) {
  return html`<tr><th scope="row">${rebuild.view}</th><td>${rebuild.mode === "verify" ? "check" : "rebuild"}</td>
    <td><${State} name=${rebuild.state.toLowerCase()} /></td>
    <td><progress max="100" value=${rebuild.percent} aria-label=${`Progress of ${rebuild.view}`}></progress> ${rebuild.percent} %</td><td>${outcome(rebuild)}</td>
    ${act && html`<td>${rebuild.state === "RUNNING" && html`<button class="grave" onClick=${() => act(remove(`/ops/rebuilds/${rebuild.id}`))}>Cancel</button>`}</td>`}</tr>`;
}

/** @param act is missing where nothing may be done */
export function Rebuilds({ rebuilds, act }) {
  if (!rebuilds.length) return null;
  return html`<section class="stack"><h2>Rebuilds</h2><div class="scroll" tabindex="0" role="region" aria-label="Rebuilds"><table>
    <thead><tr><th scope="col">View</th><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Progress</th><th scope="col">Outcome</th>${act && html`<th scope="col">Work</th>`}</tr></thead>
    <tbody>${[...rebuilds].reverse().map((rebuild) => html`<${Rebuild} key=${rebuild.id} rebuild=${rebuild} act=${act} />`)}</tbody></table></div></section>`;
}

function Letter({ letter, ask }) {
  return html`<tr><th scope="row">${letter.view}</th><td>${letter.aggregate}</td><td>${letter.type} at ${letter.position}, since ${when(letter.since)}</td>
    <td>${letter.error}</td><td class="number">${letter.successors}</td>
    ${ask && html`<td><div class="bar"><button onClick=${() => ask({ of: letter, work: "retry" })}>Try again</button>
      <button class="grave" onClick=${() => ask({ of: letter, work: "drop" })}>Drop</button></div></td>`}</tr>`;
}

export function Letters({ letters, ask }) {
  return html`<section class="stack"><h2>Dead letters</h2>
    ${!letters.length ? html`<p class="quiet">None: every event could be applied.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Dead letters"><table>
      <thead><tr><th scope="col">View</th><th scope="col">Thing</th><th scope="col">Event</th><th scope="col">Why</th><th scope="col" class="number">Waiting behind</th>${ask && html`<th scope="col">Work</th>`}</tr></thead>
      <tbody>${letters.map((letter) => html`<${Letter} key=${letter.id} letter=${letter} ask=${ask} />`)}</tbody></table></div>`}</section>`;
}
