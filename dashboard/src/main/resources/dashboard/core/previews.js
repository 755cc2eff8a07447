// What can be shown of an artifact, and how: told by its name, since the server keeps bytes without a type.
const TEXT = /\.(txt|md|log|py|jl|r|sh|java|js|ts|c|h|cpp|toml|ya?ml|ini|cfg|xml|html?|css|tex|diff|patch)$/i;
const IMAGE = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", svg: "image/svg+xml" };

/** Nobody reads more; images are shown whole. */
export const MOST = 256 * 1024;
export const LARGEST_IMAGE = 20_000_000;

const ending = (name) => name.toLowerCase().split(".").pop();

export const kindOf = (name) => {
  if (IMAGE[ending(name)]) return "image";
  if (/\.(json|ndjson)$/i.test(name)) return "json";
  if (/\.(csv|tsv)$/i.test(name)) return "csv";
  return TEXT.test(name) || !name.includes(".") ? "text" : null;
};

export const imageType = (name) => IMAGE[ending(name)];

/** A table, with quotes as spreadsheets write them. */
export const parseCsv = (text, separator = ",") => {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') { cell += sign; i += 1; } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator || sign === "\n") {
      rows.at(-1).push(cell.replace(/\r$/, ""));
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows.at(-1).push(cell);
  return rows.filter((row) => row.length > 1 || row[0] !== "");
};

export const pretty = (text) => {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
};
