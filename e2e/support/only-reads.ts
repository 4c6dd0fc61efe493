import { inDatabase } from "./database";
import type { Place } from "./server";

/** What reading leaves behind: who signed in, and the server's own timed work. */
const ofReading = ["session", "sign_in_throttle", "audit_event", "audit_payload", "audit_anchor", "job"];

/** From now on the place's database refuses every change of a row but those that come with reading. */
export const onlyReads = (place: Place): Promise<void> =>
  inDatabase(place, async ({ query }) => {
    await query(`
      CREATE FUNCTION only_reads() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'A journey that only reads changes the table %.', TG_TABLE_NAME; END $$`);
    await query(`
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT tablename FROM pg_tables
          WHERE schemaname = 'public' AND tablename <> ALL ('{${ofReading}}') LOOP
          EXECUTE format('CREATE TRIGGER only_reads BEFORE INSERT OR UPDATE OR DELETE ON %I
            FOR EACH ROW EXECUTE FUNCTION only_reads()', name);
        END LOOP;
      END $$`);
  });
