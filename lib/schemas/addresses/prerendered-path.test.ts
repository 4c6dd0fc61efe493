import { expect, it } from "vitest";
import { prerenderedPath } from "./prerendered-path";

const path = (pathname: string, query: string) => prerenderedPath(pathname, new URLSearchParams(query));

it("leads to a page of its own only where the query narrows, and on no other page", () => {
  expect(path("/en/spaiv/2016/changes", "?direction=worsened&goal=")).toBe("/en/spaiv/2016/changes/worsened~_~_");
  expect(path("/en/spaiv/2016/changes", "?utm=1")).toBe("/en/spaiv/2016/changes");
  expect(path("/en/spaiv/2016", "?country=THA")).toBe("/en/spaiv/2016");
  expect(path("/en/spaiv/observations", "?country=THA")).toBe("/en/spaiv/observations/narrowed/THA~_~_~_~_");
  expect(path("/en/spaiv/observations", "?country=")).toBe("/en/spaiv/observations");
  expect(path("/en/spaiv/observations/3", "?country=THA")).toBe("/en/spaiv/observations/3");
});
