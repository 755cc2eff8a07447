// A chart as a drawing of its own, for papers and slides.
import { show } from "../core/words.js";

const [W, H, LEFT, RIGHT, TOP, BOTTOM] = [720, 400, 70, 20, 36, 60];

const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const finite = (all) => all.filter((value) => value != null && Number.isFinite(value));
const extent = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

const ticks = ([low, high], many = 6) => {
  const raw = (high - low) / many || 1;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((each) => each * size >= raw) * size;
  const found = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step / 1e6; tick += step) found.push(Number(tick.toPrecision(12)));
  return found;
};

const scale = ([low, high], from, to, log) => {
  const f = log ? Math.log10 : (value) => value;
  const [a, b] = [f(low), f(high)];
  return (value) => from + ((f(value) - a) / (b - a || 1)) * (to - from);
};

/** A pen is lifted where nothing is to be drawn. */
const path = ({ x, y }, px, py) => {
  let pen = "M";
  return x.map((at, i) => {
    if (y[i] == null) { pen = "M"; return ""; }
    const move = `${pen}${px(at).toFixed(1)} ${py(y[i]).toFixed(1)}`;
    pen = "L";
    return move;
  }).join("");
};

export const drawing = ({ title, series, log, zoom }) => {
  const inside = (x) => !zoom || (x >= zoom[0] && x <= zoom[1]);
  const cut = series.map((each) => ({ ...each, x: each.x.filter(inside), y: each.y.filter((_, i) => inside(each.x[i])) }));
  const xs = zoom ?? extent(cut.flatMap((each) => extent(each.x)));
  const ys = extent(cut.flatMap((each) => extent(finite(each.y))));
  const px = scale(xs, LEFT, W - RIGHT);
  const py = scale(ys, H - BOTTOM, TOP, log);
  const yTicks = log ? [ys[0], Math.sqrt(ys[0] * ys[1]), ys[1]] : ticks(ys);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="${W}" height="${H}" fill="#fff"/><text x="${LEFT}" y="20" font-size="14" font-weight="bold">${escape(title)}</text>
${yTicks.map((tick) => `<path d="M${LEFT} ${py(tick)}H${W - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${py(tick) + 4}" text-anchor="end">${escape(show(tick))}</text>`).join("\n")}
${ticks(xs).map((tick) => `<text x="${px(tick)}" y="${H - BOTTOM + 18}" text-anchor="middle">${escape(show(tick))}</text>`).join("\n")}
${cut.map((each) => `<path d="${path(each, px, py)}" fill="none" stroke="${each.colour}" stroke-width="${each.faint ? 0.8 : 1.8}" opacity="${each.faint ? 0.4 : 1}"/>`).join("\n")}
${cut.map((each, i) => `<text x="${LEFT + (i % 4) * 160}" y="${H - 24 + Math.floor(i / 4) * 14}" fill="${each.colour}">${escape(each.label)}</text>`).join("\n")}
</svg>\n`;
};
