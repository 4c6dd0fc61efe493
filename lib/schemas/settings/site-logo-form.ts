import { z } from "zod";
import { madeForParameter } from "@/lib/schemas/forms/made-for";

/** The version of the settings that somebody saw who sets or removes the logo; what is no number is none that stands. */
export const seenSettings = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .catch(-1);

/** Why a logo wasn't set, by the keys of the namespace `errors`. */
export const logoRefusals = [
  "logoNotPng",
  "logoTooWide",
  "logoTooLarge",
  "fileMissing",
  "changedMeanwhile",
  "otherPerson",
  "notAllowed",
] as const;
export type LogoRefusal = (typeof logoRefusals)[number];

/** Where the form sends the picture; whoever removes the logo says so. */
export const logoFormPath = (asked: { page: string; seen: number; userId: number; remove?: true }) => {
  const { page, seen, userId, remove } = asked;
  const query = { page, seen: String(seen), [madeForParameter]: String(userId), ...(remove && { remove: "1" }) };
  return `/api/settings/logo?${new URLSearchParams(query)}`;
};
