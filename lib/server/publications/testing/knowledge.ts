import "server-only";
import { type Place, placeKey } from "./attacked-plan";

/** What one source says of a value. */
export interface Told {
  source: string;
  /** As the source has it, for a message. */
  text: string;
  state: "shown" | "small" | "suppressed" | "missing";
  /** Of a shown one: `12`, or `82.4` for a percentage with the places that the source gives it. */
  number: number | null;
  /** Numerator and denominator, where the source gives them. */
  parts: readonly [number, number] | null;
}

/** All that a reader of everything public at once was told, by place. */
export class Knowledge {
  readonly places = new Map<string, Told[]>();
  told = 0;

  /** Takes up a value as a source writes it: `1,127`, `<5`, `suppressed`, `12 of 40`, an empty cell. */
  hear(place: Place, source: string, text: string, parts: string | null = null): void {
    this.told += 1;
    const known = this.places.get(placeKey(place)) ?? [];
    known.push({ source, text, ...read(text, parts) });
    this.places.set(placeKey(place), known);
  }

  /** Everybody who tells the number of a value. */
  shownAt = (place: Place): Told[] => (this.places.get(placeKey(place)) ?? []).filter(({ state }) => state === "shown");

  /** The most telling of the marks that stand at a place. */
  markAt(place: Place): Told["state"] {
    const marks = (this.places.get(placeKey(place)) ?? []).map(({ state }) => state);
    return (["shown", "small", "suppressed"] as const).find((state) => marks.includes(state)) ?? "missing";
  }
}

const without = (text: string) => text.replace(/,(?=\d{3})/g, "").replace("−", "-");

function read(text: string, parts: string | null): Pick<Told, "state" | "number" | "parts"> {
  const none = { number: null, parts: null };
  if (/^<\d+$/.test(text)) return { state: "small", ...none };
  if (/^suppressed$/i.test(text)) return { state: "suppressed", ...none };
  if (text === "" || text === "–" || /^(no value|no approved report|not applicable)\b/.test(text))
    return { state: "missing", ...none };
  const [part, whole] = without(parts ?? text)
    .split(/ of | \/ /)
    .map(Number);
  const made = whole === undefined ? null : ([part!, whole] as const);
  const number = Number(without(text));
  // "0 of 0" is no number, and yet shown.
  if (Number.isNaN(number) && !made) throw new Error(`"${text}" is no value`);
  return { state: "shown", number: Number.isNaN(number) ? null : number, parts: made };
}
