// Markup as tagged templates. Values become text nodes and attributes, never markup: names come from users.
import { h } from "preact";
import htm from "htm";

export const html = htm.bind(h);
export { render, createContext } from "preact";
export { useState, useEffect, useMemo, useRef, useCallback, useContext } from "preact/hooks";
