// Reads conditions such as  loss < 0.2 and (optimizer = "adam" or not tag ~ base)  and says where one breaks off.
const TOKEN = /\s*(?:(<=|>=|!=|=|<|>|~)|([()])|"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s()<>=!~"`]+))/y;

export class FilterError extends Error {}

const kindOf = ([, operator, bracket, text, name, word]) => {
  if (operator) return { operator };
  if (bracket) return { bracket };
  if (text !== undefined) return { text: text.replace(/\\(.)/g, "$1") };
  if (name !== undefined) return { name };
  return /^(and|or|not)$/i.test(word) ? { joint: word.toLowerCase() } : { word };
};

const tokens = (source) => {
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new FilterError(`What begins at “${source.slice(at).trim().slice(0, 12)}” is not understood. A text needs a quote at both ends.`);
    found.push({ ...kindOf(match), shown: match[0].trim() });
  }
  return found;
};

const compare = {
  "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
  "=": (a, b) => a === b, "!=": (a, b) => a !== b,
};

const asNumber = (value) => (typeof value === "string" && value.trim() === "" ? NaN : Number(value));

/** Numbers compare as numbers when both sides are; otherwise as texts. */
const holds = (operator, found, wanted) => {
  if (found === undefined || found === null) return operator === "!=";
  if (operator === "~") return String(found).toLowerCase().includes(String(wanted).toLowerCase());
  const [a, b] = [asNumber(found), asNumber(wanted)];
  const both = !Number.isNaN(a) && !Number.isNaN(b);
  return both ? compare[operator](a, b) : compare[operator](String(found), String(wanted));
};

const test = (name, operator, wanted) => (look) => {
  const found = look(name);
  if (!Array.isArray(found)) return holds(operator, found, wanted);
  return operator === "!=" ? found.every((each) => holds("!=", each, wanted)) : found.some((each) => holds(operator, each, wanted));
};

class Reader {
  constructor(source) { this.rest = tokens(source); this.last = "the beginning"; }
  next() { const token = this.rest.shift(); if (token) this.last = `“${token.shown}”`; return token; }
  take(kind, value) { return this.rest[0]?.[kind] === value ? this.next() : null; }

  any() {
    const parts = [this.all()];
    while (this.take("joint", "or")) parts.push(this.all());
    return (look) => parts.some((part) => part(look));
  }
  all() {
    const parts = [this.one()];
    while (this.take("joint", "and")) parts.push(this.one());
    return (look) => parts.every((part) => part(look));
  }
  one() {
    if (this.take("joint", "not")) { const inner = this.one(); return (look) => !inner(look); }
    if (!this.take("bracket", "(")) return this.comparison();
    const inner = this.any();
    if (!this.take("bracket", ")")) throw new FilterError(`A closing bracket is missing after ${this.last}.`);
    return inner;
  }
  comparison() {
    const name = this.next();
    if (name?.name === undefined && name?.word === undefined && name?.text === undefined) throw new FilterError(`After ${this.last} a name is missing, such as loss.`);
    const operator = this.next()?.operator;
    if (!operator) throw new FilterError(`After “${name.shown}” a comparison is missing: one of < <= > >= = != ~.`);
    const value = this.next();
    const wanted = value?.text ?? value?.word ?? value?.name;
    if (wanted === undefined) throw new FilterError(`After “${operator}” a value is missing, such as 0.2 or "adam".`);
    return test(name.name ?? name.word ?? name.text, operator, wanted);
  }
}

/** @returns what tells of a row, given a way to look up names in it, whether it is wanted */
export const filter = (source) => {
  if (!source.trim()) return () => true;
  const reader = new Reader(source);
  const wanted = reader.any();
  if (reader.rest.length) throw new FilterError(`Between ${reader.last} and “${reader.rest[0].shown}” an “and” or “or” is missing.`);
  return wanted;
};
