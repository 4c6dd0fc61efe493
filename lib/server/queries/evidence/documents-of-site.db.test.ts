import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { evidenceForm } from "@/lib/schemas/reports/report-forms";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { now, reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { reportingTests } from "@/test/factories/reporting-plan";
import { statementsOfPage } from "../page-statements.testing";
import { documentsOfSite } from "./documents-of-site";

const on = reportingTests();
const { agreed, meeting, seen } = reportingPlatform(on);
const headers = new Headers({ host: "monitor.example.org", "x-forwarded-proto": "https" });
const list = (
  actor: Actor = on.plan.actors.thailand,
  indicator: string | null = "G1.1-a",
  locale: "en" | "th" = "en",
) => documentsOfSite(actor, on.plan.address("THA", "2016"), indicator, { locale, headers });
const titles = async () => (await list())!.map(({ title }) => title);
const present = async (id: number, at: string) =>
  presentPlatformReport(on.plan.actors.secretariat, await seen(id), { meeting: at }, now);
const release = (code: string, title: string) =>
  on.database.prisma.release.create({
    data: {
      planId: on.plan.planId,
      version: 1,
      code,
      releasedAt: now,
      texts: { create: [{ locale: "en", title }] },
    },
  });

describe("documents of this site that can be linked", () => {
  it("are those that everybody may read and nobody takes back, at addresses that a link takes", async () => {
    await addMeeting(on.plan.actors.secretariat, {
      plan: on.plan.code,
      code: "SOM12",
      entry: {
        kind: "som",
        year: 2019,
        startsOn: null,
        endsOn: null,
        isOnline: true,
        host: null,
        unit: null,
        texts: [{ locale: "en", title: "Planned", place: "", notes: "" }],
        participants: [],
        sources: [],
      },
    });
    const open = await agreed("THA");
    const hidden = await agreed("KHM", "governments");
    expect(await list()).toEqual([]);
    await meeting("SOM11");
    await release("june-2018", "Results, June 2018");
    expect(await titles()).toEqual(["SOM11", "Results, June 2018"]);
    // As long as it can be written anew, its page may go.
    for (const { id } of [open, hidden]) await present(id, "SOM11");
    const { code } = on.plan;
    const documents = (await list())!;
    expect(documents).toEqual([
      {
        key: "platformReport CSO-THA-2016",
        title: "Annual report of the civil society platform, Thailand, 2016",
        url: `https://monitor.example.org/en/${code}/civil-society/CSO-THA-2016`,
      },
      { key: "meeting SOM11", title: "SOM11", url: `https://monitor.example.org/en/${code}/meetings/SOM11` },
      {
        key: "release june-2018",
        title: "Results, June 2018",
        url: `https://monitor.example.org/en/${code}/releases/june-2018`,
      },
    ]);
    for (const { title, url } of documents)
      expect(evidenceForm.safeParse({ indicator: "G1.1-a", title, url, visibility: "internal" }).success, url).toBe(
        true,
      );
    expect((await list(on.plan.actors.thailand, null, "th"))![0]!.url).toContain("/th/");
  });

  it("have titles of their own, so that who picks one gets that one", async () => {
    await meeting("SOM11");
    await on.database.prisma.meetingText.updateMany({ where: { locale: "en" }, data: { title: "Vientiane" } });
    await release("june-2018", "Vientiane");
    expect(await titles()).toEqual(["Vientiane (SOM11)", "Vientiane (june-2018)"]);
  });

  it("are told to whoever may add evidence there, and by few statements", async () => {
    await meeting("SOM11");
    const { thailand, contributor, cambodia, secretariat, cso } = on.plan.actors;
    expect(await list(thailand, null)).toHaveLength(1);
    expect(await list(contributor, "G2.1-a")).toHaveLength(1);
    for (const [actor, indicator] of [
      [contributor, null],
      [contributor, "G1.1-a"],
      [cambodia, "G1.1-a"],
      [secretariat, "G1.1-a"],
      [cso, "G1.1-a"],
      [thailand, "G9-z"],
    ] as const)
      expect(await list(actor, indicator)).toBeNull();
    const nothing = await statementsOfPage(on.database, on.plan.code, thailand, async () => true);
    expect((await statementsOfPage(on.database, on.plan.code, thailand, () => list())) - nothing).toBeLessThanOrEqual(
      3,
    );
  });
});
