import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { OrganisationEntry } from "@/lib/schemas/organisations/organisation-form";
import { writeAudit } from "@/lib/server/audit/write";
import { raiseWhereNamed } from "@/lib/server/commitments/raise-observations";
import {
  mustKeepOrganisation,
  mustOfferUnits,
  orNameTaken,
  refuseTakenNames,
} from "@/lib/server/people/keep-organisation";
import { transaction } from "@/lib/server/transaction";

/**
 * Changes what the directory says of an organisation. Public pages that name it are made anew.
 * @param seen which one, as the person read it
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `organisationNameTaken`; InvalidFields for its units
 */
export function changeOrganisation(
  actor: Actor,
  { id, rowVersion }: { id: number; rowVersion: number },
  entry: OrganisationEntry,
): Promise<void> {
  return orNameTaken(entry, () =>
    transaction(async (tx) => {
      const { archivedAt: _, ...before } = await mustKeepOrganisation(tx, actor, id, rowVersion);
      await mustOfferUnits(tx, actor, entry);
      await refuseTakenNames(tx, entry, id);
      const { names, unitIds, ...own } = entry;
      const { count } = await tx.organisation.updateMany({
        where: { id, rowVersion },
        data: { ...own, rowVersion: { increment: 1 } },
      });
      if (count === 0) throw new Refusal("changedMeanwhile");
      await tx.organisationName.deleteMany({ where: { organisationId: id } });
      await tx.organisationName.createMany({ data: names.map((name) => ({ ...name, organisationId: id })) });
      await tx.organisationUnit.deleteMany({ where: { organisationId: id } });
      await tx.organisationUnit.createMany({ data: unitIds.map((unitId) => ({ unitId, organisationId: id })) });
      await raiseWhereNamed(tx, id);
      await writeAudit(tx, {
        stream: `organisation:${id}`,
        actorId: actor.id,
        action: "organisationChanged",
        subject: `organisation ${id}`,
        before,
        after: entry,
      });
    }),
  );
}
