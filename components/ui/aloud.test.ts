import { expect, it } from "vitest";
import { AloudText, sayNext, silent } from "./aloud";

it("says the same words twice in two nodes, for a live region tells only what changes", () => {
  const once = sayNext(silent, "G1 saved.");
  const twice = sayNext(once, "G1 saved.");
  expect(twice.text).toBe("G1 saved.");
  const keys = [once, twice].map((aloud) => AloudText({ aloud }).key);
  expect(keys[0]).not.toBe(keys[1]);
});

it("stays the same node while nothing is said", () => {
  const said = sayNext(silent, "G1 saved.");
  expect(AloudText({ aloud: said }).key).toBe(AloudText({ aloud: { ...said } }).key);
});
