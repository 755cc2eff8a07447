// Who looks at the page, and what they may do. The server decides all of it again.
import { createContext, useContext, useEffect, useState } from "./html.js";
import { getNow, post } from "./api.js";
import { askAround, keep, onToken, token } from "./token.js";
import { follow } from "./live.js";

const Session = createContext(null);
export const SessionProvider = Session.Provider;
export const useSession = () => useContext(Session);

const ADMIN = { may: () => true };

const rightsOf = async (user) => {
  if (user.is_admin) return ADMIN;
  const rows = await getNow(`/user/${user.id}/permissions`);
  const projects = new Map(rows.map((row) => [row.project_id, row]));
  return { may: (what, project) => Boolean(projects.get(project)?.[`${what}_permission`]), first: rows.find((row) => row.read_permission)?.project_id };
};

const load = async () => {
  if (!token()) await askAround();
  const user = await getNow("/auth/me");
  const rights = await rightsOf(user);
  if (user.is_admin || rights.first) follow(user.is_admin ? null : rights.first);
  return { user, may: rights.may, first: rights.first, isAdmin: user.is_admin, isSigned: Boolean(token()) };
};

export const signIn = async (username, password) => keep((await post("/auth", { username, password })).access_token);

/** @returns state is "waiting", "signed", "unknown" or "failed" */
export const useOwnSession = () => {
  const [state, set] = useState({ state: "waiting" });
  const begin = () => load().then(
    (session) => set({ state: "signed", session }),
    (failure) => set(failure.status === 401 ? { state: "unknown" } : { state: "failed", failure }));
  useEffect(() => {
    begin();
    return onToken((fresh) => (fresh ? begin() : set({ state: "unknown" })));
  }, []);
  return { ...state, retry: begin };
};
