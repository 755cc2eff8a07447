// Histograms of Crayon's: read whole, and brought onto one axis, so that steps can be compared.
import { get } from "./api.js";

const BINS = 48;

/** @returns for each step its counts, spread over the same bins from the lowest to the highest value of all */
export const readHistograms = async (experiment, key, signal) => {
  const points = await get("/data/histograms", { xp: experiment, name: key }, { signal });
  const all = points.map(([, step, [min, max, , , , limits, counts]]) => ({ step, min, max, limits, counts }));
  const low = Math.min(...all.map((each) => each.min));
  const high = Math.max(...all.map((each) => each.max));
  return { low, high, rows: all.map((each) => ({ step: each.step, bins: spread(each, low, high) })) };
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
