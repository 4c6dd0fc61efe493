import { currentDatabase } from "@/lib/server/db/client";

export const dynamic = "force-dynamic";

/** Says that the server answers and its database too. */
export async function GET() {
  const { pool } = await currentDatabase();
  await pool.query("SELECT 1");
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
