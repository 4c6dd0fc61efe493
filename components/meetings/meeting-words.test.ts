import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { formatsOf } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import meetings from "@/lib/i18n/messages/en/meetings.json";
import type { MeetingHead } from "@/lib/views/commitments/meeting-view";
import { meetingWords } from "./meeting-words";

const t = createTranslator({ locale: "en", messages: { meetings }, namespace: "meetings" }) as TranslatorOf<"meetings">;
const { where } = meetingWords(t, formatsOf("en"));
const head = { place: "", isPlaceTakenDown: false, host: null, isOnline: false } as MeetingHead;
const host = { code: "THA", name: "Thailand", level: "country" } as const;

it.each([
  [{}, ""],
  [{ host }, "Thailand"],
  [{ place: "Bangkok", host, isOnline: true }, "Bangkok, Thailand and online"],
  [{ isPlaceTakenDown: true }, "Place taken down for safety"],
  [{ isPlaceTakenDown: true, host }, "Place taken down for safety, Thailand"],
  [{ isPlaceTakenDown: true, isOnline: true }, "Place taken down for safety and online"],
])("says where a meeting is, or that its place was taken down: %o", (said, words) => {
  expect(where({ ...head, ...said })).toBe(words);
});
