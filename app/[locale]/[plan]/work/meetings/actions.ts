"use server";

import { redirect } from "next/navigation";
import { planPath, publicationPath, workMeetingPath, workMeetingsPath } from "@/lib/i18n/paths";
import { agendaForm } from "@/lib/schemas/commitments/agenda-form";
import {
  chairForm,
  deleteMeetingForm,
  meetingForm,
  meetingStepForm,
  newMeetingForm,
  paperSetForm,
  papersForm,
  takeDownMeetingPartForm,
} from "@/lib/schemas/commitments/meeting-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { changeMeeting } from "@/lib/server/commands/meetings/change-meeting";
import { deleteMeeting } from "@/lib/server/commands/meetings/delete-meeting";
import { requestPaperSet } from "@/lib/server/commands/meetings/request-paper-set";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { setChair } from "@/lib/server/commands/meetings/set-chair";
import { takeDownMeetingPart } from "@/lib/server/commands/meetings/take-down-meeting-part";
import { writeAgenda } from "@/lib/server/commands/meetings/write-agenda";

const done = (locale: string, { plan, id }: { plan: string; id: number }, what: string) =>
  redirect(`${workMeetingPath(planPath(locale, plan), id)}?done=${what}`);

export const addMeetingAction = formAction(
  newMeetingForm,
  async ({ actor }, { locale, said, ...meeting }, lookedAt) => {
    mustHaveLooked(lookedAt, said);
    const { id } = await addMeeting(actor, meeting);
    return done(locale, { plan: meeting.plan, id }, "added");
  },
  { meetingCodeTaken: "code" },
);

export const changeMeetingAction = formAction(
  meetingForm,
  async ({ actor }, { locale, seen, entry, said }, lookedAt) => {
    mustHaveLooked(lookedAt, said);
    await changeMeeting(actor, seen, entry);
    return done(locale, seen, "changed");
  },
);

export const writeAgendaAction = formAction(agendaForm, async ({ actor }, { locale, seen, points, said }, lookedAt) => {
  mustHaveLooked(lookedAt, said);
  await writeAgenda(actor, seen, points);
  return done(locale, seen, "agenda");
});

export const sendPapersAction = formAction(papersForm, async ({ actor }, { locale, release, ...seen }) => {
  await sendPapers(actor, seen, release === "none" ? null : release, new Date());
  return done(locale, seen, "papers");
});

/** The publication's page says how far it is. */
export const requestPaperSetAction = formAction(paperSetForm, async ({ actor }, { locale, ...asked }) => {
  const { id } = await requestPaperSet(actor, asked, new Date());
  redirect(publicationPath(planPath(locale, asked.plan), id));
});

export const advanceMeetingAction = formAction(meetingStepForm, async ({ actor }, { locale, step, ...seen }) => {
  await advanceMeeting(actor, seen, step, new Date());
  return done(locale, seen, step);
});

export const takeDownMeetingPartAction = formAction(
  takeDownMeetingPartForm,
  async ({ actor }, { locale, part, rule, isCertain: _, ...seen }) => {
    const { isKeptByAudit } = await takeDownMeetingPart(actor, seen, part, rule, new Date());
    return done(locale, seen, isKeptByAudit ? "takeDownKept" : "takeDown");
  },
);

export const deleteMeetingAction = formAction(deleteMeetingForm, async ({ actor }, { locale, ...seen }) => {
  await deleteMeeting(actor, seen);
  redirect(`${workMeetingsPath(planPath(locale, seen.plan))}?done=deleted`);
});

export const setChairAction = formAction(chairForm, async ({ actor }, { locale, ...asked }) => {
  await setChair(actor, asked);
  redirect(`${workMeetingsPath(planPath(locale, asked.plan))}?done=chair`);
});
