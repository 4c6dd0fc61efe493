import { describe, expect, it, vi } from "vitest";
import * as permissions from "@/lib/domain/permissions";
import { cancelPublication } from "@/lib/server/commands/cancel-publication";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { publicationOf } from "@/lib/server/queries/publications/publication-list";
import { now, Publishing, refusal } from "./testing/publishing";

const given = new Publishing("access");

describe("whoever may not", () => {
  it("make one hears nothing of it", async () => {
    const { cso, cambodia, contributor, thailand } = given.plan.actors;
    for (const actor of [cso, cambodia, contributor]) {
      await expect(given.request({}, actor)).rejects.toThrow(expect.objectContaining({ name: "Refusal" }));
    }
    await expect(given.request({ kind: "regional", unit: "REGION" }, thailand)).rejects.toThrow(refusal("notFound"));
    const id = await given.request();
    await given.make(id);
    for (const actor of [cso, cambodia, contributor]) {
      expect(await publicationOf(actor, given.plan.code, id, "en")).toBeNull();
      expect(await publicationFile(actor, given.plan.code, id, "csv")).toBeNull();
      await expect(cancelPublication(actor, given.plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      await expect(makePublicationAgain(actor, given.plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      await expect(deletePublication(actor, given.plan.code, id)).rejects.toThrow(refusal("notFound"));
    }
    expect(await given.list(cso)).toBeNull();
    expect((await given.list(cambodia))?.publications).toEqual([]);
    expect((await given.list(thailand))?.publications).toHaveLength(1);
  });

  it("see exact values any more hears nothing of an internal one, however it came about", async () => {
    const { secretariat, thailand } = given.plan.actors;
    const id = await given.request({ isInternal: true, formats: ["csv"] }, thailand);
    const open = await given.request({ formats: ["csv"] }, thailand);
    await given.make(id);
    const listed = async () => (await given.list(thailand))?.publications.map((each) => each.id);
    expect(await listed()).toEqual([open, id]);
    // Today no role parts making publications from seeing exact values.
    const { can } = permissions;
    const barred = vi.spyOn(permissions, "can");
    barred.mockImplementation(
      (actor, ability, subject) =>
        !(ability === "seeExactValues" && actor?.id === thailand.id) && can(actor, ability, subject),
    );
    try {
      expect(await listed()).toEqual([open]);
      expect(await publicationOf(thailand, given.plan.code, id, "en")).toBeNull();
      expect(await publicationFile(thailand, given.plan.code, id, "csv")).toBeNull();
      await expect(makePublicationAgain(thailand, given.plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      await expect(deletePublication(thailand, given.plan.code, id)).rejects.toThrow(refusal("notFound"));
      await makePublicationAgain(secretariat, given.plan.code, id, now);
      await expect(cancelPublication(thailand, given.plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      expect(await publicationOf(secretariat, given.plan.code, id, "en")).toMatchObject({ state: "queued" });
      await cancelPublication(thailand, given.plan.code, open, now);
    } finally {
      barred.mockRestore();
    }
    expect(await listed()).toEqual([open, id]);
  });

  it("have settings that the plan doesn't know", async () => {
    const problem = (field: string) => expect.objectContaining({ problems: [expect.objectContaining({ field })] });
    await expect(given.request({ unit: "XXX" })).rejects.toThrow(problem("unit"));
    await expect(given.request({ kind: "regional" })).rejects.toThrow(problem("unit"));
    await expect(given.request({ period: "2015" })).rejects.toThrow(problem("period"));
    await expect(given.request({ kind: "goal", unit: "REGION", goal: "G9" })).rejects.toThrow(problem("goal"));
    await expect(given.request({ countries: ["XXX"] })).rejects.toThrow(problem("countries"));
  });
});
