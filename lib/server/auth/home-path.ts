import "server-only";
import type { Actor, Role } from "@/lib/domain/permissions";
import { accountPath, placePath, planPath } from "@/lib/i18n/paths";

/** Roles with work waiting in a plan; the others begin at its results. */
const withWork: readonly Role[] = ["focalPoint", "contributor", "secretariat"];

/** Where somebody begins after signing in, in the given language. */
export function homePath(actor: Actor, locale: string): string {
  const grant = actor.roles.find(({ role }) => withWork.includes(role)) ?? actor.roles[0];
  if (grant === undefined) return accountPath(locale);
  const plan = planPath(locale, grant.plan.code);
  return withWork.includes(grant.role) ? placePath(plan, "work") : plan;
}
