import { afterEach, expect, it, vi } from "vitest";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { leaving } from "./leaving";

afterEach(() => vi.unstubAllGlobals());

const done: FormState = { ok: true, message: null };
const leave = async (answer: () => Promise<Response>) => {
  vi.stubGlobal("fetch", answer);
  let asked = 0;
  const signOut = leaving(async () => {
    asked++;
    return done;
  });
  return { state: await signOut(null, new FormData()), asked };
};

it("signs nobody out without a server, and says that one is still signed in", async () => {
  const { state, asked } = await leave(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(asked).toBe(0);
  expect(state).toMatchObject({ ok: false, refusal: { code: "stillSignedIn" } });
});

it("signs out where the server answers", async () => {
  expect(await leave(async () => new Response("ok"))).toEqual({ state: done, asked: 1 });
});
