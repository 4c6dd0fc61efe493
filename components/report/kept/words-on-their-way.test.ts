import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { tellField } from "@/lib/schemas/reports/entry-fields";
import { keepWords, keptWords, wordsPlace } from "./kept-words";
import { afterWords, forgettingWords, isOnItsWay, onStored } from "./words-on-their-way";

const place = wordsPlace(7, { plan: "spaiv", unit: "THA", period: "2017" }, "comment G3.2.1-a");

function browser() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const form = (body: string, told?: number) => {
  const sent = new FormData();
  sent.set("body", body);
  if (told !== undefined) sent.set(tellField(told), "on");
  return sent;
};

/** A server that answers when it is told to. */
function server() {
  let answer: (state: FormState) => void = () => {};
  const action = forgettingWords(() => new Promise<FormState>((resolve) => (answer = resolve)), place);
  return { action, answer: (state: FormState) => answer(state) };
}
const stored: FormState = { ok: true, message: { key: "commented" } };

describe("words that were sent", () => {
  let memory: ReturnType<typeof browser>;
  beforeEach(() => {
    memory = browser();
    vi.stubGlobal("window", { localStorage: memory });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("are kept until the server has stored them, and then no longer", async () => {
    keepWords(memory, place, { body: "Two provinces\n", [tellField(4)]: true });
    const { action, answer } = server();
    const end = action(null, form("Two provinces\r\n", 4));
    expect(isOnItsWay(place)).toBe(true);
    expect(keptWords(memory, place)).not.toEqual({});
    let isOver = false;
    const all = afterWords().then(() => (isOver = true));
    expect(isOver).toBe(false);
    answer(stored);
    await end;
    await all;
    expect(keptWords(memory, place)).toEqual({});
    expect(isOnItsWay(place)).toBe(false);
  });

  it("leave what was written since then, and tell whoever shows the same form", async () => {
    const { action, answer } = server();
    const heard = vi.fn();
    const stop = onStored(place, heard);
    const sent = form("Two provinces");
    const end = action(null, sent);
    keepWords(memory, place, { body: "Two provinces, and a third" });
    answer(stored);
    await end;
    expect(keptWords(memory, place)).toEqual({ body: "Two provinces, and a third" });
    expect(heard).toHaveBeenCalledExactlyOnceWith(sent);
    stop();
  });

  it("stay where they were refused, or nobody answered", async () => {
    keepWords(memory, place, { body: "Two provinces" });
    const { action, answer } = server();
    const end = action(null, form("Two provinces"));
    answer({ ok: false, refusal: { code: "signedOut", args: {} }, problems: [], entered: {} });
    await end;
    const lost = forgettingWords(() => Promise.reject(new Error("offline")), place);
    await expect(lost(null, form("Two provinces"))).rejects.toThrow();
    expect(keptWords(memory, place)).toEqual({ body: "Two provinces" });
    expect(isOnItsWay(place)).toBe(false);
  });
});
