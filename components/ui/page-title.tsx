import { useTranslations } from "next-intl";

/** The browser's title. A form that was refused says so first: it is what a screen reader hears after sending it. */
export function PageTitle({ title, refused = false }: { title: string; refused?: boolean }) {
  const t = useTranslations("common");
  const whole = t("pageTitle", { title });
  return <title>{refused ? `${t("errorPrefix")} ${whole}` : whole}</title>;
}
