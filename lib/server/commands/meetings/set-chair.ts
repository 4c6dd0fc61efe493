import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { chairsSeen } from "@/lib/schemas/commitments/meeting-fields";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { raiseMeetings } from "@/lib/server/commitments/raise-meetings";
import { transaction } from "@/lib/server/transaction";

interface Asked {
  plan: string;
  year: number;
  /** The country's code; null: nobody, or it isn't known. */
  unit: string | null;
  /** The chairs of all years, as the person saw them. */
  seen: string;
}

/**
 * Says which country chairs the process in a year, in the place of what was said before.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a country that the plan doesn't have
 */
export function setChair(actor: Actor, { plan: code, year, unit, seen }: Asked): Promise<void> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM plan WHERE code = ${code} FOR NO KEY UPDATE`;
    const plan = await tx.plan.findUnique({
      where: { code },
      select: {
        id: true,
        units: { where: { level: "country" }, select: { id: true, code: true } },
        chairs: { select: { year: true, unit: { select: { code: true } } } },
      },
    });
    if (!plan) throw new Refusal("notFound");
    const { id: planId } = plan;
    mustBeAble(actor, "keepMeetings", { planId });
    const chairs = plan.chairs.map((chair) => ({ year: chair.year, unit: chair.unit.code }));
    if (chairsSeen(chairs) !== seen) throw new Refusal("changedMeanwhile");
    const chair = plan.units.find((each) => each.code === unit);
    if (unit !== null && !chair) throw new InvalidFields([{ field: "chair", key: "choiceMissing" }]);
    await tx.yearChair.deleteMany({ where: { planId, year } });
    if (chair) await tx.yearChair.create({ data: { planId, year, unitId: chair.id } });
    await raiseMeetings(tx, planId);
    await writeAudit(tx, {
      stream: `plan:${planId}`,
      subject: `plan ${code}`,
      place: { planId },
      actorId: actor.id,
      action: "chairSet",
      before: { year, chair: chairs.find((each) => each.year === year)?.unit ?? null },
      after: { year, chair: unit },
    });
  });
}
