import { describe, expect, it } from "vitest";
import { beat } from "@/lib/server/jobs/job-rows";
import { Publishing } from "./testing/publishing";

const given = new Publishing("lost");

describe("a publication whose maker ended on the way", () => {
  it("is made by the next, once, and its first maker can write no more", async () => {
    const id = await given.request();
    const lost = await given.leave(id);
    expect(await given.read(id)).toMatchObject({ state: "making", files: [] });
    await given.takeBack(id);
    expect(await given.read(id)).toMatchObject({ state: "queued", step: "waiting", files: [] });
    await given.make(id);
    expect(await beat(lost, { step: "pdf", part: null })).toBe(false);
    expect(await given.read(id)).toMatchObject({ state: "ready", step: "keeping" });
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationTakenBack", "publicationMade"]);
  });

  it("has failed where its making couldn't even begin, so that nobody waits for it in vain", async () => {
    const id = await given.request();
    await given.make(id, async () => {
      throw new Error("It can't be loaded.");
    });
    expect(await given.read(id)).toMatchObject({ state: "failed", failure: "other" });
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationFailed"]);
  });

  it("is marked failed when that happens over and over", async () => {
    const id = await given.request();
    for (let time = 0; time < 3; time++) {
      await given.leave(id);
      await given.takeBack(id);
    }
    expect(await given.read(id)).toMatchObject({ state: "failed", failure: "other", files: [] });
    expect((await given.actionsOf(id)).at(-1)).toBe("publicationFailed");
  });
});
