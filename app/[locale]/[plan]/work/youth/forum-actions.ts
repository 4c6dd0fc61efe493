"use server";

import { redirect } from "next/navigation";
import { planPath, recommendationsPath } from "@/lib/i18n/paths";
import { forumForm } from "@/lib/schemas/commitments/forum-form";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { toLookAt } from "@/lib/schemas/forms/warned-words";
import { formAction } from "@/lib/server/action";
import { describeForum } from "@/lib/server/commands/youth/describe-forum";

export const describeForumAction = formAction(forumForm, async ({ actor }, { locale, seen, facts }, lookedAt) => {
  const unseen = toLookAt("organisers", facts.organisers, lookedAt);
  if (unseen) throw new InvalidFields([unseen]);
  await describeForum(actor, seen, facts);
  redirect(`${recommendationsPath(planPath(locale, seen.plan))}?done=described`);
});
