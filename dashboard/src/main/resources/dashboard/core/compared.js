// Iterations side by side: what each of them was given, and what came out.
import { get, getAll } from "./api.js";
import { iterationStatus, number } from "./words.js";

const one = async (id, signal) => {
  const [iteration, parameters, series] = await Promise.all([
    get(`/iteration/${id}`, {}, { signal }), getAll(`/parameter/iteration/${id}`, {}, { signal }), get(`/series/iteration/${id}`, {}, { signal })]);
  const scalars = series.filter((each) => each.kind === "scalar");
  return {
    id, experiment: iteration.experiment_id, ended: Boolean(iteration.end_date), status: iterationStatus[iteration.status_id],
    p: Object.fromEntries(parameters.map(({ key, value }) => [key, value])),
    m: Object.fromEntries(scalars.map(({ key, last }) => [key, number(last)])),
    counts: Object.fromEntries(scalars.map(({ key, count }) => [key, count])),
  };
};

/**
 * What was deleted meanwhile is left out.
 *
 * @param kept those that have ended: they are frozen, and not asked for again
 */
export const readCompared = async (ids, kept, signal) => {
  const found = await Promise.all(ids.map((id) => kept.get(id) ?? one(id, signal).catch((failure) => {
    if (failure.status === 404) return null;
    throw failure;
  })));
  found.filter((row) => row?.ended).forEach((row) => kept.set(row.id, row));
  return found.filter(Boolean);
};

const keys = (rows, part) => [...new Set(rows.flatMap((row) => Object.keys(row[part])))];

/** A line for each thing that iterations can differ in. */
export const differences = (rows) => [
  ...keys(rows, "p").map((key) => ({ kind: "parameter", key, values: rows.map((row) => row.p[key]) })),
  ...keys(rows, "m").map((key) => ({ kind: "metric", key, values: rows.map((row) => row.m[key]) })),
].map((line) => ({ ...line, differs: new Set(line.values.map(String)).size > 1 }));

export const seriesOf = (rows) => keys(rows, "m");

/** Columns whose values are numbers throughout, or words. */
export const dimensions = (rows) => differences(rows).filter((line) => line.differs).map((line) => {
  const isNumber = line.values.every((value) => value === undefined || !Number.isNaN(Number(value)));
  return { ...line, isNumber, values: isNumber ? line.values.map((value) => (value === undefined ? undefined : Number(value))) : line.values };
});
