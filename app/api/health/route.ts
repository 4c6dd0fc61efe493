import { databaseAnswers } from "@/lib/server/queries/database-answers";

export const dynamic = "force-dynamic";

/**
 * Says that the server answers and its database too; 503 where it doesn't, which for a server's database the front says
 * already (server/front).
 */
export async function GET() {
  const isHere = await databaseAnswers();
  return Response.json(
    { status: isHere ? "ok" : "unavailable" },
    { status: isHere ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
