import "server-only";
import type { Role } from "@/lib/domain/roles";
import type { RoleView } from "@/lib/views/people/people-view";
import type { NamedPlan } from "./grant-places";

/** A role by the ids of what it is for, in words. */
export function roleView(
  plans: readonly NamedPlan[],
  { role, planId, unitId }: { role: Role; planId: number | null; unitId: number | null },
): RoleView {
  const plan = plans.find(({ id }) => id === planId);
  const unit = plan?.units.find(({ id }) => id === unitId);
  return { role, plan: plan?.title ?? null, unit: unit?.name ?? null };
}
