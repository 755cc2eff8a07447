import { html } from "../core/html.js";
import { link } from "../core/address.js";
import { useSession } from "../core/session.js";
import { Crumbs } from "./told.js";
import { Tags } from "./tags.js";

const TABS = [["experiments", "Experiments", ""], ["models", "Models", "/models"]];

export function ProjectHead({ project, tab }) {
  const { may } = useSession();
  return html`<${Crumbs} of=${[["Projects", link("/")], [project.name]]} />
    <div class="heading"><h1>${project.name}</h1>
      <${Tags} kind="project" id=${project.id} mayAdd=${may("create", project.id)} mayRemove=${may("delete", project.id)} /></div>
    ${project.description && html`<p>${project.description}</p>`}
    <nav class="tabs" aria-label="Of this project">
      ${TABS.map(([name, title, path]) => html`<a href=${link(`/project/${project.id}${path}`)} aria-current=${name === tab ? "page" : null}>${title}</a>`)}
      <a href=${link("/history", { project: project.id })}>History</a>
    </nav>`;
}
