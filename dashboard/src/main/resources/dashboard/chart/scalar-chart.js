// The chart of one scalar series of one iteration.
import { html, useMemo, useRef } from "../core/html.js";
import { useLoad } from "../core/load.js";
import { show } from "../core/words.js";
import { Told } from "../parts/told.js";
import { Plot } from "./plot.js";
import { Downloads, ofChart } from "./downloads.js";
import { useSeen } from "./seen.js";
import { colour, ink } from "./palette.js";
import { along, drawable, inOrder, oddities, scalars, smooth, steps } from "./points.js";

const lines = (key, points, begin, { axis, log, weight }) => {
  const { x, y } = inOrder(along(axis, points, begin), points.value);
  const raw = drawable(y, log);
  const series = weight
    ? [{ label: "as logged", x, y: raw, colour: colour(0), faint: true }, { label: "smoothed", x, y: smooth(raw, weight), colour: colour(0) }]
    : [{ label: key, x, y: raw, colour: colour(0) }];
  return { series, marks: oddities(x, y), below: log ? y.filter((value) => value <= 0 && Number.isFinite(value)).length : 0 };
};

/** A corrected point is marked at the step where it is now, or was. */
const corrected = (key, events, axis) => (axis !== "step" ? []
  : events.map(({ payload }) => (payload.after ?? payload.before).point).filter((point) => point.key === key).map((point) => ({ x: point.step, kind: "✎", colour: ink().text })));

function Drawn({ listing, points, begin, view, corrections }) {
  const { series, marks, below } = useMemo(() => lines(listing.key, points, begin, view), [points, view.axis, view.log, view.weight]);
  const all = [...marks, ...corrected(listing.key, corrections, view.axis)];
  return html`<${Plot} name=${listing.key} series=${series} marks=${all} axis=${view.axis} log=${view.log} zoom=${view.zoom} onZoom=${view.onZoom} />
    ${below > 0 && html`<p class="odd">${below} of these values are 0 or less: a logarithmic scale has no place for them.</p>`}`;
}

const summary = ({ count, last, min, max }) =>
  `${count.toLocaleString("en-GB")} points, last ${show(last)}, between ${show(min)} and ${show(max)}`;

export function ScalarChart({ iteration, listing, view, begin, corrections = [] }) {
  const box = useRef();
  const whole = useRef(null);
  const seen = useSeen(box);
  const { zoom, axis } = view;
  const read = async (signal) => {
    if (!seen) return null;
    if (!zoom || !whole.current) whole.current = await scalars(iteration, listing.key, {}, signal);
    if (!zoom) return whole.current;
    return scalars(iteration, listing.key, steps(axis, whole.current, zoom, begin), signal);
  };
  const { key } = listing;
  const loaded = useLoad(read, [iteration, key, listing.count, seen, zoom, axis], { live: false });
  const last = useRef(null);
  if (loaded.value) last.current = loaded.value;
  return html`<article class="chart" ref=${box}>
    <header><h3>${key}</h3><span class="quiet">${show(listing.last)}</span>${last.current && html`<${Downloads} name=${key} forms=${ofChart(key)} />`}</header>
    <p class="unseen">${summary(listing)}</p>
    ${loaded.failure && !loaded.failure.isAway && html`<${Told} failure=${loaded.failure} retry=${loaded.retry} />`}
    ${last.current ? html`<${Drawn} listing=${listing} points=${last.current} begin=${begin ?? last.current.wall[0]} view=${view} corrections=${corrections} />` : html`<div class="canvas"></div>`}
  </article>`;
}
