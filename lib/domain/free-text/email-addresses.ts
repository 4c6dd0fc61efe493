import type { FoundPart } from "./found-part";

const at = /@| ?[([{] ?(?:at|AT) ?[)\]}] ?/gu;
const local = /[\p{L}\p{M}\d._%+'-]{1,64} ?$/u;
const dot = "(?:\\.| ?[([{] ?(?:dot|DOT) ?[)\\]}] ?)";
const label = "[\\p{L}\\p{M}\\d-]{1,63}";
const domain = new RegExp(`^ ?${label}(?:${dot}${label}){0,5}${dot}(?=\\p{L}{2})${label}`, "u");
/** Addresses that lead to somebody's telephone. */
const chat = /(?:wa\.me\/|(?:api\.)?whatsapp\.com\/send\S{0,20}phone=|t\.me\/)\+?\d{7,15}/giu;

/** E-mail addresses, also as `name (at) ministry (dot) org`. */
export function findAddresses(folded: string): FoundPart<"email" | "phone">[] {
  const found: FoundPart<"email" | "phone">[] = [];
  for (const { 0: sign, index } of folded.matchAll(at)) {
    const before = local.exec(folded.slice(Math.max(0, index - 65), index));
    const behind = domain.exec(folded.slice(index + sign.length, index + sign.length + 200));
    if (!before || !behind) continue;
    found.push({
      kind: "email",
      start: index - before[0].length,
      end: index + sign.length + behind[0].length,
    });
  }
  for (const { 0: all, index } of folded.matchAll(chat))
    found.push({ kind: "phone", start: index, end: index + all.length });
  return found;
}
