// Reads the log from its end backwards, in stretches: the server reads it forwards.
import { getNow } from "./api.js";

const FIRST = 60;
/** A stretch that holds more is read in shorter ones. */
const MOST = 500;
/** So many events are looked at for a text before somebody has to ask for more. */
const LOOKED = 5_000;

const list = (query) => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (Array.isArray(value) ? value.map((each) => [name, each]) : value || value === 0 ? [[name, value]] : []));
  return new URLSearchParams(pairs);
};

/** The first events above a position, and where to go on. */
export const forward = (filter, after, to, limit, signal) => getNow(`/audit/events?${list({ ...filter, after, to, limit })}`, {}, { signal });

/** All of a stretch, or null when that is too much. */
const stretch = async (filter, after, to, signal) => {
  const found = [];
  for (let from = after; from !== null && from < to;) {
    const page = await forward(filter, from, to, MOST + 1 - found.length, signal);
    found.push(...page.data);
    if (found.length > MOST) return null;
    from = page.next;
  }
  return found;
};

/** @returns the newest events up to a position, newest first, and the position to go on from; null at the beginning */
export const newest = async (filter, upTo, wanted, signal) => {
  const found = [];
  let end = upTo;
  for (let length = FIRST; end > 0 && found.length < wanted;) {
    const after = Math.max(0, end - length);
    const part = await stretch(filter, after, end, signal);
    if (!part) { length = Math.ceil(length / 4); continue; }
    found.push(...part.reverse());
    end = after;
    if (part.length < wanted / 2) length *= 8;
  }
  if (found.length > wanted) {
    found.length = wanted;
    end = found.at(-1).position - 1;
  }
  return { events: found, before: end > 0 ? end : null };
};

/** Likewise those that a text is in; the server knows of no texts, so that the page looks through what its filters let through. */
export const search = async (filter, upTo, wanted, fits, signal) => {
  const found = [];
  let before = upTo;
  for (let looked = 0; before && found.length < wanted && looked < LOOKED;) {
    const part = await newest(filter, before, MOST, signal);
    looked += part.events.length;
    found.push(...part.events.filter(fits));
    before = part.before;
  }
  return { events: found, before };
};
