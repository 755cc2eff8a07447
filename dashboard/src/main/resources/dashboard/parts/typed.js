// A field that keeps what is being typed, whatever is drawn anew meanwhile; it is asked for with Enter, or on leaving.
import { html, useEffect, useState } from "../core/html.js";

export function Typed({ value, ask, ...rest }) {
  const [text, type] = useState(value);
  useEffect(() => type(value), [value]);
  return html`<input ...${rest} value=${text} onInput=${(event) => type(event.target.value)} onChange=${(event) => ask(event.target.value.trim())} />`;
}
