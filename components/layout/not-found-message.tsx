import { useTranslations } from "next-intl";

export function NotFoundMessage({ href }: { href: string }) {
  const t = useTranslations("common.notFound");
  return (
    <main id="main" className="wrap">
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p className="mt-4">
        <a href={href}>{t("back")}</a>
      </p>
    </main>
  );
}
