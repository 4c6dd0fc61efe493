import type { LeftView } from "@/lib/views/import-view";
import { CellProblems } from "./cell-problems";
import { LeftOut } from "./left-out";
import { useImportWords } from "./use-import-words";

/** What of the file is still to be entered, or isn't meant for this report, once the rest is imported. */
export function NotImported({ left, reportHref }: { left: LeftView; reportHref: string }) {
  const words = useImportWords(left);
  return (
    <>
      <CellProblems view={left} words={words} enteredAt={reportHref} />
      <LeftOut view={left} words={words} />
    </>
  );
}
