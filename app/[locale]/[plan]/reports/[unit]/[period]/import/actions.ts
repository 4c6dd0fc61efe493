"use server";

import { redirect } from "next/navigation";
import { FileRefusal } from "@/lib/exchange/import/file-refusal";
import { importedPath, importPath, planPath, reportPath } from "@/lib/i18n/paths";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { conflictField } from "@/lib/schemas/imports/import-answers";
import { importEntryForm } from "@/lib/schemas/reports/entry-forms";
import { formAction } from "@/lib/server/action";
import { ConflictsUnresolved, importFile } from "@/lib/server/commands/import-file";

/** The answers as a plain form sends them. Where some are missing or too late, the page previews the file again. */
export const importAction = formAction(importEntryForm, async ({ actor }, { address, locale, file, seen }) => {
  const report = reportPath(planPath(locale, address.plan), address);
  const { imported, had } = await importFile(actor, address, file, new Date()).catch((error: unknown) => {
    // The page tries to read the file again, and says what is wrong.
    if (error instanceof FileRefusal) {
      const query = new URLSearchParams({ file: file.sha256, name: file.fileName });
      return redirect(`${importPath(report)}?${query}`);
    }
    throw error instanceof ConflictsUnresolved ? (problemsOf(error, seen.conflicts) ?? error) : error;
  });
  return redirect(importedPath(report, { imported, had, file: file.sha256, name: file.fileName }));
});

/** At their radios, where all are about cells that the person was asked about. */
function problemsOf(
  { problems }: ConflictsUnresolved,
  asked: readonly { indicator: string; cell: string }[],
): InvalidFields | null {
  const fields = new Set(asked.map(conflictField));
  if (!problems.every((problem) => fields.has(conflictField(problem)))) return null;
  return new InvalidFields(
    problems.map((problem) => ({
      field: conflictField(problem),
      key: problem.code === "unanswered" ? "conflictOpen" : "conflictChanged",
      args: { indicator: problem.indicator },
    })),
  );
}
