import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { workplacesOf } from "@/lib/domain/workplaces";
import { accountPath, placePath, planPath } from "@/lib/i18n/paths";
import { planOfActor } from "./plan-of-actor";

/** Where somebody begins after signing in, in the given language: where they have work, else at the plan's results. */
export async function homePath(actor: Actor, locale: string): Promise<string> {
  const plan = await planOfActor(actor);
  if (plan === null) return accountPath(locale);
  const [first] = workplacesOf(actor, plan);
  const root = planPath(locale, plan.code);
  return first === undefined ? root : placePath(root, first);
}
