import { html, useEffect } from "../core/html.js";
import { get, getNow } from "../core/api.js";
import { change, link, moment, useAddress } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { count, show } from "../core/words.js";
import { Typed } from "../parts/typed.js";
import { Loaded, titled } from "../parts/told.js";

const LINKED = ["project", "experiment", "iteration", "model"];
const MOST = 300;

function Thing({ thing }) {
  const name = `${thing.type} ${thing.name ? `“${thing.name}”` : thing.id}`;
  return LINKED.includes(thing.type) ? html`<a href=${link(`/${thing.type}/${thing.id}`)}>${name}</a>` : name;
}

const value = (it) => (it === null || it === undefined || it === "" ? html`<span class="quiet">nothing</span>` : typeof it === "object" ? JSON.stringify(it) : show(it));

function List({ title, all, children }) {
  if (!all.length) return null;
  return html`<section class="card"><h2>${title}</h2><ul class="plain">${all.slice(0, MOST).map(children)}</ul>
    ${all.length > MOST && html`<p class="quiet">And ${all.length - MOST} more.</p>`}</section>`;
}

function Report({ diff }) {
  const { created, changed, deleted, series } = diff;
  if (!created.length && !changed.length && !deleted.length && !series.length) return html`<section class="empty"><h2>Nothing changed</h2><p>Choose moments that are further apart.</p></section>`;
  return html`<p role="status">${count(created.length, "thing")} created, ${changed.length} changed, ${deleted.length} deleted; ${count(series.length, "series", "series")} with other points.</p>
    <div class="columns">
      <${List} title="Changed" all=${changed}>${(thing) => html`<li><${Thing} thing=${thing} />: ${thing.changes.map(({ field, before, after }) =>
        html`<span class="change">${field} <del>${value(before)}</del> → <ins>${value(after)}</ins></span> `)}</li>`}</${List}>
      <${List} title="Created" all=${created}>${(thing) => html`<li><${Thing} thing=${thing} /></li>`}</${List}>
      <${List} title="Deleted" all=${deleted}>${(thing) => html`<li><${Thing} thing=${thing} /></li>`}</${List}>
      <${List} title="Series" all=${series}>${(each) => html`<li><a href=${link(`/iteration/${each.iteration_id}`)}>iteration ${each.iteration_id}</a>, ${each.key}: ${show(each.points_before)} → ${show(each.points_after)} points</li>`}</${List}>
    </div>`;
}

const ask = (name) => (text) => change({ [name]: text });
const set = (name) => (event) => ask(name)(event.target.value);

export function Changes() {
  const { query } = useAddress();
  const { isAdmin } = useSession();
  const projects = useLoad((signal) => get("/project/", {}, { signal }), ["projects of changes"], { live: false });
  const project = query.get("project") ?? projects.value?.[0]?.id;
  const since = query.get("since") ?? "1";
  const until = query.get("until") ?? "";
  const read = async (signal) => {
    if (!project) return null;
    const to = until || moment() || (await getNow("/audit/head", { project }, { signal })).position;
    return getNow("/audit/diff", { project, from: since, to }, { signal });
  };
  const loaded = useLoad(read, ["changes", project, since, until], { pause: 2_000 });
  useEffect(() => titled("Changes"), []);
  return html`<h1>What changed between two moments</h1>
    <div class="bar"><label class="field"><span>Project</span><select value=${project} onChange=${set("project")}>${projects.value?.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></label>
      <label class="field"><span>From (position or instant)</span><${Typed} value=${since} ask=${ask("since")} /></label>
      <label class="field"><span>To (empty: ${moment() ? "the moment you look at" : "now"})</span><${Typed} value=${until} ask=${ask("until")} /></label></div>
    ${projects.value && !project ? html`<section class="empty"><h2>No project yet</h2><p>${isAdmin ? "Log something first." : "An admin can let you read one."}</p></section>`
      : html`<${Loaded} of=${loaded}>${(diff) => html`<${Report} diff=${diff} />`}</${Loaded}>`}`;
}
