import { html } from "../core/html.js";

const known = ({ julia_version: version, git_sha: sha, entrypoint, project_toml: project, manifest_toml: manifest }) =>
  version || sha || entrypoint || project || manifest;

const file = (name, text) => text && html`<details><summary>${name}</summary><pre tabindex="0"><code>${text}</code></pre></details>`;

export function Environment({ iteration }) {
  if (!known(iteration)) return null;
  return html`<section class="card"><h2>Environment</h2><dl class="facts">
      ${iteration.entrypoint && html`<dt>Script</dt><dd class="mono">${iteration.entrypoint}</dd>`}
      ${iteration.git_sha && html`<dt>Commit</dt><dd class="mono">${iteration.git_sha}${iteration.git_dirty ? " with changes that were not committed" : ""}</dd>`}
      ${iteration.julia_version && html`<dt>Language</dt><dd>${iteration.julia_version}</dd>`}
    </dl>
    ${file("Project file", iteration.project_toml)}${file("Lock file", iteration.manifest_toml)}
  </section>`;
}
