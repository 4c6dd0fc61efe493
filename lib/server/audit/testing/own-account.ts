import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { sessionActor } from "@/lib/server/auth/session";
import { handleOf } from "@/lib/server/auth/session-handle";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { beginPasskey } from "@/lib/server/commands/account/begin-passkey";
import { beginPasskeySignIn } from "@/lib/server/commands/account/begin-passkey-sign-in";
import { beginTwoStep } from "@/lib/server/commands/account/begin-two-step";
import { confirmTwoStep } from "@/lib/server/commands/account/confirm-two-step";
import { endOtherSessions } from "@/lib/server/commands/account/end-other-sessions";
import { endSession } from "@/lib/server/commands/account/end-session";
import { removePasskey } from "@/lib/server/commands/account/remove-passkey";
import { renamePasskey } from "@/lib/server/commands/account/rename-passkey";
import { renewRecoveryCodes } from "@/lib/server/commands/account/renew-recovery-codes";
import { resetTwoStep } from "@/lib/server/commands/account/reset-two-step";
import { signInByProvider } from "@/lib/server/commands/account/sign-in-by-provider";
import { signInWithCode } from "@/lib/server/commands/account/sign-in-with-code";
import { switchOffTwoStep } from "@/lib/server/commands/account/switch-off-two-step";
import { appOf } from "@/lib/server/commands/account/testing/officers";
import { enterBy, givePasskey, site } from "@/lib/server/commands/account/testing/passkeys";
import { unlinkIdentitiesOf } from "@/lib/server/commands/account/unlink-identities-of";
import { unlinkIdentity } from "@/lib/server/commands/account/unlink-identity";
import { createAdministrator } from "@/lib/server/commands/create-administrator";
import { signIn } from "@/lib/server/commands/sign-in";
import { network, now, type Step, type World } from "./accounts-and-entry";

const password = "nine slow buffaloes";
/** What a provider calls somebody may be a name. */
const identity = { issuer: "https://login.example.org", subject: "somchai.subject@home.example" };
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** What two people do with their own accounts and each other's. */
export function ownAccount(world: World): Step[] {
  const of = (name: string) => ({ email: `somchai.${name}@home.example`, name: `Somchai ${name}` });
  const enter = async (name: string) => {
    const session = await signIn({ email: of(name).email, password }, network, now);
    return { session, actor: (await sessionActor(session.id, now))! };
  };
  const setUp = async (minutes: number) => {
    const { session, actor } = await enter("second");
    await beginTwoStep(actor, { currentPassword: password }, at(minutes));
    const app = await appOf(world.database, actor.id);
    const { recoveryCodes } = await confirmTwoStep(actor, session.id, { code: app(at(minutes)) }, at(minutes));
    return { actor, app, recoveryCodes };
  };
  let passkey: Awaited<ReturnType<typeof givePasskey>> & { actor: Actor };
  let person: Awaited<ReturnType<typeof setUp>>;
  return [
    [
      "account/end-session",
      async () => {
        for (const name of ["first", "second"])
          await createAdministrator({ ...of(name), password, organisation: "Office of Somchai" });
        const [{ actor }, { session }] = [await enter("first"), await enter("first")];
        await endSession(actor, handleOf(session.id), now);
      },
    ],
    [
      "account/end-other-sessions",
      async () => {
        const { actor, session } = await enter("first");
        await endOtherSessions(actor, session.id, now);
      },
    ],
    [
      "account/sign-in-by-provider",
      () => signInByProvider({ ...identity, verifiedEmail: of("first").email }, network, now),
    ],
    [
      "account/unlink-identity",
      async () => {
        const { actor } = await enter("first");
        const [linked] = await world.database.prisma.identity.findMany({ where: { userId: actor.id } });
        await unlinkIdentity(actor, { identity: linked!.id, currentPassword: password }, now);
      },
    ],
    [
      "account/unlink-identities-of",
      async () => {
        const { userId } = await signInByProvider({ ...identity, verifiedEmail: of("second").email }, network, now);
        await unlinkIdentitiesOf((await enter("first")).actor, userId, now);
      },
    ],
    [
      "account/begin-two-step",
      async () => {
        await beginTwoStep((await enter("second")).actor, { currentPassword: password }, now);
      },
    ],
    [
      "account/confirm-two-step",
      async () => {
        person = await setUp(1);
      },
    ],
    [
      "account/sign-in-with-code",
      async () => {
        const needed = await signIn({ email: of("second").email, password }, network, now).catch((error) => error);
        if (!(needed instanceof SecondStepNeeded)) throw needed;
        await signInWithCode({ token: needed.pending.token, code: person.recoveryCodes[0]! }, network, now);
      },
    ],
    [
      "account/renew-recovery-codes",
      async () => {
        person = { ...person, ...(await renewRecoveryCodes(person.actor, { code: person.app(at(3)) }, at(3))) };
      },
    ],
    [
      "account/switch-off-two-step",
      () => switchOffTwoStep(person.actor, { currentPassword: password, code: person.recoveryCodes[0]! }, at(5)),
    ],
    [
      "account/add-passkey",
      async () => {
        const { actor } = await enter("first");
        passkey = { actor, ...(await givePasskey(actor, password, now, { name: "Somchai's laptop" })) };
      },
    ],
    [
      "account/begin-passkey",
      async () => {
        await beginPasskey(passkey.actor, { currentPassword: password }, site, now);
      },
    ],
    [
      "account/begin-passkey-sign-in",
      async () => {
        await beginPasskeySignIn(site, network, now);
      },
    ],
    [
      "account/sign-in-with-passkey",
      async () => {
        await enterBy(passkey.held, now, {}, network);
      },
    ],
    [
      "account/rename-passkey",
      async () => renamePasskey((await enter("first")).actor, { passkey: passkey.id, name: "Somchai's old laptop" }),
    ],
    [
      "account/remove-passkey",
      async () => {
        const { actor, session } = await enter("first");
        await removePasskey(actor, session.id, { passkey: passkey.id, currentPassword: password }, now);
      },
    ],
    [
      "account/reset-two-step",
      async () => {
        const { actor } = await setUp(7);
        await resetTwoStep((await enter("first")).actor, actor.id, at(8));
      },
    ],
  ];
}
