import type { SheetPrint } from "@/lib/exchange/xlsx/workbook";
import type { PublicationDocument } from "../document";

/** How a sheet is printed: every page says what it is of, and whether it is internal. */
export const printOf = (
  { isInternal, words }: PublicationDocument,
  { repeated, isOnePage = false }: { repeated?: { first: number; last: number }; isOnePage?: boolean } = {},
): SheetPrint => ({
  landscape: repeated !== undefined,
  isOnePage,
  ...(repeated && { repeated }),
  // The mark comes first: what is too long for the foot of a page is cut at its end.
  footer: isInternal ? `${words.internal}. ${words.running}` : words.running,
  page: words.page,
});
