import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { resultsVersion } from "@/lib/server/queries/results-version";
import { siteLogo } from "@/lib/server/queries/site-logo";
import { siteSettingsPage } from "@/lib/server/queries/site-settings-page";
import { siteTexts } from "@/lib/server/site/site-texts";
import { auditWhere } from "@/test/factories/make-report";
import { pngOfOnePixel } from "@/test/factories/one-pixel";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { setSiteLogo } from "./set-site-logo";

const on = reportingTests();
/** Of all plans. */
let administrator: Actor;
beforeEach(async () => {
  await on.database.prisma.siteSettings.deleteMany();
  await on.database.prisma.siteLogo.deleteMany();
  administrator = { ...on.plan.actors.administrator, roles: [{ role: "administrator", plan: null, unit: null }] };
});
const events = () => auditWhere(on.database.prisma, { stream: "settings" });

it("stands on every page from the next results version on, under an address that shows no other", async () => {
  const before = (await resultsVersion(on.plan.code))!.version;
  await setSiteLogo(administrator, { file: pngOfOnePixel, rowVersion: 0 });
  const { logo } = await siteTexts("th");
  expect(logo).toEqual({ address: expect.stringMatching(/^\/api\/site\/logo\/[0-9a-f]{64}$/), width: 28, height: 28 });
  expect(await resultsVersion(on.plan.code)).toMatchObject({ version: before + 1 });
  expect(await siteSettingsPage(administrator, "en")).toMatchObject({ logo, rowVersion: 1 });
  const digest = logo!.address.split("/").at(-1)!;
  expect([...(await siteLogo(digest))!.slice(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  expect(await siteLogo(`0${digest.slice(1)}x`)).toBeNull();
  expect((await events()).at(-1)).toMatchObject({
    action: "siteLogoSet",
    before: { logo: null },
    after: { logo: digest },
  });
  await setSiteLogo(administrator, { file: null, rowVersion: 1 });
  expect([(await siteTexts("th")).logo, await siteLogo(digest)]).toEqual([null, null]);
  expect((await events()).at(-1)).toMatchObject({ action: "siteLogoRemoved", before: { logo: digest } });
});

it("is set by nobody but administrators of all plans, and by the first of two at once", async () => {
  const before = (await events()).length;
  const asked = { file: pngOfOnePixel, rowVersion: 0 };
  const secretariat: Actor = { ...administrator, roles: [{ role: "secretariat", plan: null, unit: null }] };
  for (const actor of [on.plan.actors.administrator, secretariat])
    await expect(setSiteLogo(actor, asked)).rejects.toThrow(refusal("notAllowed"));
  await expect(setSiteLogo(administrator, { ...asked, file: Buffer.from("GIF89a") })).rejects.toThrow(
    refusal("logoNotPng"),
  );
  expect(await on.database.prisma.siteLogo.count()).toBe(0);
  const outcomes = await Promise.allSettled([1, 2].map(() => setSiteLogo(administrator, asked)));
  expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "changedMeanwhile" } },
  ]);
  expect((await events()).length).toBe(before + 1);
});
