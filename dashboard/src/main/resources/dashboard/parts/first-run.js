// What to do when there is nothing to look at: the lines that make it appear.
import { html } from "../core/html.js";
import { moment } from "../core/address.js";
import { useSession } from "../core/session.js";

/** Where users sign in, programs do. */
const useSigns = () => {
  const { isSigned, user } = useSession();
  if (!isSigned) return { basic: "", bearer: "", token: "" };
  const token = `TOKEN=$(curl -sX POST ${location.origin}/auth -d '{"username": "${user.username}", "password": "…"}' | grep -o '"access_token":"[^"]*' | cut -d '"' -f 4)\n`;
  return { basic: ` -u ${user.username}`, bearer: ` -H "Authorization: Bearer $TOKEN"`, token };
};

/** @param project where somebody has to have the right to create, to be told how */
function Empty({ title, say, lines, project, children }) {
  const { may } = useSession();
  if (moment()) return html`<section class="empty"><h2>Nothing was here at that moment</h2><p>Move the slider on, or go back to the present.</p></section>`;
  if (!may("create", project)) return html`<section class="empty"><h2>${title}</h2><p>What is logged appears here by itself.</p></section>`;
  return html`<section class="empty"><h2>${title}</h2><p>${say}</p><pre tabindex="0"><code>${lines}</code></pre>${children}</section>`;
}

export function FirstRun() {
  const { isAdmin } = useSession();
  const { basic } = useSigns();
  if (!isAdmin) return html`<section class="empty"><h2>There is no project that you may read</h2><p>An admin can let you; it then appears here by itself.</p></section>`;
  const now = Math.floor(Date.now() / 1000);
  const scalars = `curl -X POST${basic} '${location.origin}/data/scalars?xp=first+run&name=loss'`;
  const lines = `curl -X POST${basic} ${location.origin}/data -d '"first run"'\n${scalars} -d '[${now}, 0, 0.81]'\n${scalars} -d '[${now + 1}, 1, 0.42]'`;
  return html`<${Empty} title="Nothing has been logged yet" say="Log a first run from a terminal; it appears here by itself:" lines=${lines}>
    <p>Or fill the server with real trainings: <code>python3 examples/demo.py --url ${location.origin}</code>. All routes: <a href="/docs">${location.origin}/docs</a>.</p></${Empty}>`;
}

export function FirstExperiment({ project }) {
  const { bearer, token } = useSigns();
  return html`<${Empty} project=${project.id} title="This project has no experiments yet" say="An experiment holds runs that are to be compared. Begin one:"
    lines=${`${token}curl -X POST${bearer} ${location.origin}/experiment/project/${project.id} -d '{"name": "first", "status_id": 1}'`} />`;
}

export function FirstIteration({ experiment: { id, project_id: project } }) {
  const { bearer, token } = useSigns();
  const to = (path, body) => `curl -X POST${bearer} ${location.origin}/${path}/iteration/$id -d '${body}'`;
  return html`<${Empty} project=${project} title="This experiment has no iterations yet" say="An iteration is one run of a training. Begin one and log to it:"
    lines=${`${token}id=$(curl -sX POST${bearer} ${location.origin}/iteration/experiment/${id} | tr -dc 0-9)
${to("parameter", '{"key": "lr", "value": "0.1"}')}\n${to("metric", '{"key": "loss", "value": 0.81}')}`} />`;
}

export function FirstModel({ project }) {
  const { bearer, token } = useSigns();
  return html`<${Empty} project=${project.id} title="No models yet" say="A model is a name under which versions are kept, each made by an iteration:"
    lines=${`${token}id=$(curl -sX POST${bearer} ${location.origin}/model/project/${project.id} -d '{"name": "classifier"}' | tr -dc 0-9)
curl -X POST${bearer} ${location.origin}/modelversion/model/$id -d '{"iteration_id": 1}'`} />`;
}

/** @param iteration has not ended */
export function FirstPoint({ iteration, project }) {
  const { bearer, token } = useSigns();
  return html`<${Empty} project=${project.id} title="No scalars yet" say="A point that is logged appears here at once:"
    lines=${`${token}curl -X POST${bearer} ${location.origin}/metric/iteration/${iteration.id} -d '{"key": "loss", "value": 0.81}'`} />`;
}
