"use server";

import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { roleTextOf } from "@/components/people/role-text";
import { roles } from "@/lib/domain/roles";
import { readInvitedLines } from "@/lib/exchange/invited-lines";
import { invitationPath, invitationsPath, peoplePath, personPath } from "@/lib/i18n/paths";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import {
  changePersonForm,
  erasePersonForm,
  giveRoleForm,
  handOverForm,
  invitationForm,
  inviteForm,
  inviteSeveralForm,
  personForm,
  personStateForm,
  placeText,
  takeRoleForm,
} from "@/lib/schemas/people/people-forms";
import { formAction } from "@/lib/server/action";
import { resetTwoStep } from "@/lib/server/commands/account/reset-two-step";
import { unlinkIdentitiesOf } from "@/lib/server/commands/account/unlink-identities-of";
import { changePerson } from "@/lib/server/commands/people/change-person";
import { clearBounce } from "@/lib/server/commands/people/clear-bounce";
import { erasePerson } from "@/lib/server/commands/people/erase-person";
import { giveRole } from "@/lib/server/commands/people/give-role";
import { handOverWork } from "@/lib/server/commands/people/hand-over-work";
import { invitePeople } from "@/lib/server/commands/people/invite-people";
import { makePasswordLink } from "@/lib/server/commands/people/make-password-link";
import { renewInvitation } from "@/lib/server/commands/people/renew-invitation";
import { revokeInvitation } from "@/lib/server/commands/people/revoke-invitation";
import { setPersonState } from "@/lib/server/commands/people/set-person-state";
import { takeRole } from "@/lib/server/commands/people/take-role";
import { previewInvitations } from "@/lib/server/queries/people/preview-invitations";
import type { PreviewRow } from "@/lib/views/people/people-view";

export const inviteAction = formAction(
  inviteForm,
  async ({ actor }, { email, name, organisation, role, place, language, locale }) => {
    const defaults = { organisation, role, place, language, locale, roleWords: {} };
    const lines = [{ number: 1, fields: { email, name } }];
    const [id] = await invitePeople(actor, { lines, defaults, isList: false }, new Date());
    redirect(`${invitationPath(locale, id!)}?done=invited`);
  },
  { notAllowed: "role" },
);

/**
 * A pasted list: first what becomes of each line, and then, sent again as it was shown, it is done. `InviteSeveral` in
 * components/people reads the first answer.
 */
export const inviteSeveralAction = formAction(inviteSeveralForm, async ({ actor }, { seen, step, ...form }) => {
  const [t, account] = await Promise.all([getTranslations("people"), getTranslations("auth.account")]);
  const { list, ...meant } = form;
  const lines = readInvitedLines(list);
  if (lines === null || lines.length === 0)
    throw new InvalidFields([{ field: "list", key: lines === null ? "listUnreadable" : "listMissing" }]);
  const text = roleTextOf(t, account);
  const roleWords = Object.fromEntries(roles.map((role) => [role, text.role(role)]));
  const defaults = { ...meant, roleWords };
  const digest = createHash("sha256").update(JSON.stringify(form)).digest("hex");
  if (step === "invite" && seen === digest) {
    const ids = await invitePeople(actor, { lines, defaults, isList: true }, new Date());
    redirect(`${invitationsPath(form.locale)}?done=invited&count=${ids.length}`);
  }
  const preview = await previewInvitations(actor, lines, defaults);
  const inWords = preview.map(({ role, ...line }): PreviewRow => ({ ...line, role: role && text.whole(role) }));
  const entered = {
    list: [list],
    organisation: [String(form.organisation ?? "")],
    role: [form.role ?? ""],
    language: [form.language],
    place: [form.place ? placeText(form.place) : ""],
  };
  return { key: "preview", args: { preview: JSON.stringify({ lines: inWords, entered, seen: digest }) } };
});

export const renewInvitationAction = formAction(invitationForm, async ({ actor }, { id, locale }) => {
  await renewInvitation(actor, id, new Date());
  redirect(`${invitationPath(locale, id)}?done=renewed`);
});

export const revokeInvitationAction = formAction(invitationForm, async ({ actor }, { id, locale }) => {
  await revokeInvitation(actor, id, new Date());
  redirect(`${peoplePath(locale)}?done=revoked`);
});

export const giveRoleAction = formAction(
  giveRoleForm,
  async ({ actor }, { locale, ...form }) => {
    await giveRole(actor, form);
    redirect(`${personPath(locale, form.id)}?done=roleGiven`);
  },
  { notAllowed: "role" },
);

export const takeRoleAction = formAction(takeRoleForm, async ({ actor }, { locale, ...form }) => {
  await takeRole(actor, form);
  redirect(`${personPath(locale, form.id)}?done=roleTaken`);
});

export const changePersonAction = formAction(
  changePersonForm,
  async ({ actor }, { locale, id, name, email, organisation, wasName, wasEmail, wasOrganisation }) => {
    const to = { name, email, organisation };
    const was = { name: wasName, email: wasEmail, organisation: wasOrganisation };
    await changePerson(actor, { id, to, was }, new Date());
    redirect(`${personPath(locale, id)}?done=changed`);
  },
  { emailTaken: "email" },
);

export const setPersonStateAction = formAction(personStateForm, async ({ actor }, { locale, id, to }) => {
  await setPersonState(actor, { id, to }, new Date());
  redirect(`${personPath(locale, id)}?done=${to === "disabled" ? "disabled" : "enabled"}`);
});

export const makePasswordLinkAction = formAction(personForm, async ({ actor }, { locale, id }) => {
  await makePasswordLink(actor, id, new Date());
  redirect(`${personPath(locale, id)}?done=linkMade`);
});

export const resetTwoStepAction = formAction(personForm, async ({ actor }, { locale, id }) => {
  await resetTwoStep(actor, id, new Date());
  redirect(`${personPath(locale, id)}?done=twoStepReset`);
});

export const unlinkIdentitiesAction = formAction(personForm, async ({ actor }, { locale, id }) => {
  await unlinkIdentitiesOf(actor, id, new Date());
  redirect(`${personPath(locale, id)}?done=unlinked`);
});

export const handOverWorkAction = formAction(handOverForm, async ({ actor }, { locale, id, to, unit, withRole }) => {
  await handOverWork(actor, { from: id, to, unit, withRole }, new Date());
  redirect(`${personPath(locale, id)}?done=handedOver`);
});

export const clearBounceAction = formAction(personForm, async ({ actor }, { locale, id }) => {
  await clearBounce(actor, id);
  redirect(`${personPath(locale, id)}?done=bounceCleared`);
});

export const erasePersonAction = formAction(erasePersonForm, async ({ actor }, { locale, id }) => {
  await erasePerson(actor, id, new Date());
  redirect(`${personPath(locale, id)}?done=erased`);
});
