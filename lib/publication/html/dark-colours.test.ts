import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countedAs, isAfterEnd, type ShownStatus } from "@/lib/views/shown-status";
import { darkColours, darkPillars, darkStatuses } from "./dark-colours";
import { fontStack } from "./sheet";

const sheet = readFileSync("app/styles/base/tokens.css", "utf8");
const dark = sheet.split("@media")[1]!;
const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(dark)?.[1];
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe("the dark look of files", () => {
  it.each(Object.entries(darkColours))("has the screen's colour %s", (name, colour) => {
    expect(colour).toBe(token(name === "rule" ? "rule-colour" : kebab(name)));
  });

  it.each(Object.entries(darkPillars))("has the screen's hue of pillar %s", (code, hue) => {
    expect(hue).toBe(token(`pillar-${code.slice(1)}`));
  });

  it.each(Object.entries(darkStatuses))("has the screen's fill and ink of status %s", (status, look) => {
    const names: Record<string, string> = { accelerationNeeded: "acceleration", limitedProgress: "limited" };
    const counted = isAfterEnd(status as ShownStatus) ? countedAs(status as ShownStatus) : status;
    const name = names[counted] ?? kebab(counted);
    const fill = token(`status-${name}`) ?? token("surface");
    const ink = token(`status-${name}-ink`) ?? token("text-muted");
    expect([look.fill, look.ink]).toEqual([fill, ink]);
    const edges: Record<string, string> = { notAssessed: "rule-colour", suppressed: "hatch", noValue: "rule-heavy" };
    Object.assign(edges, { noReport: edges.noValue, notApplicable: edges.notAssessed });
    expect(look.edge).toBe(edges[status] === undefined ? undefined : token(edges[status]));
  });

  it("has the screen's fonts, in its order", () => {
    // A file has its letters in it, under their own names.
    const stack = /--font-sans:([^;]*);/.exec(sheet)![1]!.replaceAll("SPAIV Sans", "Noto Sans");
    expect(fontStack.replace(/\s+/g, " ")).toBe(stack.replace(/\s+/g, " ").trim());
  });
});
