import "server-only";
import { isManager } from "@/lib/domain/management";
import { type Actor, grantsIn, noPlan } from "@/lib/domain/permissions";
import { workplacesOf } from "@/lib/domain/workplaces";
import { accountPath, countryPath, managePath, placePath, planPath, twoStepPath } from "@/lib/i18n/paths";
import { planOfActor } from "./plan-of-actor";

/**
 * Where somebody begins after signing in, in the given language: where they have work, else where they run the site, else at
 * the results of their country or of the plan. Whoever has to set up a second step begins there.
 */
export async function homePath(actor: Actor, locale: string): Promise<string> {
  if (actor.twoStepDue) return twoStepPath(locale);
  const plan = await planOfActor(actor);
  if (isManager(actor, plan?.id ?? noPlan) && (plan === null || workplacesOf(actor, plan).length === 0))
    return managePath(locale);
  if (plan === null) return accountPath(locale);
  const [first] = workplacesOf(actor, plan);
  const root = planPath(locale, plan.code);
  if (first !== undefined) return placePath(root, first);
  const country = grantsIn(actor, plan.id).find(({ unit }) => unit?.level === "country")?.unit;
  return country ? countryPath(root, country.code) : root;
}
