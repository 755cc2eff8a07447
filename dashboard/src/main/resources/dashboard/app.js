// The frame around all pages: who looks, where, as of when, and whether the server is there.
import { html, render, useEffect, useRef } from "./core/html.js";
import { address, useAddress } from "./core/address.js";
import { SessionProvider, useOwnSession } from "./core/session.js";
import { Top } from "./parts/top.js";
import { AwayBanner, PastBanner } from "./parts/banners.js";
import { TimeBar } from "./parts/time.js";
import { Told, Waiting } from "./parts/told.js";
import { SignIn } from "./pages/sign-in.js";
import { bring, Lazy } from "./parts/lazy.js";
import { restoreTheme } from "./parts/theme.js";

const ROUTES = [
  [/^$/, "projects", "Projects"],
  [/^project\/\d+$/, "project", "ProjectPage"],
  [/^project\/\d+\/models$/, "models", "Models"],
  [/^experiment\/\d+$/, "experiment", "ExperimentPage"],
  [/^iteration\/\d+$/, "iteration", "IterationPage"],
  [/^compare$/, "compare", "Compare"],
  [/^model\/\d+$/, "model", "ModelPage"],
  [/^history$/, "history", "History"],
  [/^changes$/, "changes", "Changes"],
  [/^operations$/, "operations", "Operations"],
  [/^users$/, "users", "Users"],
];

const route = (parts) => ROUTES.find(([pattern]) => pattern.test(parts.join("/")));

function Main() {
  const { parts, path } = useAddress();
  const main = useRef();
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) { main.current.focus({ preventScroll: true }); scrollTo(0, 0); }
    first.current = false;
  }, [path]);
  const found = route(parts);
  return html`<main id="main" tabindex="-1" ref=${main}>
    ${found
      ? html`<${Lazy} key=${path} file=${found[1]} name=${found[2]} id=${Number(parts[1])} />`
      : html`<${Told} page title="There is no such page" message="The address may be cut off." next=${html`<a href="#/">All projects</a>`} />`}
  </main>`;
}

function Signed({ session }) {
  return html`<${SessionProvider} value=${session}>
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); document.getElementById("main").focus(); }}>Skip to the content</a>
    <${Top} /><${AwayBanner} /><${PastBanner} /><${TimeBar} /><${Main} />
  </${SessionProvider}>`;
}

function App() {
  const { state, session, failure, retry } = useOwnSession();
  if (state === "waiting") return html`<${Waiting} />`;
  if (state === "unknown") return html`<${SignIn} />`;
  if (state === "failed") return html`<main><${Told} page failure=${failure} retry=${retry} /></main>`;
  return html`<${Signed} session=${session} />`;
}

// while the server is asked who looks
const wanted = route(address().parts);
if (wanted) bring(wanted[1]).catch(() => {});
restoreTheme();
const root = document.getElementById("app");
root.textContent = "";
render(html`<${App} />`, root);
