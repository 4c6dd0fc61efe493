import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countedAs, isAfterEnd, type ShownStatus } from "@/lib/views/shown-status";
import { colours, pillarHues, statusLooks } from "./look";

const sheet = (name: string) => readFileSync(`app/styles/${name}.css`, "utf8");
const light = sheet("base/tokens").split("@media")[0]!;
const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(light)?.[1];
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What the sheets call a status. */
const names: Partial<Record<string, string>> = { accelerationNeeded: "acceleration", limitedProgress: "limited" };

describe("the look of files", () => {
  it.each(Object.entries(colours))("has the screen's colour %s", (name, colour) => {
    const other: Record<string, string> = { rule: "rule-colour" };
    expect(colour).toBe(token(other[name] ?? kebab(name)));
  });

  it.each(Object.entries(pillarHues))("has the screen's hue of pillar %s", (code, hue) => {
    expect(hue).toBe(token(`pillar-${code.slice(1)}`));
  });

  it.each(Object.entries(statusLooks))("has the screen's fill, ink and icon of status %s", (status, look) => {
    const name = names[status] ?? kebab(status);
    const colour = isAfterEnd(status as ShownStatus) ? countedAs(status as ShownStatus) : name;
    // What has no colour of its own is written on the page.
    const [fill, ink] = [
      token(`status-${colour}`) ?? token("surface"),
      token(`status-${colour}-ink`) ?? token("text-muted"),
    ];
    if (look.ground === "plain") expect([look.fill, look.ink]).toEqual([fill, ink]);
    const drawn = new RegExp(`\\.s-${name},[^}]*?--icon: url\\("([^"]*)"\\)`).exec(sheet("results/status"))?.[1] ?? "";
    for (const path of [look.icon.solid, look.icon.faint, status === "pending" ? undefined : look.icon.stroke]) {
      for (const part of (path ?? "").split(/(?<=[a-z0-9])(?=M)/)) expect(drawn).toContain(part);
    }
  });

  it("tells every status from the others without colour", () => {
    const shapes = Object.values(statusLooks).map(({ icon, ground }) => JSON.stringify({ icon, ground }));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
