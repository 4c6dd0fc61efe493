import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { fileSizeOf } from "@/lib/i18n/file-size";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";
import { observationFilePath } from "@/lib/schemas/commitments/observation-file-form";
import type { SourceFileView } from "@/lib/views/commitments/observation-view";

/** Files among the sources of an observation, each with what it is and its size. */
export function FileList({
  plan,
  files,
  words: { t, locale, lang },
  after,
}: {
  plan: string;
  files: readonly SourceFileView[];
  words: {
    t: TranslatorOf<"sourceFiles">;
    locale: Locale;
    /** In which the titles are written, where that isn't the page's. */
    lang?: string;
  };
  after?: (file: SourceFileView) => ReactNode;
}) {
  const size = fileSizeOf(locale);
  return (
    <ul className="source-files" aria-label={t("list")}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={observationFilePath(plan, file.id)} download>
            <Icon name="download" />
            <span lang={lang}>{file.title}</span>
          </a>
          <span className="note">{t("typeAndSize", { type: file.type, size: size(file.size) })}</span>
          {after?.(file)}
        </li>
      ))}
    </ul>
  );
}
