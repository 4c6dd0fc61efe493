import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Table } from "@/components/ui/table";
import { fileSizeOf } from "@/lib/i18n/file-size";
import type { PublicationFileView } from "@/lib/views/publication-view";
import { filePath } from "./file-links";

/**
 * The files of a publication, each with what tells it from any other.
 * @param isBefore whether they were made an earlier time, while new ones are under way or were given up
 */
export function PublicationFiles({
  plan,
  id,
  name,
  files,
  isBefore,
}: {
  plan: string;
  id: number;
  /** Of the publication. */
  name: string;
  files: readonly PublicationFileView[];
  isBefore: boolean;
}) {
  const t = useTranslations("publications");
  const size = fileSizeOf(useLocale());
  const head = ["format", "size", "sha256"] as const;
  const hasPage = files.some(({ format }) => format === "html");
  return (
    <section className="block first" aria-labelledby="files">
      <div className="files-head">
        <h2 id="files">{t("one.filesTitle")}</h2>
        {hasPage && (
          <ButtonLink href={`${filePath(plan, id, "html")}?open`} target="_blank" rel="noopener">
            {t("one.openPage")}
          </ButtonLink>
        )}
      </div>
      {isBefore && <p className="note">{t("one.filesBefore")}</p>}
      <Table
        caption={t("files.of", { name })}
        stack
        head={head.map((key) => (
          <th key={key} scope="col" className={key === "size" ? "n" : undefined}>
            {t(`one.${key}`)}
          </th>
        ))}
      >
        {files.map((file) => (
          <tr key={file.format}>
            <th scope="row">
              <a className="file-link" href={filePath(plan, id, file.format)} download>
                <Icon name="download" />
                {t("new.formatName", { format: file.format })}
              </a>
              <span className="hint">{file.name}</span>
            </th>
            <td className="n">{size(file.size)}</td>
            <td>
              <code className="sha256">{file.sha256}</code>
            </td>
          </tr>
        ))}
      </Table>
      <p className="note">{t("one.filesNote")}</p>
    </section>
  );
}
