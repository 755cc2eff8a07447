// Asks before something is done that others notice.
import { html, useEffect, useRef, useState } from "../core/html.js";

/** @param done is called with what the work gave, or with nothing when it was left */
export function Confirm({ title, verb, grave, work, done, children }) {
  const box = useRef();
  const result = useRef();
  const [state, set] = useState({});
  useEffect(() => { box.current.showModal(); }, []);
  const run = async () => {
    set({ busy: true });
    try {
      result.current = await work();
      // closing gives the focus back to where it was
      box.current?.close();
    } catch (failure) { set({ failure }); }
  };
  return html`<dialog ref=${box} onClose=${() => done(result.current)} aria-labelledby="confirm-title"><div class="stack">
    <h2 id="confirm-title">${title}</h2><div>${children}</div>
    ${state.failure && html`<p class="note bad" role="alert">${state.failure.message}</p>`}
    <div class="bar"><button class=${grave ? "grave" : "first"} disabled=${state.busy} onClick=${run}>${verb}</button>
      <button onClick=${() => box.current.close()}>Leave it as it is</button></div>
  </div></dialog>`;
}
