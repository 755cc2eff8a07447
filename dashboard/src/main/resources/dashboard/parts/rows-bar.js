// What is shown of the iterations: filter, grouping, columns, and what is done with the chosen ones.
import { html, useEffect, useRef, useState } from "../core/html.js";
import { change, link, useAddress } from "../core/address.js";
import { ids } from "../core/chosen.js";
import { nameOf } from "../core/rows.js";

function Filter({ wrong }) {
  const source = useAddress().query.get("filter") ?? "";
  const [text, set] = useState(source);
  const field = useRef();
  useEffect(() => { if (document.activeElement !== field.current) set(source); }, [source]);
  useEffect(() => {
    const shortcut = (event) => {
      if (event.key !== "/" || /INPUT|SELECT|TEXTAREA/.test(document.activeElement?.tagName)) return;
      event.preventDefault();
      field.current.focus();
    };
    addEventListener("keydown", shortcut);
    return () => removeEventListener("keydown", shortcut);
  }, []);
  const type = (event) => { set(event.target.value); change({ filter: event.target.value, page: null }, { replace: true }); };
  return html`<label class="field grow"><span>Filter (press /)</span>
    <input ref=${field} type="search" value=${text} onInput=${type} placeholder='loss < 0.2 and optimizer = "adam"'
      aria-invalid=${wrong ? "true" : null} aria-describedby="filter-wrong" spellcheck=${false} />
    <span id="filter-wrong" class="odd" role="status">${wrong}</span></label>`;
}

function Columns({ columns, shown }) {
  const tick = (column) => {
    const next = columns.filter((each) => (each === column ? !shown.includes(each) : shown.includes(each)));
    change({ columns: next.length === columns.length ? null : next.join("\n") || " " }, { replace: true });
  };
  return html`<details class="choice"><summary class="button">Columns</summary><div class="card">
    ${columns.map((column) => html`<label class="check"><input type="checkbox" checked=${shown.includes(column)} onChange=${() => tick(column)} />
      ${nameOf(column)} <span class="quiet">${column[0] === "p" ? "parameter" : "metric"}</span></label>`)}
  </div></details>`;
}

export function RowsBar({ columns, shown, group, wrong }) {
  const { query } = useAddress();
  const chosen = ids(query.get("pick"));
  const parameters = columns.filter((column) => column.startsWith("p:"));
  return html`<div class="bar">
    <${Filter} wrong=${wrong} />
    <label class="field"><span>Group by</span><select value=${group} onChange=${(event) => change({ group: event.target.value, page: null })}>
      <option value="">nothing</option>${["status", ...parameters].map((each) => html`<option value=${each}>${nameOf(each)}</option>`)}</select></label>
    <${Columns} columns=${columns} shown=${shown} />
    <a class=${`button ${chosen.length > 1 ? "first" : ""}`} href=${link("/compare", { ids: (chosen.length ? chosen : []).join(",") })}
      aria-disabled=${chosen.length < 2 ? "true" : null}>Compare ${chosen.length || ""}</a>
    ${chosen.length > 0 && html`<button onClick=${() => change({ pick: null }, { replace: true })}>Choose none</button>`}
  </div>`;
}
