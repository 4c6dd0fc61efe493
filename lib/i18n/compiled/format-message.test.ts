import { createTranslator } from "use-intl/core";
import formatFromText from "use-intl/format-message";
import { describe, expect, it } from "vitest";
import { messagesIn } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/routing";
import { compiledMessage, compiledMessages } from "./compiled-message";
import formatMessage from "./format-message";

type Options = Parameters<typeof formatMessage>[3];
type Values = NonNullable<Parameters<typeof formatMessage>[2]>;

const options = (locale: string): Options => ({
  locale,
  timeZone: "Asia/Bangkok",
  cache: { dateTime: {}, number: {}, message: {}, relativeTime: {}, pluralRules: {}, list: {}, displayNames: {} },
  formatters: {
    getDateTimeFormat: (...of) => new Intl.DateTimeFormat(...of),
    getNumberFormat: (...of) => new Intl.NumberFormat(...of),
    getPluralRules: (...of) => new Intl.PluralRules(...of),
    getRelativeTimeFormat: (...of) => new Intl.RelativeTimeFormat(...of),
    getListFormat: (...of) => new Intl.ListFormat(...of),
    getDisplayNames: (...of) => new Intl.DisplayNames(...of),
  },
});

const [SELECT, PLURAL, ORDINAL, NUMBER, DATE, TIME] = [1, 2, 3, 4, 5, 6];
const counts = [0, 1, 2, 5, 1234];

/** One argument or tag of a message, with what is tried for it. */
function* triedIn(node: unknown): Generator<[name: string, tried: unknown[]]> {
  if (!Array.isArray(node)) return;
  const [name, kind, ...more] = node;
  if (typeof name !== "string" || node.length === 0) {
    for (const each of node) yield* triedIn(each);
  } else if (kind === undefined) yield [name, ["Lao PDR", 1234, "<b>"]];
  else if (kind === SELECT || kind === PLURAL || kind === ORDINAL) {
    yield [name, kind === SELECT ? [...Object.keys(more[0]), "unheard"] : counts];
    for (const branch of Object.values(more[0])) yield* triedIn([branch]);
  } else if (kind === NUMBER) yield [name, counts];
  else if (kind === DATE || kind === TIME) yield [name, [new Date("2016-12-31T18:30:00Z")]];
  else {
    yield [name, [(chunks: unknown) => `[${name}:${[chunks].flat().join("")}]`]];
    for (const each of node.slice(1)) yield* triedIn([each]);
  }
}

/** The top of a compiled message is a list, and its first may be words. */
const argumentsOf = (message: string): Map<string, unknown[]> => {
  const compiled = compiledMessage(message);
  return new Map(typeof compiled === "string" ? [] : compiled.flatMap((node) => [...triedIn(node)]));
};

/** Every leaf of a message tree, as `namespace.key.key`. */
function* leaves(tree: object, prefix = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") yield [prefix + key, value];
    else yield* leaves(value, `${prefix}${key}.`);
  }
}

describe.each(locales)("every message in %s", (locale) => {
  it("says compiled what it says as text, whatever is put into it", async () => {
    const how = options(locale);
    let tried = 0;
    for (const [key, message] of leaves(await messagesIn(locale))) {
      const of = argumentsOf(message);
      const rounds = Math.max(1, ...[...of.values()].map(({ length }) => length));
      for (let round = 0; round < rounds; round++) {
        const values = Object.fromEntries([...of].map(([name, all]) => [name, all[round % all.length]])) as Values;
        const asText = formatFromText(key, message, values, how);
        expect(formatMessage(key, message as never, values, how), key).toBe(asText);
        // And what goes to the browser, which the server draws first.
        const sent = JSON.parse(JSON.stringify(compiledMessage(message)));
        expect(formatMessage(key, sent, values, how), key).toBe(asText);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(1000);
  });
});

it("says words that look like syntax, as text and compiled", () => {
  for (const [message, says] of [
    ["'{'x'}'", "{x}"],
    ["It''s '<b>'", "It's <b>"],
    ["it''s", "it's"],
  ] as const) {
    const compiled = compiledMessage(message);
    expect(formatMessage("key", message as never, {}, options("en"))).toBe(says);
    expect(formatMessage("key", compiled, {}, options("en"))).toBe(says);
  }
});

it("compiles a whole tree into what React may send", () => {
  const sent = compiledMessages({ one: "plain", more: { many: "{count, plural, =1 {one} other {# of {all}}}" } });
  expect(sent.one).toBe("plain");
  const [[, , branches]] = sent.more.many as unknown as [[string, number, object]];
  expect(Object.getPrototypeOf(branches)).toBe(Object.prototype);
  expect(createTranslator({ locale: "en", messages: sent })("one")).toBe("plain");
});
