// Colours that can be told apart on both papers, also by most who do not see all of them.
const LIGHT = ["#16598a", "#c2410c", "#15803d", "#9333ea", "#a16207", "#be185d", "#0f766e", "#4f46e5", "#57534e", "#b91c1c"];
const DARK = ["#7cc0ee", "#fb923c", "#6fd08c", "#c99cff", "#eac54f", "#f68fbd", "#5cd0c4", "#a5b0ff", "#c0bab4", "#ff8f86"];

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
};

export const colour = (i) => (isDark() ? DARK : LIGHT)[i % LIGHT.length];
export const ink = () => (isDark() ? { text: "#a0a8b0", grid: "#2b3136", odd: "#ff9a90" } : { text: "#57606a", grid: "#e8e8e3", odd: "#b3261e" });

/** Tells when the colours have changed. */
export const onTheme = (tell) => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", tell);
  addEventListener("theme", tell);
  return () => { system.removeEventListener("change", tell); removeEventListener("theme", tell); };
};
