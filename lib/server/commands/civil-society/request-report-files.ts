import "server-only";
import { mayMakePlatformFiles, platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { isUnderWay, type PublicationLanguage, type PublicationSettings, paperFormats } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { type HeldPlatformReport, lockPlatformReport } from "@/lib/server/civil-society/hold-platform-report";
import type { Transaction } from "@/lib/server/db/client";
import { wakeJobs } from "@/lib/server/jobs/running";
import { enqueueAgain, enqueuePublication } from "@/lib/server/publications/enqueue-publication";
import { storedSettings } from "@/lib/server/publications/publication-row";
import { transaction } from "@/lib/server/transaction";

/**
 * Asks for the files of a report in a language, as it stands when a job reads it. Where they are under way in that language
 * already, they are those; those made before go when the job has read how it stands.
 * @returns the publication's number
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` of a draft
 */
export async function requestReportFiles(
  actor: Actor,
  address: Omit<PlatformReportSeen, "rowVersion">,
  language: PublicationLanguage,
  now: Date,
): Promise<{ id: number }> {
  const asked = await transaction(async (tx) => {
    // Whoever asks at the same moment waits, and finds these.
    const held = await lockPlatformReport(tx, actor, address);
    if (!mayMakePlatformFiles(actor, held)) throw new Refusal("notAllowed");
    if (held.state === "draft") throw new Refusal("changedMeanwhile");
    const { id: platformReportId, planId, planCode: plan } = held;
    const made = await tx.publication.findMany({
      where: { platformReportId },
      select: { id: true, planId: true, unitId: true, state: true, jobId: true, settings: true },
    });
    const before = made.find(({ settings }) => storedSettings(settings).language === language);
    if (before && isUnderWay(before.state)) return { id: before.id };
    const { period, settings } = await settingsOf(tx, held, language);
    if (!before) {
      const subject = { plan, planId, unit: held.unit, periodId: period.id, platformReportId };
      return enqueuePublication(tx, actor, subject, settings, now);
    }
    await enqueueAgain(tx, actor, { ...before, plan, settings, isReadAnew: true }, now);
    return { id: before.id };
  });
  wakeJobs();
  return asked;
}

async function settingsOf(tx: Transaction, held: HeldPlatformReport, language: PublicationLanguage) {
  const { planId, unit, year } = held;
  const period = await tx.reportingPeriod.findFirstOrThrow({
    where: { planId, startsOn: { gte: new Date(`${year}-01-01`), lt: new Date(`${year + 1}-01-01`) } },
    orderBy: { endsOn: "desc" },
    select: { id: true, code: true },
  });
  const settings: PublicationSettings = {
    kind: "platformReport",
    report: platformReportCode(unit.code, year),
    unit: unit.code,
    period: period.code,
    release: null,
    goal: null,
    countries: [],
    sections: [],
    language,
    isInternal: false,
    formats: [...paperFormats],
  };
  return { period, settings };
}
