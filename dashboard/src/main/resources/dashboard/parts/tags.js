import { html, useRef, useState } from "../core/html.js";
import { get, post, remove } from "../core/api.js";
import { moment } from "../core/address.js";
import { useLoad } from "../core/load.js";

export function Tags({ kind, id, mayAdd, mayRemove }) {
  const loaded = useLoad((signal) => get(`/tag/${kind}/${id}`, {}, { signal }), ["tags", kind, id]);
  const [failure, fail] = useState(null);
  const past = moment();
  const change = (work) => work.then(() => { fail(null); loaded.retry(); }, fail);
  return html`<span class="tags">
    ${loaded.value?.map((tag) => html`<span class="tag" key=${tag.id}>${tag.value}
      ${mayRemove && !past && html`<button aria-label=${`Take the tag ${tag.value} off`}
        onClick=${() => change(remove(`/tag/${kind}/${id}/${tag.id}`))}>×</button>`}</span>`)}
    ${mayAdd && !past && html`<${NewTag} add=${(value) => change(post(`/tag/${kind}/${id}`, { value }))} />`}
    ${failure && html`<span class="odd" role="alert">${failure.message}</span>`}
  </span>`;
}

function NewTag({ add }) {
  const [open, set] = useState(false);
  const field = useRef();
  if (!open) return html`<button class="plain" onClick=${() => { set(true); setTimeout(() => field.current?.focus()); }}>+ tag</button>`;
  const send = (event) => {
    event.preventDefault();
    const value = field.current.value.trim();
    if (value) add(value);
    set(false);
  };
  return html`<form onSubmit=${send} onKeyDown=${(event) => event.key === "Escape" && set(false)}>
    <input ref=${field} aria-label="New tag" placeholder="new tag, then Enter" /></form>`;
}
