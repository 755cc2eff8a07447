// The address bar holds the whole state of the page: #/experiment/3?sort=-loss&filter=loss+<+0.2
import { useEffect, useState } from "./html.js";

const parse = () => {
  const [path, query] = (location.hash.slice(1) || "/").split(/\?(.*)/s);
  return { path, parts: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query ?? "") };
};

let current = parse();
const watchers = new Set();

addEventListener("hashchange", () => {
  current = parse();
  watchers.forEach((tell) => tell(current));
});

export const address = () => current;

/** The moment that the page shows, or null for the present. It goes with the reader from page to page. */
export const moment = () => current.query.get("asOf");

const write = (path, query) => `#${path}${query.size ? `?${query}` : ""}`;

/** What leads to another page, as of the same moment. */
export const link = (path, state = {}) => {
  const query = new URLSearchParams();
  for (const kept of ["asOf", "time"]) if (current.query.has(kept)) query.set(kept, current.query.get(kept));
  Object.entries(state).forEach(([name, value]) => (value === "" || value == null ? query.delete(name) : query.set(name, value)));
  return write(path, query);
};

export const go = (path, state) => { location.hash = link(path, state); };

/** Changes the state of this page; what is empty or null leaves the address. Typing replaces the entry in the history. */
export const change = (state, { replace = false } = {}) => {
  const query = new URLSearchParams(current.query);
  for (const [name, value] of Object.entries(state)) {
    if (value === "" || value == null || value === false) query.delete(name);
    else query.set(name, value === true ? "1" : value);
  }
  const hash = write(current.path, query);
  if (hash === location.hash) return;
  if (!replace) { location.hash = hash; return; }
  history.replaceState(null, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
};

export const useAddress = () => {
  const [seen, see] = useState(current);
  useEffect(() => {
    watchers.add(see);
    see(current);
    return () => watchers.delete(see);
  }, []);
  return seen;
};
