import "server-only";
import { placeOfValue } from "@/lib/domain/suppression/tables/link-values";
import type { ValueView } from "@/lib/views/consequences-view";

/** A value as the audit names it, `G5.1-a THA|2016|sex=other`, with `@12` where it stood until that results version. */
export function valueView(named: string): ValueView {
  const [indicator = "", id = ""] = named.split(" ", 2);
  const { version, ...place } = placeOfValue(id);
  return { indicator, ...place, isFormer: version !== undefined };
}
