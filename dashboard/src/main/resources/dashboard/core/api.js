// Speaks to the server. Whatever goes wrong becomes a Failure, whose message a person can act on.
import { moment } from "./address.js";
import { token, forget } from "./token.js";

const PATIENCE = 30_000;

export class Failure extends Error {
  constructor(message, { status = 0, code = "" } = {}) {
    super(message);
    this.status = status;
    this.code = code;
  }
  /** Nothing is wrong with the request: the server was not there. */
  get isAway() { return this.status === 0 || this.status === 503; }
}

const words = {
  0: "The server does not answer. It may be restarting, or the network is gone.",
  401: "You are not signed in, or no longer.",
  403: "You may not do this here. An admin can give you the right.",
  404: "This does not exist, or did not at that moment.",
  413: "This is larger than the server takes.",
  429: "Too many attempts. Wait a minute.",
  503: "The server is busy or catching up. It will answer in a moment.",
};

const failure = async (response) => {
  const told = await response.json().catch(() => ({}));
  if (response.status === 401) forget();
  const own = words[response.status] ?? "The server could not do this.";
  const message = told.message && told.code !== "SERVER_ERROR" ? `${own} It says: ${told.message}.` : own;
  return new Failure(message.replace(/\.\.$/, "."), { status: response.status, code: told.code });
};

const send = async (method, path, { query = {}, body, headers = {}, signal, patience = PATIENCE } = {}) => {
  const address = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query)) if (value != null && value !== "") address.searchParams.set(name, value);
  const all = { ...headers };
  if (token()) all.Authorization = `Bearer ${token()}`;
  const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])];
  let response;
  try {
    response = await fetch(address, { method, body, headers: all, signal: AbortSignal.any(limits), credentials: "omit", cache: "no-store" });
  } catch (away) {
    if (signal?.aborted) throw away;
    throw new Failure(words[0]);
  }
  if (!response.ok) throw await failure(response);
  return response;
};

/** Reads, as of the moment that the page shows. */
export const get = async (path, query = {}, options = {}) =>
  (await send("GET", path, { ...options, query: { asOf: moment(), ...query } })).json();

/** Reads what has no past: the server itself, and the log. */
export const getNow = (path, query, options) => get(path, { ...query, asOf: null }, options);

/** The position that a moment stands for: a number is one, and the server knows those of instants. */
export const positionOf = async (text, signal) =>
  (/^\d+$/.test(text) ? Number(text) : Number((await send("GET", "/project/", { query: { asOf: text }, signal })).headers.get("Daybook-Position")));

/** Reads bytes, for what is looked at or kept as a file. */
export const getBlob = async (path, query = {}, options = {}) =>
  (await send("GET", path, { ...options, query: { asOf: moment(), ...query } })).blob();

/** Reads what takes as long as it takes, part by part. */
export const stream = async (path) => (await send("GET", path, { patience: 24 * 3600_000 })).body;

const json = (method) => async (path, value) => (await send(method, path, {
  body: value === undefined ? undefined : JSON.stringify(value),
  headers: value === undefined ? {} : { "Content-Type": "application/json" },
})).json();

export const post = json("POST");
export const patch = json("PATCH");
export const remove = json("DELETE");

/** All of a list that the server gives in pages. */
export const getAll = async (path, query = {}, options = {}) => {
  const found = [];
  for (;;) {
    const page = await get(path, { ...query, limit: 200, offset: found.length }, options);
    found.push(...page.data);
    if (!page.data.length || found.length >= page.total) return found;
  }
};
