import { emptyPlace, startServer } from "./server";

/** Lets one server migrate and fill a database; every journey then works on a copy of it. */
export default async function makeTemplate() {
  const place = await emptyPlace();
  const server = await startServer(place.env, undefined, 300_000);
  await server.stop();
  process.env.SPAIV_E2E_TEMPLATE = place.env.DATABASE_URL
    ? new URL(place.env.DATABASE_URL).pathname.slice(1)
    : place.env.SPAIV_DATA_DIR;
  return () => place.remove();
}
