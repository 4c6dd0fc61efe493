import { z } from "zod";
import { versionIssues } from "./framework-indicator-rules";
import { day, whole } from "./framework-scalar";
import { translationLocales } from "./framework-text";
import { unitPath, type VersionFields, versionFields, versionObject } from "./framework-version";

const units = z.record(z.string(), unitPath);

const earlierVersion = z.strictObject({
  ...versionObject.partial().shape,
  version: whole,
  until: day,
  comparable: z.boolean().default(true),
  units: units.default({}),
});
type EarlierVersion = z.output<typeof earlierVersion>;

/** An earlier version in full: what it doesn't name is as in the present one; a translation goes with its English text. */
export function earlierFields(present: VersionFields, earlier: EarlierVersion): VersionFields {
  const { version: _version, until: _until, comparable: _comparable, units: _units, ...named } = earlier;
  const full: VersionFields = { ...present, ...named };
  for (const locale of translationLocales) {
    const stillTrue = Object.entries(present[locale] ?? {}).filter(([key]) => !(key in named));
    const translation = { ...Object.fromEntries(stillTrue), ...earlier[locale] };
    full[locale] = Object.keys(translation).length > 0 ? translation : undefined;
  }
  return full;
}

/** An indicator of an outcome or output with all its versions, as it stands in a goal file. */
export const indicatorShape = z
  .strictObject({
    ...versionFields,
    code: z.string().regex(/^G[1-9]\d*(\.[1-9]\d*){1,2}-[a-z]$/, "write a code such as G3.2-a or G3.2.1-a"),
    level: z.enum(["country", "region"]),
    version: whole.default(1),
    earlier: z.array(earlierVersion).default([]),
    comparable: z.boolean().default(true),
    units: units.default({}),
  })
  .superRefine((indicator, context) => {
    const report = (path: PropertyKey[]) => (issue: { path: PropertyKey[]; message: string }) =>
      context.addIssue({ code: "custom", path: [...path, ...issue.path], message: issue.message });
    versionIssues(indicator, indicator.units).forEach(report([]));
    indicator.earlier.forEach((earlier, index) => {
      const at = report(["earlier", index]);
      versionIssues(earlierFields(indicator, earlier), earlier.units).forEach(at);
      if (earlier.version !== index + 1)
        at({ path: ["version"], message: "versions are numbered from 1, oldest first" });
      const before = indicator.earlier[index - 1];
      if (before && before.until >= earlier.until) at({ path: ["until"], message: "versions stand oldest first" });
    });
    if (indicator.version !== indicator.earlier.length + 1) {
      report([])({ path: ["version"], message: "the present version's number follows the last earlier one's" });
    }
  });
export type IndicatorInFile = z.output<typeof indicatorShape>;
