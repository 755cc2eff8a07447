import { html } from "../core/html.js";
import { change, link, useAddress } from "../core/address.js";
import { ids, toggle } from "../core/chosen.js";
import { nameOf, valueOf } from "../core/rows.js";
import { count, lasted, show, when } from "../core/words.js";
import { State } from "./told.js";

const OWN = [["id", "Iteration"], ["status", "Status"], ["created", "Created"], ["took", "Took"], ["tag", "Tags"]];

function Head({ column, title, sort }) {
  const by = sort.replace(/^-/, "") === column;
  const down = sort.startsWith("-");
  const turn = () => change({ sort: by && !down ? `-${column}` : column, page: null });
  return html`<th scope="col" class=${column[1] === ":" && column[0] === "m" ? "number" : null} aria-sort=${by ? (down ? "descending" : "ascending") : null}>
    <button onClick=${turn}>${title}${by ? (down ? " ▾" : " ▴") : ""}</button></th>`;
}

function Cell({ row, column }) {
  const value = valueOf(row, column);
  const isNumber = column.startsWith("m:") || (value !== undefined && value !== "" && !Number.isNaN(Number(value)));
  const odd = typeof value === "number" && !Number.isFinite(value);
  return html`<td class=${isNumber ? "number" : null}>${odd ? html`<strong class="odd">${show(value)}</strong>` : column.startsWith("m:") ? show(value) : value}</td>`;
}

/** Up and down go from row to row, x chooses, p pins. */
const keys = (row) => (event) => {
  const to = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (to) {
    let next = event.currentTarget[to];
    while (next && !next.querySelector("th a")) next = next[to];
    next?.querySelector("th a").focus();
    event.preventDefault();
  } else if (event.key === "x") toggle("pick", row.id);
  else if (event.key === "p") toggle("pin", row.id);
};

function Row({ row, columns, chosen, pinned }) {
  return html`<tr class=${chosen ? "chosen" : null} onKeyDown=${keys(row)}>
    <td><input type="checkbox" checked=${chosen} aria-label=${`Choose iteration ${row.id}`} onChange=${() => toggle("pick", row.id)} /></td>
    <td><button class="plain" aria-pressed=${pinned ? "true" : "false"} aria-label=${`Pin iteration ${row.id}`} onClick=${() => toggle("pin", row.id)}>${pinned ? "★" : "☆"}</button></td>
    <th scope="row"><a href=${link(`/iteration/${row.id}`)}>${row.id}</a></th>
    <td title=${row.error_message}><${State} name=${row.status} /></td>
    <td class="time">${when(row.created_date)}</td><td class="number">${lasted(row.took)}</td>
    <td><span class="tags">${row.tags.map((tag) => html`<span class="tag" key=${tag.id}>${tag.value}</span>`)}</span></td>
    ${columns.map((column) => html`<${Cell} key=${column} row=${row} column=${column} />`)}
  </tr>`;
}

/** A group's heading, when the row is the first of one. */
const heading = (group, all, row, before, width) => {
  const own = valueOf(row, group);
  if (before && valueOf(before, group) === own) return null;
  const many = all.filter((each) => valueOf(each, group) === own).length;
  return html`<tr class="group" key=${`group ${own}`}><th colspan=${width} scope="colgroup">${nameOf(group)} = ${own ?? "not set"} <span class="quiet">· ${count(many, "iteration")}</span></th></tr>`;
};

export function RowsTable({ rows, all, columns, sort, group, pinned }) {
  const chosen = ids(useAddress().query.get("pick"));
  const width = columns.length + OWN.length + 2;
  const loose = rows.filter((row) => !pinned.includes(row.id));
  const one = (row) => html`<${Row} key=${row.id} row=${row} columns=${columns} chosen=${chosen.includes(row.id)} pinned=${pinned.includes(row.id)} />`;
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label="Iterations"><table>
    <caption class="unseen">Iterations. Arrow keys go from row to row, x chooses, p pins.</caption>
    <thead><tr><th scope="col"><span class="unseen">Choose</span></th><th scope="col"><span class="unseen">Pin</span></th>
      ${OWN.map(([column, title]) => html`<${Head} key=${column} column=${column} title=${title} sort=${sort} />`)}
      ${columns.map((column) => html`<${Head} key=${column} column=${column} title=${nameOf(column)} sort=${sort} />`)}</tr></thead>
    <tbody>${rows.filter((row) => pinned.includes(row.id)).map(one)}
      ${loose.map((row, i) => [group && heading(group, all, row, loose[i - 1], width), one(row)])}</tbody>
  </table></div>`;
}
