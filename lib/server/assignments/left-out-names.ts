import "server-only";
import type { AssignmentCopy } from "@/lib/domain/assignments/assignment-copy";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { LeftOutView } from "@/lib/views/assignment-view";
import type { AssigneeOrganisation, AssigneePerson } from "./hold-assignments";

export type LeftOutNames = LeftOutView;

/**
 * What copying leaves out, as it is told. An indicator that the present edition doesn't have any more has no code in it, and is
 * only counted.
 */
export function leftOutNames(
  { userIds, organisationIds, indicatorIds }: AssignmentCopy["leftOut"],
  { people, organisations }: { people: readonly AssigneePerson[]; organisations: readonly AssigneeOrganisation[] },
  framework: Pick<PlanFramework, "indicators">,
): LeftOutNames {
  const named = (ids: readonly number[], rows: readonly { id: number; name: string }[]) =>
    rows.flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
  const codes = framework.indicators.flatMap(({ id, versions }) =>
    indicatorIds.includes(id) && versions[0] ? [versions[0].view.code] : [],
  );
  return {
    people: named(userIds, people),
    organisations: named(organisationIds, organisations),
    indicators: codes,
    dropped: indicatorIds.length - codes.length,
  };
}
