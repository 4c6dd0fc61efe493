import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/fields/field";
import { Notice } from "@/components/ui/notice";
import { logoLimits } from "@/lib/domain/site-settings";
import { type LogoRefusal, logoFormPath } from "@/lib/schemas/settings/site-logo-form";
import type { SiteSettingsView } from "@/lib/views/site/site-settings-view";

/** The site's mark: set, exchanged or removed at once, apart from the other settings. It works without a script as it is. */
export function SiteLogoForm({
  settings: { logo, rowVersion },
  locale,
  actor,
  outcome,
}: {
  settings: SiteSettingsView;
  locale: string;
  /** Whose page it is. */
  actor: { id: number; name: string };
  /** What the page follows: a change of the logo, or why there was none. */
  outcome: "set" | LogoRefusal | null;
}) {
  const t = useTranslations("settings");
  const errors = useTranslations("errors");
  const sentTo = { page: locale, seen: rowVersion, userId: actor.id };
  const refused = outcome !== null && outcome !== "set" ? outcome : null;
  const error = refused && errors(refused, { pixels: logoLimits.pixels, kilobytes: logoLimits.bytes / 1024, ...actor });
  return (
    <section className="block" aria-labelledby="logo">
      <h2 id="logo">{t("logo")}</h2>
      {outcome === "set" && (
        <Notice tone="ok" live>
          <p>{t("logoSaved")}</p>
        </Notice>
      )}
      {logo ? (
        <p className="brand">
          {/* biome-ignore lint/performance/noImgElement: drawn at its size already */}
          <img src={logo.address} alt={t("logoPresent")} width={logo.width} height={logo.height} />
        </p>
      ) : (
        <p className="note">{t("logoNone")}</p>
      )}
      <form method="post" action={logoFormPath(sentTo)} encType="multipart/form-data">
        <Field
          id="logo-file"
          label={t("logoFile")}
          hint={t("logoHint", { pixels: logoLimits.pixels, kilobytes: logoLimits.bytes / 1024 })}
          error={error}
        >
          {(control) => <input {...control} type="file" name="file" accept="image/png" required />}
        </Field>
        <div className="actions">
          <Button type="submit">{t(logo ? "logoReplace" : "logoSet")}</Button>
        </div>
      </form>
      {logo && (
        <form method="post" action={logoFormPath({ ...sentTo, remove: true })} encType="multipart/form-data">
          <Button type="submit" look="text">
            {t("logoRemove")}
          </Button>
        </form>
      )}
    </section>
  );
}
