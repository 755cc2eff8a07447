import { html } from "../core/html.js";
import { change, link, useAddress } from "../core/address.js";
import { useSession } from "../core/session.js";
import { signOut } from "../core/token.js";
import { ThemeChoice } from "./theme.js";

const isCurrent = (parts, top) => (top === "" ? !["history", "operations", "users"].includes(parts[0]) : parts[0] === top);

function Entry({ to, children }) {
  const { parts } = useAddress();
  return html`<a href=${link(`/${to}`)} aria-current=${isCurrent(parts, to) ? "page" : null}>${children}</a>`;
}

export function Top() {
  const { query } = useAddress();
  const { user, isAdmin, isSigned } = useSession();
  return html`<header class="top">
    <a class="brand" href=${link("/")}><img src=${new URL("../icon.svg", import.meta.url).pathname} alt="" />Daybook</a>
    <nav aria-label="Main">
      <${Entry} to="">Projects</${Entry}>
      <${Entry} to="history">History</${Entry}>
      ${isAdmin && html`<${Entry} to="operations">Operations</${Entry}>`}
      ${isAdmin && isSigned && html`<${Entry} to="users">Users</${Entry}>`}
    </nav>
    <div class="end">
      ${isSigned && html`<span class="quiet">${user.username}</span><button onClick=${signOut}>Sign out</button>`}
      <button aria-pressed=${query.has("time") || query.has("asOf") ? "true" : "false"} onClick=${() => change({ time: !(query.has("time") || query.has("asOf")), asOf: null })}>Look back</button>
      <${ThemeChoice} />
    </div>
  </header>`;
}
