import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

/** A plan with the countries whose indicators can be assigned, all its periods in the order of time, and its reports' ids. */
export type MatrixPlan = Pick<LocatedReport["plan"], "id" | "code" | "resultsVersion"> & {
  units: LocatedReport["unit"][];
  periods: Pick<LocatedReport["period"], "id" | "code" | "startsOn" | "endsOn" | "state" | "frequency">[];
  reports: { id: number; unitId: number; periodId: number }[];
};

type Row = Omit<MatrixPlan, "periods"> & {
  periods: (Omit<MatrixPlan["periods"][number], "startsOn" | "endsOn"> & { startsOn: string; endsOn: string })[];
};

/** In one statement. Nobody but the secretariat enters for the region, so that nothing of it is assigned. */
export async function matrixPlan(client: Pick<Transaction, "$queryRaw">, code: string): Promise<MatrixPlan | null> {
  const [plan] = await client.$queryRaw<Row[]>`
    SELECT p.id, p.code, p.results_version AS "resultsVersion",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) ORDER BY n.position)
        FROM reporting_unit n WHERE n.plan_id = p.id AND n.level <> 'region'), '[]') AS units,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'code', t.code, 'startsOn', t.starts_on, 'endsOn', t.ends_on,
          'state', t.state, 'frequency', t.frequency) ORDER BY t.ends_on, t.starts_on DESC)
        FROM reporting_period t WHERE t.plan_id = p.id), '[]') AS periods,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'unitId', r.unit_id, 'periodId', r.period_id))
        FROM report r WHERE r.plan_id = p.id), '[]') AS reports
    FROM plan p WHERE p.code = ${code}`;
  if (!plan) return null;
  const periods = plan.periods.map((period) => ({
    ...period,
    startsOn: new Date(period.startsOn),
    endsOn: new Date(period.endsOn),
  }));
  return { ...plan, periods };
}
