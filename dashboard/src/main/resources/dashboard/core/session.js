// Who looks at the page, and what they may do. The server decides all of it again.
import { createContext, useContext, useEffect, useState } from "./html.js";
import { Failure, getNow, post } from "./api.js";
import { askAround, keep, onToken, token } from "./token.js";
import { follow, rest } from "./live.js";

const Session = createContext(null);
export const SessionProvider = Session.Provider;
export const useSession = () => useContext(Session);

const AGAIN = 2_000;
const ADMIN = { may: () => true };

const rightsOf = async (user) => {
  if (user.is_admin) return ADMIN;
  const rows = await getNow(`/user/${user.id}/permissions`);
  const projects = new Map(rows.map((row) => [row.project_id, row]));
  return { may: (what, project) => Boolean(projects.get(project)?.[`${what}_permission`]), first: rows.find((row) => row.read_permission)?.project_id };
};

const ASKS = document.documentElement.dataset.signIn === "required";

/** Where the server asks who looks, another tab may know the answer. */
const whoLooks = async () => {
  if (ASKS && !token() && !(await askAround())) throw new Failure("Nobody has signed in.", { status: 401 });
  try {
    return await getNow("/auth/me");
  } catch (failure) {
    if (failure.status !== 401 || !(await askAround())) throw failure;
    return getNow("/auth/me");
  }
};

const load = async () => {
  const user = await whoLooks();
  const rights = await rightsOf(user);
  if (user.is_admin || rights.first) await follow(user.is_admin ? null : rights.first);
  return { user, may: rights.may, first: rights.first, isAdmin: user.is_admin, isSigned: Boolean(token()) };
};

export const signIn = async (username, password) => keep((await post("/auth", { username, password })).access_token);

/** @returns state is "waiting", "signed", "unknown" or "failed" */
export const useOwnSession = () => {
  const [state, set] = useState({ state: "waiting" });
  const begin = () => load().then(
    (session) => set({ state: "signed", session }),
    (failure) => (failure.status === 401 ? stop() : fail(failure)));
  const fail = (failure) => {
    set({ state: "failed", failure });
    if (failure.isAway) setTimeout(begin, AGAIN);
  };
  const stop = () => { rest(); set({ state: "unknown" }); };
  useEffect(() => {
    begin();
    return onToken((fresh) => (fresh ? begin() : stop()));
  }, []);
  return { ...state, retry: begin };
};
