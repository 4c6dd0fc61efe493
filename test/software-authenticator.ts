import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { PasskeyMade, PasskeyUsed } from "@/lib/schemas/forms/passkeys";

// A device that holds passkeys, as WebAuthn describes it (https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data): keys
// over P-256, no word of its maker.

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

export interface Held {
  credentialId: string;
  privateKey: KeyObject;
  userHandle: string;
  counter: number;
}

interface Site {
  rpId: string;
  origin: string;
}

interface Said extends Partial<Site> {
  /** Whether the device knew its person. */
  isVerified?: boolean;
  type?: string;
}

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** A byte string of CBOR. */
const byteString = (bytes: Uint8Array) =>
  Buffer.concat([
    bytes.length < 256
      ? Buffer.from([0x58, bytes.length])
      : Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]),
    bytes,
  ]);
const word = (said: string) => Buffer.concat([Buffer.from([0x60 + said.length]), Buffer.from(said)]);

/** A key in COSE: type EC2 (1: 2), algorithm ES256 (3: -7), curve P-256 (-1: 1), and its two coordinates. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: "jwk" });
  const coordinate = (of: string | undefined) => byteString(Buffer.from(of!, "base64url"));
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ]);
}

/** What stands first in all that a device says: for which site, how its person was there, and how often the key was used. */
function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const head = Buffer.alloc(5);
  head[0] = flags;
  head.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(rpId), head]);
}

export function softwareAuthenticator(site: Site) {
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const flagsOf = ({ isVerified = true }: Said) => PRESENT | (isVerified ? VERIFIED : 0);
  return {
    /** Makes a passkey, as `startRegistration` hands it over. */
    make(
      { challenge, user }: { challenge: string; user: { id: string } },
      said: Said = {},
      counter = 0,
    ): { held: Held; response: PasskeyMade } {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const id = randomBytes(32);
      const { rpId, origin } = { ...site, ...said };
      const length = Buffer.from([0, id.length]);
      const data = Buffer.concat([
        authenticatorData(rpId, flagsOf(said) | WITH_KEY, counter),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        word("fmt"),
        word("none"),
        word("attStmt"),
        Buffer.from([0xa0]),
        word("authData"),
        byteString(data),
      ]);
      const credentialId = text(id);
      return {
        held: { credentialId, privateKey, userHandle: user.id, counter },
        response: {
          id: credentialId,
          rawId: credentialId,
          type: "public-key",
          clientExtensionResults: {},
          response: {
            clientDataJSON: text(clientData(said.type ?? "webauthn.create", challenge, origin)),
            attestationObject: text(attestation),
            transports: ["internal"],
          },
        },
      };
    },
    /** Signs with a passkey, as `startAuthentication` hands it over, and counts one more. */
    use(held: Held, { challenge }: { challenge: string }, said: Said & Partial<Held> = {}): PasskeyUsed {
      const { rpId, origin } = { ...site, ...said };
      if (held.counter > 0) held.counter++;
      const data = authenticatorData(rpId, flagsOf(said), said.counter ?? held.counter);
      const client = clientData(said.type ?? "webauthn.get", challenge, origin);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), said.privateKey ?? held.privateKey);
      return {
        id: held.credentialId,
        rawId: held.credentialId,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: text(client),
          authenticatorData: text(data),
          signature: text(signature),
          userHandle: said.userHandle ?? held.userHandle,
        },
      };
    },
  };
}
