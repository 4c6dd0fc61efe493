-- The chain of the audit no longer covers what an event says of the states before and after it, but its salted hash; the words
-- themselves stand in a table of their own, from which they can be erased. docs/decisions/0015 says why.

ALTER TABLE "audit_event" ADD COLUMN     "payload_hash" TEXT,
ADD COLUMN     "plan_id" INTEGER,
ADD COLUMN     "report_id" INTEGER,
ADD COLUMN     "unit_id" INTEGER;

CREATE TABLE "audit_payload" (
    "stream" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "salt" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_payload_pkey" PRIMARY KEY ("stream","sequence")
);

-- What Prisma's schema can't say.

-- Both texts are lib/server/audit/verify.ts's too. A line break never stands in the text of JSON.
CREATE FUNCTION "audit_payload_hash"(in_salt uuid, in_before jsonb, in_after jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(
    in_salt || E'\n' || coalesce(in_before::text, '') || E'\n' || coalesce(in_after::text, ''), 'UTF8')), 'hex')
$$;
CREATE FUNCTION "audit_event_hash"(
  in_previous text, in_stream text, in_sequence integer, in_at timestamp, in_actor_id integer, in_action text,
  in_subject text, in_plan_id integer, in_unit_id integer, in_report_id integer, in_payload_hash text
) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(in_previous, in_stream, in_sequence,
    to_char(in_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), in_actor_id, in_action, in_subject, in_plan_id, in_unit_id,
    in_report_id, in_payload_hash)::text, 'UTF8')), 'hex')
$$;

-- Adds an event to its stream: one call instead of a lock, a read and two writes, for every saved value passes here.
DROP FUNCTION "append_audit_event";
CREATE FUNCTION "append_audit_event"(
  in_stream text, in_actor_id integer, in_action text, in_subject text, in_plan_id integer, in_unit_id integer,
  in_report_id integer, in_before jsonb, in_after jsonb
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  last record;
  moment timestamp(3);
  number integer;
  salt uuid;
  payload_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || in_stream, 0));
  -- A statement of its own, which begins once the lock is held: it sees the event of whoever held it before.
  SELECT e.sequence, e.hash INTO last FROM audit_event e WHERE e.stream = in_stream ORDER BY e.sequence DESC LIMIT 1;
  number := coalesce(last.sequence, 0) + 1;
  moment := date_trunc('milliseconds', clock_timestamp() AT TIME ZONE 'UTC');
  IF num_nonnulls(in_before, in_after) > 0 THEN
    salt := gen_random_uuid();
    payload_hash := audit_payload_hash(salt, in_before, in_after);
  END IF;
  INSERT INTO audit_event (stream, sequence, at, actor_id, action, subject, plan_id, unit_id, report_id, payload_hash,
    previous_hash, hash)
  VALUES (in_stream, number, moment, in_actor_id, in_action, in_subject, in_plan_id, in_unit_id, in_report_id, payload_hash,
    coalesce(last.hash, ''), audit_event_hash(coalesce(last.hash, ''), in_stream, number, moment, in_actor_id, in_action,
      in_subject, in_plan_id, in_unit_id, in_report_id, payload_hash));
  IF salt IS NOT NULL THEN
    INSERT INTO audit_payload (stream, sequence, salt, before, after)
    VALUES (in_stream, number, salt, in_before, in_after);
  END IF;
  RETURN number;
END $$;

-- A payload is never changed, and goes only after an event of its stream that says so.
CREATE FUNCTION "guard_audit_payload"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT FROM audit_event e WHERE e.stream = OLD.stream AND e.sequence > OLD.sequence AND e.action = 'erased'
      AND e.subject = 'event ' || OLD.stream || ' ' || OLD.sequence
  ) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, or erased by an audit event', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "audit_payload_guarded" BEFORE UPDATE OR DELETE ON "audit_payload"
  FOR EACH ROW EXECUTE FUNCTION "guard_audit_payload"();
CREATE TRIGGER "audit_payload_never_emptied" BEFORE TRUNCATE ON "audit_payload"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What was written so far is verified as it was written: over the canonical JSON of the whole event. Keys are sorted by
-- code unit there, which is the same here for all that lie below the surrogates; numbers are as JavaScript writes them.
CREATE FUNCTION "former_number"(given numeric) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  plain text := trim_scale(abs(given))::text;
  digits text := rtrim(ltrim(replace(plain, '.', ''), '0'), '0');
  exponent integer;
BEGIN
  IF given = 0 OR (abs(given) >= 0.000001 AND abs(given) < 1e21) THEN RETURN trim_scale(given)::text; END IF;
  exponent := CASE WHEN abs(given) >= 1 THEN length(split_part(plain, '.', 1)) - 1
    ELSE length(ltrim(split_part(plain, '.', 2), '0')) - length(split_part(plain, '.', 2)) - 1 END;
  RETURN CASE WHEN given < 0 THEN '-' ELSE '' END || left(digits, 1)
    || CASE WHEN length(digits) > 1 THEN '.' || substr(digits, 2) ELSE '' END
    || 'e' || CASE WHEN exponent > 0 THEN '+' ELSE '' END || exponent;
END $$;
CREATE FUNCTION "former_json"(given jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(given)
    WHEN 'object' THEN '{' || coalesce((
      SELECT string_agg(to_json(o.key)::text || ':' || former_json(o.value), ',' ORDER BY o.key COLLATE "C")
      FROM jsonb_each(given) o), '') || '}'
    WHEN 'array' THEN '[' || coalesce((
      SELECT string_agg(former_json(a.value), ',' ORDER BY a.place)
      FROM jsonb_array_elements(given) WITH ORDINALITY a(value, place)), '') || ']'
    WHEN 'number' THEN former_number((given #>> '{}')::numeric)
    WHEN 'string' THEN to_json(given #>> '{}')::text
    ELSE coalesce(given::text, 'null')
  END;
END $$;
CREATE TEMPORARY TABLE "former_fault" AS
  SELECT DISTINCT ON (e.stream) e.stream, e.sequence FROM (
    SELECT f.*, lag(f.sequence, 1, 0) OVER w AS sequence_before, lag(f.hash, 1, '') OVER w AS hash_before
    FROM audit_event f WINDOW w AS (PARTITION BY f.stream ORDER BY f.sequence)
  ) e
  WHERE (e.previous_hash <> e.hash_before AND e.sequence = e.sequence_before + 1)
    OR e.hash <> encode(sha256(convert_to(e.previous_hash || E'\n' || '{"action":' || to_json(e.action)
      || ',"actorId":' || coalesce(e.actor_id::text, 'null') || ',"after":' || former_json(e.after)
      || ',"at":"' || to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","before":' || former_json(e.before)
      || ',"sequence":' || e.sequence || ',"stream":' || to_json(e.stream) || ',"subject":' || to_json(e.subject) || '}',
      'UTF8')), 'hex')
  ORDER BY e.stream, e.sequence;
DROP FUNCTION "former_json";
DROP FUNCTION "former_number";

ALTER TABLE "audit_event" DISABLE TRIGGER "audit_event_append_only";

-- What was throttled named an address of the network, and the hash of an e-mail address.
UPDATE "audit_event" SET "after" = coalesce("after", '{}') || jsonb_build_object('key', "subject"),
  "subject" = 'sign-in ' || split_part("subject", ':', 1)
WHERE "stream" = 'sign-in';

UPDATE "audit_event" e SET "report_id" = r.id, "unit_id" = r.unit_id, "plan_id" = r.plan_id
FROM "report" r WHERE e.stream = 'report:' || r.id;
UPDATE "audit_event" e SET "plan_id" = p.plan_id FROM "reporting_period" p WHERE e.stream = 'period:' || p.id;
-- "publication 3: spaiv country THA 2016", which may be gone.
UPDATE "audit_event" e SET "unit_id" = u.id, "plan_id" = p.id FROM "plan" p JOIN "reporting_unit" u ON u.plan_id = p.id
WHERE e.stream LIKE 'publication:%' AND split_part(e.subject, ' ', 3) = p.code AND split_part(e.subject, ' ', 5) = u.code;
UPDATE "audit_event" e SET "plan_id" = p.id FROM "plan" p
WHERE e.stream = 'publications:command' AND e.subject LIKE '% of ' || p.code;

INSERT INTO "audit_payload" ("stream", "sequence", "salt", "before", "after")
SELECT "stream", "sequence", gen_random_uuid(), "before", "after" FROM "audit_event"
WHERE num_nonnulls("before", "after") > 0;

-- And chained anew. An event that was taken out before stays away, which its number shows.
DO $$
DECLARE
  e record;
  stream_before text;
  link text;
  next_link text;
BEGIN
  FOR e IN
    SELECT v.*, audit_payload_hash(p.salt, p.before, p.after) AS new_payload_hash, p.salt IS NOT NULL AS has_payload
    FROM audit_event v LEFT JOIN audit_payload p USING (stream, sequence) ORDER BY v.stream, v.sequence
  LOOP
    IF e.stream IS DISTINCT FROM stream_before THEN link := ''; END IF;
    stream_before := e.stream;
    next_link := audit_event_hash(link, e.stream, e.sequence, e.at, e.actor_id, e.action, e.subject, e.plan_id, e.unit_id,
      e.report_id, CASE WHEN e.has_payload THEN e.new_payload_hash END);
    UPDATE audit_event v SET before = NULL, after = NULL, previous_hash = link, hash = next_link,
      payload_hash = CASE WHEN e.has_payload THEN e.new_payload_hash END
    WHERE v.stream = e.stream AND v.sequence = e.sequence;
    link := next_link;
  END LOOP;
END $$;
ALTER TABLE "audit_event" ENABLE TRIGGER "audit_event_append_only";

ALTER TABLE "audit_event" DROP COLUMN "after",
DROP COLUMN "before";
CREATE INDEX "audit_event_plan_id_at_idx" ON "audit_event"("plan_id", "at");
CREATE INDEX "audit_event_unit_id_at_idx" ON "audit_event"("unit_id", "at");
CREATE INDEX "audit_event_report_id_at_idx" ON "audit_event"("report_id", "at");
ALTER TABLE "audit_payload" ADD CONSTRAINT "audit_payload_stream_sequence_fkey" FOREIGN KEY ("stream", "sequence") REFERENCES "audit_event"("stream", "sequence") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What didn't fit is said in the stream itself, for its old hashes are gone.
SELECT "append_audit_event"(f.stream, NULL, 'foundAltered', 'event ' || f.stream || ' ' || f.sequence, NULL, NULL, NULL, NULL, NULL)
FROM "former_fault" f;
DROP TABLE "former_fault";
