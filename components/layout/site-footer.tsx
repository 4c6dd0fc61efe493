import { useTranslations } from "next-intl";
import { methodVersion } from "@/lib/domain/progress/status";
import { placePath, planPath, releasesPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { FooterColumns } from "./footer-columns";
import type { PlanHead } from "./nav-item";

/** @param csvHref the page's values as a file, where it has any. */
export function SiteFooter({
  locale,
  plan,
  root = plan && planPath(locale, plan.code),
  threshold,
  csvHref = null,
}: {
  locale: Locale;
  plan: PlanHead | null;
  /** Where its results stand: a release's have pages of their own. */
  root?: string | null;
  /** Counts of persons from 1 to one below it are never public. */
  threshold: number;
  csvHref?: string | null;
}) {
  const t = useTranslations("common.footer");
  const about = root && placePath(root, "about");
  const what = [plan?.isReference && t("reference"), plan?.isDemonstration && t("madeUp")].filter(Boolean).join(" ");
  const values = { version: methodVersion, last: threshold - 1, threshold };
  // Cut at the link: the browser gets three texts.
  const method = t.markup("method", { ...values, method: (text) => `\n${text}\n` }).split("\n");
  return (
    <FooterColumns
      title={t("about")}
      about={[...(what ? [what] : []), ...(root ? [method] : []), t("boundaries")]}
      aboutHref={`${about}#method`}
      columns={
        root
          ? [
              {
                title: t("use"),
                links: [
                  ...(csvHref ? [[t("csv"), csvHref] as const] : []),
                  [t("cite"), `${about}#cite`],
                  [t("privacy"), `${about}#privacy`],
                ],
              },
              {
                title: t("results"),
                links: [
                  [t("overview"), root],
                  [t("goals"), placePath(root, "goals")],
                  [t("countries"), placePath(root, "countries")],
                  [t("indicators"), placePath(root, "indicators")],
                  [t("releases"), releasesPath(planPath(locale, plan!.code))],
                ],
              },
            ]
          : []
      }
    />
  );
}
