import { fileText } from "@/lib/exchange/file-text";
import type { ShownStatus } from "@/lib/views/shown-status";
import { barLooks, colours, pillarHues, statusLooks, unbroken } from "../look";
import { watermark } from "../watermark";
import { iconCurve } from "./icon-curve";

// What the templates read. A text reaches them as a JSON string only, so that nothing in it can be taken for markup.

const curveOf = (path: string | undefined) => (path ? iconCurve(path) : []);

const statuses = Object.fromEntries(
  Object.entries(statusLooks).map(([status, { fill, ink, edge, ground, icon }]) => [
    status as ShownStatus,
    { fill, ink, edge, ground, stroke: curveOf(icon.stroke), solid: curveOf(icon.solid), faint: curveOf(icon.faint) },
  ]),
);

const look = { colours, pillarHues, internal: watermark, bars: barLooks, statuses, unbroken };

/** JSON in UTF-8 for a template: the look, and what is to be drawn with it. */
export function templateData(content: object): Buffer {
  const clean = (_: string, value: unknown) => (typeof value === "string" ? fileText(value) : value);
  return Buffer.from(JSON.stringify({ look, ...content }, clean), "utf8");
}
