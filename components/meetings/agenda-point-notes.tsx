import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { AgendaPointView } from "@/lib/views/commitments/meeting-view";
import { AgendaDocuments } from "./agenda-documents";

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
