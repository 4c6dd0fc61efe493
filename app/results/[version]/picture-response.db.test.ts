import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import * as rendering from "@/lib/server/publications/render";
import { pagePicture } from "@/lib/server/queries/results/page-picture";
import * as progress from "@/lib/server/queries/results/public-progress";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count, type IndicatorToMake } from "@/test/factories/results-framework";
import { pictureResponse } from "./picture-response";

let database: Database;
let plan: Awaited<ReturnType<typeof makeResultsPlan>>;
beforeAll(async () => {
  database = await testDatabase();
  const rising: IndicatorToMake = {
    tables: [["sex"]],
    paths: { each: { baseline: count(100), targets: [120, 140, 160, 180] } },
  };
  plan = await makeResultsPlan(database.prisma, "drawn", {
    "G1.1-a": rising,
    "G1.1-b": { countsPersons: false, direction: "neutral" },
  });
  await plan.approve("THA", "2015", {
    "G1.1-a": { total: count(140), "sex=female": count(137), "sex=male": count(3) },
  });
});
afterAll(() => database.close());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const subject = { plan: "drawn", period: "2015" };
const asked = { ...subject, locale: "en", format: "svg" };

describe("a chart's address", () => {
  it("answers with the picture as a file, named in ASCII after what it shows", async () => {
    const response = await pictureResponse({ ...asked, indicator: "G1.1-a", chart: "countries" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="drawn-2015-g1-1-a-countries-en.svg"',
    );
    const svg = await response.text();
    expect(svg.slice(0, svg.indexOf("<title>"))).toMatch(/^<svg .*role="img"/);
    expect(svg.slice(0, svg.indexOf("</desc>"))).toContain("THA: baseline 2014 100, 2015 140, target 2018 180.");

    const png = await pictureResponse({ ...asked, format: "png", indicator: "G1.1-a", chart: "countries" });
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  it.each([
    { chart: "status" },
    { chart: "goals" },
    { chart: "countries" },
    { goal: "G1", chart: "status" },
    { goal: "G1", chart: "countries" },
    { country: "THA", chart: "goals" },
    { indicator: "G1.1-a", chart: "map" },
    { indicator: "G1.1-a", chart: "region" },
  ])("answers for %o, the same each time", async (params) => {
    const [first, second] = [
      await pictureResponse({ ...asked, ...params }),
      await pictureResponse({ ...asked, ...params }),
    ];
    expect(first.status).toBe(200);
    expect(await second.text()).toBe(await first.text());
  });

  it("says nothing of a small count, nor of what would tell it", async () => {
    // Nothing but hidden values is no chart; the others don't show them.
    expect((await pictureResponse({ ...asked, indicator: "G1.1-a", chart: "breakdown-sex" })).status).toBe(404);
    for (const chart of ["countries", "region", "map"]) {
      const { block } = (await pagePicture({ ...subject, indicator: "G1.1-a" }, chart, "en"))!;
      expect(JSON.stringify(block)).not.toMatch(/\b(3|137)\b/);
    }
  });

  it.each([
    { locale: "xx", chart: "status" },
    { plan: "none", chart: "status" },
    { period: "2016", chart: "status" },
    { chart: "map" },
    { chart: "constructor" },
    { chart: "status", format: "gif" },
    { goal: "G9", chart: "status" },
    { goal: "G1", chart: "goals" },
    { country: "VNM", chart: "goals" },
    { country: "USA", chart: "goals" },
    { indicator: "G9.9-z", chart: "countries" },
    { indicator: "G1.1-a", chart: "breakdown-age" },
    { indicator: "G1.1-b", chart: "countries" },
  ])("is nothing for %o", async (params) => {
    expect((await pictureResponse({ ...asked, ...params })).status).toBe(404);
  });
});

describe("more readers than can be served soon", () => {
  const chart = { indicator: "G1.1-a", chart: "countries" };

  it("wait in a queue that has an end", async () => {
    const { block, frame } = (await pagePicture({ ...subject, ...chart }, "countries", "en"))!;
    const drawn = await Promise.allSettled(
      Array.from({ length: 45 }, () => rendering.renderPicture(block, frame, "en", "svg")),
    );
    const refused = drawn.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toEqual(Array(5).fill(expect.any(rendering.TooManyPictures)));
    await expect(rendering.renderPicture(block, frame, "en", "svg")).resolves.toBeInstanceOf(Uint8Array);
  });

  it("are told to come back", async () => {
    vi.spyOn(rendering, "renderPicture").mockRejectedValueOnce(new rendering.TooManyPictures());
    const response = await pictureResponse({ ...asked, ...chart });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await pictureResponse({ ...asked, ...chart })).status).toBe(200);
  });
});

describe("what travels with a picture", () => {
  it("is the plan, the version's day, the page's address, and what the values are", async () => {
    const picture = await pagePicture({ ...subject, indicator: "G1.1-a" }, "countries", "en");
    expect(picture?.block.about).toMatch(/^G1\.1-a /);
    expect(picture?.frame.date).toMatch(/^results version \d+ of \d+ \w+ \d{4}$/);
    expect(picture?.frame.address).toBe("/en/drawn/indicators/G1.1-a/2015");
    vi.stubEnv("NEXTAUTH_URL", "https://monitor.example.org");
    const other = await pagePicture({ ...subject, goal: "G1" }, "status", "en");
    expect(other?.frame.address).toBe("https://monitor.example.org/en/drawn/goals/G1/2015");
    expect(other?.frame.notices?.join(" ")).toContain("not the adopted text");
  });

  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "names the version's day as it is there, in %s",
    async (zone) => {
      vi.stubEnv("SPAIV_TIME_ZONE", zone);
      const { versions } = await database.prisma.plan.findUniqueOrThrow({
        where: { code: "drawn" },
        select: { versions: { orderBy: { version: "desc" }, take: 1 } },
      });
      const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "long" }).format(
        versions[0]!.createdAt,
      );
      const picture = await pagePicture({ ...subject, indicator: "G1.1-a" }, "countries", "en");
      expect(picture?.frame.date).toMatch(new RegExp(` of ${day}$`));
    },
  );

  it("speaks the page's language, which is English where the page has no other", async () => {
    const [thai, khmer] = [
      await pagePicture({ ...subject, indicator: "G1.1-a" }, "countries", "th"),
      await pagePicture({ ...subject, indicator: "G1.1-a" }, "countries", "km"),
    ];
    expect(thai?.block.title).toMatch(/\p{Script=Thai}/u);
    expect(thai?.fileStem).toBe("drawn-2015-g1-1-a-countries-th");
    expect([khmer?.language, khmer?.fileStem]).toEqual(["en", "drawn-2015-g1-1-a-countries-en"]);
    expect(khmer?.frame.address).toBe("/km/drawn/indicators/G1.1-a/2015");
  });

  it("is the version that its values are of, also where another comes about while they are read", async () => {
    const { resultsVersion: before } = await database.prisma.plan.findUniqueOrThrow({ where: { code: "drawn" } });
    const read = progress.indicatorProgress;
    vi.spyOn(progress, "indicatorProgress").mockImplementationOnce(async (...asked) => {
      await plan.approve("KHM", "2015", { "G1.1-a": { total: count(133) } });
      return read(...asked);
    });
    const asked = { ...subject, indicator: "G1.1-a" };
    const picture = await pagePicture(asked, "countries", "en");
    expect(picture?.frame.date).toContain(`version ${before} of`);
    expect(JSON.stringify(picture?.block)).not.toContain("133");
    const next = await pagePicture({ ...asked, version: String(before + 1) }, "countries", "en");
    expect(next?.frame.date).toContain(`version ${before + 1} of`);
    expect(JSON.stringify(next?.block)).toContain("133");
    expect(await pagePicture({ ...asked, version: String(before + 2) }, "countries", "en")).toBeNull();
  });

  it("is of a release its name and address, under which the page says the same for good", async () => {
    const { id, resultsVersion } = await database.prisma.plan.findUniqueOrThrow({ where: { code: "drawn" } });
    const texts = { create: { locale: "en", title: "June 2018" } };
    const named = { planId: id, code: "june-2018", version: resultsVersion, releasedAt: new Date(), texts };
    await database.prisma.release.create({ data: named });
    const version = `${resultsVersion}~june-2018`;
    const picture = await pagePicture({ ...subject, version, indicator: "G1.1-a" }, "countries", "en");
    expect(picture?.frame.address).toBe("/en/drawn/releases/june-2018/indicators/G1.1-a/2015");
    expect(picture?.fileStem).toBe("drawn-june-2018-2015-g1-1-a-countries-en");
  });
});
