import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import {
  isUnderWay,
  type PublicationLanguage,
  type PublicationSettings,
  paperFormats,
  regionCode,
  sectionsOfKind,
} from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { spokenLocale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import { wakeJobs } from "@/lib/server/jobs/running";
import { enqueuePublication } from "@/lib/server/publications/enqueue-publication";
import { mustMakePublication } from "@/lib/server/publications/must-make-publication";
import { storedSettings } from "@/lib/server/publications/publication-row";
import { publishedPeriod, publishedPlan } from "@/lib/server/results/read/plan";
import { transaction } from "@/lib/server/transaction";

interface Asked {
  plan: string;
  /** Of the meeting. */
  id: number;
  language: PublicationLanguage;
}

/**
 * Asks for the paper set of a meeting in a language; a job makes it, of the results that the meeting looks at. Where one is
 * under way in that language already, it is the one.
 * @returns the publication's number
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` where the meeting looks at no results
 */
export async function requestPaperSet(actor: Actor, { plan, id, language }: Asked, now: Date): Promise<{ id: number }> {
  const meeting = await (await db()).meeting.findFirst({
    where: { id, plan: { code: plan } },
    select: { planId: true, code: true, release: { select: { code: true, version: true } } },
  });
  if (!meeting) throw new Refusal("notFound");
  const { planId, release } = meeting;
  mustBeAble(actor, "keepMeetings", { planId });
  // It is chosen when the papers go out, and stays.
  const frozen = release && (await publishedPlan(plan, spokenLocale(language), String(release.version)));
  const period = frozen && publishedPeriod(frozen, null);
  if (!period) throw new Refusal("changedMeanwhile");
  const settings: PublicationSettings = {
    kind: "paperSet",
    meeting: meeting.code,
    unit: regionCode,
    period: period.code,
    release: release.code,
    goal: null,
    countries: frozen.countries.map(({ code }) => code),
    language,
    isInternal: false,
    sections: [...sectionsOfKind.paperSet],
    formats: [...paperFormats],
  };
  const subject = await mustMakePublication(actor, plan, settings);
  const asked = await transaction(async (tx) => {
    // Whoever asks at the same moment waits, and finds this one.
    await tx.$queryRaw`SELECT FROM meeting WHERE id = ${id} FOR NO KEY UPDATE`;
    const sets = await tx.publication.findMany({
      where: { meetingId: id },
      orderBy: { id: "desc" },
      select: { id: true, state: true, settings: true },
    });
    const underWay = sets.find((each) => isUnderWay(each.state) && storedSettings(each.settings).language === language);
    return underWay ?? enqueuePublication(tx, actor, { plan, ...subject, meetingId: id }, settings, now);
  });
  wakeJobs();
  return { id: asked.id };
}
