import { html, useEffect } from "../core/html.js";
import { get, getAll } from "../core/api.js";
import { link } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { between, experimentStatus, when } from "../core/words.js";
import { Loaded, State, titled } from "../parts/told.js";
import { ProjectHead } from "../parts/project-head.js";
import { FirstExperiment } from "../parts/first-run.js";

/** Counts are asked for what a person looks through, not for thousands. */
const COUNTED = 60;

const read = async (id, signal) => {
  const [project, experiments] = await Promise.all([
    get(`/project/${id}`, {}, { signal }), getAll(`/experiment/project/${id}`, {}, { signal })]);
  experiments.reverse();
  const counts = await Promise.all(experiments.slice(0, COUNTED).map((each) =>
    get(`/iteration/experiment/${each.id}`, { limit: 0 }, { signal }).then((page) => page.total)));
  return { project, experiments: experiments.map((each, i) => ({ ...each, iterations: counts[i] })) };
};

function Row({ experiment }) {
  return html`<tr>
    <th scope="row"><a href=${link(`/experiment/${experiment.id}`)}>${experiment.name}</a></th>
    <td><${State} name=${experimentStatus[experiment.status_id]} /></td>
    <td class="number">${experiment.iterations}</td>
    <td>${experiment.description}</td><td class="time">${when(experiment.created_date)}</td>
    <td>${between(experiment.created_date, experiment.end_date)}</td>
  </tr>`;
}

function Experiments({ experiments }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Experiments"><table>
    <thead><tr><th scope="col">Experiment</th><th scope="col">Status</th><th scope="col" class="number">Iterations</th>
      <th scope="col">Description</th><th scope="col">Created</th><th scope="col">Took</th></tr></thead>
    <tbody>${experiments.map((each) => html`<${Row} key=${each.id} experiment=${each} />`)}</tbody>
  </table></div>`;
}

export function ProjectPage({ id }) {
  const loaded = useLoad((signal) => read(id, signal), ["project", id], { pause: 2_000 });
  useEffect(() => titled(loaded.value?.project.name), [loaded.value]);
  return html`<${Loaded} page of=${loaded}>${({ project, experiments }) => html`
    <${ProjectHead} project=${project} tab="experiments" />
    ${experiments.length ? html`<${Experiments} experiments=${experiments} />` : html`<${FirstExperiment} project=${project} />`}`}</${Loaded}>`;
}
