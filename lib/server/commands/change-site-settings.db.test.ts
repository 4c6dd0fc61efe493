import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { noteTimeZone, siteTimeZone } from "@/lib/i18n/site-time-zone";
import { siteSettingsForm } from "@/lib/schemas/settings/site-settings-form";
import { planOfActor } from "@/lib/server/auth/plan-of-actor";
import { openSession, sessionActor, startSession } from "@/lib/server/auth/session";
import { dayInRegion } from "@/lib/server/db/day";
import { planHead } from "@/lib/server/queries/plan-head";
import { publicVersion } from "@/lib/server/queries/public-version";
import { resultsVersion } from "@/lib/server/queries/results-version";
import { siteSettingsPage } from "@/lib/server/queries/site-settings-page";
import { siteDefaultLocale } from "@/lib/server/site/site-settings";
import { siteTexts } from "@/lib/server/site/site-texts";
import { makePlan } from "@/test/factories/make-plan";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { typedSiteSettings } from "@/test/factories/typed-site-settings";
import { changeSiteSettings } from "./change-site-settings";

const on = reportingTests();
/** Of all plans. */
let administrator: Actor;
let plans = 0;
let other: string;
beforeEach(async () => {
  await on.database.prisma.siteSettings.deleteMany();
  await on.database.prisma.siteText.deleteMany();
  administrator = { ...on.plan.actors.administrator, roles: [{ role: "administrator", plan: null, unit: null }] };
  other = (await makePlan(on.database.prisma, `other${++plans}`)).code;
});
const events = () => auditWhere(on.database.prisma, { stream: "settings" });
const first = async () => (await on.database.prisma.plan.findFirstOrThrow({ orderBy: { id: "asc" } })).code;
const change = (typed: Record<string, string>, actor = administrator) =>
  changeSiteSettings(actor, siteSettingsForm.parse({ ...typedSiteSettings, ...typed }));

it("says the site's name and notice in the reader's language or in English, and publishes every plan anew", async () => {
  const before = await resultsVersion(other);
  await change({
    name_en: "Mekong Monitor",
    name_th: "ติดตามลุ่มน้ำโขง",
    notice_en: "Closed on 3 May.",
    noticeForAll: "on",
  });
  expect(await siteTexts("th")).toEqual({
    name: "ติดตามลุ่มน้ำโขง",
    notice: "Closed on 3 May.",
    noticeForAll: true,
    logo: null,
  });
  expect(await siteTexts("en")).toEqual({
    name: "Mekong Monitor",
    notice: "Closed on 3 May.",
    noticeForAll: true,
    logo: null,
  });
  for (const code of [other, on.plan.code])
    expect(await resultsVersion(code)).toMatchObject({
      version: code === other ? before!.version + 1 : expect.any(Number),
    });
  expect((await events()).at(-1)).toMatchObject({
    action: "siteSettingsChanged",
    before: { texts: [] },
    after: { noticeForAll: true, texts: [{ locale: "en", name: "Mekong Monitor" }, { locale: "th" }] },
  });
  expect(await siteSettingsPage(administrator, "en")).toMatchObject({
    rowVersion: 1,
    noticeForAll: true,
    texts: { name: { en: "Mekong Monitor", km: "" } },
  });
});

it("publishes nothing anew where visitors read the same as before", async () => {
  await change({ notice_en: "Closed on 3 May." });
  const before = await resultsVersion(other);
  await change({ notice_en: "Closed on 4 May.", twoStepRequired: "on", sessionHours: "8", rowVersion: "1" });
  expect(await resultsVersion(other)).toMatchObject({ version: before!.version });
  expect((await events()).at(-1)).toMatchObject({
    before: { twoStepRequired: false },
    after: { twoStepRequired: true, sessionHours: 8 },
  });
  await change({ notice_en: "Closed on 4 May.", noticeForAll: "on", rowVersion: "2" });
  expect(await resultsVersion(other)).toMatchObject({ version: before!.version + 1 });
});

it("leads an address without a plan to the plan that was set, else to the first", async () => {
  const where = async () => [
    (await resultsVersion(null))?.code,
    (await planHead(null, "en"))?.code,
    (await planOfActor(administrator))?.code,
  ];
  expect(await where()).toEqual(Array(3).fill(await first()));
  await change({ defaultPlan: other, defaultLocale: "th" });
  expect(await where()).toEqual(Array(3).fill(other));
  expect(await siteDefaultLocale()).toBe("th");
  await change({ rowVersion: "1" });
  expect(await where()).toEqual(Array(3).fill(await first()));
  expect(await siteDefaultLocale()).toBeNull();
});

it("shows the clock of the zone that was set, and publishes every plan anew by it", async () => {
  const evening = new Date("2026-11-28T16:30:00Z");
  expect(dayInRegion(evening)).toBe("2026-11-28");
  const before = await resultsVersion(other);
  await change({ timeZone: "Asia/Shanghai" });
  // As another server, which hears of it with the first thing that it asks.
  for (const ask of [
    () => resultsVersion(other),
    () => siteTexts("en"),
    () => publicVersion({ plan: other, area: "x" }),
  ]) {
    noteTimeZone(null);
    await ask();
    expect([siteTimeZone(), dayInRegion(evening)]).toEqual(["Asia/Shanghai", "2026-11-29"]);
  }
  expect(await resultsVersion(other)).toMatchObject({ version: before!.version + 1 });
  expect((await events()).at(-1)).toMatchObject({ before: { timeZone: null }, after: { timeZone: "Asia/Shanghai" } });
  // One that this machine doesn't know, such as of a restored backup, ends no page.
  await on.database.prisma.siteSettings.updateMany({ data: { timeZone: "Mars/Olympus_Mons" } });
  await siteTexts("en");
  expect(siteTimeZone()).toBe("Asia/Bangkok");
  await on.database.prisma.siteSettings.updateMany({ data: { timeZone: null } });
  await siteTexts("en");
  expect(siteTimeZone()).toBe("Asia/Bangkok");
  expect(() => change({ timeZone: "Mars/Olympus_Mons" })).toThrow();
});

it("ends sessions after the hours that were set, and those that rest after the minutes", async () => {
  const { prisma } = on.database;
  const now = new Date("2026-11-28T08:00:00Z");
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const begin = () => prisma.$transaction((tx) => startSession(tx, administrator.id, now));
  const usual = await begin();
  expect(usual.expiresAt).toEqual(later(12 * 60));
  await change({ sessionHours: "2", idleMinutes: "30" });
  const { id, expiresAt } = await begin();
  expect(expiresAt).toEqual(later(120));
  expect(await openSession(id, now)).toMatchObject({ secondsLeft: 30 * 60 });
  for (const minutes of [29, 58, 87]) expect(await sessionActor(id, later(minutes))).not.toBeNull();
  expect(await openSession(id, later(110))).toMatchObject({ secondsLeft: 10 * 60 });
  expect(await sessionActor(id, later(120))).toBeNull();
  // One that began before rests no longer than any other.
  expect(await sessionActor(usual.id, later(31))).toBeNull();
});

it("is no administrator's of one plan alone, and no secretariat's; a plan that isn't there is none", async () => {
  const secretariat: Actor = { ...administrator, roles: [{ role: "secretariat", plan: null, unit: null }] };
  const before = await events();
  const version = await resultsVersion(other);
  for (const actor of [on.plan.actors.administrator, secretariat]) {
    await expect(change({ defaultPlan: other }, actor)).rejects.toThrow(refusal("notAllowed"));
    expect(await siteSettingsPage(actor, "en")).toBeNull();
  }
  await expect(change({ defaultPlan: "nowhere" })).rejects.toThrow(refusal("notFound"));
  expect(await resultsVersion(other)).toEqual(version);
  expect(await events()).toEqual(before);
});

it("keeps what the first of two at once set", async () => {
  const before = (await events()).length;
  const outcomes = await Promise.allSettled(["One", "Another"].map((name_en) => change({ name_en })));
  expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "changedMeanwhile" } },
  ]);
  expect((await events()).length).toBe(before + 1);
  await expect(change({ name_en: "A third" })).rejects.toThrow(refusal("changedMeanwhile"));
});

it("leads to the first plan again once the plan that was set is gone", async () => {
  const { prisma } = on.database;
  const { id } = await prisma.plan.findUniqueOrThrow({ where: { code: other } });
  await prisma.siteSettings.create({ data: { defaultPlanId: id } });
  for (const level of ["country", "region"] as const)
    await prisma.reportingUnit.deleteMany({ where: { planId: id, level } });
  await prisma.reportingPeriod.deleteMany({ where: { planId: id } });
  await prisma.plan.delete({ where: { id } });
  expect(await resultsVersion(null)).toMatchObject({ code: await first() });
});
