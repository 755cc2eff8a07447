// Whether the log is what was written: asked on demand, since the whole of it is read for that.
import { html, useState } from "../core/html.js";
import { getNow, post } from "../core/api.js";
import { moment } from "../core/address.js";
import { saveText } from "../core/save.js";
import { useSession } from "../core/session.js";

const verdict = ({ verified, to, hash, first_bad: bad, reason }) => (verified
  ? html`<p class="note good" role="status">All ${to.toLocaleString("en-GB")} events are what was written. Hash of the last one: <code class="hash">${hash}</code></p>`
  : html`<p class="note bad" role="alert"><strong>Position ${bad} is not what was written</strong> (${reason}). Stop writing, keep the folder as it is, and compare it with a backup.</p>`);

export function Proof({ project }) {
  const { isAdmin } = useSession();
  const [state, set] = useState({});
  const run = (work) => { set({ busy: true }); work().then((shown) => set({ shown }), (failure) => set({ failure })); };
  const verify = async () => verdict(await getNow("/audit/verify", { project, to: moment() }));
  const checkpoint = async () => {
    const made = await post("/audit/checkpoints");
    saveText(`checkpoint-${made.position}.json`, JSON.stringify(made, null, 2), "application/json");
    return html`<p class="note good" role="status">The checkpoint of position ${made.position} is saved. Keep it elsewhere: it proves later that nothing before it was altered.</p>`;
  };
  return html`<div class="bar"><button class="first" disabled=${state.busy} onClick=${() => run(verify)}>${state.busy ? "Checking…" : "Verify the log"}</button>
      ${isAdmin && !moment() && html`<button disabled=${state.busy} onClick=${() => run(checkpoint)}>Download a checkpoint</button>`}</div>
    ${state.shown}${state.failure && html`<p class="note bad" role="alert">${state.failure.message}</p>`}`;
}
