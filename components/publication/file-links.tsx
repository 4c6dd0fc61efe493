import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { fileSizeOf } from "@/lib/i18n/file-size";
import type { PublicationFileView } from "@/lib/views/publication-view";

/** Where a publication's files are. */
export const filePath = (plan: string, id: number, format: string) => `/api/publications/${plan}/${id}/files/${format}`;

/** The files of a publication in one line, each with its size. */
export function FileLinks({
  plan,
  id,
  name,
  files,
}: {
  plan: string;
  id: number;
  /** Of the publication. */
  name: string;
  files: readonly PublicationFileView[];
}) {
  const t = useTranslations("publications");
  const size = fileSizeOf(useLocale());
  return (
    <ul className="file-links" aria-label={t("files.of", { name })}>
      {files.map((file) => (
        <li key={file.format}>
          <a href={filePath(plan, id, file.format)} download>
            <Icon name="download" />
            {t("format", { format: file.format })}
            <span className="vh"> {t("files.ofName", { name })}</span>
          </a>
          <span>{size(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
