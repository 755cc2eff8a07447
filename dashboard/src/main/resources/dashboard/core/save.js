// Puts what the page shows into a file of the reader's.
export const save = (name, blob) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[^\w.-]+/g, "-");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

export const saveText = (name, text, type) => save(name, new Blob([text], { type }));

/** A cell that a spreadsheet would take for a formula is no formula. */
const cell = (value) => {
  const text = value == null ? "" : String(value);
  const safe = /^[=+@\t\r]|^-(?!\d|Infinity)/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csv = (rows) => rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
