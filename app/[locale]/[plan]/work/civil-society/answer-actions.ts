"use server";

import { redirect } from "next/navigation";
import { planPath, pointReplyPath, workPlatformReportPath } from "@/lib/i18n/paths";
import {
  ofPointActionForm,
  pointActionForm,
  saidOfKeyAction,
  tellPointActionForm,
} from "@/lib/schemas/commitments/key-action-forms";
import { pointReplyForm, pointSeen } from "@/lib/schemas/commitments/platform-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { removeKeyAction } from "@/lib/server/commands/commitments/remove-key-action";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";

const done = (locale: string, { plan, unit, year, of, point }: ReturnType<typeof pointSeen>["address"], what: string) =>
  redirect(
    `${pointReplyPath(workPlatformReportPath(planPath(locale, plan), { unit, year }), { of, point })}?done=${what}`,
  );

export const replyToPointAction = formAction(
  pointReplyForm,
  async ({ actor }, { locale, kind, body, evidenceTitle, evidenceUrl, next, ...asked }) => {
    const { address, seen } = pointSeen(asked);
    const command = next === "send" ? sendReply : draftReply;
    await command(actor, seen, { kind, body, evidenceTitle, evidenceUrl }, new Date());
    return done(locale, address, next === "send" ? "answer" : "drafted");
  },
  {},
  ["body", "evidenceTitle"],
);

export const addPointActionAction = formAction(
  pointActionForm,
  async ({ actor }, { locale, action, organisation, actionDueOn, ...asked }) => {
    const { address, seen } = pointSeen(asked);
    const added = { body: action, organisationId: organisation, dueOn: actionDueOn };
    await addKeyAction(actor, seen, added, new Date());
    return done(locale, address, "keyAction");
  },
  { keyActionPast: "actionDueOn" },
  ["action"],
);

export const removePointActionAction = formAction(
  ofPointActionForm,
  async ({ actor }, { locale, keyAction, ...asked }) => {
    const { address, seen } = pointSeen(asked);
    await removeKeyAction(actor, seen, keyAction);
    return done(locale, address, "removed");
  },
);

export const tellPointActionAction = formAction(
  tellPointActionForm,
  async ({ actor }, { locale, address, seen, keyAction, told }, lookedAt) => {
    mustHaveLooked(lookedAt, saidOfKeyAction(told));
    await tellKeyAction(actor, seen, keyAction, told, new Date());
    return done(locale, address, "told");
  },
  { keyActionPast: "dueOn" },
);
