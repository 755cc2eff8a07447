import { html, useEffect } from "../core/html.js";
import { get, getAll } from "../core/api.js";
import { link } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { iterationStatus } from "../core/words.js";
import { Crumbs, Loaded, State, titled } from "../parts/told.js";
import { Tags } from "../parts/tags.js";
import { Scalars } from "../parts/scalars.js";
import { Facts, Parameters } from "../parts/iteration-facts.js";
import { Environment } from "../parts/environment.js";
import { Notes } from "../parts/notes.js";
import { Artifacts } from "../parts/artifacts.js";
import { Corrections, useCorrections } from "../parts/corrections.js";
import { Histograms } from "../parts/histograms.js";

const read = async (id, signal) => {
  const iteration = await get(`/iteration/${id}`, {}, { signal });
  const experiment = await get(`/experiment/${iteration.experiment_id}`, {}, { signal });
  const [project, parameters, series, children] = await Promise.all([
    get(`/project/${experiment.project_id}`, {}, { signal }),
    getAll(`/parameter/iteration/${id}`, {}, { signal }),
    get(`/series/iteration/${id}`, {}, { signal }),
    get(`/iteration/${id}/children`, {}, { signal })]);
  return { iteration, experiment, project, parameters, series, children };
};

function Head({ iteration, experiment, project }) {
  const { may } = useSession();
  const open = !iteration.end_date;
  return html`<${Crumbs} of=${[["Projects", link("/")], [project.name, link(`/project/${project.id}`)],
      [experiment.name, link(`/experiment/${experiment.id}`)], [`Iteration ${iteration.id}`]]} />
    <div class="heading"><h1>Iteration ${iteration.id}</h1><${State} name=${iterationStatus[iteration.status_id]} />
      <${Tags} kind="iteration" id=${iteration.id} mayAdd=${open && may("create", project.id)} mayRemove=${may("delete", project.id)} />
      <div class="end"><a class="button" href=${link("/history", { project: project.id, aggregate: `iteration-${iteration.id}` })}>History of this iteration</a></div></div>
    ${iteration.error_message && html`<div class="note bad"><strong>It failed:</strong> <span>${iteration.error_message}</span></div>`}`;
}

function Body({ id, all }) {
  const corrections = useCorrections(id, all.project.id);
  return html`<${Head} ...${all} />
    <div class="columns"><${Facts} ...${all} /><${Parameters} parameters=${all.parameters} /><${Notes} ...${all} /><${Corrections} iteration=${id} project=${all.project.id} ...${corrections} /></div>
    <${Scalars} ...${all} corrections=${corrections.events} />
    <${Histograms} experiment=${all.experiment.name} series=${all.series} />
    <${Artifacts} experiment=${all.experiment.id} />
    <${Environment} iteration=${all.iteration} />`;
}

export function IterationPage({ id }) {
  const loaded = useLoad((signal) => read(id, signal), ["iteration", id]);
  useEffect(() => titled(loaded.value && `Iteration ${id} of ${loaded.value.experiment.name}`), [loaded.value]);
  return html`<${Loaded} page of=${loaded}>${(all) => html`<${Body} id=${id} all=${all} />`}</${Loaded}>`;
}
