import "server-only";
import { type Publisher, publisherVariables } from "@/lib/schemas/publications/publisher";

/**
 * Who publishes, as the server's settings say.
 * @throws Error that names the variable which can't be used
 */
export function publisherOfServer(variables: Readonly<Record<string, string | undefined>> = process.env): Publisher {
  const read = publisherVariables.safeParse(variables);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => path.join(".")))].join(", ");
    throw new Error(`${names} can't be used: write one line of text, and for SPAIV_LICENCE_URL a whole address`);
  }
  const { data } = read;
  return {
    name: data.SPAIV_PUBLISHER ?? null,
    contact: data.SPAIV_PUBLISHER_CONTACT ?? null,
    address: data.SPAIV_PUBLISHER_ADDRESS ?? null,
    licence: data.SPAIV_LICENCE ?? null,
    licenceUrl: data.SPAIV_LICENCE_URL ?? null,
  };
}
