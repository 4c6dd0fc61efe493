import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { letterOf, shownStatuses } from "@/lib/views/shown-status";
import { statusClass } from "./status-look";

describe("status look", () => {
  it("is the same in the heat map and in bars, which name it by a letter", () => {
    const css = readFileSync("app/styles/results/status.css", "utf8");
    for (const status of shownStatuses) {
      expect(css, status).toMatch(
        new RegExp(
          `\\.${statusClass[status]},\n([^{]*\n)*:is\\(\\.heat, \\.track, \\.mini\\) \\.${letterOf(status)}[ ,]`,
        ),
      );
    }
  });

  it("has a colour and an icon in the style sheet; only a missing value has none", () => {
    const css = readFileSync("app/styles/results/status.css", "utf8");
    for (const status of shownStatuses) {
      const rules = [...css.matchAll(new RegExp(`\\.${statusClass[status]}[,\\s][^{]*\\{([^}]*)\\}`, "g"))];
      const body = rules.map((rule) => rule[1]).join("");
      if (status !== "notAssessed") expect(body, status).toContain("--fill");
      expect(body.includes("--icon"), status).toBe(status !== "noValue");
    }
  });

  it("is nowhere that of another status", () => {
    expect(new Set(Object.values(statusClass)).size).toBe(shownStatuses.length);
  });
});
