// The artifacts of an experiment, with a look into those that can be shown.
import { html, useEffect, useState } from "../core/html.js";
import { getAll, getBlob } from "../core/api.js";
import { change, useAddress } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { LARGEST_IMAGE, MOST, imageType, kindOf, parseCsv, pretty } from "../core/previews.js";
import { save } from "../core/save.js";
import { size, when } from "../core/words.js";
import { Loaded, Told } from "./told.js";

const ROWS = 200;

const read = async (resource, kind, signal) => {
  const whole = kind === "image" || resource.size_bytes <= MOST;
  const headers = whole ? {} : { Range: `bytes=0-${MOST - 1}` };
  const blob = await getBlob(`/resource/${resource.id}/data`, {}, { signal, headers });
  return { kind, cut: !whole, blob, text: kind === "image" ? null : await blob.text() };
};

function Picture({ resource, blob }) {
  const [address, set] = useState(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([blob], { type: imageType(resource.name) }));
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address && html`<img class="picture" src=${address} alt=${`Preview of ${resource.name}`} />`;
}

function Rows({ name, text }) {
  const [head, ...rows] = parseCsv(text, /\.tsv$/i.test(name) ? "\t" : ",").slice(0, ROWS);
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${`Rows of ${name}`}><table><thead><tr>${head?.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

function Shown({ resource, kind, cut, blob, text }) {
  return html`${cut && html`<p class="quiet">The first ${size(MOST)} of ${size(resource.size_bytes)}.</p>`}
    ${kind === "image" ? html`<${Picture} resource=${resource} blob=${blob} />`
      : kind === "csv" ? html`<${Rows} name=${resource.name} text=${text} />`
        : html`<pre class="preview" tabindex="0"><code>${kind === "json" && !cut ? pretty(text) : text}</code></pre>`}`;
}

function Preview({ resource }) {
  const kind = kindOf(resource.name);
  const showable = kind && (kind !== "image" || resource.size_bytes <= LARGEST_IMAGE);
  const loaded = useLoad(async (signal) => (showable ? read(resource, kind, signal) : {}), ["preview", resource.id, resource.content_hash], { live: false });
  return html`<section class="card" aria-label=${`Preview of ${resource.name}`}><div class="heading"><h3>${resource.name}</h3>
      <div class="end"><button onClick=${() => change({ artifact: null })}>Close</button></div></div>
    ${showable ? html`<${Loaded} of=${loaded}>${(found) => html`<${Shown} resource=${resource} ...${found} />`}</${Loaded}>`
      : html`<p class="quiet">This kind of file cannot be shown here. Download it.</p>`}</section>`;
}

function Row({ resource, fail }) {
  const download = () => getBlob(`/resource/${resource.id}/data`).then((blob) => save(resource.name, blob), fail);
  return html`<tr><th scope="row"><button class="plain" onClick=${() => change({ artifact: resource.id })}>${resource.name}</button></th>
    <td>${resource.description}</td><td class="number">${size(resource.size_bytes)}</td><td class="time">${when(resource.created_date)}</td>
    <td><code title=${resource.content_hash}>${resource.content_hash.slice(0, 12)}</code></td>
    <td><button aria-label=${`Download ${resource.name}`} onClick=${download}>Download</button></td></tr>`;
}

export function Artifacts({ experiment }) {
  const loaded = useLoad((signal) => getAll(`/resource/experiment/${experiment}`, {}, { signal }), ["artifacts", experiment], { pause: 2_000 });
  const [failure, fail] = useState(null);
  const chosen = loaded.value?.find((resource) => resource.id === Number(useAddress().query.get("artifact")));
  if (!loaded.value?.length) return null;
  return html`<section class="stack"><h2>Artifacts of the experiment</h2>${failure && html`<${Told} failure=${failure} />`}
    <div class="scroll" tabindex="0" role="region" aria-label="Artifacts"><table>
      <thead><tr><th scope="col">Name</th><th scope="col">Description</th><th scope="col" class="number">Size</th><th scope="col">Uploaded</th><th scope="col">SHA-256</th><th scope="col">File</th></tr></thead>
      <tbody>${loaded.value.map((resource) => html`<${Row} key=${resource.id} resource=${resource} fail=${fail} />`)}</tbody></table></div>
    ${chosen && html`<${Preview} key=${chosen.id} resource=${chosen} />`}</section>`;
}
