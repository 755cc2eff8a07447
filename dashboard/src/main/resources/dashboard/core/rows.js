// The iterations of an experiment as rows: read in parts, so that ten thousand of them do not hold up the first.
import { useEffect, useRef, useState } from "./html.js";
import { get } from "./api.js";
import { useNews } from "./live.js";
import { useAddress } from "./address.js";
import { iterationStatus, number } from "./words.js";

const PART = 200;
const FIRST = 100;

const took = (row) => ((row.end_date ? new Date(row.end_date) : NaN) - new Date(row.created_date)) / 1000;

const enriched = (row) => ({
  ...row,
  status: iterationStatus[row.status_id],
  took: took(row),
  p: Object.fromEntries(row.parameters.map(({ key, value }) => [key, value])),
  m: Object.fromEntries(row.metrics.map(({ key, last }) => [key, number(last)])),
});

const OWN = {
  id: (row) => row.id, status: (row) => row.status, tag: (row) => row.tags.map((tag) => tag.value),
  notes: (row) => row.notes, error: (row) => row.error_message, created: (row) => row.created_date, took: (row) => row.took,
};

/** What a name stands for in a row: a parameter, a metric's last value, or one of its own; param. and metric. tell which. */
export const look = (row) => (name) => {
  if (name.startsWith("param.")) return row.p[name.slice(6)];
  if (name.startsWith("metric.")) return row.m[name.slice(7)];
  return row.p[name] ?? row.m[name] ?? OWN[name]?.(row);
};

/** A column is one of a row's own (id), a parameter (p:lr) or a metric (m:loss). */
export const valueOf = (row, column) => {
  if (column.startsWith("p:")) return row.p[column.slice(2)];
  if (column.startsWith("m:")) return row.m[column.slice(2)];
  return OWN[column]?.(row);
};

/** The column that a person means who wrote its bare name into the address. */
export const columnNamed = (name, columns) => [name, `p:${name}`, `m:${name}`].find((each) => columns.includes(each)) ?? name;

export const nameOf = (column) => column.replace(/^[pm]:/, "");

export const columnsOf = (rows) => {
  const [parameters, metrics] = [new Set(), new Set()];
  for (const row of rows) {
    Object.keys(row.p).forEach((key) => parameters.add(`p:${key}`));
    Object.keys(row.m).forEach((key) => metrics.add(`m:${key}`));
  }
  return [...parameters, ...metrics];
};

const rank = (value) => {
  if (value === undefined || value === null || value === "") return [2, 0];
  const n = Number(value);
  if (Number.isNaN(n)) return typeof value === "number" ? [2, 0] : [1, String(value)];
  return [0, n];
};

/** Numbers before texts, and what is missing or no number last, whichever way. */
export const sorted = (rows, sort) => {
  const down = sort.startsWith("-");
  const column = sort.replace(/^-/, "");
  const keyed = rows.map((row) => [rank(valueOf(row, column)), row]);
  keyed.sort(([a, left], [b, right]) => {
    if (a[0] !== b[0]) return a[0] === 2 ? 1 : b[0] === 2 ? -1 : a[0] - b[0];
    const order = a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
    return (down ? -order : order) || right.id - left.id;
  });
  return keyed.map(([, row]) => row);
};

const isOpen = (rows) => rows.some((row) => !row.end_date);

class Parts {
  constructor(experiment, signal, tell) { Object.assign(this, { experiment, signal, tell, parts: new Map(), total: null }); }

  ask(part) { return get(`/ui/experiment/${this.experiment}/iterations`, part, { signal: this.signal }); }

  async read(offset) {
    const page = await this.ask({ limit: PART, offset });
    if (this.total !== null && page.total < this.total) this.parts.clear();
    this.total = page.total;
    this.parts.set(offset, page.data.map(enriched));
  }
  /** What is looked at first is there as soon as can be, whatever the borders of the parts. */
  async begin() {
    const { total, data } = await this.ask({ limit: FIRST, newest: true });
    const rows = data.map(enriched);
    this.total = total;
    if (rows.length === total) this.parts.set(0, rows);
    this.tell({ rows, total });
  }
  /** Never fewer than were looked at first. */
  say() {
    const rows = [...this.parts.values()].flat();
    if (rows.length >= Math.min(FIRST, this.total)) this.tell({ rows, total: this.total });
  }
  missing() {
    const all = [];
    for (let offset = 0; offset < this.total; offset += PART) if (!this.parts.has(offset)) all.unshift(offset);
    return all;
  }
  /** The newest first. */
  async fill() {
    if (this.total === null) await this.begin();
    for (let next = this.missing(); next.length; next = this.missing()) {
      await this.read(next[0]);
      this.say();
    }
  }
  /** What can have changed: parts with an iteration that has not ended, and the newest. */
  async refresh() {
    if (this.total === null) return this.fill();
    const newest = Math.max(0, ...this.parts.keys());
    const open = [...this.parts].filter(([offset, rows]) => offset !== newest && isOpen(rows)).map(([offset]) => offset);
    for (const offset of [newest, ...open.slice(-3)]) await this.read(offset);
    this.say();
    await this.fill();
  }
}

export const useRows = (experiment) => {
  const [state, set] = useState({});
  const [again, retry] = useState(0);
  const news = useNews();
  const asOf = useAddress().query.get("asOf");
  const parts = useRef(null);
  const busy = useRef(false);
  const late = useRef(false);
  const run = async (work) => {
    if (busy.current) { late.current = true; return; }
    busy.current = true;
    const mine = parts.current;
    try { await work(mine); } catch (failure) { if (!mine.signal.aborted) set((old) => ({ ...old, failure })); }
    busy.current = false;
    if (late.current) { late.current = false; run((all) => all.refresh()); }
  };
  useEffect(() => {
    const end = new AbortController();
    parts.current = new Parts(experiment, end.signal, (found) => end.signal.aborted || set(found));
    set({});
    run((all) => all.fill());
    return () => end.abort();
  }, [experiment, asOf, again]);
  useEffect(() => { if (news && parts.current && !asOf) run((all) => all.refresh()); }, [news]);
  return { value: state.rows ? state : null, failure: state.failure ?? null, retry: () => retry((n) => n + 1) };
};
