import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { entryPath } from "@/lib/i18n/paths";
import type { CellProblem, FilePlace, ImportView, LeftView } from "@/lib/views/import-view";
import type { ImportWords } from "./use-import-words";

/** Places that are listed without being asked for: a value that isn't taken is seen where it stands. */
const shownAtOnce = 10;

/** Whose row is another one's, or not one's own, has no page to be entered on. */
const nowhere = ["rowMoved", "notAssigned"];

/**
 * Cells of a report's own file whose entry can't be used: where, what stands there, and what to do.
 * @param enteredAt the report's page, once the rest is imported: each leads to where it is entered
 */
export function CellProblems({ view, words, enteredAt }: { view: LeftView; words: ImportWords; enteredAt?: string }) {
  const t = useTranslations("import.preview");
  const { problems, counts, indicators } = view;
  const hrefOf = ({ indicator, message }: CellProblem) =>
    enteredAt !== undefined && !nowhere.includes(message.key) && indicators.some(({ code }) => code === indicator)
      ? entryPath(enteredAt, indicator)
      : null;
  if (problems.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="cell-problems">
      <h3 id="cell-problems">{t("problemsTitle", { count: counts.unmatched })}</h3>
      <Notice tone="warning">
        <p>{t(enteredAt === undefined ? "problemsLead" : "problemsLeft")}</p>
      </Notice>
      {problems.length < counts.unmatched && <p className="note">{t("unmatchedFirst", { shown: problems.length })}</p>}
      <Table
        caption={t("mend")}
        head={(["place", "row", "written", "mend"] as const).map((key) => (
          <th key={key} scope="col">
            {t(key)}
          </th>
        ))}
      >
        {problems.map((problem) => (
          <tr key={`${words.place(problem.place)} ${problem.indicator} ${problem.cell}`}>
            <th scope="row">{words.place(problem.place)}</th>
            <td className="wrap-anywhere">
              <MaybeLink href={hrefOf(problem)}>
                {[problem.indicator, words.cell(problem.cell)].filter(Boolean).join(", ")}
              </MaybeLink>
            </td>
            <td className="wrap-anywhere">{problem.text}</td>
            <td className="wrap-anywhere">{words.entry(problem)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

const MaybeLink = ({ href, children }: { href: string | null; children: string }) =>
  href === null ? children : <a href={href}>{children}</a>;

/** What of a report's own file is passed over, or taken though it was worked out: nothing happens unsaid. */
export function FileNotes({ view, words }: { view: ImportView; words: ImportWords }) {
  const t = useTranslations("import.preview");
  const { notYours, overtaken, formulas, touched } = view;
  if (notYours + overtaken + formulas.length + touched.length === 0) return null;
  const listOf = (some: readonly FilePlace[]) => (
    <ul className="note pl-5">
      {some.map((place) => (
        <li key={words.place(place)} className="wrap-anywhere">
          {words.place(place)}
        </li>
      ))}
    </ul>
  );
  const places = (what: string, some: readonly FilePlace[]) => (
    <>
      <p>{what}:</p>
      {listOf(some.slice(0, shownAtOnce))}
      {some.length > shownAtOnce && (
        <details className="more">
          <summary>{t("morePlaces", { count: some.length - shownAtOnce })}</summary>
          {listOf(some.slice(shownAtOnce))}
        </details>
      )}
    </>
  );
  return (
    <section className="block first" aria-labelledby="file-notes">
      <h3 id="file-notes">{t("notesTitle")}</h3>
      {notYours > 0 && <p>{t("notYours", { count: notYours })}</p>}
      {overtaken > 0 && <p>{t("overtaken", { count: overtaken })}</p>}
      {formulas.length > 0 && places(t("formulas", { count: formulas.length }), formulas)}
      {touched.length > 0 && places(t("touched", { count: touched.length }), touched)}
    </section>
  );
}
