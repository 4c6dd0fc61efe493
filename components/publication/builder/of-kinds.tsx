import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PublicationKind } from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";

/**
 * A field of some kinds of publication. The style sheet hides it while another kind is chosen; a browser too old for that
 * shows it, with words that say for which kinds it counts.
 * @param among the kinds that the person may make: there is no field for others
 */
export function OfKinds({
  kinds,
  among,
  children,
}: {
  kinds: readonly PublicationKind[];
  among: readonly PublicationKind[];
  children: (words: ReactNode) => ReactNode;
}) {
  const t = useTranslations("publications.new");
  const formats = formatsOf(useLocale());
  const own = among.filter((kind) => kinds.includes(kind));
  if (own.length === 0) return null;
  const names = formats.list(own.map((kind) => t("kindName", { kind })));
  const words = own.length < among.length && <span className="for-kinds">{t("onlyFor", { kinds: names })} </span>;
  return (
    <div className="of-kinds" data-kinds={own.join(" ")}>
      {children(words || undefined)}
    </div>
  );
}
