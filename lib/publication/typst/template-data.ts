import type { ShownStatus } from "@/lib/charts/shown-status";
import { internalMark } from "../internal-mark";
import { barLooks, colours, pillarHues, statusLooks } from "../look";
import { iconCurve } from "./icon-curve";

// What the templates read. A text reaches them as a JSON string only, so that nothing in it can be taken for markup.

const curveOf = (path: string | undefined) => (path ? iconCurve(path) : []);

const statuses = Object.fromEntries(
  Object.entries(statusLooks).map(([status, { fill, ink, edge, ground, icon }]) => [
    status as ShownStatus,
    { fill, ink, edge, ground, stroke: curveOf(icon.stroke), solid: curveOf(icon.solid), faint: curveOf(icon.faint) },
  ]),
);

const look = { colours, pillarHues, internal: internalMark, bars: barLooks, statuses };

// Control characters have no shape and are refused by XML; half a surrogate pair has no place in JSON. Tabs and line
// ends may stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const loneSurrogate = /\p{Surrogate}/gu;

export const printable = (text: string) => text.replace(unprintable, "").replace(loneSurrogate, "\ufffd");

/** JSON in UTF-8 for a template: the look, and what is to be drawn with it. */
export function templateData(content: object): Buffer {
  const clean = (_: string, value: unknown) => (typeof value === "string" ? printable(value) : value);
  return Buffer.from(JSON.stringify({ look, ...content }, clean), "utf8");
}
