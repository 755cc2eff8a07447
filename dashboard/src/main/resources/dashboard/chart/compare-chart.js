// The same series of several iterations in one chart.
import { html, useMemo, useRef } from "../core/html.js";
import { useLoad } from "../core/load.js";
import { link } from "../core/address.js";
import { Told } from "../parts/told.js";
import { Plot } from "./plot.js";
import { Downloads, ofChart } from "./downloads.js";
import { useSeen } from "./seen.js";
import { colour } from "./palette.js";
import { along, compared, drawable, inOrder, oddities, smooth, steps } from "./points.js";

const lines = (found, ids, { axis, log, weight }) => {
  const marks = [];
  const series = ids.flatMap((id, i) => {
    const points = found.get(id);
    if (!points) return [];
    const { x, y } = inOrder(along(axis, points), points.value);
    marks.push(...oddities(x, y).map((odd) => ({ ...odd, colour: colour(i) })));
    const raw = { label: `${id}`, x, y: drawable(y, log), colour: colour(i) };
    return weight ? [{ ...raw, label: `${id} as logged`, faint: true }, { ...raw, y: smooth(raw.y, weight) }] : [raw];
  });
  return { series, marks };
};

/** The steps of a stretch, over all iterations: each has its own clock. */
const stretch = (axis, whole, zoom) => {
  const all = [...whole.values()].map((points) => steps(axis, points, zoom)).filter((each) => each.from !== undefined);
  return all.length ? { from: Math.min(...all.map((each) => each.from)), to: Math.max(...all.map((each) => each.to)) } : {};
};

function Drawn({ name, found, ids, view }) {
  const { series, marks } = useMemo(() => lines(found, ids, view), [found, view.axis, view.log, view.weight]);
  return html`<${Plot} name=${name} series=${series} marks=${marks} axis=${view.axis} log=${view.log} zoom=${view.zoom} onZoom=${view.onZoom} />
    <ul class="legend">${ids.map((id, i) => found.has(id) && html`<li key=${id}><i style=${{ background: colour(i) }}></i><a href=${link(`/iteration/${id}`)}>${id}</a></li>`)}</ul>`;
}

/** @param counts changes when points have come */
export function CompareChart({ name, ids, counts, view }) {
  const box = useRef();
  const whole = useRef(null);
  const last = useRef(null);
  const seen = useSeen(box);
  const { axis, zoom } = view;
  const read = async (signal) => {
    if (!seen) return null;
    if (!zoom || !whole.current) whole.current = await compared(ids, name, {}, signal);
    return zoom ? compared(ids, name, stretch(axis, whole.current, zoom), signal) : whole.current;
  };
  const loaded = useLoad(read, [ids, name, counts, seen, axis, zoom], { live: false });
  if (loaded.value) last.current = loaded.value;
  return html`<article class="chart" ref=${box}>
    <header><h3>${name}</h3>${last.current && html`<${Downloads} name=${name} forms=${ofChart(name)} />`}</header>
    ${loaded.failure && !loaded.failure.isAway && html`<${Told} failure=${loaded.failure} retry=${loaded.retry} />`}
    ${last.current ? html`<${Drawn} name=${name} found=${last.current} ids=${ids} view=${view} />` : html`<div class="canvas"></div>`}
  </article>`;
}
