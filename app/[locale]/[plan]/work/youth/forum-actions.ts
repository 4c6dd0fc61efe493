"use server";

import { redirect } from "next/navigation";
import { planPath, recommendationsPath } from "@/lib/i18n/paths";
import { forumForm } from "@/lib/schemas/commitments/forum-form";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { describeForum } from "@/lib/server/commands/youth/describe-forum";

export const describeForumAction = formAction(forumForm, async ({ actor }, { locale, seen, facts }, lookedAt) => {
  mustHaveLooked(lookedAt, [
    ["theme", facts.theme],
    ["organisers", facts.organisers],
  ]);
  await describeForum(actor, seen, facts);
  redirect(`${recommendationsPath(planPath(locale, seen.plan))}?done=described`);
});
