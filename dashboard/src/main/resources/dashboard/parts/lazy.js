// A page's code comes when the page is asked for. After an upgrade of the server the old code is gone.
import { html, useEffect, useState } from "../core/html.js";
import { Told, Waiting } from "./told.js";

export const bring = (file) => import(`../pages/${file}.js`);

export function Lazy({ file, name, ...rest }) {
  const [state, set] = useState({});
  useEffect(() => {
    bring(file).then((code) => set({ Page: code[name] }), () => set({ failed: true }));
  }, [file, name]);
  if (state.failed) {
    return html`<${Told} title="This part of the page could not be read"
      message="The server may be away, or it was upgraded while the page was open." retry=${() => location.reload()} />`;
  }
  return state.Page ? html`<${state.Page} ...${rest} />` : html`<${Waiting} />`;
}
