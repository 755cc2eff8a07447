// Reads the log from its end backwards, in stretches: the server reads it forwards.
import { getNow } from "./api.js";

const FIRST = 60;
const LONGEST = 5_000;

const list = (query) => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (Array.isArray(value) ? value.map((each) => [name, each]) : value ? [[name, value]] : []));
  return new URLSearchParams(pairs);
};

const part = async (filter, after, to, signal) => {
  const found = [];
  for (let from = after; from !== null;) {
    const page = await getNow(`/audit/events?${list({ ...filter, after: String(from), to: String(to), limit: "1000" })}`, {}, { signal });
    found.push(...page.data);
    from = page.next !== null && page.next < to ? page.next : null;
  }
  return found;
};

/** @returns the newest events up to a position, newest first, and the position to go on from; null at the beginning */
export const newest = async (filter, upTo, wanted, signal) => {
  const found = [];
  let end = upTo;
  for (let length = FIRST; end > 0 && found.length < wanted; length = Math.min(LONGEST, length * 3)) {
    const after = Math.max(0, end - length);
    found.push(...(await part(filter, after, end, signal)).reverse());
    end = after;
  }
  return { events: found, before: end > 0 ? end : null };
};

export const marks = async (filter, types, signal) =>
  (await getNow(`/audit/events?${list({ ...filter, type: types, limit: "1000" })}`, {}, { signal })).data;
