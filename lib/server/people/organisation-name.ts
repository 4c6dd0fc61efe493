import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";

/** What is read of an organisation to name it. */
export const organisationNames = { name: true, names: { select: { locale: true, name: true } } } as const;

/** What an organisation is called in a language: by its name there, or else its own. */
export const organisationName = (
  { name, names }: Prisma.OrganisationGetPayload<{ select: typeof organisationNames }>,
  locale: string,
): string => names.find((each) => each.locale === locale)?.name ?? name;

/** The same in a statement that has the organisation as `o`. */
export const organisationNameIn = (locale: string): Prisma.Sql => Prisma.sql`COALESCE((
  SELECT called.name FROM organisation_name called WHERE called.organisation_id = o.id AND called.locale = ${locale}), o.name)`;
