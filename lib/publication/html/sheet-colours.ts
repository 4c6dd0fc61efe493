import { shownStatuses } from "@/lib/views/shown-status";
import { colours, pillarHues, type StatusLook, statusLooks } from "../look";
import { darkColours, darkPillars, darkStatuses } from "./dark-colours";

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
export function colourSheet(): string {
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
