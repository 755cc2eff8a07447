import { html, useEffect } from "../core/html.js";
import { get } from "../core/api.js";
import { link } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { when } from "../core/words.js";
import { Loaded, titled } from "../parts/told.js";
import { FirstRun } from "../parts/first-run.js";

function Row({ project }) {
  return html`<tr>
    <th scope="row"><a href=${link(`/project/${project.id}`)}>${project.name}</a></th>
    <td>${project.description}</td><td class="time">${when(project.created_date)}</td>
  </tr>`;
}

function Table({ projects }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Projects"><table>
    <thead><tr><th scope="col">Project</th><th scope="col">Description</th><th scope="col">Created</th></tr></thead>
    <tbody>${projects.map((project) => html`<${Row} key=${project.id} project=${project} />`)}</tbody>
  </table></div>`;
}

export function Projects() {
  const loaded = useLoad((signal) => get("/project/", {}, { signal }), ["projects"]);
  useEffect(() => titled("Projects"), []);
  return html`<h1>Projects</h1>
    <${Loaded} of=${loaded}>${(projects) => (projects.length ? html`<${Table} projects=${projects} />` : html`<${FirstRun} />`)}</${Loaded}>`;
}
