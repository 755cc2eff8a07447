// What is asked of the history: all that the server's log can be filtered by, and a text.
import { html } from "../core/html.js";
import { getNow } from "../core/api.js";
import { change, useAddress } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { KINDS, TYPES } from "../core/telling.js";
import { Typed } from "./typed.js";

const DOORS = ["tracking", "series", "crayon", "ops", "system"];
const FIELDS = [["aggregate", "Thing, such as iteration-7"], ["from", "From (position or instant)"], ["to", "To (position or instant)"]];

const ask = (name) => (text) => change({ [name]: text, before: null });
const set = (name) => (event) => ask(name)(event.target.value);
const plain = (type) => type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

function Choice({ name, title, none, children }) {
  const { query } = useAddress();
  return html`<label class="field"><span>${title}</span><select value=${query.get(name) ?? ""} onChange=${set(name)}><option value="">${none}</option>${children}</select></label>`;
}

/** Names of users are the admins' to know; others know ids. */
function Actor() {
  const { query } = useAddress();
  const { isAdmin } = useSession();
  const users = useLoad(async (signal) => (isAdmin ? getNow("/user/", {}, { signal }) : []), ["users of history", isAdmin], { live: false });
  const id = query.get("actor") ?? "";
  if (!isAdmin) return html`<label class="field"><span>User's id</span><${Typed} value=${id} ask=${ask("actor")} /></label>`;
  const gone = id && users.value && !users.value.some((user) => String(user.id) === id);
  return html`<${Choice} name="actor" title="Who" none="anybody">${gone && html`<option value=${id}>user ${id}</option>`}
    ${users.value?.map((user) => html`<option key=${user.id} value=${user.id}>${user.username}</option>`)}</${Choice}>`;
}

export function HistoryBar({ projects }) {
  const { query } = useAddress();
  return html`<div class="bar">
    <label class="field grow"><span>Search</span><${Typed} type="search" value=${query.get("search") ?? ""} placeholder="a word of what happened, then Enter" ask=${ask("search")} /></label>
    <${Choice} name="project" title="Project" none="all">${projects?.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}</${Choice}>
    <${Choice} name="type" title="What happened" none="anything">
      <optgroup label="Kinds">${Object.entries(KINDS).map(([kind, { name }]) => html`<option key=${kind} value=${kind}>${name}</option>`)}</optgroup>
      <optgroup label="Events">${TYPES.map((type) => html`<option key=${type} value=${type}>${plain(type)}</option>`)}</optgroup></${Choice}>
    <${Choice} name="via" title="Door" none="any">${DOORS.map((via) => html`<option key=${via} value=${via}>${via}</option>`)}</${Choice}>
    <${Actor} />
    ${FIELDS.map(([name, title]) => html`<label class="field" key=${name}><span>${title}</span><${Typed} value=${query.get(name) ?? ""} ask=${ask(name)} /></label>`)}
    <label class="check"><input type="checkbox" checked=${query.has("all")} onChange=${() => change({ all: !query.has("all"), before: null })} />With bookkeeping</label>
  </div>`;
}
