// A backup of everything, as it comes: written to the file while it is received, where the browser can do that.
import { html, useState } from "../core/html.js";
import { stream } from "../core/api.js";
import { save } from "../core/save.js";
import { size } from "../core/words.js";

const intoMemory = () => {
  const parts = [];
  return { write: async (part) => { parts.push(part); }, close: async () => save("daybook-backup.zip", new Blob(parts, { type: "application/zip" })) };
};

const target = async () => {
  if (!window.showSaveFilePicker) return intoMemory();
  const file = await window.showSaveFilePicker({ suggestedName: "daybook-backup.zip" });
  return file.createWritable();
};

const receive = async (tell) => {
  const sink = await target();
  let received = 0;
  for await (const part of await stream("/ops/backup")) {
    await sink.write(part);
    received += part.length;
    tell(received);
  }
  await sink.close();
  return received;
};

export function Backup() {
  const [state, set] = useState({});
  const begin = () => {
    set({ received: 0 });
    receive((received) => set({ received })).then((received) => set({ done: received }),
      (failure) => set(failure.name === "AbortError" ? {} : { failure }));
  };
  return html`<section class="stack"><h2>Backup</h2>
    <p class="quiet">One zip with the whole log and all artifacts, taken while writes go on. It holds password hashes: keep it where you keep secrets.</p>
    <div class="bar"><button onClick=${begin} disabled=${state.received !== undefined}>Download a backup</button>
      <span role="status">${state.received !== undefined ? `${size(state.received)} received…` : state.done ? `Done: ${size(state.done)}.` : ""}</span></div>
    ${state.failure && html`<p class="note bad" role="alert">The backup broke off: ${state.failure.message} Nothing on the server has changed; begin again.</p>`}</section>`;
}
