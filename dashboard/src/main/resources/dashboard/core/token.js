// The token lives in this tab's memory alone; a tab that is opened beside asks the others for it.
const talk = new BroadcastChannel("daybook");
let held = null;
const watchers = new Set();

const hold = (fresh) => {
  if (fresh === held) return;
  held = fresh;
  watchers.forEach((tell) => tell(fresh));
};

export const token = () => held;
export const onToken = (tell) => { watchers.add(tell); return () => watchers.delete(tell); };

export const keep = (fresh) => { hold(fresh); talk.postMessage({ token: fresh }); };
export const forget = () => hold(null);

/** Out here, and in all tabs. */
export const signOut = () => { hold(null); talk.postMessage({ token: null }); };

talk.onmessage = ({ data }) => {
  if (data.wanted && held) talk.postMessage({ token: held });
  else if ("token" in data) hold(data.token);
};

/** What another tab knows, unless none does. */
export const askAround = () => new Promise((answer) => {
  const late = setTimeout(() => { stop(); answer(null); }, 150);
  const stop = onToken((fresh) => { clearTimeout(late); stop(); answer(fresh); });
  talk.postMessage({ wanted: true });
});
