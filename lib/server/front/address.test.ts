import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { config } from "@/proxy";
import { addressOf, isPagePath, preferredLocale, readerLocale } from "./address";

const passesProxy = (pathname: string) => config.matcher.some((matcher) => new RegExp(`^${matcher}$`).test(pathname));

it("is a page's unless a file or the API stands there, whatever it ends with, for the front and the proxy alike", () => {
  for (const page of [
    "/",
    "/en/spaiv/2016",
    "/en/spaiv/reports/THA/2016.png",
    "/results/2/en/spaiv/2016.svg",
    "/embed/a",
  ]) {
    expect([isPagePath(page), passesProxy(page)], page).toEqual([true, true]);
  }
  for (const page of [
    "/en/icon.svg",
    "/icon.svg/en",
    "/en/robots.txt",
    "/_nextto",
    "/apis",
    "/app/en",
    "/app/en/spaiv",
    "/app/icon-192.png/en",
  ]) {
    expect([isPagePath(page), passesProxy(page)], page).toEqual([true, true]);
  }
  // What only the project's own pages on the web show isn't the product's.
  const files = readdirSync(path.resolve("public"), { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.\w+$/.test(name) && !name.startsWith("readme"),
  );
  for (const file of ["/_next/static/a.js", "/api/health", "/icon.svg", ...files.map((name) => `/${name}`)]) {
    expect([isPagePath(file), passesProxy(file)], file).toEqual([false, false]);
  }
});

it.each([
  ["/", { kind: "start" }],
  ["/xx/spaiv", { kind: "nothing" }],
  ["/results/2/en/spaiv", { kind: "nothing" }],
  ["/en/%00", { kind: "nothing" }],
  ["/en", { kind: "results", locale: "en", plan: null, area: null }],
  ["/th/sign-in", { kind: "work", locale: "th", plan: null }],
  ["/th/spaiv/review/THA/2016", { kind: "work", locale: "th", plan: "spaiv" }],
  ["/th/spaiv/2016/charts/status/png", { kind: "results", locale: "th", plan: "spaiv", area: null }],
] as const)("%s leads where its segments say", (pathname, address) => {
  expect(addressOf(pathname)).toEqual(address);
});

it.each([
  ["/en/shelf", { kind: "results", locale: "en", plan: null, area: "shelf" }],
  ["/en/shelf/laws/2015", { kind: "results", locale: "en", plan: null, area: "shelf" }],
  ["/en/spaiv/remarks/G1", { kind: "results", locale: "en", plan: "spaiv", area: "remarks" }],
  ["/en/spaiv/2016/remarks", { kind: "results", locale: "en", plan: "spaiv", area: null }],
  ["/en/spaiv/shelf", { kind: "results", locale: "en", plan: "spaiv", area: null }],
  ["/en/spaiv/review/shelf", { kind: "work", locale: "en", plan: "spaiv" }],
] as const)("%s is an area's where one stands in its place", (pathname, address) => {
  expect(addressOf(pathname, { ofPlan: ["remarks"], ofNoPlan: ["shelf"] })).toEqual(address);
});

it("speaks the language of the address, or else the first of the browser's that there is", () => {
  expect(preferredLocale("de-CH, vi;q=0.9, en;q=0.8")).toBe("vi");
  expect(preferredLocale(null)).toBe("en");
  expect(readerLocale("/km/spaiv", "th")).toBe("km");
  expect(readerLocale("/spaiv", "th")).toBe("th");
});
