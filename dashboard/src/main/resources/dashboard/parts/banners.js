import { html } from "../core/html.js";
import { change, useAddress } from "../core/address.js";
import { useAway } from "../core/live.js";
import { when } from "../core/words.js";

export function AwayBanner() {
  return html`<div role="status">${useAway()
    && html`<p class="banner away">The server does not answer. What you see was read before; the page goes on by itself when it is back.</p>`}</div>`;
}

export function PastBanner() {
  const asOf = useAddress().query.get("asOf");
  if (!asOf) return null;
  const moment = /^\d+$/.test(asOf) ? `at position ${asOf} of the log` : `on ${when(asOf)}`;
  return html`<div class="banner past" role="status">
    <span>You see the state as it was <strong>${moment}</strong>. Nothing can be changed here.</span>
    <button onClick=${() => change({ asOf: null })}>Back to the present</button>
  </div>`;
}
