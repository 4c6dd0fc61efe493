import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ReleaseForm } from "@/lib/schemas/releases/release-form";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { raiseVersion } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives a results version a name, under which it can be cited for good. Public pages say so at once.
 * @throws Refusal `notFound` also for a version that can't be read as it stood, `notAllowed`, `releaseCodeTaken`,
 * `versionNamed` where it has a name already
 */
export async function nameRelease(
  actor: Actor,
  { plan: planCode, code, version, title, notes, titleTh, notesTh }: Omit<ReleaseForm, "locale">,
  now: Date,
): Promise<void> {
  const plan = await (await db()).plan.findUnique({ where: { code: planCode }, select: { id: true } });
  if (!plan) throw new Refusal("notFound");
  mustBeAble(actor, "makeRelease", { planId: plan.id });
  await transaction(async (tx) => {
    // Two that are named at once wait for each other here.
    await raiseVersion(tx, { planId: plan.id, cause: "release", subject: `release ${code}` });
    const { historyFrom, resultsVersion } = await tx.plan.findUniqueOrThrow({
      where: { id: plan.id },
      select: { historyFrom: true, resultsVersion: true },
    });
    if (version < historyFrom || version >= resultsVersion) throw new Refusal("notFound");
    const others = await tx.release.findMany({
      where: { planId: plan.id, OR: [{ code }, { version }] },
      select: { code: true },
    });
    if (others.some((other) => other.code === code)) throw new Refusal("releaseCodeTaken");
    if (others.length > 0) throw new Refusal("versionNamed", { code: others[0]!.code });
    const texts = [
      { locale: "en", title, notes },
      ...(titleTh || notesTh ? [{ locale: "th", title: titleTh || title, notes: notesTh }] : []),
    ];
    const { id } = await tx.release.create({
      data: { planId: plan.id, code, version, releasedAt: now, texts: { create: texts } },
      select: { id: true },
    });
    await writeAudit(tx, {
      stream: `release:${id}`,
      actorId: actor.id,
      action: "releaseNamed",
      subject: `release ${planCode} ${code}`,
      place: { planId: plan.id },
      after: { version },
    });
  });
}
