// The points of a series, as columns of numbers.
import { get } from "../core/api.js";
import { number } from "../core/words.js";

/** More points than a chart has dots across only cost time. */
export const FINE = 1200;

const columns = ({ step, wall_time: wall, value, count, thinned }) => ({ step, wall, value: value.map(number), count, thinned });

export const scalars = async (iteration, key, { from, to, points = FINE } = {}, signal) =>
  columns(await get(`/series/iteration/${iteration}/scalars`, { key, points, from_step: from, to_step: to }, { signal }));

/** The same series of many iterations; the server takes a hundred at a time. */
export const compared = async (iterations, key, { from, to, points = FINE } = {}, signal) => {
  const found = new Map();
  for (let i = 0; i < iterations.length; i += 100) {
    const part = await get("/series/compare", { key, iterations: iterations.slice(i, i + 100).join(","), points, from_step: from, to_step: to }, { signal });
    part.forEach((one) => found.set(one.iteration_id, columns(one)));
  }
  return found;
};

/** Where points lie on an axis: by step, by the clock, or by the seconds since a beginning. */
export const along = (axis, points, begin = points.wall[0] ?? 0) => {
  if (axis === "wall") return points.wall;
  if (axis === "relative") return points.wall.map((wall) => wall - begin);
  return points.step;
};

/** Steps may repeat and go backwards; a chart's may not. */
export const inOrder = (x, y) => {
  let isSorted = true;
  for (let i = 1; i < x.length && isSorted; i += 1) isSorted = x[i - 1] <= x[i];
  if (isSorted) return { x, y };
  const order = x.map((_, i) => i).sort((a, b) => x[a] - x[b] || a - b);
  return { x: order.map((i) => x[i]), y: order.map((i) => y[i]) };
};

/** The steps that a stretch of an axis covers, a point more at each end. */
export const steps = (axis, points, [from, to], begin) => {
  if (axis === "step") return { from: Math.floor(from), to: Math.ceil(to) };
  const x = along(axis, points, begin);
  const inside = points.step.filter((_, i) => (x[i + 1] ?? x[i]) >= from && (x[i - 1] ?? x[i]) <= to);
  return inside.length ? { from: Math.min(...inside), to: Math.max(...inside) } : {};
};

/** A moving average that forgets: each value has the share 1 - weight. What is not finite is passed over. */
export const smooth = (values, weight) => {
  let mean = 0;
  let seen = 0;
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return null;
    mean = mean * weight + value * (1 - weight);
    seen += 1;
    return mean / (1 - weight ** seen);
  });
};

/** What cannot be drawn as a point: its place and which it is. */
export const oddities = (x, y) => y.flatMap((value, i) => (Number.isFinite(value) ? [] : [{ x: x[i], kind: Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞" }]));

export const drawable = (y, log) => y.map((value) => (Number.isFinite(value) && (!log || value > 0) ? value : null));
