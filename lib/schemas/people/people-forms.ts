import { z } from "zod";
import { PASSWORD_MAX } from "@/lib/domain/password-strength";
import { roles } from "@/lib/domain/roles";
import { pageLocale, text } from "@/lib/schemas/forms/form-fields";
import { email } from "@/lib/schemas/forms/sign-in";

// What the forms about people send. A message is a key of the namespace `errors`.

/** Characters of a person's name, and of a list that is pasted. */
export const longestName = 200;
export const longestPaste = 60_000;

const rowId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "choiceMissing")
  .transform(Number);
/** A page's address takes anything; only a number can be somebody's. */
export const idInAddress = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const personName = text(longestName).pipe(z.string().min(1, "personNameMissing"));
const ticked = z
  .literal("on")
  .optional()
  .transform((on) => on === "on");

/** For what a role is given: `*` for all plans, `spaiv` for all countries of one, `spaiv/THA` for a country. */
const place = z
  .string()
  .regex(/^(?:\*|[A-Za-z0-9][\w.-]{0,39}(?:\/[A-Za-z0-9][\w.-]{0,39})?)$/, "choiceMissing")
  .transform((chosen) => {
    const [plan = "", unit] = chosen.split("/");
    return { plan: plan === "*" ? null : plan, unit: unit ?? null };
  });
export interface GrantPlace {
  plan: string | null;
  unit: string | null;
}
/** As `place` reads it. */
export const placeText = ({ plan, unit }: GrantPlace) => (plan === null ? "*" : unit ? `${plan}/${unit}` : plan);

/** Whether there is such a language the command says. */
const language = z.string().regex(/^[a-z]{2}$/, "languageUnknown");
const grant = { role: z.enum(roles, "choiceMissing"), place };

export const inviteForm = z.object({
  email,
  name: personName,
  organisation: rowId,
  ...grant,
  language,
  locale: pageLocale,
});

/** A pasted list or a CSV file; what a line doesn't say, the fields beside it do. */
export const inviteSeveralForm = z.object({
  list: z.string().trim().min(1, "listMissing").max(longestPaste, "textTooLong"),
  organisation: z.union([z.literal("").transform(() => null), rowId]),
  role: z.union([z.literal("").transform(() => null), grant.role]),
  place: z.union([z.literal("").transform(() => null), place]),
  language,
  /** What the person saw of the list that they send, by its digest; of another one they are shown first what happens. */
  seen: z.string().max(64).default(""),
  step: z.enum(["preview", "invite"]).catch("preview"),
  locale: pageLocale,
});
export type InviteSeveral = z.output<typeof inviteSeveralForm>;

export const invitationForm = z.object({ id: rowId, locale: pageLocale });
export const personForm = z.object({ id: rowId, locale: pageLocale });
export const giveRoleForm = personForm.extend(grant);
export const takeRoleForm = personForm.extend({ grant: rowId });
export const personStateForm = personForm.extend({ to: z.enum(["active", "disabled"]) });

/** What can't be undone takes a tick. */
export const erasePersonForm = personForm.extend({ sure: z.literal("on", "personSureMissing") });

/** With what the person saw: nobody overwrites what somebody else has changed meanwhile. */
export const changePersonForm = personForm.extend({
  name: personName,
  email,
  organisation: rowId,
  wasName: z.string(),
  wasEmail: z.string(),
  wasOrganisation: rowId,
});

export const handOverForm = personForm.extend({ to: rowId, unit: rowId, withRole: ticked });

const password = z.string().min(1, "newPasswordMissing").max(PASSWORD_MAX, "passwordTooLong");
const twice = { newPassword: password, newPasswordAgain: z.string() };
const same = (form: { newPassword: string; newPasswordAgain: string }) => form.newPassword === form.newPasswordAgain;
const differ = { path: ["newPasswordAgain"], error: "passwordsDiffer" };

/** A link's secret part; what can be none of any is refused as every link that doesn't work is. */
const token = z.string().max(200).catch("");

export const acceptForm = z.object({ token, name: personName, ...twice, locale: pageLocale }).refine(same, differ);
export const joinForm = z.object({ token, locale: pageLocale });
export const forgotPasswordForm = z.object({ email, locale: pageLocale });
export const resetPasswordForm = z.object({ token, ...twice, locale: pageLocale }).refine(same, differ);
