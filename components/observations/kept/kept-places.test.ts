import { expect, it } from "vitest";
import { forgetForms, isOne, keepWords, keptWords } from "@/components/report/kept/kept-words";
import { keptOfOne, keptOwner } from "./kept-places";

it("words for one unit are no other's on the same page, and those of all are forgotten by the form's name", () => {
  const kept = new Map<string, string>();
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, item: string) => void kept.set(key, item),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
  const placeOf = (form: "keyAction" | "told", unit?: string) => keptOfOne(7, "spaiv", 4, form, unit);
  keepWords(memory, placeOf("keyAction", "THA"), { action: "A hotline" });
  keepWords(memory, placeOf("told", "THA"), { reason: "No law" });
  expect(keptWords(memory, placeOf("keyAction", "THA"))).toEqual({ action: "A hotline" });
  expect([keptWords(memory, placeOf("keyAction", "KHM")), keptWords(memory, placeOf("keyAction"))]).toEqual([{}, {}]);
  keepWords(memory, placeOf("keyAction"), { action: "Another" });
  forgetForms(memory, keptOwner(7, "spaiv", 4), (form) => isOne(form, "keyAction"));
  expect([...kept.values()]).toEqual([JSON.stringify({ reason: "No law" })]);
});
