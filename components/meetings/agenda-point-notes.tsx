import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { AgendaPointView } from "@/lib/views/commitments/meeting-view";

/** What is to be read before a point is talked about. */
function AgendaDocuments({ documents, locale }: { documents: AgendaPointView["documents"]; locale: Locale }) {
  if (documents.length === 0) return null;
  return (
    <ul className="bare-list">
      {documents.map(({ title, url }) => (
        <li key={`${title} ${url}`} className="wrap-anywhere" lang={languageOf(title, locale)}>
          <a href={url} rel="noopener noreferrer nofollow">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Who speaks to a point of an agenda, who may attend, and what is to be read before. */
export function AgendaPointNotes({
  point: { speaker, attends, documents },
  locale,
}: {
  point: Pick<AgendaPointView, "speaker" | "attends" | "documents">;
  locale: Locale;
}) {
  const t = useTranslations("meetings");
  const who = formatsOf(locale).list(attends.map((kind) => t("attendKind", { kind })));
  return (
    <>
      {speaker !== "" && <p className="note wrap-anywhere">{t("speaks", { speaker })}</p>}
      {attends.length > 0 && <p className="note">{t("openTo", { who })}</p>}
      <AgendaDocuments documents={documents} locale={locale} />
    </>
  );
}
