import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { madeForHeader, madeForParameter } from "@/lib/schemas/forms/made-for";

/**
 * Why what a page sends is not the asker's: it was made for somebody else. Null where it is theirs.
 * @param madeFor null: no page sent it, and it is whose session it is
 */
export const otherPerson = (
  { id, name }: Pick<Actor, "id" | "name">,
  madeFor: number | null,
): Refusal<"otherPerson"> | null => (madeFor === null || madeFor === id ? null : new Refusal("otherPerson", { name }));

/** Whom the page that sent a request was made for; null where it says nothing of it. */
export function madeForOf({ headers, url }: { headers: Pick<Headers, "get">; url: string }): number | null {
  const said = headers.get(madeForHeader) ?? new URL(url).searchParams.get(madeForParameter);
  return said === null ? null : Number(said);
}
