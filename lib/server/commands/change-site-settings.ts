import "server-only";
import { type Actor, maySetSite } from "@/lib/domain/permissions";
import { publicationLanguages } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { type SiteSettingsForm, siteTextField } from "@/lib/schemas/settings/site-settings-form";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { raiseVersion } from "@/lib/server/results/publish";
import { siteSettings } from "@/lib/server/site/site-settings";
import { transaction } from "@/lib/server/transaction";

/**
 * Sets what holds for the whole site. It is about all plans, so that it takes the permission in every one. Public pages say
 * the site's name and its notice, and days by its clock: where these change, each plan's results version is raised, so that none is kept with what
 * it said before. Whoever has to sign in in two steps from now on and doesn't is led to set it up with their next page, the
 * actor too.
 * @throws Refusal `notAllowed`, `notFound` for a plan that there isn't, `changedMeanwhile` where somebody set something else
 * after it was read
 */
export async function changeSiteSettings(actor: Actor, form: Omit<SiteSettingsForm, "locale">): Promise<void> {
  const plans = await (await db()).plan.findMany({ select: { id: true, code: true }, orderBy: { id: "asc" } });
  if (!maySetSite(actor, plans)) throw new Refusal("notAllowed");
  const { defaultPlan, rowVersion, defaultLocale, timeZone, sessionHours, idleMinutes, ...more } = form;
  const plan = defaultPlan === null ? null : plans.find(({ code }) => code === defaultPlan);
  if (plan === undefined) throw new Refusal("notFound");
  const { noticeForAll, twoStepRequired, replyDays, safetyCheckDays } = more;
  const clocks = { replyDays, safetyCheckDays };
  const own = { defaultLocale, timeZone, sessionHours, idleMinutes, noticeForAll, twoStepRequired, ...clocks };
  const texts = publicationLanguages.map((locale) => ({
    locale,
    name: form[siteTextField("name", locale)],
    notice: form[siteTextField("notice", locale)],
  }));
  await transaction(async (tx) => {
    await tx.siteSettings.createMany({ data: [{ rowVersion: 0 }], skipDuplicates: true });
    // Locks the row: what was set before is read under it.
    const { count } = await tx.siteSettings.updateMany({ where: { rowVersion }, data: { rowVersion: rowVersion + 1 } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const before = await settingsWithTexts(tx);
    await tx.siteSettings.updateMany({ data: { ...own, defaultPlanId: plan?.id ?? null } });
    for (const { locale, ...words } of texts)
      await tx.siteText.upsert({ where: { locale }, create: { locale, ...words }, update: words });
    const after = await settingsWithTexts(tx);
    if (whatIsPublic(before) !== whatIsPublic(after))
      for (const { id: planId } of plans)
        await raiseVersion(tx, { planId, cause: "setting", subject: "site settings" });
    await writeAudit(tx, {
      stream: "settings",
      actorId: actor.id,
      action: "siteSettingsChanged",
      subject: "site settings",
      before,
      after,
    });
  });
}

async function settingsWithTexts(tx: Transaction) {
  const { rowVersion: _, ...settings } = await siteSettings(tx);
  const texts = await tx.siteText.findMany({ orderBy: { locale: "asc" } });
  return { ...settings, texts: texts.filter(({ name, notice }) => name !== "" || notice !== "") };
}

/** What visitors read of them, to compare. */
const whatIsPublic = ({ texts, noticeForAll, timeZone }: Awaited<ReturnType<typeof settingsWithTexts>>) =>
  JSON.stringify([timeZone, texts.map(({ locale, name, notice }) => [locale, name, noticeForAll ? notice : ""])]);
