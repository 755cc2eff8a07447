// What was corrected afterwards: the original stays in the log, with who changed it and when.
import { html } from "../core/html.js";
import { getNow } from "../core/api.js";
import { moment } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { show, when } from "../core/words.js";

const TYPES = ["PointChanged", "PointDeleted"];

export const useCorrections = (iteration, project) => {
  const upTo = moment();
  const read = async (signal) => {
    const query = new URLSearchParams([["aggregate", `iteration-${iteration}`], ["project", project], ["limit", "200"], ...TYPES.map((type) => ["type", type]), ...(upTo ? [["to", upTo]] : [])]);
    return (await getNow(`/audit/events?${query}`, {}, { signal })).data;
  };
  return useLoad(read, ["corrections", iteration, project]).value ?? [];
};

function Correction({ event }) {
  const before = event.payload.before.point;
  const after = event.payload.after?.point;
  return html`<li>${before.key} at step ${show(before.step)}: <del>${show(before.value)}</del> ${after
    ? html`→ <ins>${show(after.value)}</ins>${after.step !== before.step ? ` at step ${show(after.step)}` : ""}${after.key !== before.key ? ` of ${after.key}` : ""}` : "deleted"},
    by ${event.actor?.username ?? "somebody"} on ${when(event.timestamp)}</li>`;
}

export function Corrections({ events }) {
  if (!events.length) return null;
  return html`<section class="card"><h2>Corrections</h2><ul class="plain">${events.map((event) => html`<${Correction} key=${event.position} event=${event} />`)}</ul></section>`;
}
