import { html, useEffect, useState } from "../core/html.js";
import { get, getAll, patch } from "../core/api.js";
import { link, moment } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { stage, when } from "../core/words.js";
import { Crumbs, Loaded, State, titled } from "../parts/told.js";
import { Confirm } from "../parts/confirm.js";

const read = async (id, signal) => {
  const model = await get(`/model/${id}`, {}, { signal });
  const [project, versions] = await Promise.all([
    get(`/project/${model.project_id}`, {}, { signal }), getAll(`/modelversion/model/${id}`, {}, { signal })]);
  return { model, project, versions: versions.reverse() };
};

function Consequence({ version, to, versions }) {
  const archived = versions.find((each) => stage[each.stage_id] === "production" && each.id !== version.id);
  if (stage[to] !== "production") return html`<p>Version ${version.version} goes from ${stage[version.stage_id]} to ${stage[to]}. Nothing else changes.</p>`;
  return html`<p>Version ${version.version} becomes the one in production. ${archived
    ? html`<strong>Version ${archived.version}, which is in production now, will be archived.</strong>` : "No version is in production now, so none is archived."}</p>`;
}

function Row({ version, may, choose }) {
  return html`<tr><th scope="row">${version.version}</th><td><${State} name=${stage[version.stage_id]} /></td>
    <td><a href=${link(`/iteration/${version.iteration_id}`)}>Iteration ${version.iteration_id}</a></td><td>${version.description}</td>
    <td class="time">${when(version.created_date)}</td>
    <td>${may && html`<label><span class="unseen">Move version ${version.version} to</span><select value="" onChange=${(event) => choose(version, Number(event.target.value))}>
      <option value="">Move to…</option>${stage.map((name, to) => to > 0 && to !== version.stage_id && html`<option value=${to}>${name}</option>`)}</select></label>`}</td></tr>`;
}

export function ModelPage({ id }) {
  const { may } = useSession();
  const loaded = useLoad((signal) => read(id, signal), ["model", id]);
  const [asked, ask] = useState(null);
  useEffect(() => titled(loaded.value?.model.name), [loaded.value]);
  return html`<${Loaded} page of=${loaded}>${({ model, project, versions }) => html`
    <${Crumbs} of=${[["Projects", link("/")], [project.name, link(`/project/${project.id}`)], ["Models", link(`/project/${project.id}/models`)], [model.name]]} />
    <h1>${model.name}</h1>${model.description && html`<p>${model.description}</p>`}
    ${versions.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Versions"><table>
      <thead><tr><th scope="col">Version</th><th scope="col">Stage</th><th scope="col">Made by</th><th scope="col">Description</th><th scope="col">Registered</th><th scope="col">Change</th></tr></thead>
      <tbody>${versions.map((version) => html`<${Row} key=${version.id} version=${version} may=${may("update", project.id) && !moment()} choose=${(of, to) => to && ask({ of, to })} />`)}</tbody>
    </table></div>` : html`<section class="empty"><h2>No versions yet</h2><p>Register one with <code>POST /modelversion/model/${model.id}</code>.</p></section>`}
    ${asked && html`<${Confirm} title=${`Move version ${asked.of.version} to ${stage[asked.to]}?`} verb=${stage[asked.to] === "production" ? "Promote it" : "Move it"}
      work=${() => patch(`/modelversion/${asked.of.id}`, { stage_id: asked.to })} done=${() => { ask(null); loaded.retry(); }}>
      <${Consequence} version=${asked.of} to=${asked.to} versions=${versions} /></${Confirm}>`}`}</${Loaded}>`;
}
