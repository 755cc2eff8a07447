// What the page says when it has nothing else to show.
import { html } from "../core/html.js";

export function Waiting({ what = "Reading…" }) {
  return html`<p class="waiting" role="status">${what}</p>`;
}

/** @param page whether it stands for the whole page, which has to have a heading */
export function Told({ title = "This did not work", message, failure, retry, next, page }) {
  return html`${page && html`<h1>${failure?.status === 404 ? "Not found" : title}</h1>`}<div class="note bad" role="alert">
    <div>${!page && html`<strong>${title}.</strong>`} ${message ?? failure?.message}</div>
    ${retry && html`<button onClick=${retry}>Try again</button>`} ${next}
  </div>`;
}

/** What was loaded, or why not; what was read before stays, with the failure above it. */
export function Loaded({ of, page, children }) {
  const { value, failure, retry } = of;
  if (!value && failure) return html`<${Told} page=${page} failure=${failure} retry=${retry} />`;
  if (!value) return html`<${Waiting} />`;
  return html`${failure && !failure.isAway && html`<${Told} failure=${failure} retry=${retry} />`}${children(value)}`;
}

export function State({ name }) {
  return html`<span class=${`state ${name.replaceAll(" ", "-").toLowerCase()}`}>${name}</span>`;
}

export function Crumbs({ of }) {
  return html`<nav class="crumbs" aria-label="Where you are"><ol>
    ${of.map(([name, href]) => html`<li>${href ? html`<a href=${href}>${name}</a>` : html`<span aria-current="page">${name}</span>`}</li>`)}
  </ol></nav>`;
}

export const titled = (name) => { document.title = name ? `${name} · Daybook` : "Daybook"; };
