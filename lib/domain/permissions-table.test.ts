import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import {
  type Ability,
  type AbilitySubject,
  type Actor,
  abilityNames,
  can,
  grantFits,
  type UnitRef,
} from "./permissions";
import { type LockFacts, type PeriodState, periodStates, reportLock, transitionLock } from "./reports/report";
import { type ReportLock, type ReportState, reportStates } from "./reports/report-state";
import { type Role, roles } from "./roles";

// Who may do what, as it is asked: a page to be read by whoever decides on it. `npm test` compares it with the rules.

const file = path.resolve(import.meta.dirname, "../../docs/permissions.md");
const again = "WRITE_PERMISSIONS=1 npx vitest run --project unit lib/domain/permissions-table.test.ts";

const plan = { id: 1, code: "spaiv" };
const own: UnitRef = { id: 10, code: "THA", level: "country" };
const other: UnitRef = { id: 11, code: "KHM", level: "country" };
const region: UnitRef = { id: 12, code: "REGION", level: "region" };
const places = { own, other, region };
const actorId = 100;
const indicatorId = 7;

function holder(role: Role): Actor {
  const unit = grantFits(role, own) ? own : null;
  return {
    id: actorId,
    name: "",
    email: "",
    locale: "en",
    isDemo: false,
    organisation: { id: 1, name: "", kind: "government" },
    roles: [{ role, plan, unit }],
    assignments: [{ unitId: own.id, periodId: 1, indicatorIds: [indicatorId] }],
  };
}

/** Where somebody with the role may do it, about somebody else's work; `granted` is the role that is given or taken. */
function where(role: Role, ability: Ability, granted: Role = "contributor"): string {
  const able = Object.entries(places).filter(([, place]) => {
    const unit = ability === "grantRole" && !grantFits(granted, place) ? null : place;
    const subject = {
      planId: plan.id,
      unit,
      indicatorId,
      periodId: 1,
      submittedById: null,
      role: granted,
      personId: 999,
    };
    return can(holder(role), ability, subject as unknown as AbilitySubject[typeof ability]);
  });
  if (able.length === 0) return "–";
  return able.length === 3 ? "all" : able.map(([name]) => name).join(", ");
}

function table<Head extends string>(
  firsts: readonly string[],
  heads: readonly Head[],
  cell: (first: string, head: Head) => string,
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["", ...heads]),
    row(["---", ...heads.map(() => "---")]),
    ...firsts.map((first) => row([`\`${first}\``, ...heads.map((head) => cell(first, head))])),
  ].join("\n");
}

type Lock = (facts: LockFacts) => ReportLock | null;
/** What the state of a report and of its period narrow, by the rule that every command asks. */
const locks: Record<string, Lock> = {
  ...Object.fromEntries(
    (["editReport", "importFile", "enterValue", "addComment", "addEvidence", "handBack"] satisfies Ability[]).map(
      (ability) => [ability, reportLock],
    ),
  ),
  submitReport: (facts) => transitionLock("submit", facts),
  remind: (facts) => transitionLock("submit", facts),
  "submitReport, taking it back": (facts) => transitionLock("withdraw", facts),
  "reviewReport, returning": (facts) => transitionLock("return", facts),
  "reviewReport, approving": (facts) => transitionLock("approve", facts),
  "reviewReport, reopening": (facts) => transitionLock("reopen", facts),
};

/** The states of a period that has begun in which a rule lets somebody do it about a report in that state. */
function when(lock: Lock, state: ReportState): string {
  const may = (period: PeriodState, wasDecided: boolean) =>
    lock({ state, wasDecided, period: { state: period, startsOn: "2016-01-01" }, today: "2017-01-01" }) === null;
  const periods = periodStates.flatMap((period) => {
    if (may(period, false)) return [period];
    return may(period, true) ? [`${period} (once decided about)`] : [];
  });
  return periods.join(", ") || "–";
}

const printed = `# Who may do what

Made from \`lib/domain/permissions.ts\`, which says what each ability means. Written anew by
\`${again}\`.

A role is held for one country where it can be (the *own* one), else for all of a plan. *own*: there; *other*: in another
country; *region*: about the region's own report; *all*: everywhere; –: nowhere. A contributor enters, comments and sees only
what is assigned to them. Whoever submitted a report doesn't review it. Nobody changes their own roles.

${table(abilityNames, roles, (ability, role) => where(role, ability as Ability))}

## Which roles are given and taken

Down: the role that somebody else is to get or lose; across: who gives it. Nobody who may not give a role keeps the account of
somebody who has it: \`lib/domain/people.ts\`.

${table(roles, roles, (granted, role) => where(role, "grantRole", granted as Role))}

## What the state of a report and of its period leave of it

Whoever may, may in these states of the period, by the state of the report across; before a period begins nothing is entered
or submitted. Nobody's role changes that: \`lib/domain/reports/report.ts\`. In a locked period nothing
is assigned either. What isn't here hangs on no state.

${table(Object.keys(locks), reportStates, (what, state) => when(locks[what]!, state))}
`;

it(`docs/permissions.md says what the rules say; write it anew: ${again}`, () => {
  if (process.env.WRITE_PERMISSIONS) writeFileSync(file, printed);
  expect(readFileSync(file, "utf8")).toBe(printed);
});
