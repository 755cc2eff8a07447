// Reads something for a part of the page, and again when there is news; what was read stays while the next is on its way.
import { useEffect, useRef, useState } from "./html.js";
import { useNews } from "./live.js";
import { useAddress } from "./address.js";

/**
 * @param read is given a signal that ends it
 * @param about what it reads depends on, as an array of plain values
 * @param live whether it is read again when there is news
 * @param pause how long at least between two reasons to
 */
export const useLoad = (read, about, { live = true, pause = 0 } = {}) => {
  const [state, set] = useState({ value: null, failure: null, about: null });
  const [again, retry] = useState(0);
  const news = useNews(pause);
  const asOf = useAddress().query.get("asOf");
  const key = JSON.stringify([about, asOf]);
  const busy = useRef(null);
  useEffect(() => {
    if (busy.current?.key === key && busy.current.running) { busy.current.stale = true; return; }
    busy.current?.end.abort();
    const own = { key, end: new AbortController(), running: true, stale: false };
    busy.current = own;
    read(own.end.signal)
      .then((value) => set({ value, failure: null, about: key }))
      .catch((failure) => own.end.signal.aborted || set((old) => ({ value: old.about === key ? old.value : null, failure, about: key })))
      .finally(() => { own.running = false; if (own.stale && !own.end.signal.aborted) retry((n) => n + 1); });
  }, [key, again, live ? news : 0]);
  useEffect(() => () => busy.current?.end.abort(), []);
  const mine = state.about === key;
  return { value: mine ? state.value : null, failure: mine ? state.failure : null, retry: () => retry((n) => n + 1) };
};
