import "server-only";
import { createTranslator } from "next-intl";
import english from "@/lib/i18n/messages/en/audit.json";
import { auditFilterAsked } from "@/lib/schemas/addresses/audit-filter";
import { cancelVerification } from "@/lib/server/commands/audit/cancel-verification";
import { exportAudit } from "@/lib/server/commands/audit/export-audit";
import { requestVerification } from "@/lib/server/commands/audit/request-verification";
import type { Step, World } from "./accounts-and-entry";

/** What is done with the audit itself, with somebody's address among what is asked for. */
export function reading(world: World): Step[] {
  const by = () => ({
    ...world.plan.actors.administrator,
    roles: [{ role: "administrator" as const, plan: null, unit: null }],
  });
  const t = createTranslator({ locale: "en", messages: { audit: english }, namespace: "audit" }) as never;
  return [
    ["audit/request-verification", () => requestVerification(by())],
    ["audit/cancel-verification", () => cancelVerification(by())],
    [
      "audit/export-audit",
      () =>
        exportAudit(by(), { ...auditFilterAsked({}), person: world.plan.actors.thailand.email }, { locale: "en", t }),
    ],
  ];
}
