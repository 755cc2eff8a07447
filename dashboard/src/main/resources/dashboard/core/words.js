// How things are told: numbers, times, sizes and states in words.
const WORDS = new Set(["NaN", "Infinity", "-Infinity"]);

/** A value from the wire, where what is not finite is a word. */
export const number = (value) => (WORDS.has(value) ? Number(value) : value);

export const show = (value) => {
  if (value == null) return "";
  const n = number(value);
  if (typeof n !== "number") return String(value);
  if (!Number.isFinite(n)) return Number.isNaN(n) ? "NaN" : n > 0 ? "∞" : "−∞";
  if (Number.isInteger(n) && Math.abs(n) < 1e9) return n.toLocaleString("en-GB").replace("-", "−");
  const size = Math.abs(n);
  return (size !== 0 && (size < 1e-4 || size >= 1e7) ? n.toExponential(3) : String(Number(n.toPrecision(5)))).replace("-", "−");
};

export const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

export const size = (bytes) => {
  const units = ["B", "kB", "MB", "GB"];
  let i = 0;
  let n = bytes;
  while (n >= 1000 && i < units.length - 1) { n /= 1000; i += 1; }
  return `${i ? n.toPrecision(3) : n} ${units[i]}`;
};

/** The local texts of the tracking API, and instants. */
export const when = (text) => {
  if (!text) return "";
  const date = new Date(text);
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${date.toLocaleTimeString("en-GB")}`;
};

export const lasted = (seconds) => {
  if (seconds == null || Number.isNaN(seconds)) return "";
  if (seconds < 60) return `${Number(seconds.toPrecision(3))} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
};

export const between = (from, to) => (from && to ? lasted((new Date(to) - new Date(from)) / 1000) : "");

export const iterationStatus = [null, "running", "succeeded", "failed", "killed"];
export const experimentStatus = [null, "in progress", "stopped", "finished"];
export const stage = [null, "no stage", "staging", "production", "archived"];
