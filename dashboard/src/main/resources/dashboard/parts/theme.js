// Light, dark, or what the system says. Kept in this browser: it is nobody else's affair.
import { html, useState } from "../core/html.js";

const NAMES = ["system", "light", "dark"];
const apply = (name) => { document.documentElement.dataset.theme = name; };
const kept = () => { try { return localStorage.getItem("theme") ?? "system"; } catch { return "system"; } };

export const restoreTheme = () => apply(kept());

export function ThemeChoice() {
  const [name, set] = useState(kept());
  const choose = (event) => {
    const chosen = event.target.value;
    try { localStorage.setItem("theme", chosen); } catch { /* for this visit, then */ }
    apply(chosen);
    set(chosen);
    dispatchEvent(new Event("theme"));
  };
  return html`<label><span class="unseen">Colours</span>
    <select value=${name} onChange=${choose}>${NAMES.map((each) => html`<option value=${each}>${each}</option>`)}</select></label>`;
}
