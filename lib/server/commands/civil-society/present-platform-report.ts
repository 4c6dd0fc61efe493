import "server-only";
import { notPresentable } from "@/lib/domain/commitments/platform-report";
import { replyDueOn } from "@/lib/domain/commitments/reply-clocks";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { meetingsOf, platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import {
  changePlatformReport,
  type HeldPlatformReport,
  holdPlatformReport,
} from "@/lib/server/civil-society/hold-platform-report";
import { tellUnits } from "@/lib/server/civil-society/tell-units";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayInUnit } from "@/lib/server/db/day";
import { siteSettings } from "@/lib/server/site/site-settings";
import { transaction } from "@/lib/server/transaction";

/**
 * Says at which meeting a report was presented to the governments. Its words stay from now on, and each country that it
 * addresses is asked to answer every challenge and every priority.
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also of one that governments don't read; `platformNothingStands`
 * where every challenge and priority was taken down; InvalidFields for a meeting that wasn't held, or is another country's
 */
export function presentPlatformReport(
  actor: Actor,
  seen: PlatformReportSeen,
  { meeting: code }: { meeting: string },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "present");
    const points = await tx.platformPoint.findMany({
      where: { reportId: held.id, text: { end: null } },
      select: { textId: true },
    });
    const refused = notPresentable(held, points.length);
    if (refused !== null) throw new Refusal(refused);
    const meeting = await tx.meeting.findFirst({
      where: { code, ...meetingsOf(held) },
      select: { id: true, endsOn: true },
    });
    if (!meeting) throw new InvalidFields([{ field: "meeting", key: "choiceMissing" }]);
    await askForAnswers(tx, held, points, actor, now);
    const presentedOn = meeting.endsOn ?? new Date(dayInRegion(now));
    await changePlatformReport(tx, held, { state: "presented", meetingId: meeting.id, presentedOn });
    await tellUnits(tx, held, held.addressed, "presented", now);
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformReportPresented",
      before: { state: held.state },
      after: { state: "presented", meeting: code },
    });
  });
}

async function askForAnswers(
  tx: Transaction,
  { planId, addressed }: HeldPlatformReport,
  points: readonly { textId: number }[],
  actor: Actor,
  now: Date,
): Promise<void> {
  const asked = points.flatMap(({ textId }) => addressed.map((unit) => ({ textId, unit })));
  await tx.addressedUnit.createMany({ data: asked.map(({ textId, unit }) => ({ textId, unitId: unit.id, planId })) });
  await tx.addressedRound.updateMany({
    where: { textId: { in: points.map(({ textId }) => textId) }, stage: "draft" },
    data: {
      stage: "passed",
      submittedAt: now,
      submittedById: actor.id,
      checkedAt: now,
      checkedById: actor.id,
      checkDueOn: new Date(dayInRegion(now)),
    },
  });
  const clocks = await siteSettings(tx);
  await tx.unitResponse.createMany({
    data: asked.map(({ textId, unit }) => {
      const askedOn = dayInUnit(unit.code, now);
      const dueOn = replyDueOn(askedOn, clocks);
      return { textId, round: 1, unitId: unit.id, askedOn: new Date(askedOn), dueOn: new Date(dueOn) };
    }),
  });
}
