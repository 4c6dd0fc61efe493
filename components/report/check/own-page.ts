import { entryPath } from "@/lib/i18n/paths";

/** The page of an indicator, for whoever comes from the check and goes back to it. */
export const ownPage = (base: string, code: string) => `${entryPath(base, code)}?from=check`;
