// What to do when there is nothing to look at: three lines that make it appear.
import { html } from "../core/html.js";

const lines = () => `curl -X POST ${location.origin}/data -d '"first run"'
curl -X POST '${location.origin}/data/scalars?xp=first+run&name=loss' -d '[${Math.floor(Date.now() / 1000)}, 0, 0.81]'
curl -X POST '${location.origin}/data/scalars?xp=first+run&name=loss' -d '[${Math.floor(Date.now() / 1000) + 1}, 1, 0.42]'`;

export function FirstRun() {
  return html`<section class="empty">
    <h2>Nothing has been logged yet</h2>
    <p>Log a first run from a terminal; it appears here by itself:</p>
    <pre tabindex="0"><code>${lines()}</code></pre>
    <p>Or fill the server with real trainings: <code>python3 examples/demo.py --url ${location.origin}</code>. All routes: <a href="/docs">${location.origin}/docs</a>.</p>
  </section>`;
}

export function FirstIteration({ experiment }) {
  return html`<section class="empty">
    <h2>This experiment has no iterations yet</h2>
    <p>An iteration is one run of a training. Begin one and log to it:</p>
    <pre tabindex="0"><code>${`id=$(curl -sX POST ${location.origin}/iteration/experiment/${experiment} | tr -dc 0-9)
curl -X POST ${location.origin}/parameter/iteration/$id -d '{"key": "lr", "value": "0.1"}'
curl -X POST ${location.origin}/metric/iteration/$id -d '{"key": "loss", "value": 0.81}'`}</code></pre>
  </section>`;
}
