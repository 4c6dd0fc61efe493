"use server";

import { redirect } from "next/navigation";
import { settingsPath } from "@/lib/i18n/paths";
import { siteSettingsForm } from "@/lib/schemas/settings/site-settings-form";
import { formAction } from "@/lib/server/action";
import { changeSiteSettings } from "@/lib/server/commands/change-site-settings";

export const changeSiteSettingsAction = formAction(siteSettingsForm, async ({ actor }, { locale, ...form }) => {
  await changeSiteSettings(actor, form);
  redirect(`${settingsPath(locale)}?done=saved&at=${Date.now()}`);
});
