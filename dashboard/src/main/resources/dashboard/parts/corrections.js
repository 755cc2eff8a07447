// What was corrected afterwards: the original stays in the log, with who changed it and when.
import { html } from "../core/html.js";
import { getNow, positionOf } from "../core/api.js";
import { link, moment } from "../core/address.js";
import { forward, newest } from "../core/audit.js";
import { useLoad } from "../core/load.js";
import { show, when } from "../core/words.js";

const TYPES = ["PointChanged", "PointDeleted"];
const MOST = 200;

/** @returns all of them, or the newest, and whether there are more */
export const useCorrections = (iteration, project) => {
  const upTo = moment();
  const read = async (signal) => {
    const end = upTo ? await positionOf(upTo, signal) : (await getNow("/audit/head", { project }, { signal })).position;
    const filter = { aggregate: `iteration-${iteration}`, project, type: TYPES };
    const first = await forward(filter, 0, end, MOST, signal);
    if (first.next === null) return { events: first.data, more: false };
    const last = await newest(filter, end, MOST, signal);
    return { events: last.events.reverse(), more: last.before !== null };
  };
  return useLoad(read, ["corrections", iteration, project], { pause: 1_000 }).value ?? { events: [], more: false };
};

function Correction({ event }) {
  const before = event.payload.before.point;
  const after = event.payload.after?.point;
  return html`<li>${before.key} at step ${show(before.step)}: <del>${show(before.value)}</del> ${after
    ? html`→ <ins>${show(after.value)}</ins>${after.step !== before.step ? ` at step ${show(after.step)}` : ""}${after.key !== before.key ? ` of ${after.key}` : ""}` : "deleted"},
    by ${event.actor?.username ?? "somebody"} on ${when(event.timestamp)}</li>`;
}

export function Corrections({ iteration, project, events, more }) {
  if (!events.length) return null;
  return html`<section class="card"><h2>Corrections</h2>
    ${more && html`<p class="quiet">The newest ${events.length}; <a href=${link("/history", { project, aggregate: `iteration-${iteration}`, type: "corrected" })}>all of them</a>.</p>`}
    <ul class="plain">${events.map((event) => html`<${Correction} key=${event.position} event=${event} />`)}</ul></section>`;
}
