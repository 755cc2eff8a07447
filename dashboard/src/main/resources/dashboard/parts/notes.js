import { html, useState } from "../core/html.js";
import { patch } from "../core/api.js";
import { moment } from "../core/address.js";
import { useSession } from "../core/session.js";

/** An iteration that has ended is frozen, its notes included. */
export function Notes({ iteration, project }) {
  const { may } = useSession();
  const [draft, write] = useState(null);
  const [failure, fail] = useState(null);
  const open = !iteration.end_date && !moment() && may("update", project.id);
  const save = () => patch(`/iteration/${iteration.id}`, { notes: draft }).then(() => { write(null); fail(null); }, fail);
  if (!open && !iteration.notes) return null;
  return html`<section class="card"><h2>Notes</h2>
    ${draft === null ? html`<p class="notes">${iteration.notes || html`<span class="quiet">None yet.</span>`}</p>`
      : html`<textarea aria-label="Notes" value=${draft} onInput=${(event) => write(event.target.value)}></textarea>`}
    ${failure && html`<p class="odd" role="alert">${failure.message}</p>`}
    ${open && (draft === null ? html`<div><button onClick=${() => write(iteration.notes)}>Edit</button></div>`
      : html`<div class="bar"><button class="first" onClick=${save}>Save</button><button onClick=${() => write(null)}>Leave as it was</button></div>`)}
  </section>`;
}
