"use server";

import { redirect } from "next/navigation";
import { planPath, workObservationPath } from "@/lib/i18n/paths";
import { ofObservationFileForm } from "@/lib/schemas/commitments/observation-file-form";
import { formAction } from "@/lib/server/action";
import { removeObservationFile } from "@/lib/server/commands/commitments/remove-observation-file";

// A file is added past server actions, which carry none: app/api/observations.

export const removeObservationFileAction = formAction(
  ofObservationFileForm,
  async ({ actor }, { locale, file, ...seen }) => {
    await removeObservationFile(actor, seen, file);
    redirect(`${workObservationPath(planPath(locale, seen.plan), seen.id)}?file=removed#files`);
  },
);
