// What is marked on the slider of time: of a log of any length as much as can be told apart there, in a bounded number of questions.
import { forward, newest } from "./audit.js";
import { KINDS } from "./telling.js";

const WHOLE = 250;
const STRETCHES = 20;
const EACH = 25;
/** The slider is not much wider. */
const DOTS = 300;
const PART = 50;
const TRIES = 40;

const TYPES = Object.values(KINDS).flatMap(({ types }) => types);
const DECIDES = { IterationChanged: "status", ExperimentChanged: "status", ModelVersionChanged: "stage" };

const isMark = ({ type, payload }) => !DECIDES[type] || payload[DECIDES[type]] != null;
export const markKind = ({ type }) => Object.keys(KINDS).find((kind) => KINDS[kind].types.includes(type));

const ofAll = (project) => ({ project, type: TYPES });

/** All of a short stretch; of a long one its beginning, its end, and samples between them. */
const between = async (filter, after, head, signal) => {
  const first = await forward(filter, after, head, WHOLE, signal);
  if (first.next === null || first.next >= head) return first.data;
  const wide = (head - first.next) / STRETCHES;
  const borders = Array.from({ length: STRETCHES + 1 }, (_, i) => Math.round(first.next + i * wide));
  const samples = await Promise.all(borders.slice(1).map((to, i) => (to > borders[i] ? forward(filter, borders[i], to, EACH, signal) : { data: [] })));
  const last = await newest(filter, head, EACH, signal);
  return [...first.data, ...samples.flatMap((page) => page.data), ...last.events.reverse()];
};

/** One of each kind on a dot; the first and the last of all in any case. */
const thinned = (all, head) => {
  const kept = new Map();
  for (const event of all) {
    const dot = `${markKind(event)} ${Math.floor((event.position * DOTS) / head)}`;
    if (!kept.has(dot)) kept.set(dot, event);
  }
  const each = new Map([all[0], ...kept.values(), all.at(-1)].filter(Boolean).map((event) => [event.position, event]));
  return [...each.values()].sort((a, b) => a.position - b.position);
};

let known = { project: undefined, marks: [], reached: 0 };

/** What has happened stays as it is: only what is new is asked for. */
export const readMarks = async (project, head, signal) => {
  const old = known.project === project && known.reached <= head ? known : { marks: [], reached: 0 };
  if (old.reached === head) return old.marks;
  const fresh = await between(ofAll(project), old.reached, head, signal);
  known = { project, reached: head, marks: thinned([...old.marks, ...fresh.filter(isMark)].sort((a, b) => a.position - b.position), head) };
  return known.marks;
};

/** The next thing of note before a position, marked on the slider or not. */
export const markBefore = async (project, position) => {
  let end = position - 1;
  for (let i = 0; i < TRIES && end > 0; i += 1) {
    const { events, before } = await newest(ofAll(project), end, PART);
    const found = events.find(isMark);
    if (found) return found;
    end = before ?? 0;
  }
  return null;
};

export const markAfter = async (project, position, head) => {
  let from = position;
  for (let i = 0; i < TRIES && from !== null && from < head; i += 1) {
    const page = await forward(ofAll(project), from, head, PART);
    const found = page.data.find(isMark);
    if (found) return found;
    from = page.next;
  }
  return null;
};
