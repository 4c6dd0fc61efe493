import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { siteSettingsForm } from "@/lib/schemas/settings/site-settings-form";
import { changeSiteSettings } from "@/lib/server/commands/change-site-settings";
import { setSiteLogo } from "@/lib/server/commands/set-site-logo";
import { pngOfOnePixel } from "@/test/factories/one-pixel";
import { typedSiteSettings } from "@/test/factories/typed-site-settings";
import { type Step, type World, words } from "./accounts-and-entry";

/** What is set for the whole site. */
export function site(world: World): Step[] {
  const administrator = (): Actor => ({
    ...world.plan.actors.administrator,
    roles: [{ role: "administrator", plan: null, unit: null }],
  });
  return [
    [
      "change-site-settings",
      () => {
        const form = { ...typedSiteSettings, notice_en: words("notice"), defaultPlan: world.plan.code };
        return changeSiteSettings(administrator(), siteSettingsForm.parse(form));
      },
    ],
    ["set-site-logo", () => setSiteLogo(administrator(), { file: pngOfOnePixel, rowVersion: 1 })],
  ];
}
