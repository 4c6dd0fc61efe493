import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";
import { organisationNameIn } from "./organisation-name";

/** The organisations that work for a unit and aren't archived, by their names, as a column: who can do what it promises. */
export const organisationsOfUnit = (unitId: number, locale: string): Prisma.Sql => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('id', of_unit.id, 'name', of_unit.name) ORDER BY of_unit.name), '[]')
    FROM (SELECT o.id, ${organisationNameIn(locale)} AS name FROM organisation o
      JOIN organisation_unit ou ON ou.organisation_id = o.id
      WHERE ou.unit_id = ${unitId} AND o.archived_at IS NULL) of_unit)`;
