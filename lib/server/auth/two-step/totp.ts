import "server-only";
import { generateSecret, generateURI, verifySync } from "otplib";

/** In bytes: as many as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** In seconds: a code that somebody began to type before it changed is still taken, and one of a telephone that is fast. */
const TOLERANCE: [past: number, future: number] = [30, 30];

export const newSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** What an authenticator app reads from the picture, and shows beside its codes. */
export const secretAddress = (secret: string, email: string, site: string): string =>
  generateURI({ issuer: site || "SPAIV Monitor", label: email, secret });

/**
 * The time step of a right code, as RFC 6238 counts them; null for a wrong one, and for one of a step that was taken already.
 * @param after the step of the last code that was taken
 */
export function timeStepOf(code: string, secret: string, after: number | null, now: Date): number | null {
  try {
    const verified = verifySync({
      secret,
      token: code,
      epoch: Math.floor(now.getTime() / 1000),
      epochTolerance: TOLERANCE,
      ...(after === null ? {} : { afterTimeStep: after }),
    });
    return verified.valid && "timeStep" in verified ? verified.timeStep : null;
  } catch {
    // It throws on whatever isn't six digits.
    return null;
  }
}
