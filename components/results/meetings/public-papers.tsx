import { Icon } from "@/components/ui/icon";
import { fileSizeOf } from "@/lib/i18n/file-size";
import { formatsOf } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { type Locale, nativeNames } from "@/lib/i18n/routing";
import type { MeetingPageView } from "@/lib/views/commitments/meeting-view";

/** The papers of a meeting, in the languages that they were made in. */
export function PublicPapers({
  view: { plan, meeting, paperSets },
  t,
  locale,
}: {
  view: MeetingPageView;
  t: TranslatorOf<"meetings">;
  locale: Locale;
}) {
  if (paperSets.length === 0) return null;
  const size = fileSizeOf(locale);
  const { day } = formatsOf(locale);
  return (
    <section className="block" aria-labelledby="papers">
      <h2 id="papers">{t("papers.publicTitle")}</h2>
      <p className="note">{t("papers.publicLead")}</p>
      <ul className="bare-list mt-4">
        {paperSets.map(({ language, madeOn, files }) => (
          <li key={language}>
            <b lang={language}>{nativeNames[language]}</b>, {t("papers.madeOn", { day: day(madeOn) })}
            <ul className="file-links">
              {files.map((file) => (
                <li key={file.format}>
                  <a href={`/api/meetings/${plan.code}/${meeting.code}/papers/${language}/${file.format}`} download>
                    <Icon name="download" />
                    {t("papers.file", { format: file.format, size: size(file.size) })}
                    <span className="vh"> {t("papers.inLanguage", { language: nativeNames[language] })}</span>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
