import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ImportView } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** Totals that their parts contradict once the draft is imported; what may only be missing is told apart. */
export function Findings({ findings, words }: { findings: ImportView["findings"]; words: ImportWords }) {
  const t = useTranslations("import.preview");
  const all = findings.flatMap(({ indicator, findings }) => findings.map((finding) => ({ indicator, finding })));
  const warnings = all.filter(({ finding }) => finding.level === "warning");
  const notes = all.filter(({ finding }) => finding.level === "note");
  if (all.length === 0) return null;
  const list = (some: typeof all) => (
    <ul className="pl-5">
      {some.map(({ indicator, finding }) => (
        <li key={`${indicator} ${finding.cell} ${finding.by} ${"measure" in finding && finding.measure}`}>
          <span className="code">{indicator}</span> {words.finding(finding)}
        </li>
      ))}
    </ul>
  );
  return (
    <section className="block first" aria-labelledby="findings">
      <h3 id="findings">{t("findingsTitle")}</h3>
      {warnings.length > 0 && (
        <Notice tone="warning">
          <p>{t("findingsLead")}</p>
          {list(warnings)}
        </Notice>
      )}
      {notes.length > 0 && (
        <details className="more">
          <summary>{t("notes", { count: notes.length })}</summary>
          <div className="note">{list(notes)}</div>
        </details>
      )}
    </section>
  );
}
