import { z } from "zod";
import { pageLocale, rowId, text } from "./form-fields";
import { presentPassword } from "./sign-in";

/** Nobody needs more devices, and nobody is to fill a table. */
export const MOST_PASSKEYS = 10;
export const PASSKEY_NAME_MAX = 60;

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]*$/);

// What browsers send of a device's answer. They say more than is asked for, and another browser says other things: only
// what is named here is read.
const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).catch({}),
};
const transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

export const passkeyMadeSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(24_000),
    transports: z
      .array(z.string().max(20))
      .max(10)
      .catch([])
      .transform((said) => said.flatMap((each) => transport.safeParse(each).data ?? []))
      .default([]),
  }),
});

export const passkeyUsedSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    userHandle: base64url(200).optional(),
  }),
});
export type PasskeyMade = z.output<typeof passkeyMadeSchema>;
export type PasskeyUsed = z.output<typeof passkeyUsedSchema>;

/** Before a device is asked for a passkey. */
export const beginPasskeySchema = z.object({ currentPassword: presentPassword });

const name = text(PASSKEY_NAME_MAX);
export const addPasskeySchema = z.object({
  /** What its person calls it; empty: what their browser is. */
  name,
  response: passkeyMadeSchema,
});
export const signInWithPasskeySchema = z.object({
  response: passkeyUsedSchema,
  /** Where to go afterwards. */
  from: z.string().optional(),
  locale: pageLocale,
});
export const renamePasskeySchema = z.object({
  passkey: rowId,
  name: name.pipe(z.string().min(1, "passkeyNameMissing")),
  locale: pageLocale,
});
export const removePasskeySchema = z.object({
  passkey: rowId,
  currentPassword: presentPassword,
  locale: pageLocale,
});
