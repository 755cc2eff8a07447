// The slider of time: any page as of any moment, with marks of what happened.
import { html, useRef, useState } from "../core/html.js";
import { getNow } from "../core/api.js";
import { change, link, useAddress } from "../core/address.js";
import { marks } from "../core/audit.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { MARKED, told } from "../core/telling.js";
import { when } from "../core/words.js";

const PAUSE = 150;

const grave = (type) => (/Deleted/.test(type) ? "gone" : /Point|Parameter/.test(type) ? "corrected" : /Version/.test(type) ? "promoted" : "status");

const read = async (project, signal) => {
  const head = await getNow("/audit/head", { project }, { signal });
  return { head: head.position, marks: await marks({ project }, MARKED, signal) };
};

function Marks({ all, head }) {
  return html`<div class="marks" aria-hidden="true">${all.map((event) => html`<i key=${event.position} class=${grave(event.type)} title=${told(event)}
    style=${{ left: `${(100 * (event.position - 1)) / Math.max(1, head - 1)}%` }}></i>`)}</div>`;
}

const useInstant = (asOf, project) => {
  const read = async (signal) => (/^\d+$/.test(asOf ?? "") && asOf !== "0" ? getNow(`/audit/events/${asOf}`, { project }, { signal }).catch(() => null) : null);
  return useLoad(read, ["instant", asOf], { live: false }).value;
};

/** The place of the handle: a position is one, an instant's is looked for among the marks. */
const placeOf = (asOf, { head, marks: all }) => {
  if (!asOf) return head;
  if (/^\d+$/.test(asOf)) return Math.min(head, Math.max(1, Number(asOf)));
  return all.findLast((event) => event.timestamp <= asOf)?.position ?? 1;
};

function Slider({ known, project }) {
  const asOf = useAddress().query.get("asOf");
  const at = placeOf(asOf, known);
  const [drag, set] = useState(null);
  const timer = useRef();
  const event = useInstant(asOf, project);
  const move = (to, replace = true) => change({ asOf: to >= known.head ? null : to }, { replace });
  const input = ({ target }) => {
    set(Number(target.value));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { move(Number(target.value)); set(null); }, PAUSE);
  };
  const before = known.marks.findLast((each) => each.position < at);
  const after = known.marks.find((each) => each.position > at);
  const shown = drag ?? at;
  return html`<div class="line"><input type="range" min="1" max=${known.head} value=${shown} aria-label="Moment, as a position in the log" aria-valuetext=${`position ${shown} of ${known.head}`} onInput=${input} />
      <${Marks} all=${known.marks} head=${known.head} /></div>
    <div class="bar"><button disabled=${!before} title=${before && told(before)} onClick=${() => move(before.position, false)}>◂ Before</button>
      <button disabled=${!after} title=${after && told(after)} onClick=${() => move(after.position, false)}>Next ▸</button>
      <span role="status">${asOf ? html`Position ${shown} of ${known.head}${event ? html`: ${when(event.timestamp)}, ${event.actor?.username ?? event.via} ${told(event)}` : ""}` : `The present, position ${known.head}`}</span>
      ${asOf && html`<a href=${link("/changes", { asOf: null, since: at, project })}>What changed since</a>`}</div>`;
}

export function TimeBar() {
  const { query } = useAddress();
  const { isAdmin, first } = useSession();
  const open = query.has("time") || query.has("asOf");
  const project = isAdmin ? query.get("project") : query.get("project") ?? first;
  const loaded = useLoad(async (signal) => (open ? read(project, signal) : null), ["time", open, project]);
  const last = useRef(null);
  if (loaded.value) last.current = loaded.value;
  if (!open || !last.current) return null;
  return html`<section class="lookback" aria-label="Time"><${Slider} known=${last.current} project=${project} /></section>`;
}
