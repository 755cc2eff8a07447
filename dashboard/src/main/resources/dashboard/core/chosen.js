// Lists of ids in the address: what is chosen, what is pinned.
import { address, change } from "./address.js";

export const ids = (text) => (text ?? "").split(",").filter(Boolean).map(Number);

export const toggle = (name, id) => {
  const all = ids(address().query.get(name));
  const next = all.includes(id) ? all.filter((each) => each !== id) : [...all, id];
  change({ [name]: next.join(",") }, { replace: true });
};
