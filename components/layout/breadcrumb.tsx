import { useTranslations } from "next-intl";

interface Crumb {
  label: string;
  /** null for a place without a page of its own. */
  href: string | null;
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={label}>{href === null ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
