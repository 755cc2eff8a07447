// Looks for news with the smallest question there is: how far the log has come. A tab that nobody sees asks nothing.
import { getNow } from "./api.js";
import { moment } from "./address.js";
import { useEffect, useState } from "./html.js";

const PAUSE = 500;
const LONGEST = 5_000;

const state = { position: null, project: null, following: false, away: false, pause: PAUSE };
const news = new Set();
const weather = new Set();
let timer = null;
let asking = null;

const say = (watchers, what) => watchers.forEach((tell) => tell(what));

const away = (is) => {
  state.pause = is ? Math.min(LONGEST, state.pause * 2) : PAUSE;
  if (state.away === is) return;
  state.away = is;
  say(weather, is);
  if (!is) say(news);
};

const look = async () => {
  const { position } = await getNow("/audit/head", { project: state.project }, { signal: asking.signal });
  const fresh = state.position !== null && position !== state.position;
  state.position = position;
  away(false);
  if (fresh && !moment()) say(news);
};

const turn = async () => {
  asking = new AbortController();
  try {
    await look();
  } catch (failure) {
    // whatever is read meanwhile may be old by the time of the next look
    state.position ??= 0;
    if (asking.signal.aborted) return;
    if (failure.isAway) away(true); else state.pause = LONGEST;
  }
  timer = setTimeout(turn, state.pause * (0.9 + Math.random() / 5));
};

const stop = () => { clearTimeout(timer); asking?.abort(); timer = null; };
const start = async () => { stop(); if (state.following && !document.hidden) await turn(); };

document.addEventListener("visibilitychange", start);

/**
 * Begins, or goes on with another project: who is no admin may know of that alone. What is read after it has looked is not read
 * again before something happens.
 */
export const follow = (project) => { Object.assign(state, { project, position: document.hidden ? 0 : null, following: true, pause: PAUSE }); return start(); };
/** Until somebody signs in again. */
export const rest = () => { state.following = false; stop(); };
/**
 * Changes whenever something has happened, or the server is back.
 *
 * @param pause so many milliseconds at least are between two changes: for what costs the server more than a look
 */
export const useNews = (pause = 0) => {
  const [ticks, tick] = useState(0);
  useEffect(() => {
    let [last, waiting] = [0, null];
    const pass = () => { last = Date.now(); waiting = null; tick((n) => n + 1); };
    const tell = () => { waiting ??= setTimeout(pass, Math.max(0, last + pause - Date.now())); };
    news.add(tell);
    return () => { news.delete(tell); clearTimeout(waiting); };
  }, [pause]);
  return ticks;
};

/** Whether the server is away. */
export const useAway = () => {
  const [seen, see] = useState(state.away);
  useEffect(() => { weather.add(see); return () => weather.delete(see); }, []);
  return seen;
};
