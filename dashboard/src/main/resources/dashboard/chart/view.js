// How charts are looked at: axis, scale, smoothing and the stretch that is zoomed to. All of it is in the address.
import { html } from "../core/html.js";
import { change, useAddress } from "../core/address.js";

export const useView = () => {
  const { query } = useAddress();
  const zoom = query.has("from") ? [Number(query.get("from")), Number(query.get("to"))] : null;
  return {
    axis: ["relative", "wall"].includes(query.get("x")) ? query.get("x") : "step",
    log: query.has("log"),
    weight: Math.min(0.99, Number(query.get("smooth")) || 0),
    zoom,
    onZoom: (stretch) => change(stretch ? { from: stretch[0].toPrecision(12), to: stretch[1].toPrecision(12) } : { from: null, to: null }),
  };
};

export function ViewBar({ children }) {
  const { axis, log, weight, zoom, onZoom } = useView();
  const smooth = (event) => change({ smooth: Number(event.target.value) || null }, { replace: true });
  return html`<div class="bar">
    <label class="field"><span>Horizontal axis</span><select value=${axis} onChange=${(event) => change({ x: event.target.value === "step" ? null : event.target.value, from: null, to: null })}>
      <option value="step">step</option><option value="relative">time since the beginning</option><option value="wall">clock</option></select></label>
    <label class="field"><span>Smoothing ${weight || "off"}</span><input type="range" min="0" max="0.99" step="0.01" value=${weight} onInput=${smooth} /></label>
    <label class="check"><input type="checkbox" checked=${log} onChange=${() => change({ log: !log })} />Logarithmic</label>
    ${zoom && html`<button onClick=${() => onZoom(null)}>Show all again</button>`}
    ${children}
    <span class="quiet">Drag across a chart to zoom: the server sends finer points.</span>
  </div>`;
}
