import { useTranslations } from "next-intl";

/** The browser's title. A form that was refused says so first: it is what a screen reader hears after sending it. */
export function PageTitle({ title, refused = false }: { title: string; refused?: boolean }) {
  const common = useTranslations("common");
  const whole = common("pageTitle", { title });
  return <title>{refused ? `${common("errorPrefix")} ${whole}` : whole}</title>;
}
