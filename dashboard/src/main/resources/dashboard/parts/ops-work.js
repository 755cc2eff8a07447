// What an operator can have done, and what is said before it is.
import { html } from "../core/html.js";
import { post, remove } from "../core/api.js";
import { count } from "../core/words.js";
import { Confirm } from "./confirm.js";

const anew = (view) => `${view === "all" ? "All views are" : "The view is"} made anew from the log beside the live one`;
const rebuild = (mode) => (view) => post(`/ops/views/${view}/rebuild?mode=${mode}`).then(() => null);

const rolled = ({ view, position }) => ({ good: true, text: `The view ${view} is what it was before its last rebuild, caught up to position ${position}.` });

export const VIEW_WORK = {
  verify: { verb: "Check", run: rebuild("verify"), says: (view) => `${anew(view)}, and compared with it. Nothing is replaced.` },
  replace: { verb: "Rebuild", run: rebuild("replace"), says: (view) => `${anew(view)}, compared with it, and takes its place. Reads and writes go on meanwhile; the one before is kept, to roll back to.` },
  rollback: {
    verb: "Roll back", run: (view) => post(`/ops/views/${view}/rollback`).then(rolled),
    says: () => "What was live before the last rebuild is caught up with the log and takes its place again; what is live now is kept instead. Reads and writes go on meanwhile.",
  },
};

const path = (letter) => `/ops/dead-letters/${encodeURIComponent(letter.id)}`;
const behind = ({ successors }) => (successors ? ` and ${count(successors, "event")} behind it` : "");

const retried = (before) => (after) => (after.error === null
  ? { good: true, text: `Applied: position ${before.position}${behind(before)}. Nothing of ${before.aggregate} is missing in ${before.view} any more.` }
  : { good: false, text: `It still cannot be applied: ${after.error}. Mend the cause and try again, or drop it.` });

const LETTER_WORK = {
  retry: {
    verb: "Try again", run: (letter) => post(`${path(letter)}/retry`).then(retried(letter)),
    says: (letter) => `The event at position ${letter.position}${behind(letter)} will be applied to ${letter.view} once more. What then cannot be applied stays here, with its error.`,
  },
  drop: {
    verb: "Drop", grave: true, run: (letter) => remove(path(letter)).then(() => ({ good: true, text: `Dropped: ${letter.view} lacks position ${letter.position}${behind(letter)} until it is rebuilt.` })),
    says: (letter) => `${letter.view} will lack what the event at position ${letter.position}${behind(letter)} says of ${letter.aggregate}, until the view is rebuilt. The log keeps all of it.`,
  },
};

/** @param of the name of a view, or a dead letter */
export function Question({ of, work, done }) {
  const isView = typeof of === "string";
  const { verb, grave, run, says } = isView ? VIEW_WORK[work] : LETTER_WORK[work];
  const about = isView ? (of === "all" ? "all views" : `the view ${of}`) : `the event at position ${of.position}`;
  return html`<${Confirm} title=${`${verb}: ${about}?`} verb=${verb} grave=${grave} work=${() => run(of)} done=${done}><p>${says(of)}</p></${Confirm}>`;
}
