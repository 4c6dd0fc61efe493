import { currentDatabase } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";

export const dynamic = "force-dynamic";

/**
 * Says that the server answers and its database too; 503 where it doesn't, which for a server's database the front says
 * already (server/front).
 */
export async function GET() {
  const isHere = await currentDatabase()
    .then(({ pool }) => pool.query("SELECT 1"))
    .then(
      () => true,
      (error) => {
        log.error({ err: error }, "The database doesn't answer.");
        return false;
      },
    );
  return Response.json(
    { status: isHere ? "ok" : "unavailable" },
    { status: isHere ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
