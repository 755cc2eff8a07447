// One chart on a canvas. What it draws can be read in window.daybook.charts, by name.
import uPlot from "uplot";
import { html, useEffect, useRef, useState } from "../core/html.js";
import { show, lasted } from "../core/words.js";
import { ink, onTheme } from "./palette.js";

window.daybook = { ...window.daybook, charts: new Map() };

const HEIGHT = 230;

const tellX = { step: (x) => `step ${show(x)}`, relative: lasted, wall: (x) => new Date(x * 1000).toLocaleString("en-GB") };

const shared = (series) => series.every((each) => each.x === series[0].x);

const table = (series) => (!series.length ? [[]]
  : shared(series) ? [series[0].x, ...series.map((each) => each.y)]
    : uPlot.join(series.map((each) => [each.x, each.y]), series.map(() => [2])));

const marked = (u, marks) => {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.font = `${11 * devicePixelRatio}px system-ui`;
  ctx.textAlign = "center";
  for (const { x, kind, colour } of marks) {
    const at = u.valToPos(x, "x", true);
    if (at < bbox.left || at > bbox.left + bbox.width) continue;
    ctx.strokeStyle = ctx.fillStyle = colour ?? ink().odd;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(at, bbox.top + 12 * devicePixelRatio);
    ctx.lineTo(at, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(kind, at, bbox.top + 10 * devicePixelRatio);
  }
  ctx.restore();
};

const line = ({ label, colour, faint, width = 1.75 }) => ({
  label, stroke: faint ? `${colour}66` : colour, width: faint ? 1 : width,
  points: { show: (u, i) => u.data[i].length < 3 || undefined, size: 5 }, spanGaps: false,
});

const axes = (axis) => {
  const { text, grid } = ink();
  const common = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 }, font: "12px system-ui" };
  const values = axis === "wall" ? undefined : (_, all) => all.map((x) => (axis === "relative" ? lasted(x) : show(x)));
  return [{ ...common, values, size: 36, space: axis === "step" ? 60 : 90 }, { ...common, size: 62, values: (_, all) => all.map((y) => (y == null ? "" : show(y))) }];
};

const padded = (_, from, to) => (from == null ? [0, 1] : from === to ? [from - 0.5, to + 0.5] : [from, to]);

/** What can change without a new chart is looked up when it is drawn. */
const options = (props, now, width, onReading) => ({
  width, height: HEIGHT, ms: 1e-3, legend: { show: false },
  cursor: { drag: { x: true, y: false, setScale: false }, focus: { prox: 24 }, bind: { dblclick: () => () => now().onZoom?.(null) }, points: { size: 7 } },
  scales: {
    x: { time: props.axis === "wall", range: (u, from, to) => now().zoom ?? padded(u, from, to) },
    y: { distr: props.log ? 3 : 1 },
  },
  axes: axes(props.axis),
  series: [{}, ...props.series.map(line)],
  hooks: {
    draw: [(u) => marked(u, now().marks ?? [])],
    setCursor: [(u) => onReading(u)],
    setSelect: [(u) => {
      if (u.select.width < 4) return;
      now().onZoom?.([u.posToVal(u.select.left, "x"), u.posToVal(u.select.left + u.select.width, "x")]);
      u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }],
  },
});

const reading = (u, axis) => {
  const i = u.cursor.idx;
  if (i == null) return "";
  const values = u.series.slice(1).flatMap((each, s) => (u.data[s + 1][i] == null ? [] : [`${each.label} ${show(u.data[s + 1][i])}`]));
  return `${tellX[axis](u.data[0][i])}: ${values.slice(0, 6).join(", ")}`;
};

const MOVES = { "+": [0.25, -0.25], "=": [0.25, -0.25], "-": [-0.5, 0.5], ArrowLeft: [-0.25, -0.25], ArrowRight: [0.25, 0.25] };

const keys = (plot, now) => (event) => {
  if (event.key === "0") { now().onZoom?.(null); return; }
  const move = MOVES[event.key];
  const { min, max } = plot.current?.scales.x ?? {};
  if (!move || min == null) return;
  event.preventDefault();
  now().onZoom?.([min + move[0] * (max - min), max + move[1] * (max - min)]);
};

/**
 * @param series of {label, x, y, colour, faint}; y has null where nothing is to be drawn
 * @param marks of {x, kind}: what is not a number
 */
export function Plot(props) {
  const { name, series, axis, log, zoom, marks } = props;
  const box = useRef();
  const words = useRef();
  const plot = useRef();
  const latest = useRef(props);
  latest.current = props;
  const [theme, turn] = useState(0);
  const shape = JSON.stringify([axis, log, theme, series.map(({ label, colour, faint }) => [label, colour, faint])]);
  useEffect(() => onTheme(() => turn((n) => n + 1)), []);
  useEffect(() => {
    const onReading = (u) => { words.current.textContent = reading(u, axis); };
    const made = new uPlot(options(props, () => latest.current, box.current.clientWidth, onReading), table(series), box.current);
    plot.current = made;
    const size = new ResizeObserver(() => box.current && made.setSize({ width: box.current.clientWidth, height: HEIGHT }));
    size.observe(box.current);
    return () => { size.disconnect(); made.destroy(); plot.current = null; };
  }, [shape]);
  useEffect(() => { plot.current.setData(table(series)); }, [series, zoom?.join()]);
  useEffect(() => {
    window.daybook.charts.set(name, { get data() { return plot.current.data; }, get x() { return plot.current.scales.x; }, get props() { return latest.current; } });
    return () => window.daybook.charts.delete(name);
  }, [name]);
  return html`<div class="canvas" ref=${box} data-chart=${name} tabindex="0" role="group" onKeyDown=${keys(plot, () => latest.current)}
      aria-label=${`Chart of ${name}. Plus and minus zoom, arrows move, 0 shows all.`}></div>
    <p class="reading" ref=${words} aria-hidden="true"></p>
    ${marks?.length > 0 && html`<p class="odd">${odd(marks)}</p>`}`;
}

const NAMES = { "✎": "corrected" };

const odd = (marks) => {
  const counts = new Map();
  marks.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return `Marked: ${[...counts].map(([kind, n]) => `${n} × ${NAMES[kind] ?? kind}`).join(", ")}.`;
};
