"use server";

import { redirect } from "next/navigation";
import { accountPath, twoStepPath } from "@/lib/i18n/paths";
import { beginTwoStepSchema, codeSchema, switchOffTwoStepSchema } from "@/lib/schemas/forms/two-step";
import { formAction } from "@/lib/server/action";
import { beginTwoStep } from "@/lib/server/commands/account/begin-two-step";
import { confirmTwoStep } from "@/lib/server/commands/account/confirm-two-step";
import { renewRecoveryCodes } from "@/lib/server/commands/account/renew-recovery-codes";
import { switchOffTwoStep } from "@/lib/server/commands/account/switch-off-two-step";

export const beginTwoStepAction = formAction(
  beginTwoStepSchema,
  async ({ actor }, { locale, ...asked }) => {
    await beginTwoStep(actor, asked, new Date());
    redirect(twoStepPath(locale));
  },
  { wrongPassword: "currentPassword", throttled: "currentPassword" },
);

/** Recovery codes are in the answer alone. */
export const confirmTwoStepAction = formAction(
  codeSchema,
  async ({ actor, id }, asked) => {
    const { recoveryCodes } = await confirmTwoStep(actor, id, asked, new Date());
    return { key: "twoStep.recoveryTitle", args: { codes: recoveryCodes.join(" ") } };
  },
  { wrongCode: "code", throttled: "code" },
);

export const renewRecoveryCodesAction = formAction(
  codeSchema,
  async ({ actor }, asked) => {
    const { recoveryCodes } = await renewRecoveryCodes(actor, asked, new Date());
    return { key: "twoStep.recoveryTitle", args: { codes: recoveryCodes.join(" ") } };
  },
  { wrongCode: "code", throttled: "code" },
);

export const switchOffTwoStepAction = formAction(
  switchOffTwoStepSchema,
  async ({ actor }, { locale, ...asked }) => {
    await switchOffTwoStep(actor, asked, new Date());
    redirect(`${accountPath(locale)}?done=two-step-off`);
  },
  { wrongPassword: "currentPassword", wrongCode: "code", throttled: "currentPassword" },
);
