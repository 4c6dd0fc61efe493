import type { Formats } from "@/lib/i18n/formats";
import type { Moments } from "@/lib/i18n/moments";
import type { Message } from "@/lib/schemas/forms/form-state";

const isDay = /^(startsOn|endsOn|until)$/;

/** A moment or a day in a refusal, as it is read. */
export function asRead(
  args: object,
  { moment }: Pick<Moments, "moment">,
  { day }: Pick<Formats, "day">,
): Message["args"] {
  if ("at" in args && typeof args.at === "string") return { ...args, at: moment(args.at) };
  const days = Object.entries(args).flatMap(([name, value]) =>
    isDay.test(name) && typeof value === "string" ? [[name, day(value)]] : [],
  );
  return { ...args, ...Object.fromEntries(days) };
}
