import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { OrganisationEntry } from "@/lib/schemas/organisations/organisation-form";
import { writeAudit } from "@/lib/server/audit/write";
import { mustOfferUnits, orNameTaken, refuseTakenNames } from "@/lib/server/people/keep-organisation";
import { transaction } from "@/lib/server/transaction";

/**
 * Adds an organisation to the directory.
 * @returns its id
 * @throws Refusal `notAllowed`, `organisationNameTaken`; InvalidFields for its units
 */
export function addOrganisation(actor: Actor, entry: OrganisationEntry): Promise<number> {
  return orNameTaken(entry, () =>
    transaction(async (tx) => {
      await mustOfferUnits(tx, actor, entry);
      await refuseTakenNames(tx, entry, null);
      const { names, unitIds, ...own } = entry;
      const { id } = await tx.organisation.create({
        data: {
          ...own,
          names: { createMany: { data: names } },
          units: { createMany: { data: unitIds.map((unitId) => ({ unitId })) } },
        },
        select: { id: true },
      });
      await writeAudit(tx, {
        stream: `organisation:${id}`,
        actorId: actor.id,
        action: "organisationAdded",
        subject: `organisation ${id}`,
        after: entry,
      });
      return id;
    }),
  );
}
