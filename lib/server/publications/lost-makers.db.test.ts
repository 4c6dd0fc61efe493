import { describe, expect, it, vi } from "vitest";
import { claim, holdsClaim, say } from "./claim";
import { makePublication } from "./make-publication";
import { recoverLost } from "./recover-lost";
import { Publishing } from "./testing/publishing";

const given = new Publishing("lost");

describe("a publication whose maker ended on the way", () => {
  it("is made by the next, once, and its first maker can write no more", async () => {
    const id = await given.request();
    const lost = (await claim(id))!;
    await say(lost, "xlsx");
    expect(await given.read(id)).toMatchObject({ state: "making", step: "xlsx", files: [] });
    await recoverLost(60_000);
    expect(await given.read(id)).toMatchObject({ state: "making" });
    await recoverLost(null);
    expect(await given.read(id)).toMatchObject({ state: "queued", files: [] });
    await makePublication(id);
    await say(lost, "pdf");
    expect(await given.read(id)).toMatchObject({ state: "ready", step: "keeping" });
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationTakenBack", "publicationMade"]);
  });

  it("is taken back once nothing was heard of it for so long", async () => {
    const id = await given.request();
    await claim(id);
    const ago = (seconds: number) =>
      given.database.pool.query(
        "UPDATE publication SET worked_at = now() AT TIME ZONE 'UTC' - $2 * interval '1 second' WHERE id = $1",
        [id, seconds],
      );
    await ago(25);
    await recoverLost(30_000);
    expect(await given.read(id)).toMatchObject({ state: "making" });
    await ago(31);
    await recoverLost(30_000);
    expect(await given.read(id)).toMatchObject({ state: "queued" });
  });

  it("isn't taken for lost by the clock of a server, whichever way that goes wrong", async ({ skip }) => {
    skip(given.database.embedded, "the embedded database has no other clock than the server's");
    const id = await given.request();
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime(new Date("2001-01-01"));
      const held = (await claim(id))!;
      await say(held, "xlsx");
      vi.setSystemTime(new Date("2099-01-01"));
      await recoverLost(30_000);
      expect(await given.read(id)).toMatchObject({ state: "making", step: "xlsx" });
      expect(await holdsClaim(held)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is marked failed when that happens over and over", async () => {
    const id = await given.request();
    for (let time = 0; time < 3; time++) {
      await claim(id);
      await recoverLost(null);
    }
    expect(await given.read(id)).toMatchObject({ state: "failed", failure: "other", files: [] });
    expect((await given.actionsOf(id)).at(-1)).toBe("publicationFailed");
  });
});
