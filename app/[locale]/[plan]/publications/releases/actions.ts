"use server";

import { redirect } from "next/navigation";
import { planPath, releasePath } from "@/lib/i18n/paths";
import { releaseForm } from "@/lib/schemas/releases/release-form";
import { formAction } from "@/lib/server/action";
import { nameRelease } from "@/lib/server/commands/name-release";

export const nameReleaseAction = formAction(
  releaseForm,
  async ({ actor }, { locale, ...release }) => {
    await nameRelease(actor, release, new Date());
    redirect(releasePath(planPath(locale, release.plan), release.code));
  },
  { releaseCodeTaken: "code", versionNamed: "version" },
  ["title", "notes", "titleTh", "notesTh"],
);
