import { html } from "../core/html.js";
import { link } from "../core/address.js";
import { between, count, when } from "../core/words.js";

export function Facts({ iteration, children }) {
  return html`<section class="card"><h2>Course</h2><dl class="facts">
    <dt>Created</dt><dd>${when(iteration.created_date)}</dd>
    <dt>Ended</dt><dd>${iteration.end_date ? when(iteration.end_date) : "not yet"}</dd>
    ${iteration.end_date && html`<dt>Took</dt><dd>${between(iteration.created_date, iteration.end_date)}</dd>`}
    ${iteration.parent_iteration_id && html`<dt>Parent</dt><dd><a href=${link(`/iteration/${iteration.parent_iteration_id}`)}>Iteration ${iteration.parent_iteration_id}</a></dd>`}
    ${children.length > 0 && html`<dt>${count(children.length, "child", "children")}</dt><dd class="tags">${children.map((child) =>
      html`<a href=${link(`/iteration/${child.id}`)}>${child.id}</a>`)} <a href=${link("/compare", { ids: children.map((child) => child.id).join(",") })}>compare them</a></dd>`}
  </dl></section>`;
}

export function Parameters({ parameters }) {
  return html`<section class="card"><h2>Parameters</h2>
    ${parameters.length ? html`<dl class="facts">${parameters.map(({ id, key, value }) => [html`<dt key=${`k${id}`}>${key}</dt>`, html`<dd class="mono" key=${`v${id}`}>${value}</dd>`])}</dl>`
      : html`<p class="quiet">None were logged.</p>`}
  </section>`;
}
