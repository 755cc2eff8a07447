import { html, useEffect } from "../core/html.js";
import { get, getAll } from "../core/api.js";
import { link } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { stage, when } from "../core/words.js";
import { Loaded, State, titled } from "../parts/told.js";
import { FirstModel } from "../parts/first-run.js";
import { ProjectHead } from "../parts/project-head.js";

const read = async (id, signal) => {
  const [project, models] = await Promise.all([get(`/project/${id}`, {}, { signal }), getAll(`/model/project/${id}`, {}, { signal })]);
  const versions = await Promise.all(models.map((model) => getAll(`/modelversion/model/${model.id}`, {}, { signal })));
  return { project, models: models.map((model, i) => ({ ...model, versions: versions[i] })) };
};

const inProduction = (model) => model.versions.find((version) => stage[version.stage_id] === "production");

function Row({ model }) {
  const current = inProduction(model);
  return html`<tr><th scope="row"><a href=${link(`/model/${model.id}`)}>${model.name}</a></th><td>${model.description}</td>
    <td class="number">${model.versions.length}</td><td>${current ? html`version ${current.version} <${State} name="production" />` : "none"}</td>
    <td class="time">${when(model.created_date)}</td></tr>`;
}

export function Models({ id }) {
  const loaded = useLoad((signal) => read(id, signal), ["models", id], { pause: 2_000 });
  useEffect(() => titled(loaded.value && `Models of ${loaded.value.project.name}`), [loaded.value]);
  return html`<${Loaded} page of=${loaded}>${({ project, models }) => html`<${ProjectHead} project=${project} tab="models" />
    ${models.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Models"><table>
      <thead><tr><th scope="col">Model</th><th scope="col">Description</th><th scope="col" class="number">Versions</th><th scope="col">In production</th><th scope="col">Created</th></tr></thead>
      <tbody>${models.map((model) => html`<${Row} key=${model.id} model=${model} />`)}</tbody></table></div>` : html`<${FirstModel} project=${project} />`}`}</${Loaded}>`;
}
