import { html, useState } from "../core/html.js";
import { patch } from "../core/api.js";
import { moment } from "../core/address.js";
import { useSession } from "../core/session.js";

/** An iteration that has ended is frozen, its notes included; a draft is kept all the same. */
export function Notes({ iteration, project }) {
  const { may } = useSession();
  const [draft, write] = useState(null);
  const [failure, fail] = useState(null);
  const open = !iteration.end_date && !moment() && may("update", project.id);
  const leave = () => { write(null); fail(null); };
  const save = () => patch(`/iteration/${iteration.id}`, { notes: draft }).then(leave, fail);
  if (!open && !iteration.notes && draft === null) return null;
  return html`<section class="card"><h2>Notes</h2>
    ${draft === null ? html`<p class="notes">${iteration.notes || html`<span class="quiet">None yet.</span>`}</p>`
      : html`<textarea aria-label="Notes" value=${draft} onInput=${(event) => write(event.target.value)}></textarea>`}
    ${failure && html`<p class="odd" role="alert">${failure.message}</p>`}
    ${draft !== null && !open && html`<p class="odd" role="status">This cannot be saved any more: notes change only while the iteration goes on. Copy what you wrote.</p>`}
    ${draft === null ? open && html`<div><button onClick=${() => write(iteration.notes)}>Edit</button></div>`
      : html`<div class="bar">${open && html`<button class="first" onClick=${save}>Save</button>`}<button onClick=${leave}>Leave as it was</button></div>`}
  </section>`;
}
