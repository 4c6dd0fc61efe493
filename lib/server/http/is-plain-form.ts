import "server-only";
import { headers } from "next/headers";

/** Whether the page that is drawn answers a form that a browser sent without a script. */
export async function isPlainForm(): Promise<boolean> {
  const sent = await headers();
  return !sent.has("next-action") && (sent.get("content-type")?.startsWith("multipart/form-data") ?? false);
}
