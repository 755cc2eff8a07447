// Names come from users: they are set as text, never as HTML.
const state = document.getElementById("state");
const main = document.getElementById("experiments");

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const get = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

const row = (cells) => {
  const made = element("tr");
  cells.forEach((cell, i) => made.append(element("td", String(cell), i === 0 ? "" : "number")));
  return made;
};

async function experiment(name) {
  const section = element("section");
  section.append(element("h2", name));
  const series = await get(`/data?xp=${encodeURIComponent(name)}`);
  const table = element("table");
  const head = element("tr");
  ["scalar series", "points", "last step", "last value"].forEach((title) => head.append(element("th", title)));
  table.append(head);
  for (const key of series.scalars) {
    const points = await get(`/data/scalars?xp=${encodeURIComponent(name)}&name=${encodeURIComponent(key)}`);
    const last = points.at(-1);
    table.append(row([key, points.length, last[1], last[2]]));
  }
  section.append(series.scalars.length ? table : element("p", "Nothing logged yet."));
  if (series.histograms.length) section.append(element("p", `Histograms: ${series.histograms.join(", ")}`));
  return section;
}

async function show() {
  const names = await get("/data");
  state.textContent = names.length ? `${names.length} running` : "No experiment is running. Begin one:";
  if (!names.length) {
    main.append(element("pre", `curl -X POST ${location.origin}/data -d '"first run"'\n` +
      `curl -X POST '${location.origin}/data/scalars?xp=first+run&name=loss' -d '[${Date.now() / 1000}, 0, 0.81]'`));
  }
  for (const name of names) main.append(await experiment(name));
}

show().catch((failure) => { state.textContent = `Could not read: ${failure.message}. Reload to try again.`; });
