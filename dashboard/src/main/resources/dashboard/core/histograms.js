// Histograms, which Crayon's clients alone can log: read whole, and brought onto one axis, so that steps can be compared.
import { get } from "./api.js";
import { number } from "./words.js";

const BINS = 48;

/** @returns how many have no place on an axis, and for each other its step and its counts, spread over the same bins from the lowest to the highest value of all */
export const readHistograms = async (experiment, key, signal) => {
  const points = await get("/data/histograms", { xp: experiment, name: key }, { signal });
  const all = points.map(([, step, [min, max, , , , limits, counts]]) => ({ step, min: number(min), max: number(max), limits: limits.map(number), counts: counts.map(number) }))
    .filter(({ min, max }) => Number.isFinite(min) && Number.isFinite(max));
  const low = all.reduce((lowest, each) => Math.min(lowest, each.min), Infinity);
  const high = all.reduce((highest, each) => Math.max(highest, each.max), -Infinity);
  return { low, high, left: points.length - all.length, rows: all.map((each) => ({ step: each.step, bins: spread(each, low, high) })) };
};

/** Each bucket's count goes to the bins that it covers, by the share that it covers. */
export const spread = ({ min, max, limits, counts }, low, high) => {
  const bins = new Array(BINS).fill(0);
  const wide = (high - low) / BINS || 1;
  let left = min;
  limits.forEach((limit, i) => {
    const right = Math.min(Math.max(limit, left), max);
    const [from, to] = [(left - low) / wide, (right - low) / wide];
    const first = Math.min(BINS - 1, Math.floor(from));
    const last = Math.min(BINS - 1, Math.floor(to));
    for (let bin = first; bin <= last; bin += 1) {
      const share = to > from ? (Math.min(to, bin + 1) - Math.max(from, bin)) / (to - from) : 1 / (last - first + 1);
      bins[bin] += counts[i] * Math.max(0, share);
    }
    left = right;
  });
  return bins;
};

/** So many of them, evenly, with the first and the last. */
export const some = (rows, many) => {
  if (rows.length <= many) return rows;
  return Array.from({ length: many }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (many - 1))]);
};
