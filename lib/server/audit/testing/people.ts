import "server-only";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { acceptInvitation } from "@/lib/server/commands/people/accept-invitation";
import { askPasswordLink } from "@/lib/server/commands/people/ask-password-link";
import { changePerson } from "@/lib/server/commands/people/change-person";
import { clearBounce } from "@/lib/server/commands/people/clear-bounce";
import { erasePerson } from "@/lib/server/commands/people/erase-person";
import { giveRole } from "@/lib/server/commands/people/give-role";
import { handOverWork } from "@/lib/server/commands/people/hand-over-work";
import { invitePeople } from "@/lib/server/commands/people/invite-people";
import { joinByInvitation } from "@/lib/server/commands/people/join-by-invitation";
import { makePasswordLink } from "@/lib/server/commands/people/make-password-link";
import { renewInvitation } from "@/lib/server/commands/people/renew-invitation";
import { revokeInvitation } from "@/lib/server/commands/people/revoke-invitation";
import { setPersonState } from "@/lib/server/commands/people/set-person-state";
import { takeRole } from "@/lib/server/commands/people/take-role";
import { usePasswordLink } from "@/lib/server/commands/people/use-password-link";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { askedLinkJob } from "@/lib/server/people/asked-link-job";
import { linkToken } from "@/lib/server/people/links";
import { network, now, passwords, type Step, type World, words } from "./accounts-and-entry";

/** What is done about people, with names and addresses that can be told. */
export function people(world: World): Step[] {
  const by = () => world.plan.actors.secretariat;
  const client = () => world.database.prisma;
  const place = { plan: "spaiv", unit: "THA" };
  const invite = async (of: string, email = `malee.${of}@home.example`) => {
    const organisation = by().organisation.id;
    const defaults = { organisation, role: "contributor" as const, place, language: "th", locale: "en", roleWords: {} };
    const lines = [{ number: 1, fields: { email, name: words(of) } }];
    const [id] = await invitePeople(by(), { lines, defaults, isList: false }, now);
    return client().invitation.findUniqueOrThrow({ where: { id } });
  };
  const tokenOf = (row: { id: number; nonce: string }) => linkToken("invitation", row);
  let invited: { id: number };
  let id = 0;
  let goneId = 0;
  const facts = (name: string) => ({
    name,
    email: "malee.invited@home.example",
    organisation: by().organisation.id,
  });
  return [
    [
      "people/invite-people",
      async () => {
        invited = await invite("invited");
      },
    ],
    ["people/renew-invitation", () => renewInvitation(by(), invited.id, now)],
    [
      "people/accept-invitation",
      async () => {
        const row = await client().invitation.findUniqueOrThrow({ where: { id: invited.id } });
        const accepted = { token: tokenOf(row), name: words("accepted"), password: passwords[0] };
        id = (await acceptInvitation(accepted, network, now)).userId;
      },
    ],
    [
      "people/join-by-invitation",
      async () => {
        await client().userRole.deleteMany({ where: { userId: id } });
        const row = await invite("joined", "malee.invited@home.example");
        const session = await client().$transaction((tx) => startSession(tx, id, now));
        await joinByInvitation((await sessionActor(session.id, now))!, tokenOf(row), network, now);
      },
    ],
    ["people/revoke-invitation", async () => revokeInvitation(by(), (await invite("revoked")).id, now)],
    ["people/give-role", () => giveRole(by(), { id, role: "focalPoint", place })],
    [
      "people/take-role",
      async () => {
        const grant = await client().userRole.findFirstOrThrow({ where: { userId: id, role: "focalPoint" } });
        await takeRole(by(), { id, grant: grant.id });
      },
    ],
    [
      "people/change-person",
      () => changePerson(by(), { id, to: facts(words("changed")), was: facts(words("accepted")) }, now),
    ],
    [
      "people/set-person-state",
      async () => {
        await setPersonState(by(), { id, to: "disabled" }, now);
        await setPersonState(by(), { id, to: "active" }, now);
      },
    ],
    ["people/make-password-link", () => makePasswordLink(by(), id, now)],
    [
      "people/use-password-link",
      async () => {
        const row = await client().passwordLink.findFirstOrThrow({ where: { userId: id } });
        await usePasswordLink({ token: linkToken("password", row), password: passwords[1] }, network, now);
      },
    ],
    [
      "people/ask-password-link",
      async () => {
        process.env.SPAIV_SMTP_URL = "smtp://127.0.0.1:25";
        process.env.SPAIV_MAIL_FROM = "monitor@example.org";
        await askPasswordLink("malee.invited@home.example", network, now);
        delete process.env.SPAIV_SMTP_URL;
        delete process.env.SPAIV_MAIL_FROM;
        const job = await client().job.findFirstOrThrow({ where: { kind: askedLinkJob.name } });
        await runJob(askedLinkJob, job.id);
      },
    ],
    [
      "people/clear-bounce",
      async () => {
        const organisationId = by().organisation.id;
        const gone = { email: "malee.gone@home.example", name: words("gone"), passwordHash: "", organisationId };
        goneId = (await client().user.create({ data: { ...gone, mailBouncedAt: now } })).id;
        const was = { name: gone.name, email: gone.email, organisation: organisationId };
        await clearBounce(by(), goneId);
        await changePerson(by(), { id: goneId, to: { ...was, name: words("left") }, was }, now);
      },
    ],
    [
      "people/erase-person",
      async () => {
        const roles = { create: { role: "administrator" as const } };
        const data = { email: "somchai.all@home.example", name: "Somchai All", passwordHash: "" };
        const made = await client().user.create({ data: { ...data, organisationId: by().organisation.id, roles } });
        const session = await client().$transaction((tx) => startSession(tx, made.id, now));
        await setPersonState(by(), { id: goneId, to: "disabled" }, now);
        await erasePerson((await sessionActor(session.id, now))!, goneId, now);
      },
    ],
    [
      "people/hand-over-work",
      () => {
        const { contributor } = world.plan.actors;
        const unit = world.plan.unitIds.THA!;
        return handOverWork(by(), { from: contributor.id, to: id, unit, withRole: false }, now);
      },
    ],
  ];
}
