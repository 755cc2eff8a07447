// The slider of time: any page as of any moment, with marks of what happened.
import { html, useEffect, useRef, useState } from "../core/html.js";
import { getNow, positionOf } from "../core/api.js";
import { change, link, useAddress } from "../core/address.js";
import { newest } from "../core/audit.js";
import { markAfter, markBefore, markKind, readMarks } from "../core/marks.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { KINDS, told } from "../core/telling.js";
import { count, when } from "../core/words.js";

const PAUSE = 150;

const read = async (project, signal) => {
  const { position: head } = await getNow("/audit/head", { project }, { signal });
  return { head, marks: await readMarks(project, head, signal) };
};

/** The last event that may be told of, up to the moment. */
const readMoment = async (asOf, project, signal) => {
  if (!asOf) return null;
  const at = await positionOf(asOf, signal).catch(() => null);
  return at === null ? null : { at, event: (await newest({ project }, at, 1, signal)).events[0] };
};

function Marks({ all, head }) {
  return html`<div class="marks" aria-hidden="true">${all.map((event) => html`<i key=${event.position} data-position=${event.position} class=${markKind(event)} title=${told(event)}
    style=${{ left: `${(100 * (event.position - 1)) / Math.max(1, head - 1)}%` }}></i>`)}</div>`;
}

function Legend({ marks }) {
  const kinds = Object.keys(KINDS).map((kind) => [kind, marks.filter((event) => markKind(event) === kind).length]).filter(([, many]) => many > 0);
  return html`<ul class="marked" aria-label="Marks">${kinds.map(([kind, many]) => html`<li key=${kind}><i class=${kind}></i>${KINDS[kind].name} <span class="unseen">${count(many, "mark")}</span></li>`)}</ul>`;
}

/** To the next thing of note, whichever way; when there is none, the button has nothing to do until somebody moves. */
function Step({ find, at, end, children }) {
  const [none, set] = useState(false);
  useEffect(() => set(false), [at, end]);
  const go = () => find().then((event) => (event ? change({ asOf: event.position }) : set(true)), () => set(false));
  return html`<button disabled=${none || at === end} onClick=${go}>${children}</button>`;
}

function Told({ asOf, shown, known, event }) {
  if (!asOf) return `The present, position ${known.head}`;
  return `Position ${shown} of ${known.head}${event ? `: ${when(event.timestamp)}, ${event.actor?.username ?? event.via} ${told(event)}` : ""}`;
}

function Slider({ known, project }) {
  const asOf = useAddress().query.get("asOf");
  const moment = useLoad((signal) => readMoment(asOf, project, signal), ["moment", asOf, project], { live: false }).value;
  const [drag, set] = useState(null);
  const timer = useRef();
  const at = asOf ? Math.min(known.head, Math.max(1, moment?.at ?? (Number(asOf) || 1))) : known.head;
  const move = (to) => change({ asOf: to >= known.head ? null : to }, { replace: true });
  const input = ({ target }) => {
    set(Number(target.value));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { move(Number(target.value)); set(null); }, PAUSE);
  };
  const shown = drag ?? at;
  return html`<div class="line"><input type="range" min="1" max=${known.head} value=${shown} aria-label="Moment, as a position in the log" aria-valuetext=${`position ${shown} of ${known.head}`} onInput=${input} />
      <${Marks} all=${known.marks} head=${known.head} /></div>
    <div class="bar"><${Step} at=${at} end=${1} find=${() => markBefore(project, at)}>◂ Before</${Step}>
      <${Step} at=${at} end=${known.head} find=${() => markAfter(project, at, known.head)}>Next ▸</${Step}>
      <span role="status"><${Told} asOf=${asOf} shown=${shown} known=${known} event=${moment?.event} /></span>
      ${asOf && html`<a href=${link("/changes", { asOf: null, since: at, project })}>What changed since</a>`}
      <${Legend} marks=${known.marks} /></div>`;
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
