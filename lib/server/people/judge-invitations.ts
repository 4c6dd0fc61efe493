import "server-only";
import { type InvitationProblem, mostInvitedAtOnce } from "@/lib/domain/invitation";
import { mayGrant } from "@/lib/domain/people";
import { type Actor, grantFits, mayBeOfAllPlans, type RoleGrant, roleScope } from "@/lib/domain/permissions";
import { roles } from "@/lib/domain/roles";
import type { InvitedLine } from "@/lib/exchange/invited-lines";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { email } from "@/lib/schemas/forms/sign-in";
import { longestName } from "@/lib/schemas/people/people-forms";
import type { Transaction } from "@/lib/server/db/client";
import { Directory, type InviteDefaults } from "./directory";

/** Somebody as they are to be invited. */
export interface ToInvite extends RoleGrant {
  email: string;
  name: string;
  organisation: { id: number; name: string };
  locale: string;
}

/** What becomes of a line: it is invited, or what is wrong with it; `given` is what it says so far. */
export interface JudgedLine {
  number: number;
  given: InvitedLine["fields"];
  toInvite: ToInvite | null;
  problem: InvitationProblem | null;
}

/** @throws InvalidFields where there are more lines than are invited at once */
export function mustBeFew(lines: readonly InvitedLine[]): void {
  if (lines.length > mostInvitedAtOnce)
    throw new InvalidFields([{ field: "list", key: "listTooLong", args: { most: mostInvitedAtOnce } }]);
}

/** Judges each line by what there is, what the actor may, and the lines before it. */
export async function judgeInvitations(
  tx: Transaction,
  actor: Actor,
  lines: readonly InvitedLine[],
  defaults: InviteDefaults,
): Promise<JudgedLine[]> {
  const directory = await Directory.read(tx, actor, defaults);
  const judged = lines.map(({ number, fields }): JudgedLine => {
    const read = readLine(fields, defaults, directory);
    const line = { number, given: fields };
    if (typeof read === "string") return { ...line, toInvite: null, problem: read };
    return { ...line, toInvite: read, problem: problemOfGrant(actor, read) };
  });
  const taken = await alreadyThere(
    tx,
    judged.flatMap(({ toInvite }) => toInvite?.email ?? []),
  );
  for (const line of judged) {
    if (line.problem !== null || line.toInvite === null) continue;
    const key = keyOf(line.toInvite);
    line.problem = taken.get(key) ?? null;
    if (line.problem === null) taken.set(key, "invitedTwice");
  }
  return judged;
}

function readLine(
  fields: InvitedLine["fields"],
  defaults: InviteDefaults,
  directory: Directory,
): ToInvite | InvitationProblem {
  const address = email.safeParse(fields.email ?? "");
  if (!address.success) return fields.email ? "emailInvalid" : "emailMissing";
  const name = fields.name?.trim() ?? "";
  if (name === "") return "personNameMissing";
  if (name.length > longestName) return "personNameTooLong";
  const organisation = directory.organisation(fields.organisation);
  if (!organisation) return "organisationUnknown";
  const role = fields.role === undefined ? defaults.role : directory.role(fields.role);
  if (!role || !roles.includes(role)) return "roleUnknown";
  const place = directory.place(fields, fields.role !== undefined && roleScope[role] === "all");
  if (typeof place === "string") return place;
  const locale = languageOf(fields.language ?? defaults.language);
  if (!locale) return "languageUnknown";
  return { email: address.data, name, organisation, role, ...place, locale };
}

function languageOf(said: string): string | undefined {
  const plain = said.toLowerCase();
  if (isLocale(plain)) return plain;
  return Object.entries(nativeNames).find(([, native]) => native.toLowerCase() === plain)?.[0];
}

function problemOfGrant(actor: Actor, grant: RoleGrant): InvitationProblem | null {
  if (!grantFits(grant.role, grant.unit) || (grant.plan === null && !mayBeOfAllPlans(grant.role))) return "grantUnfit";
  return mayGrant(actor, grant, null) ? null : "grantNotAllowed";
}

const keyOf = ({ email, role, plan, unit }: ToInvite) => `${email} ${role} ${plan?.id ?? 0} ${unit?.id ?? 0}`;

/** What those addresses are invited to, and which roles they have, by `keyOf`. */
async function alreadyThere(tx: Transaction, emails: string[]): Promise<Map<string, InvitationProblem>> {
  const rows = await tx.$queryRaw<{ key: string; isHeld: boolean }[]>`
    SELECT concat_ws(' ', i.email, i.role, coalesce(i.plan_id, 0), coalesce(i.unit_id, 0)) AS key, FALSE AS "isHeld"
    FROM invitation i WHERE i.used_at IS NULL AND i.revoked_at IS NULL AND i.email = ANY(${emails})
    UNION ALL
    SELECT concat_ws(' ', u.email, r.role, coalesce(r.plan_id, 0), coalesce(r.unit_id, 0)), TRUE
    FROM user_role r JOIN "user" u ON u.id = r.user_id WHERE u.email = ANY(${emails})`;
  return new Map(rows.map(({ key, isHeld }) => [key, isHeld ? "holdsRole" : "invitedAlready"]));
}
