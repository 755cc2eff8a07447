import { html, useEffect, useRef, useState } from "../core/html.js";
import { signIn } from "../core/session.js";
import { titled } from "../parts/told.js";

const why = (failure) => (failure.status === 404 || failure.status === 401
  ? "The name or the password is wrong." : failure.message);

export function SignIn() {
  const [state, set] = useState({});
  const name = useRef();
  useEffect(() => { titled("Sign in"); name.current.focus(); }, []);
  const send = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    set({ busy: true });
    try { await signIn(form.get("username"), form.get("password")); } catch (failure) { set({ failure }); }
  };
  return html`<main><form class="card sign-in" onSubmit=${send}>
    <h1>Sign in to Daybook</h1>
    <p class="quiet">This server wants to know who looks. An admin makes accounts.</p>
    <label class="field"><span>Name</span><input name="username" ref=${name} autocomplete="username" required /></label>
    <label class="field"><span>Password</span><input name="password" type="password" autocomplete="current-password" required /></label>
    <div role="alert">${state.failure && html`<p class="note bad">${why(state.failure)}</p>`}</div>
    <button class="first" disabled=${state.busy}>Sign in</button>
    <p class="quiet">You stay signed in as long as a tab of Daybook is open.</p>
  </form></main>`;
}
