"use server";

import { redirect } from "next/navigation";
import { passkeysPath } from "@/lib/i18n/paths";
import { removePasskeySchema, renamePasskeySchema } from "@/lib/schemas/forms/passkeys";
import { formAction } from "@/lib/server/action";
import { removePasskey } from "@/lib/server/commands/account/remove-passkey";
import { renamePasskey } from "@/lib/server/commands/account/rename-passkey";

export const renamePasskeyAction = formAction(renamePasskeySchema, async ({ actor }, { locale, ...asked }) => {
  await renamePasskey(actor, asked);
  redirect(`${passkeysPath(locale)}?done=renamed`);
});

export const removePasskeyAction = formAction(
  removePasskeySchema,
  async ({ actor, id }, { locale, ...asked }) => {
    await removePasskey(actor, id, asked, new Date());
    redirect(`${passkeysPath(locale)}?done=removed`);
  },
  { wrongPassword: "currentPassword", throttled: "currentPassword" },
);
