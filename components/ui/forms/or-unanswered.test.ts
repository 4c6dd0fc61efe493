import { describe, expect, it } from "vitest";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { orUnanswered } from "./or-unanswered";

const sent = new FormData();
sent.append("countries", "KHM");
sent.append("countries", "THA");
sent.append("reason", "");
sent.append("file", new Blob(["x"]));
const none: FormState = {
  ok: false,
  refusal: { code: "unanswered", args: {} },
  problems: [],
  entered: { countries: ["KHM", "THA"], reason: [""] },
};
const send = (failed: unknown) => orUnanswered(() => Promise.reject(failed), "unanswered")(null, sent);

describe("a form that was sent", () => {
  it.each([
    ["the line is down", new TypeError("Failed to fetch")],
    ["something before the server refused", new Error("An unexpected response was received from the server.")],
    ["the server ended on its way", new Error("Connection closed.")],
  ])("says that no answer came, with all that was typed, where %s", async (_, failed) => {
    await expect(send(failed)).resolves.toEqual(none);
  });

  it("says it in words of its own", async () => {
    const action = orUnanswered(() => Promise.reject(new TypeError()), "signInUnanswered");
    await expect(action(null, sent)).resolves.toMatchObject({ refusal: { code: "signInUnanswered" } });
  });

  it("follows what the server throws: a way elsewhere, a page that isn't there, a defect", async () => {
    for (const digest of ["NEXT_REDIRECT;push;/en/spaiv;303;", "NEXT_HTTP_ERROR_FALLBACK;404", "0192f0"]) {
      const thrown = Object.assign(new Error("thrown"), { digest });
      await expect(send(thrown)).rejects.toBe(thrown);
    }
  });

  it("is answered as ever", async () => {
    const stored: FormState = { ok: true, message: null };
    await expect(orUnanswered(async () => stored, "unanswered")(null, sent)).resolves.toBe(stored);
  });
});
