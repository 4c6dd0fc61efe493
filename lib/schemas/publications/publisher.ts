import { z } from "zod";

const blankIsUnset = (text: unknown) => (typeof text === "string" && text.trim() === "" ? undefined : text);
const line = (most: number) =>
  z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .max(most)
      .regex(/^[^\p{Cc}]*$/u)
      .optional(),
  );

/** The settings of the server that say who publishes, by the names of their variables. */
export const publisherVariables = z.object({
  SPAIV_PUBLISHER: line(200),
  SPAIV_PUBLISHER_CONTACT: line(200),
  SPAIV_PUBLISHER_ADDRESS: line(300),
  SPAIV_LICENCE: line(200),
  SPAIV_LICENCE_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^https?$/ }).optional()),
});

/** Who publishes, how to reach them, and on what terms; null is what nobody set. */
export interface Publisher {
  name: string | null;
  contact: string | null;
  /** Of their house, in one line. */
  address: string | null;
  /** An identifier such as `CC-BY-4.0`, or a sentence. */
  licence: string | null;
  /** Where the licence can be read. */
  licenceUrl: string | null;
}
