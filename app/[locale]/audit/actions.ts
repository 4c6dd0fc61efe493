"use server";

import { redirect } from "next/navigation";
import { auditPath } from "@/lib/i18n/paths";
import { localeForm } from "@/lib/schemas/forms/form-fields";
import { formAction } from "@/lib/server/action";
import { cancelVerification } from "@/lib/server/commands/audit/cancel-verification";
import { requestVerification } from "@/lib/server/commands/audit/request-verification";

export const requestVerificationAction = formAction(localeForm, async ({ actor }, { locale }) => {
  await requestVerification(actor);
  redirect(`${auditPath(locale)}#verification`);
});

export const cancelVerificationAction = formAction(localeForm, async ({ actor }, { locale }) => {
  await cancelVerification(actor);
  redirect(`${auditPath(locale)}#verification`);
});
