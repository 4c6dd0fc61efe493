import { findAddresses } from "./email-addresses";
import { foldText } from "./folded-text";
import { apart, type BlockedKind, type FoundPart, type WarnedKind } from "./found-part";
import { findLabelled } from "./labelled-numbers";
import { coverPassing } from "./passing-numbers";
import { findCommonNames, findNames } from "./person-names";
import { findSmallCounts } from "./small-counts";
import { findNumbers } from "./written-numbers";

/**
 * What must not stand in a text that may become public: what reaches a person, or says who they are. However it is typed:
 * digits of any script, invisible signs and odd dashes change nothing. Takes time in proportion to the text's length.
 * @returns places in the text as it was written, from its beginning on, none over another
 */
export function blockedParts(written: string): FoundPart<BlockedKind>[] {
  const { text, startOf, endOf } = foldText(written);
  const addresses = findAddresses(text);
  if (addresses.length === 0 && !/\d/.test(text)) return [];
  const covered = coverPassing(text);
  const found = [...addresses, ...findLabelled(text, covered), ...findNumbers(covered)];
  return apart(found).map((part) => ({ kind: part.kind, start: startOf(part.start), end: endOf(part.end - 1) }));
}

/** What may tell who somebody is, and may not: whoever wrote it looks at it again. Places as `blockedParts` gives them. */
export function warnedParts(written: string): FoundPart<WarnedKind>[] {
  const { text, startOf, endOf } = foldText(written);
  return apart([...findSmallCounts(text), ...findNames(text), ...findCommonNames(text)]).map(
    ({ kind, start, end }) => ({
      kind,
      start: startOf(start),
      end: endOf(end - 1),
    }),
  );
}
