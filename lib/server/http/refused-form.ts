import "server-only";
import { headers } from "next/headers";
import { isPlainForm } from "./is-plain-form";

const shared = globalThis as typeof globalThis & { spaivRefused?: WeakSet<object> };

/** Requests that sent a form which was refused, by their headers; one set for all bundles. */
shared.spaivRefused ??= new WeakSet();
const refused = shared.spaivRefused;

/** Notes that the form was refused which the present request sends. */
export async function noteRefused(): Promise<void> {
  refused.add(await headers());
}

/**
 * Whether the page that is drawn answers a form that was refused, sent by a browser without a script. With one, the page stays
 * and its form says so.
 */
export async function isRefusedForm(): Promise<boolean> {
  return (await isPlainForm()) && refused.has(await headers());
}
