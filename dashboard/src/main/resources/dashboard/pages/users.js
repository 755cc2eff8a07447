import { html, useEffect, useState } from "../core/html.js";
import { get, patch, post, remove } from "../core/api.js";
import { moment } from "../core/address.js";
import { useLoad } from "../core/load.js";
import { useSession } from "../core/session.js";
import { when } from "../core/words.js";
import { Loaded, Told, titled } from "../parts/told.js";
import { Confirm } from "../parts/confirm.js";

const RIGHTS = ["read", "create", "update", "delete"];

const read = async (signal) => {
  const [users, projects] = await Promise.all([get("/user/", {}, { signal }), get("/project/", {}, { signal })]);
  const rows = await Promise.all(users.map((user) => (user.is_admin ? [] : get(`/user/${user.id}/permissions`, {}, { signal }))));
  return { users: users.map((user, i) => ({ ...user, rows: rows[i] })), projects };
};

const none = { create_permission: false, read_permission: false, update_permission: false, delete_permission: false };

const setRight = (user, project, row, right, value) => {
  const wanted = { ...none, ...(row && Object.fromEntries(Object.keys(none).map((key) => [key, row[key]]))), [`${right}_permission`]: value };
  return row ? patch(`/userpermission/${row.id}`, wanted) : post(`/userpermission/user/${user.id}/project/${project.id}`, wanted);
};

/** Shows what is wanted until the server says so, or that it is not to be. */
function Right({ label, held, set }) {
  const [wanted, want] = useState(null);
  useEffect(() => want(null), [held]);
  const change = (event) => {
    const value = event.target.checked;
    want(value);
    set(value).then((done) => done || want(null));
  };
  return html`<input type="checkbox" aria-label=${label} checked=${wanted ?? held} disabled=${Boolean(moment())} onChange=${change} />`;
}

function Rights({ user, projects, act }) {
  if (user.is_admin) return html`<p class="quiet">An admin may do everything.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${`Rights of ${user.username}`}><table>
    <thead><tr><th scope="col">Project</th>${RIGHTS.map((right) => html`<th scope="col">${right}</th>`)}</tr></thead>
    <tbody>${projects.map((project) => {
      const row = user.rows.find((each) => each.project_id === project.id);
      return html`<tr key=${project.id}><th scope="row">${project.name}</th>${RIGHTS.map((right) => html`<td><${Right}
        label=${`${user.username} may ${right} in ${project.name}`} held=${row?.[`${right}_permission`] ?? false}
        set=${(value) => act(setRight(user, project, row, right, value))} /></td>`)}</tr>`;
    })}</tbody></table></div>`;
}

function User({ user, projects, act, ask }) {
  const { user: me } = useSession();
  const mayGo = user.username !== "default" && user.id !== me.id && !moment();
  return html`<section class="card"><div class="heading"><h2>${user.username}</h2><span class="quiet">${user.first_name} ${user.last_name} · since ${when(user.created_date)}</span>
      <div class="end">${mayGo && html`<label class="check"><input type="checkbox" checked=${user.is_admin} onChange=${(event) => act(patch(`/user/${user.id}`, { is_admin: event.target.checked }))} />Admin</label>
        <button class="grave" onClick=${() => ask(user)}>Delete</button>`}</div></div>
    <${Rights} user=${user} projects=${projects} act=${act} /></section>`;
}

function NewUser({ act }) {
  const send = (event) => {
    event.preventDefault();
    const form = event.target;
    act(post("/user/", Object.fromEntries(new FormData(form)))).then((done) => done && form.reset());
  };
  return html`<form class="card" onSubmit=${send}><h2>New user</h2><div class="bar">
    <label class="field"><span>Name to sign in with</span><input name="username" required autocomplete="off" /></label>
    <label class="field"><span>Password</span><input name="password" type="password" required autocomplete="new-password" /></label>
    <label class="field"><span>First name</span><input name="first_name" autocomplete="off" /></label>
    <label class="field"><span>Last name</span><input name="last_name" autocomplete="off" /></label>
    <button class="first">Create</button></div></form>`;
}

export function Users() {
  const { isAdmin } = useSession();
  const loaded = useLoad((signal) => (isAdmin ? read(signal) : Promise.resolve(null)), ["users", isAdmin], { pause: 2_000 });
  const [failure, fail] = useState(null);
  const [asked, ask] = useState(null);
  const act = (work) => work.then(() => { fail(null); loaded.retry(); return true; }, (wrong) => { fail(wrong); loaded.retry(); });
  useEffect(() => titled("Users"), []);
  if (!isAdmin) return html`<${Told} page title="This page is for admins" message="You are not one." />`;
  return html`<h1>Users and rights</h1>${failure && html`<${Told} failure=${failure} />`}
    ${!moment() && html`<${NewUser} act=${act} />`}
    <${Loaded} of=${loaded}>${({ users, projects }) => users.map((user) => html`<${User} key=${user.id} user=${user} projects=${projects} act=${act} ask=${ask} />`)}</${Loaded}>
    ${asked && html`<${Confirm} grave title=${`Delete the user ${asked.username}?`} verb="Delete" work=${() => remove(`/user/${asked.id}`)} done=${() => { ask(null); loaded.retry(); }}>
      <p>${asked.username} is out at once, and all rights go with the account. What they did stays in the history.</p></${Confirm}>`}`;
}
