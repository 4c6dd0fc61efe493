import "server-only";
import { mayKeepPerson } from "@/lib/domain/people";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { type HeldPerson, holdActorAnd } from "./held-people";
import { ALL_PLANS, peopleScope, seesGrant } from "./people-scope";

/** Whether the actor may know of somebody at all: by one of their roles, or as one who has none. */
export function seesPerson(actor: Actor, { roles }: Pick<HeldPerson, "roles">): boolean {
  const scope = peopleScope(actor);
  if (!scope) return false;
  if (scope.everyone || (roles.length === 0 && scope.plans.length > 0)) return true;
  return roles.some((role) => seesGrant(scope, role));
}

/**
 * Holds somebody whose account the actor keeps, and the actor.
 * @throws Refusal `notFound` for somebody whom they may not know of, `notAllowed`, `signedOut`
 */
export async function holdToKeep(tx: Transaction, actor: Actor, personId: number) {
  const held = await holdToChange(tx, actor, personId);
  if (!mayKeepPerson(held.acting, held.person)) throw new Refusal("notAllowed");
  return held;
}

/** The same for one change of them that is judged by itself, such as a single role. */
export async function holdToChange(tx: Transaction, actor: Actor, personId: number) {
  const held = await holdActorAnd(tx, actor, personId);
  if (!seesPerson(held.acting, held.person)) throw new Refusal("notFound");
  if (held.person.erasedAt !== null) throw new Refusal("personErased");
  return held;
}

/** @throws Refusal `notAllowed` for whoever manages nobody at all, such as one who only sees people */
export function mustManagePeople(actor: Actor): void {
  const may = actor.roles.some(({ plan }) => can(actor, "managePeople", { planId: plan?.id ?? ALL_PLANS }));
  if (!may) throw new Refusal("notAllowed");
}
