import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { fileSizeOf } from "@/lib/i18n/file-size";
import { formatsOf } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { type Locale, nativeNames } from "@/lib/i18n/routing";
import type { PlatformFilesView } from "@/lib/views/commitments/platform-files-view";

/** A report as files, in the languages in which they were made. */
export function ReportFiles({
  report: { code, plan },
  files,
  t,
  locale,
  children,
}: {
  report: { code: string; plan: string };
  files: readonly PlatformFilesView[];
  t: TranslatorOf<"civilSociety">;
  locale: Locale;
  /** How others are made, for whoever may. */
  children?: ReactNode;
}) {
  const size = fileSizeOf(locale);
  const { day } = formatsOf(locale);
  return (
    <section className="block narrow" aria-labelledby="files">
      <h2 id="files">{t("files.title")}</h2>
      <p className="note">{t(files.length === 0 ? "files.none" : "files.lead")}</p>
      {files.length > 0 && (
        <ul className="bare-list mt-4">
          {files.map(({ language, state, madeOn, files: made }) => (
            <li key={language}>
              <b lang={language}>{nativeNames[language]}</b>
              {madeOn !== null && `, ${t("files.madeOn", { day: day(madeOn) })}`}
              {state !== "ready" && <p className="note">{t("files.state", { state })}</p>}
              {state === "ready" && made.length === 0 && <p className="note">{t("files.withdrawn")}</p>}
              {made.length > 0 && (
                <ul className="file-links">
                  {made.map((file) => (
                    <li key={file.format}>
                      <a href={`/api/civil-society/${plan}/${code}/files/${language}/${file.format}`} download>
                        <Icon name="download" />
                        {t("files.file", { format: file.format, size: size(file.size) })}
                        <span className="vh"> {t("files.inLanguage", { language: nativeNames[language] })}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
