"use server";

import { redirect } from "next/navigation";
import { accountPath, twoStepPath } from "@/lib/i18n/paths";
import {
  beginTwoStepSchema,
  codeSchema,
  resetTwoStepSchema,
  switchOffTwoStepSchema,
  twoStepRequiredSchema,
} from "@/lib/schemas/forms/two-step";
import { formAction } from "@/lib/server/action";
import { beginTwoStep } from "@/lib/server/commands/account/begin-two-step";
import { confirmTwoStep } from "@/lib/server/commands/account/confirm-two-step";
import { renewRecoveryCodes } from "@/lib/server/commands/account/renew-recovery-codes";
import { resetTwoStep } from "@/lib/server/commands/account/reset-two-step";
import { setTwoStepRequired } from "@/lib/server/commands/account/set-two-step-required";
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

/** For an administrator, about somebody else. */
export const resetTwoStepAction = formAction(resetTwoStepSchema, async ({ actor }, { person }) => {
  await resetTwoStep(actor, person, new Date());
  return null;
});

/** Whether the site requires it of the secretariat and of administrators. */
export const setTwoStepRequiredAction = formAction(twoStepRequiredSchema, async ({ actor }, asked) => {
  await setTwoStepRequired(actor, asked);
  return null;
});
