import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { revokePasswordLinks } from "@/lib/server/auth/revoke-password-links";
import { Prisma } from "@/lib/server/db/generated/client";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { offeredOrganisations } from "@/lib/server/people/organisation-choices";
import { keepsAllUnits } from "@/lib/server/people/people-scope";
import { transaction } from "@/lib/server/transaction";

interface PersonFacts {
  name: string;
  /** Lower case. */
  email: string;
  organisation: number;
}

/**
 * Changes what somebody is called, for whom they work, and by which address they sign in. The address is changed only by
 * whoever keeps people of all units: that it is taken tells that there is an account.
 * @param was as the actor saw it
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `emailTaken`, `demoPassword`, `signedOut`; InvalidFields
 */
export async function changePerson(
  actor: Actor,
  { id, to, was }: { id: number; to: PersonFacts; was: PersonFacts },
  now: Date,
): Promise<void> {
  try {
    await transaction(async (tx) => {
      const { acting, person } = await holdToKeep(tx, actor, id);
      const isSame = (one: PersonFacts, { name, email, organisation }: PersonFacts) =>
        one.name === name && one.email === email && one.organisation === organisation;
      const present = { name: person.name, email: person.email, organisation: person.organisation.id };
      if (isSame(to, present)) return;
      if (!isSame(was, present)) throw new Refusal("changedMeanwhile");
      if (to.email !== present.email && !keepsAllUnits(acting)) throw new Refusal("notAllowed");
      if (to.email !== present.email && person.isDemo) throw new Refusal("demoPassword");
      const organisation = await tx.organisation.findFirst({
        where: { id: to.organisation, OR: [offeredOrganisations(acting), { id: present.organisation }] },
        select: { id: true },
      });
      if (!organisation) throw new InvalidFields([{ field: "organisation", key: "organisationUnknown" }]);
      await tx.user.update({
        where: { id },
        data: { name: to.name, email: to.email, organisationId: to.organisation },
      });
      // A link that somebody asked for by the former address isn't theirs any more.
      if (to.email !== present.email) await revokePasswordLinks(tx, id, now);
      await writeAudit(tx, {
        stream: `user:${id}`,
        actorId: actor.id,
        action: "personChanged",
        subject: `user ${id}`,
        before: present,
        after: { name: to.name, email: to.email, organisation: to.organisation },
      });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new Refusal("emailTaken", { email: to.email });
    throw error;
  }
}
