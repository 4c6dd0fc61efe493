import { shownStatuses } from "@/lib/views/shown-status";
import type { PublicationDocument } from "../document";
import { colours, pillarHues, type StatusLook, statusLooks } from "../look";
import { darkColours, darkPillars, darkStatuses } from "./dark-colours";
import { pageSheet } from "./sheet-page";
import { printSheet } from "./sheet-print";

/** The screen's fonts, in its order: those that the page brings, and for what they lack, the reader's own. */
export const fontStack = `"Noto Sans", "Noto Sans Thai", "Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans SC", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif`;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const variables = (values: Record<string, string>, prefix = "") =>
  Object.entries(values)
    .map(([name, value]) => `--${prefix}${kebab(name)}:${value};`)
    .join("");

const statusVariables = (looks: Record<string, { fill: string; ink: string; edge?: string | null }>) =>
  shownStatuses
    .map((status) => {
      const { fill, ink, edge } = looks[status]!;
      return `--${status}-fill:${fill};--${status}-ink:${ink};--${status}-edge:${edge ?? "transparent"};`;
    })
    .join("");

/** Colours of both schemes as variables, and for each status and pillar the class that wears them. */
function colourSheet(): string {
  const light = variables(colours) + variables(pillarHues) + statusVariables(statusLooks);
  const dark = variables(darkColours) + variables(darkPillars) + statusVariables(darkStatuses);
  return [
    `:root{color-scheme:light;${light}}`,
    `@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${dark}}}`,
    ...shownStatuses.map((status) => statusRule(status, statusLooks[status])),
    ...Object.keys(pillarHues).map((code) => `.${code}{--hue:var(--${kebab(code)})}`),
  ].join("\n");
}

function statusRule(status: string, look: StatusLook): string {
  const icon = iconOf(look);
  return [
    `.s-${status}{--fill:var(--${status}-fill);--ink:var(--${status}-ink);--edge:var(--${status}-edge);`,
    icon === null ? "" : `--icon:url("${icon}");`,
    look.ground === "hatched"
      ? "--image:repeating-linear-gradient(135deg,var(--hatch) 0 1px,transparent 1px 6px);"
      : "",
    look.ground === "dashed" ? "--edge-style:dashed;" : "",
    "}",
  ].join("");
}

/** The icon as a data address, black on nothing: a mask that takes the ink of what it stands on. */
function iconOf({ icon }: StatusLook): string | null {
  const paths = [
    icon.stroke === undefined ? "" : `<path d='${icon.stroke}'/>`,
    icon.solid === undefined ? "" : `<path fill='#000' stroke='none' d='${icon.solid}'/>`,
    icon.faint === undefined ? "" : `<path fill='#000' stroke='none' opacity='.55' d='${icon.faint}'/>`,
  ].join("");
  if (paths === "") return null;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='#000' stroke-width='1.9' stroke-linecap='round' stroke-linejoin='round'>${paths}</svg>`;
  return `data:image/svg+xml,${svg.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("#", "%23")}`;
}

/**
 * What is wider than the screen shows that it goes on: a bar that stays, and a shade at the side on which there is more.
 * Colours are the scrolled part's own: `--paper`, `--shade`, `--thumb`. A picture's ground is white, so that multiplied by
 * the paper it keeps its colours and lets the shade through; coloured cells would hide it, so tables fade out where a
 * browser knows how far they are scrolled. `\3c` is the sign that could end a `<style>`.
 */
const scrollSheet = () => `
@media screen{
.picture,.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) 0 0/.75rem 100% no-repeat,linear-gradient(to left,var(--shade),transparent) 100% 0/.75rem 100% no-repeat,var(--paper)}
.picture{isolation:isolate}
.picture svg{mix-blend-mode:multiply}
@supports not selector(::-webkit-scrollbar){.picture,.scroll{scrollbar-width:thin;scrollbar-color:var(--thumb) transparent}}
:is(.picture,.scroll)::-webkit-scrollbar{height:.5rem}
:is(.picture,.scroll)::-webkit-scrollbar-thumb{background:var(--thumb);border-radius:.25rem}
}
@property --more{syntax:"\\3c length>";inherits:false;initial-value:0px}
@keyframes more{from{--more:2.5rem}to{--more:0px}}
@supports (animation-timeline:scroll()){
@media screen{
.scroll{background:none;-webkit-mask:linear-gradient(to left,transparent,#000 var(--more));mask:linear-gradient(to left,transparent,#000 var(--more));animation:more linear both;animation-timeline:scroll(self inline);animation-range:calc(100% - 2.5rem) 100%}
.scroll:focus-visible{-webkit-mask:none;mask:none}
}
}
`;

/** Statuses, plain tables and heat tables. */
const tableSheet = () => `
.s{background:var(--image,none),var(--fill);color:var(--ink);border:1px var(--edge-style,solid) var(--edge,transparent)}
.icon{display:inline-block;flex:none;width:15px;height:15px;background:currentColor;-webkit-mask:var(--icon,linear-gradient(transparent,transparent)) center/contain no-repeat;mask:var(--icon,linear-gradient(transparent,transparent)) center/contain no-repeat}
.chip{display:inline-flex;align-items:center;gap:6px;padding:1px 9px 1px 6px;border-radius:4px;font-size:.8125rem;font-weight:400;line-height:var(--ui);white-space:nowrap}
.s-noValue>.icon{display:none}
.chip.s-noValue{padding-left:9px}
.chip.s-suppressed{background:var(--fill)}
.key li{display:flex}
.key{display:flex;align-items:center;flex-wrap:wrap;gap:.4rem .6rem;margin:.6rem 0 .9rem;padding:0;list-style:none}
.table{margin:2rem 0 2.25rem}
.table>.small{margin-top:.6rem;max-width:var(--measure)}
.scroll{--paper:var(--surface);--shade:var(--hatch);--thumb:var(--rule-heavy);position:relative;overflow-x:auto}
table{width:100%;border-collapse:separate;border-spacing:0;font-size:.875rem;line-height:var(--ui)}
caption{padding-bottom:.6rem;text-align:left}
:is(caption,.caption) :is(.number,.name){display:block}
caption :is(.number,.name){position:sticky;left:0;width:fit-content}
@media screen{caption .name{max-width:min(44em,calc(100vw - 2*var(--gutter) - 2.5rem))}:lang(zh) .plain :is(th,td){min-width:4.5em}}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
th:first-child{position:sticky;left:0;z-index:1;min-width:8.5rem;background:var(--surface)}
thead th{border-bottom:2px solid var(--text);font-weight:600;vertical-align:bottom}
.end{text-align:right}
.center{text-align:center}
tr>:last-child{padding-right:0}
.detail{display:block;color:var(--text-muted);font-size:.8125rem;white-space:nowrap}
td .chip{margin-top:.15rem}
td.end .chip,td.center .chip{margin-left:auto}
tr.group th{padding:.5rem .75rem;background:var(--surface-sunk);font-weight:600}
tr.pillar th{padding:1.1rem 0 .45rem;background:var(--surface);font-size:.9375rem}
.stays{display:inline-flex;align-items:center;gap:.5rem;position:sticky;left:.75rem}
tr.pillar .stays{left:0}
.heat{table-layout:fixed}
.heat col.narrow{width:5.25rem}
.heat thead th{padding-left:2px;padding-right:2px;font-size:.8125rem}
.heat thead th:first-child{padding-left:0}
.heat .end{text-align:center}
.heat td{padding:1px;vertical-align:middle;border-bottom-color:var(--grid)}
.heat tbody th[scope=row]{border-bottom-color:var(--grid);vertical-align:middle}
.square-cell>.s{display:flex;align-items:center;justify-content:center;gap:.35rem;min-height:2.125rem;padding:0 .25rem;border-radius:2px}
thead .detail{font-weight:400;white-space:normal}
.square-cell .detail{display:inline;color:inherit}
.square-cell>.value{display:block;padding:.4rem .15rem;background:var(--fill);font-size:.8125rem;line-height:1.35;text-align:center;overflow-wrap:break-word;hyphens:auto}
.value>.icon{margin-right:.35rem;vertical-align:-2px}
.square-cell>.value>.detail{display:block;font-size:.75rem;white-space:normal}
${Array.from({ length: 100 }, (_, index) => `.w-${index + 1}{width:${index + 1}%}`).join("")}
${Array.from({ length: 15 }, (_, index) => `.columns-${index + 2}{min-width:${9 + 5.25 * (index + 1)}rem}`).join("")}
@media screen and (max-width:40rem){.heat th:first-child{width:9rem}th:first-child{padding-right:.5rem}}
@media (forced-colors:active){.icon{forced-color-adjust:none;background:CanvasText}.s{border-color:CanvasText}}
`;

/**
 * The text of the one `<style>` of `htmlOf(document, …, faces)`, exactly as it stands there: a policy allows it by its hash.
 * It differs between documents, since the heads and feet of printed pages are written in it.
 */
export function stylesheetOf(document: PublicationDocument, faces: string): string {
  return [
    faces,
    colourSheet(),
    pageSheet(fontStack),
    tableSheet(),
    scrollSheet(),
    printSheet(document, fontStack),
  ].join("\n");
}
