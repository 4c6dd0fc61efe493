import { z } from "zod";
import { replyClockLimits } from "@/lib/domain/commitments/reply-clocks";
import { publicationLanguages } from "@/lib/domain/publication";
import { longestSiteText, sessionLimits, timeZones } from "@/lib/domain/site-settings";
import { pageLocale, text } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { wholeNumber } from "./whole-number";

type Language = (typeof publicationLanguages)[number];
export type SiteText = keyof typeof longestSiteText;

/** The field of one of the site's texts in a language. */
export const siteTextField = (kind: SiteText, language: Language): `${SiteText}_${Language}` => `${kind}_${language}`;

const typed = {
  name: text(longestSiteText.name).pipe(z.string().regex(/^[^{}<>\n]*$/, "nameWithSigns")),
  notice: text(longestSiteText.notice).pipe(z.string().regex(/^[^{}<>]*$/, "noticeWithSigns")),
};

const textFields = Object.fromEntries(
  (["name", "notice"] as const).flatMap((kind) =>
    publicationLanguages.map((language) => [siteTextField(kind, language), typed[kind]]),
  ),
) as Record<`${SiteText}_${Language}`, typeof typed.name | typeof typed.notice>;

const ticked = z
  .literal("on")
  .optional()
  .transform((on) => on === "on");

const { hours, idleMinutes } = sessionLimits;
const { replyDays, safetyCheckDays } = replyClockLimits;

/** What an administrator sets for the whole site. A message is a key of the namespace `errors`. */
export const siteSettingsForm = z
  .object({
    locale: pageLocale,
    ...textFields,
    noticeForAll: ticked,
    /** Empty: what the browser asks for, or else English. */
    defaultLocale: z.enum(["", ...publicationLanguages]).transform((language) => language || null),
    /** An IANA name. Empty: the environment's. */
    timeZone: z
      .string()
      .max(64)
      .refine((zone) => zone === "" || timeZones().includes(zone))
      .transform((zone) => zone || null),
    /** Empty: the first plan. */
    defaultPlan: z
      .literal("")
      .or(addressFields.plan)
      .transform((code) => code || null),
    sessionHours: wholeNumber(hours.least, hours.most),
    idleMinutes: wholeNumber(idleMinutes.least, hours.most * 60),
    twoStepRequired: ticked,
    /** They hold for what is passed on, or submitted, from then on. */
    replyDays: wholeNumber(replyDays.least, replyDays.most),
    safetyCheckDays: wholeNumber(safetyCheckDays.least, safetyCheckDays.most),
    /** Of the settings that the person saw; 0 where nothing was set. */
    rowVersion: wholeNumber(0, 999_999),
  })
  .refine(({ sessionHours, idleMinutes }) => idleMinutes <= sessionHours * 60, {
    path: ["idleMinutes"],
    message: "restBeyondSession",
  });
export type SiteSettingsForm = z.output<typeof siteSettingsForm>;
