import "server-only";
import type { InvitationProblem } from "@/lib/domain/invitation";
import type { Actor, RoleGrant } from "@/lib/domain/permissions";
import { type Role, roles } from "@/lib/domain/roles";
import type { InvitedLine } from "@/lib/exchange/invited-lines";
import type { GrantPlace } from "@/lib/schemas/people/people-forms";
import type { Transaction } from "@/lib/server/db/client";
import { type NamedPlan, placeNamed, plansToGrant } from "./grant-places";
import { offeredOrganisations } from "./organisation-choices";
import { organisationName, organisationNames } from "./organisation-name";

/** What is meant where a line doesn't say it. */
export interface InviteDefaults {
  organisation: number | null;
  role: Role | null;
  place: GrantPlace | null;
  language: string;
  /** The inviter's page: lists name countries and roles in its language, in English, or by their codes. */
  locale: string;
  roleWords: Partial<Record<Role, string>>;
}

const plain = (text: string) => text.normalize("NFKC").trim().toLowerCase();
/** What says of a list that it is meant for all plans, or for all countries. */
const all = new Set(["*", "all"]);

interface NamedOrganisation {
  id: number;
  name: string;
}

/** What lists call by a name: organisations, roles, plans, units. */
export class Directory {
  private constructor(
    private readonly organisations: Map<string, NamedOrganisation>,
    private readonly plans: NamedPlan[],
    private readonly defaults: InviteDefaults,
  ) {}

  /** With the organisations that the actor may put people into. */
  static async read(tx: Transaction, actor: Actor, defaults: InviteDefaults): Promise<Directory> {
    const rows = await tx.organisation.findMany({
      where: offeredOrganisations(actor),
      orderBy: { id: "desc" },
      select: { id: true, acronym: true, ...organisationNames },
    });
    const organisations = new Map<string, NamedOrganisation>();
    // What several are called means the first; its own name goes before what others are called beside theirs.
    const meant = (row: (typeof rows)[number]) => ({ id: row.id, name: organisationName(row, defaults.locale) });
    for (const row of rows)
      for (const called of [row.acronym, ...row.names.map((own) => own.name)])
        if (called) organisations.set(plain(called), meant(row));
    for (const row of rows) {
      organisations.set(plain(row.name), meant(row));
      if (row.id === defaults.organisation) organisations.set("", meant(row));
    }
    return new Directory(organisations, await plansToGrant(defaults.locale, tx), defaults);
  }

  organisation(said = ""): NamedOrganisation | undefined {
    return this.organisations.get(plain(said));
  }

  role(said: string): Role | undefined {
    const wanted = plain(said);
    return roles.find((role) => [role, this.defaults.roleWords[role] ?? ""].some((word) => plain(word) === wanted));
  }

  /** @param isOfAll the line names a role of all units: what is meant of the unit where a line says none isn't meant of it */
  place(
    { plan, unit }: InvitedLine["fields"],
    isOfAll: boolean,
  ): Pick<RoleGrant, "plan" | "unit"> | Extract<InvitationProblem, "planUnknown" | "unitUnknown"> {
    const { place } = this.defaults;
    const planCode = plan === undefined ? this.planMeant(place) : this.planCalled(plan);
    if (planCode === undefined) return "planUnknown";
    if (planCode === null) return { plan: null, unit: null };
    const usual = isOfAll || place?.plan !== planCode ? null : place.unit;
    const unitCode = unit === undefined ? usual : this.unitCalled(planCode, unit);
    if (unitCode === undefined) return "unitUnknown";
    return placeNamed(this.plans, { plan: planCode, unit: unitCode }) ?? "unitUnknown";
  }

  /** Where there is one plan only nobody has to name it. */
  private planMeant(place: GrantPlace | null): string | null | undefined {
    if (place)
      return place.plan === null || this.plans.some(({ code }) => code === place.plan) ? place.plan : undefined;
    return this.plans.length === 1 ? this.plans[0]!.code : undefined;
  }

  private planCalled(said: string): string | null | undefined {
    if (all.has(plain(said))) return null;
    return this.plans.find(({ code, title }) => [code, title].some((name) => plain(name) === plain(said)))?.code;
  }

  private unitCalled(planCode: string, said: string): string | null | undefined {
    if (all.has(plain(said))) return null;
    const units = this.plans.find(({ code }) => code === planCode)?.units ?? [];
    return units.find(({ code, name, english }) => [code, name, english].some((one) => plain(one) === plain(said)))
      ?.code;
  }
}
