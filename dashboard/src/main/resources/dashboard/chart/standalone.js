// A drawing of the page that can stand alone: what style sheets say of it is written into it.
const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "opacity", "font-size", "font-weight", "text-anchor"];
const SVG = "http://www.w3.org/2000/svg";
/** Dots of the picture for one of the drawing: sharp on paper. */
const FINE = 2;

const all = (root) => [root, ...root.querySelectorAll("*")];

const styled = (drawn, copy) => {
  const copies = all(copy);
  all(drawn).forEach((element, i) => {
    const style = getComputedStyle(element);
    KEPT.forEach((name) => copies[i].setAttribute(name, style.getPropertyValue(name)));
    copies[i].removeAttribute("class");
    copies[i].removeAttribute("href");
  });
};

const paper = (width, height) => {
  const sheet = document.createElementNS(SVG, "rect");
  const colour = getComputedStyle(document.documentElement.querySelector("body")).backgroundColor;
  Object.entries({ width, height, fill: colour }).forEach(([name, value]) => sheet.setAttribute(name, value));
  return sheet;
};

/** @returns its text, and its size */
export const standalone = (drawn, title) => {
  const copy = drawn.cloneNode(true);
  const box = drawn.viewBox.baseVal;
  const [width, height] = box?.width ? [box.width, box.height] : [drawn.width.baseVal.value, drawn.height.baseVal.value];
  styled(drawn, copy);
  Object.entries({ xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "sans-serif", "aria-label": title })
    .forEach(([name, value]) => copy.setAttribute(name, value));
  copy.prepend(paper(width, height));
  return { text: `${new XMLSerializer().serializeToString(copy)}\n`, width, height };
};

export const picture = async ({ text, width, height }) => {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: width * FINE, height: height * FINE });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done));
  } finally {
    URL.revokeObjectURL(address);
  }
};
