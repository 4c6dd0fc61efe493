-- The whole schema as it stood on 2026-12-06, in place of the 104 steps that led there (lib/server/db/migrate.ts takes a
-- database that has all of them as one that has this). Later changes follow as migrations of their own.

-- Types

CREATE TYPE accumulation AS ENUM ('perPeriod', 'cumulativeToDate', 'snapshot');
CREATE TYPE addressed_kind AS ENUM ('observation', 'recommendation', 'decision', 'platformPoint');
CREATE TYPE addressed_visibility AS ENUM ('platform', 'governments', 'public');
CREATE TYPE after_end AS ENUM ('stillAchieved', 'achievedLater', 'noLongerAchieved', 'stillMissed');
CREATE TYPE aggregation AS ENUM ('sum', 'ratioOfSums', 'countOfCountries', 'notComputable');
CREATE TYPE attribution AS ENUM ('secretariatOnly', 'governments', 'named');
CREATE TYPE decision AS ENUM ('returned', 'approved', 'reopened');
CREATE TYPE direction AS ENUM ('increase', 'decrease', 'neutral');
CREATE TYPE disclosure_state AS ENUM ('shown', 'small', 'suppressed', 'missing');
CREATE TYPE file_type AS ENUM ('pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'pptx');
CREATE TYPE follow_up_status AS ENUM ('done', 'underWay', 'notBegun');
CREATE TYPE frequency AS ENUM ('annual', 'halfYearly', 'quarterly');
CREATE TYPE indicator_type AS ENUM ('number', 'percentage', 'yesNo', 'milestone', 'narrative');
CREATE TYPE job_state AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');
CREATE TYPE key_action_state AS ENUM ('planned', 'underWay', 'done', 'stopped');
CREATE TYPE mail_state AS ENUM ('waiting', 'sending', 'sent', 'kept', 'failed', 'bounced', 'unknown', 'dropped');
CREATE TYPE meeting_decision_kind AS ENUM ('documentAdopted', 'regionalPriority', 'task', 'nextMeeting', 'planExtended');
CREATE TYPE meeting_kind AS ENUM ('som', 'imm', 'somImm', 'rtf', 'taskForce', 'youthForum', 'platform', 'workshop');
CREATE TYPE meeting_state AS ENUM ('planned', 'papersOut', 'held', 'outcomeAgreed', 'closed');
CREATE TYPE mention_kind AS ENUM ('comment', 'query', 'review', 'takenOver');
CREATE TYPE missing_reason AS ENUM ('notCollected', 'notApplicable', 'notYetAvailable', 'confidential', 'notReported');
CREATE TYPE narrative_kind AS ENUM ('progress', 'challenges', 'lessons', 'goodPractice');
CREATE TYPE node_kind AS ENUM ('pillar', 'goal', 'outcome', 'output', 'activity');
CREATE TYPE observation_basis AS ENUM ('serviceData', 'fieldMonitoring', 'study', 'media');
CREATE TYPE observation_kind AS ENUM ('agrees', 'addsContext', 'questions', 'reportsGap', 'goodPractice');
CREATE TYPE organisation_kind AS ENUM ('government', 'secretariat', 'civilSociety', 'international', 'donor', 'privateSector', 'academia', 'media', 'youth');
CREATE TYPE period_state AS ENUM ('open', 'closed', 'locked');
CREATE TYPE platform_part AS ENUM ('activity', 'challenge', 'priority');
CREATE TYPE platform_point_kind AS ENUM ('challenge', 'priority');
CREATE TYPE platform_report_state AS ENUM ('draft', 'agreed', 'presented', 'answered');
CREATE TYPE publication_failure AS ENUM ('contentFormat', 'other');
CREATE TYPE publication_format AS ENUM ('pdf', 'docx', 'html', 'xlsx', 'csv');
CREATE TYPE publication_kind AS ENUM ('regional', 'country', 'goal', 'dataBook', 'paperSet', 'platformReport');
CREATE TYPE publication_state AS ENUM ('queued', 'making', 'ready', 'failed', 'cancelled');
CREATE TYPE recommendation_answer AS ENUM ('accepted', 'acceptedInPart', 'noted');
CREATE TYPE reminder_audience AS ENUM ('focalPoints', 'contributors');
CREATE TYPE reply_kind AS ENUM ('willCorrect', 'explains', 'disagrees', 'actedOn');
CREATE TYPE report_state AS ENUM ('draft', 'submitted', 'returned', 'approved');
CREATE TYPE response_state AS ENUM ('awaited', 'unanswered', 'given');
CREATE TYPE results_cause AS ENUM ('approval', 'reopening', 'target', 'framework', 'setting', 'release', 'takeDown', 'correction');
CREATE TYPE review_answer_kind AS ENUM ('accept', 'query');
CREATE TYPE role AS ENUM ('focalPoint', 'contributor', 'delegate', 'secretariat', 'csoMember', 'csoReporter', 'youthFacilitator', 'partner', 'auditor', 'administrator');
CREATE TYPE round_stage AS ENUM ('draft', 'inSafetyCheck', 'sentBack', 'passed');
CREATE TYPE safety_rule AS ENUM ('namesSomebody', 'identifiable', 'smallCount', 'minor', 'contactDetails', 'securityRisk', 'defamatory');
CREATE TYPE status AS ENUM ('achieved', 'maintained', 'onTrack', 'accelerationNeeded', 'limitedProgress', 'movingAway', 'pending', 'missed', 'notAssessed');
CREATE TYPE take_down_kind AS ENUM ('narrative', 'value');
CREATE TYPE text_end AS ENUM ('answered', 'notAnswered', 'withdrawn', 'takenDown');
CREATE TYPE unit_level AS ENUM ('region', 'country', 'province');
CREATE TYPE validity AS ENUM ('holds', 'holdsNoLonger');
CREATE TYPE value_kind AS ENUM ('number', 'censored', 'ratio', 'yesNo', 'step', 'narrative', 'missing');
CREATE TYPE youth_age AS ENUM ('under15', 'from15', 'from18');
CREATE TYPE youth_sex AS ENUM ('female', 'male', 'other');

-- What triggers do

CREATE FUNCTION append_audit_event(in_stream text, in_actor_id integer, in_action text, in_subject text, in_plan_id integer, in_unit_id integer, in_report_id integer, in_before jsonb, in_after jsonb) RETURNS integer
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION audit_event_hash(in_previous text, in_stream text, in_sequence integer, in_at timestamp without time zone, in_actor_id integer, in_action text, in_subject text, in_plan_id integer, in_unit_id integer, in_report_id integer, in_payload_hash text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(in_previous, in_stream, in_sequence,
    to_char(in_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), in_actor_id, in_action, in_subject, in_plan_id, in_unit_id,
    in_report_id, in_payload_hash)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION audit_payload_hash(in_salt uuid, in_before jsonb, in_after jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT encode(sha256(convert_to(
    in_salt || E'\n' || coalesce(in_before::text, '') || E'\n' || coalesce(in_after::text, ''), 'UTF8')), 'hex')
$$;

CREATE FUNCTION begin_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "meeting" m WHERE m.id = NEW.meeting_id AND m.state >= 'outcomeAgreed')
  THEN RAISE EXCEPTION 'the outcome of the meeting is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION begin_key_action() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.round IS NULL AND NOT EXISTS (SELECT FROM "meeting_decision" d JOIN "meeting" m ON m.id = d.meeting_id
    JOIN "reporting_unit" u ON u.plan_id = d.plan_id
    WHERE d.text_id = NEW.text_id AND m.state >= 'outcomeAgreed' AND u.id = NEW.unit_id)
  THEN RAISE EXCEPTION 'no agreed decision has this key action' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION follow_passed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "addressed_round" r WHERE r.text_id = NEW.text_id AND r.stage = 'passed')
  THEN RAISE EXCEPTION 'its words were not passed on' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION forget_bounce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW."mail_bounced_at" := NULL;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_audit_payload() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT FROM audit_event e WHERE e.stream = OLD.stream AND e.sequence > OLD.sequence AND e.action = 'erased'
      AND e.subject = 'event ' || OLD.stream || ' ' || OLD.sequence
  ) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, or erased by an audit event', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION guard_framework_edition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.from_version IS NULL THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND (OLD.from_version IS NULL OR (OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - 'until_version' = to_jsonb(NEW) - 'until_version'))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an adopted edition is only ever closed' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION identity_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'an identity stays whose it is' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION keep_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "meeting_decision" d JOIN "meeting" m ON m.id = d.meeting_id
    WHERE d.text_id = present.text_id AND m.state >= 'outcomeAgreed')
  THEN RAISE EXCEPTION 'the outcome of the meeting is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

CREATE FUNCTION keep_follow_up() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - ARRAY['body', 'redacted_at'] = to_jsonb(NEW) - ARRAY['body', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM "meeting" m WHERE m.id = present.meeting_id AND m.state = 'closed')
  THEN RAISE EXCEPTION 'the meeting is closed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

CREATE FUNCTION keep_former_threshold() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "former_threshold" f
      WHERE f."plan_id" = OLD."id" AND f."until_version" = NEW."results_version" - 1 AND f."threshold" = OLD."small_count_threshold") THEN
    RAISE EXCEPTION 'A threshold of small counts that gives way is kept in former_threshold.';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_given_reply() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  written CONSTANT text[] := ARRAY['body', 'evidence_title', 'evidence_url', 'redacted_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
    AND NEW.body = '' AND NEW.evidence_title = '' AND NEW.evidence_url = ''
    AND (OLD.body <> '' OR OLD.evidence_url <> '') AND to_jsonb(OLD) - written = to_jsonb(NEW) - written
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION keep_meeting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'planned' THEN RETURN OLD; END IF;
  ELSIF NEW.plan_id = OLD.plan_id AND NEW.state >= OLD.state AND (OLD.state = 'planned'
    OR (NEW.code = OLD.code AND NEW.release_id IS NOT DISTINCT FROM OLD.release_id))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the papers of meeting % are out', OLD.code USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION keep_platform_activity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  words CONSTANT text[] := ARRAY['title', 'place', 'time', 'officials', 'community', 'reach', 'redacted_at'];
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "platform_report" r WHERE r.id = present.report_id AND r.state <> 'draft')
    AND NOT (TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
      AND to_jsonb(OLD) - words = to_jsonb(NEW) - words)
  THEN RAISE EXCEPTION 'the report of the platform is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

CREATE FUNCTION keep_platform_report() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  later CONSTANT text[] := ARRAY['state', 'row_version'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'draft' THEN RETURN OLD; END IF;
  ELSIF OLD.state IN ('draft', 'agreed') THEN
    IF ROW(NEW.plan_id, NEW.unit_id, NEW.year) = ROW(OLD.plan_id, OLD.unit_id, OLD.year) THEN RETURN NEW; END IF;
  ELSIF NEW.state >= OLD.state AND to_jsonb(NEW) - later = to_jsonb(OLD) - later THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the report of the platform is kept' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION keep_platform_report_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "platform_report" r WHERE r.id = present.report_id AND r.state <> 'draft')
  THEN RAISE EXCEPTION 'the report of the platform is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

CREATE FUNCTION keep_platform_take_down() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF TG_OP = 'UPDATE'
    OR (TG_OP = 'DELETE') IS DISTINCT FROM (SELECT r.state = 'draft' FROM "platform_report" r WHERE r.id = present.report_id)
  THEN RAISE EXCEPTION 'what is taken down stays so' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

CREATE FUNCTION keep_platform_units() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'row_version' = to_jsonb(NEW) - 'row_version' THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "platform_point" p JOIN "platform_report" r ON r.id = p.report_id
    WHERE p.text_id = present.text_id AND r.state >= 'presented')
  THEN RAISE EXCEPTION 'the report of the platform is presented' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

CREATE FUNCTION keep_platform_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (TG_OP = 'DELETE' OR (NEW.body <> OLD.body AND NEW.redacted_at IS NULL)) AND EXISTS (SELECT FROM "platform_point" p
    JOIN "platform_report" r ON r.id = p.report_id WHERE p.text_id = OLD.text_id AND r.state <> 'draft')
  THEN RAISE EXCEPTION 'the report of the platform is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_recommendation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM addressed_round r WHERE r.text_id = OLD.text_id AND r.stage = 'passed')
  THEN RAISE EXCEPTION 'the recommendation has passed' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_recommendation_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM addressed_text t WHERE t.id = NEW.text_id AND t.locale = NEW.locale)
  THEN RAISE EXCEPTION 'it was said in this language' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;

-- Tables, each with its keys and indexes

CREATE TABLE audit_anchor (
    number integer NOT NULL,
    made_at timestamp(3) without time zone NOT NULL,
    heads jsonb NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
);
ALTER TABLE audit_anchor ADD CONSTRAINT audit_anchor_pkey PRIMARY KEY (number);

CREATE TABLE addressed_file (
    text_id integer NOT NULL,
    place integer NOT NULL,
    file_id integer NOT NULL,
    CONSTRAINT addressed_file_place_check CHECK (((place >= 1) AND (place <= 5)))
);
ALTER TABLE addressed_file ADD CONSTRAINT addressed_file_pkey PRIMARY KEY (text_id, place);
CREATE UNIQUE INDEX addressed_file_file_id_key ON addressed_file USING btree (file_id);

CREATE TABLE addressed_round (
    text_id integer NOT NULL,
    round integer NOT NULL,
    stage round_stage DEFAULT 'draft'::round_stage NOT NULL,
    body text NOT NULL,
    submitted_at timestamp(3) without time zone,
    submitted_by_id integer,
    check_due_on date,
    checked_at timestamp(3) without time zone,
    checked_by_id integer,
    rule safety_rule,
    note text DEFAULT ''::text NOT NULL,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT addressed_round_body_check CHECK (((body = ''::text) = (redacted_at IS NOT NULL))),
    CONSTRAINT addressed_round_checked_check CHECK ((num_nonnulls(checked_at, checked_by_id) =
CASE
    WHEN (stage = ANY (ARRAY['sentBack'::round_stage, 'passed'::round_stage])) THEN 2
    ELSE 0
END)),
    CONSTRAINT addressed_round_round_check CHECK (((round >= 1) AND (round <= 2))),
    CONSTRAINT addressed_round_rule_check CHECK ((((rule IS NOT NULL) = (stage = 'sentBack'::round_stage)) AND ((note = ''::text) OR (stage = 'sentBack'::round_stage)))),
    CONSTRAINT addressed_round_submitted_check CHECK ((num_nonnulls(submitted_at, submitted_by_id, check_due_on) =
CASE stage
    WHEN 'draft'::round_stage THEN 0
    ELSE 3
END))
);
ALTER TABLE addressed_round ADD CONSTRAINT addressed_round_pkey PRIMARY KEY (text_id, round);

CREATE TABLE addressed_text (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    kind addressed_kind NOT NULL,
    number integer,
    organisation_id integer NOT NULL,
    author_id integer NOT NULL,
    locale text NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    "end" text_end,
    ended_at timestamp(3) without time zone,
    ended_by_id integer,
    end_rule safety_rule,
    unheard_changes integer DEFAULT 0 NOT NULL,
    CONSTRAINT addressed_text_end_check CHECK (((num_nonnulls("end", ended_at, ended_by_id) = ANY (ARRAY[0, 3])) AND (("end" IS NULL) OR (number IS NOT NULL) OR ((kind = ANY (ARRAY['platformPoint'::addressed_kind, 'decision'::addressed_kind])) AND ("end" = 'takenDown'::text_end))))),
    CONSTRAINT addressed_text_end_rule_check CHECK (((end_rule IS NULL) OR ("end" = 'takenDown'::text_end))),
    CONSTRAINT addressed_text_number_check CHECK ((number > 0)),
    CONSTRAINT addressed_text_unheard_changes_check CHECK (((unheard_changes >= 0) AND (unheard_changes <= (row_version - 1))))
);
ALTER TABLE addressed_text ADD CONSTRAINT addressed_text_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX addressed_text_id_plan_id_key ON addressed_text USING btree (id, plan_id);
CREATE INDEX addressed_text_organisation_id_idx ON addressed_text USING btree (organisation_id);
CREATE UNIQUE INDEX addressed_text_plan_id_kind_number_key ON addressed_text USING btree (plan_id, kind, number);

CREATE TABLE addressed_unit (
    text_id integer NOT NULL,
    unit_id integer NOT NULL,
    plan_id integer NOT NULL,
    row_version integer DEFAULT 1 NOT NULL
);
ALTER TABLE addressed_unit ADD CONSTRAINT addressed_unit_pkey PRIMARY KEY (text_id, unit_id);
CREATE INDEX addressed_unit_unit_id_idx ON addressed_unit USING btree (unit_id);

CREATE TABLE agenda_point (
    meeting_id integer NOT NULL,
    "position" integer NOT NULL,
    speaker text DEFAULT ''::text NOT NULL,
    documents jsonb DEFAULT '[]'::jsonb NOT NULL,
    speaker_id integer,
    attends organisation_kind[] DEFAULT ARRAY[]::organisation_kind[],
    redacted_at timestamp(3) without time zone,
    CONSTRAINT agenda_point_documents_check CHECK ((jsonb_typeof(documents) = 'array'::text)),
    CONSTRAINT agenda_point_position_check CHECK (("position" > 0)),
    CONSTRAINT agenda_point_redacted_check CHECK (((redacted_at IS NULL) OR ((speaker = ''::text) AND (speaker_id IS NULL) AND (documents = '[]'::jsonb))))
);
ALTER TABLE agenda_point ADD CONSTRAINT agenda_point_pkey PRIMARY KEY (meeting_id, "position");
CREATE INDEX agenda_point_speaker_id_idx ON agenda_point USING btree (speaker_id);

CREATE TABLE agenda_point_node (
    meeting_id integer NOT NULL,
    "position" integer NOT NULL,
    node_id integer NOT NULL
);
ALTER TABLE agenda_point_node ADD CONSTRAINT agenda_point_node_pkey PRIMARY KEY (meeting_id, "position", node_id);
CREATE INDEX agenda_point_node_node_id_idx ON agenda_point_node USING btree (node_id);

CREATE TABLE agenda_point_text (
    meeting_id integer NOT NULL,
    "position" integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    CONSTRAINT agenda_point_text_title_check CHECK ((title <> ''::text))
);
ALTER TABLE agenda_point_text ADD CONSTRAINT agenda_point_text_pkey PRIMARY KEY (meeting_id, "position", locale);

CREATE TABLE area_version (
    id SERIAL NOT NULL,
    plan_id integer,
    area text NOT NULL,
    version integer NOT NULL
);
ALTER TABLE area_version ADD CONSTRAINT area_version_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX area_version_plan_id_area_key ON area_version USING btree (plan_id, area) NULLS NOT DISTINCT;

CREATE TABLE audit_event (
    stream text NOT NULL,
    sequence integer NOT NULL,
    at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    actor_id integer,
    action text NOT NULL,
    subject text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    payload_hash text,
    plan_id integer,
    report_id integer,
    unit_id integer
);
ALTER TABLE audit_event ADD CONSTRAINT audit_event_pkey PRIMARY KEY (stream, sequence);
CREATE INDEX audit_event_action_at_idx ON audit_event USING btree (action, at);
CREATE INDEX audit_event_actor_id_action_at_idx ON audit_event USING btree (actor_id, action, at);
CREATE INDEX audit_event_actor_id_at_idx ON audit_event USING btree (actor_id, at);
CREATE INDEX audit_event_actor_id_unit_id_at_idx ON audit_event USING btree (actor_id, unit_id, at);
CREATE INDEX audit_event_at_idx ON audit_event USING btree (at);
CREATE INDEX audit_event_plan_id_at_idx ON audit_event USING btree (plan_id, at);
CREATE INDEX audit_event_report_id_at_idx ON audit_event USING btree (report_id, at);
CREATE INDEX audit_event_unit_id_action_at_idx ON audit_event USING btree (unit_id, action, at);
CREATE INDEX audit_event_unit_id_at_idx ON audit_event USING btree (unit_id, at);

CREATE TABLE audit_payload (
    stream text NOT NULL,
    sequence integer NOT NULL,
    salt uuid NOT NULL,
    before jsonb,
    after jsonb
);
ALTER TABLE audit_payload ADD CONSTRAINT audit_payload_pkey PRIMARY KEY (stream, sequence);

CREATE TABLE baseline (
    indicator_version_id integer NOT NULL,
    unit_id integer NOT NULL,
    measured_on date NOT NULL,
    number numeric(30,8),
    numerator numeric(30,8),
    denominator numeric(30,8),
    yes_no boolean,
    step integer,
    edition_id integer NOT NULL,
    CONSTRAINT baseline_figure_check CHECK (((num_nonnulls(number, numerator, yes_no, step) = 1) AND ((numerator IS NULL) = (denominator IS NULL))))
);
ALTER TABLE baseline ADD CONSTRAINT baseline_pkey PRIMARY KEY (edition_id, indicator_version_id, unit_id);

CREATE TABLE category (
    id SERIAL NOT NULL,
    dimension_id integer NOT NULL,
    code text NOT NULL,
    "position" integer NOT NULL
);
ALTER TABLE category ADD CONSTRAINT category_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX category_dimension_id_code_key ON category USING btree (dimension_id, code);
CREATE UNIQUE INDEX category_id_dimension_id_key ON category USING btree (id, dimension_id);

CREATE TABLE category_alias (
    dimension_id integer NOT NULL,
    alias text NOT NULL,
    category_id integer NOT NULL
);
ALTER TABLE category_alias ADD CONSTRAINT category_alias_pkey PRIMARY KEY (dimension_id, alias);

CREATE TABLE category_text (
    category_id integer NOT NULL,
    locale text NOT NULL,
    name text NOT NULL
);
ALTER TABLE category_text ADD CONSTRAINT category_text_pkey PRIMARY KEY (category_id, locale);

CREATE TABLE cell (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    key text NOT NULL
);
ALTER TABLE cell ADD CONSTRAINT cell_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX cell_plan_id_key_key ON cell USING btree (plan_id, key);

CREATE TABLE cell_category (
    cell_id integer NOT NULL,
    dimension_id integer NOT NULL,
    category_id integer NOT NULL
);
ALTER TABLE cell_category ADD CONSTRAINT cell_category_pkey PRIMARY KEY (cell_id, dimension_id);

CREATE TABLE correction_reason (
    decision_id integer NOT NULL,
    text text NOT NULL,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT correction_reason_text_check CHECK (((char_length(text) <= 1000) AND ((text = ''::text) = (redacted_at IS NOT NULL))))
);
ALTER TABLE correction_reason ADD CONSTRAINT correction_reason_pkey PRIMARY KEY (decision_id);

CREATE TABLE decision_node (
    text_id integer NOT NULL,
    node_id integer NOT NULL
);
ALTER TABLE decision_node ADD CONSTRAINT decision_node_pkey PRIMARY KEY (text_id, node_id);
CREATE INDEX decision_node_node_id_idx ON decision_node USING btree (node_id);

CREATE TABLE decision_organisation (
    text_id integer NOT NULL,
    organisation_id integer NOT NULL
);
ALTER TABLE decision_organisation ADD CONSTRAINT decision_organisation_pkey PRIMARY KEY (text_id, organisation_id);
CREATE INDEX decision_organisation_organisation_id_idx ON decision_organisation USING btree (organisation_id);

CREATE TABLE dimension (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    code text NOT NULL,
    is_open boolean DEFAULT false NOT NULL,
    "position" integer NOT NULL
);
ALTER TABLE dimension ADD CONSTRAINT dimension_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX dimension_plan_id_code_key ON dimension USING btree (plan_id, code);

CREATE TABLE dimension_text (
    dimension_id integer NOT NULL,
    locale text NOT NULL,
    name text NOT NULL
);
ALTER TABLE dimension_text ADD CONSTRAINT dimension_text_pkey PRIMARY KEY (dimension_id, locale);

CREATE TABLE disaggregation_table (
    id SERIAL NOT NULL,
    indicator_version_id integer NOT NULL,
    code text NOT NULL,
    "position" integer NOT NULL
);
ALTER TABLE disaggregation_table ADD CONSTRAINT disaggregation_table_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX disaggregation_table_indicator_version_id_code_key ON disaggregation_table USING btree (indicator_version_id, code);

CREATE TABLE disaggregation_table_dimension (
    table_id integer NOT NULL,
    dimension_id integer NOT NULL,
    "position" integer NOT NULL
);
ALTER TABLE disaggregation_table_dimension ADD CONSTRAINT disaggregation_table_dimension_pkey PRIMARY KEY (table_id, dimension_id);
CREATE UNIQUE INDEX disaggregation_table_dimension_table_id_position_key ON disaggregation_table_dimension USING btree (table_id, "position");

CREATE TABLE edition_definition (
    edition_id integer NOT NULL,
    indicator_version_id integer NOT NULL
);
ALTER TABLE edition_definition ADD CONSTRAINT edition_definition_pkey PRIMARY KEY (edition_id, indicator_version_id);
CREATE INDEX edition_definition_indicator_version_id_idx ON edition_definition USING btree (indicator_version_id);

CREATE TABLE edition_indicator (
    edition_id integer NOT NULL,
    indicator_id integer NOT NULL,
    code text NOT NULL,
    node_id integer NOT NULL,
    "position" integer NOT NULL
);
ALTER TABLE edition_indicator ADD CONSTRAINT edition_indicator_pkey PRIMARY KEY (edition_id, indicator_id);
CREATE UNIQUE INDEX edition_indicator_edition_id_code_key ON edition_indicator USING btree (edition_id, code);
CREATE INDEX edition_indicator_indicator_id_idx ON edition_indicator USING btree (indicator_id);

CREATE TABLE edition_node (
    edition_id integer NOT NULL,
    node_id integer NOT NULL,
    code text NOT NULL,
    parent_id integer,
    "position" integer NOT NULL
);
ALTER TABLE edition_node ADD CONSTRAINT edition_node_pkey PRIMARY KEY (edition_id, node_id);
CREATE UNIQUE INDEX edition_node_edition_id_code_key ON edition_node USING btree (edition_id, code);

CREATE TABLE edition_node_text (
    edition_id integer NOT NULL,
    node_id integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    short_title text DEFAULT ''::text NOT NULL,
    description text DEFAULT ''::text NOT NULL
);
ALTER TABLE edition_node_text ADD CONSTRAINT edition_node_text_pkey PRIMARY KEY (edition_id, node_id, locale);

CREATE TABLE evidence (
    id SERIAL NOT NULL,
    report_id integer NOT NULL,
    indicator_id integer,
    organisation_id integer NOT NULL,
    title text,
    url text,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    created_by_id integer NOT NULL,
    file_id integer,
    CONSTRAINT evidence_place_check CHECK ((num_nonnulls(url, file_id) = 1)),
    CONSTRAINT evidence_title_check CHECK (((title IS NULL) = (file_id IS NOT NULL)))
);
ALTER TABLE evidence ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX evidence_file_id_key ON evidence USING btree (file_id);
CREATE INDEX evidence_report_id_indicator_id_idx ON evidence USING btree (report_id, indicator_id);

CREATE TABLE external_series (
    indicator_version_id integer NOT NULL,
    system text NOT NULL,
    series text NOT NULL
);
ALTER TABLE external_series ADD CONSTRAINT external_series_pkey PRIMARY KEY (indicator_version_id, system, series);

CREATE TABLE file_import (
    id SERIAL NOT NULL,
    report_id integer NOT NULL,
    format text NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    rows integer NOT NULL,
    imported integer NOT NULL,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    created_by_id integer NOT NULL,
    redacted_at timestamp(3) without time zone
);
ALTER TABLE file_import ADD CONSTRAINT file_import_pkey PRIMARY KEY (id);

CREATE TABLE follow_up (
    text_id integer NOT NULL,
    meeting_id integer NOT NULL,
    plan_id integer NOT NULL,
    status follow_up_status NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT follow_up_redacted_check CHECK (((redacted_at IS NULL) OR (body = ''::text)))
);
ALTER TABLE follow_up ADD CONSTRAINT follow_up_pkey PRIMARY KEY (text_id, meeting_id);
CREATE INDEX follow_up_meeting_id_idx ON follow_up USING btree (meeting_id);

CREATE TABLE former_threshold (
    plan_id integer NOT NULL,
    until_version integer NOT NULL,
    threshold integer NOT NULL,
    CONSTRAINT former_threshold_threshold_check CHECK ((threshold >= 2))
);
ALTER TABLE former_threshold ADD CONSTRAINT former_threshold_pkey PRIMARY KEY (plan_id, until_version);

CREATE TABLE framework_edition (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    number integer NOT NULL,
    dated_on date DEFAULT CURRENT_TIMESTAMP NOT NULL,
    is_reference boolean DEFAULT true NOT NULL,
    from_version integer,
    until_version integer,
    CONSTRAINT framework_edition_interval_check CHECK (((until_version IS NULL) OR ((from_version IS NOT NULL) AND (from_version <= until_version)))),
    CONSTRAINT framework_edition_number_check CHECK ((number >= 1))
);
ALTER TABLE framework_edition ADD CONSTRAINT framework_edition_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX framework_edition_plan_id_number_key ON framework_edition USING btree (plan_id, number);
CREATE UNIQUE INDEX framework_edition_present ON framework_edition USING btree (plan_id) WHERE ((from_version IS NOT NULL) AND (until_version IS NULL));

CREATE TABLE framework_node (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    kind node_kind NOT NULL
);
ALTER TABLE framework_node ADD CONSTRAINT framework_node_pkey PRIMARY KEY (id);
CREATE INDEX framework_node_plan_id_idx ON framework_node USING btree (plan_id);

CREATE TABLE hand_back (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    user_id integer NOT NULL,
    handed_back_at timestamp(3) without time zone NOT NULL,
    "left" integer NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    values_up_to bigint DEFAULT 0 NOT NULL,
    taken_back_at timestamp(3) without time zone,
    asked_again_at timestamp(3) without time zone,
    asked_again_by_id integer,
    asked_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT hand_back_asked_check CHECK (((num_nonnulls(asked_again_at, asked_again_by_id) = ANY (ARRAY[0, 2])) AND ((asked_again_at IS NOT NULL) OR (asked_reason = ''::text)))),
    CONSTRAINT hand_back_ended_check CHECK ((num_nonnulls(taken_back_at, asked_again_at) <= 1)),
    CONSTRAINT hand_back_left_check CHECK (("left" >= 0))
);
ALTER TABLE hand_back ADD CONSTRAINT hand_back_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX hand_back_present ON hand_back USING btree (unit_id, period_id, user_id) WHERE ((taken_back_at IS NULL) AND (asked_again_at IS NULL));
CREATE INDEX hand_back_unit_id_period_id_user_id_idx ON hand_back USING btree (unit_id, period_id, user_id);

CREATE TABLE identity (
    id SERIAL NOT NULL,
    user_id integer NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    last_used_at timestamp(3) without time zone NOT NULL,
    CONSTRAINT identity_words_check CHECK (((issuer <> ''::text) AND (subject <> ''::text)))
);
ALTER TABLE identity ADD CONSTRAINT identity_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX identity_issuer_subject_key ON identity USING btree (issuer, subject);
CREATE UNIQUE INDEX identity_user_id_issuer_key ON identity USING btree (user_id, issuer);

CREATE TABLE indicator (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    level unit_level DEFAULT 'country'::unit_level NOT NULL
);
ALTER TABLE indicator ADD CONSTRAINT indicator_pkey PRIMARY KEY (id);
CREATE INDEX indicator_plan_id_idx ON indicator USING btree (plan_id);

CREATE TABLE indicator_assignment (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    indicator_id integer NOT NULL,
    user_id integer,
    organisation_id integer,
    CONSTRAINT indicator_assignment_one_check CHECK ((num_nonnulls(user_id, organisation_id) = 1))
);
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_pkey PRIMARY KEY (id);
CREATE INDEX indicator_assignment_organisation_id_idx ON indicator_assignment USING btree (organisation_id);
CREATE UNIQUE INDEX indicator_assignment_unit_id_period_id_indicator_id_organis_key ON indicator_assignment USING btree (unit_id, period_id, indicator_id, organisation_id);
CREATE UNIQUE INDEX indicator_assignment_unit_id_period_id_indicator_id_user_id_key ON indicator_assignment USING btree (unit_id, period_id, indicator_id, user_id);
CREATE INDEX indicator_assignment_user_id_idx ON indicator_assignment USING btree (user_id);

CREATE TABLE indicator_version (
    id SERIAL NOT NULL,
    indicator_id integer NOT NULL,
    version integer NOT NULL,
    type indicator_type NOT NULL,
    direction direction NOT NULL,
    accumulation accumulation NOT NULL,
    aggregation aggregation NOT NULL,
    aggregation_step integer,
    counts_persons boolean DEFAULT false NOT NULL,
    unit text,
    currency text,
    decimals integer DEFAULT 0 NOT NULL,
    frequency frequency DEFAULT 'annual'::frequency NOT NULL,
    valid_from date,
    comparable boolean DEFAULT true NOT NULL,
    highest numeric(30,8),
    lowest numeric(30,8),
    may_exceed_hundred boolean DEFAULT false NOT NULL,
    CONSTRAINT indicator_version_decimals_check CHECK (((decimals >= 0) AND (decimals <= 8))),
    CONSTRAINT indicator_version_limits_check CHECK ((((type = 'number'::indicator_type) OR (num_nonnulls(lowest, highest) = 0)) AND ((lowest IS NULL) OR (highest IS NULL) OR (lowest <= highest)) AND ((NOT may_exceed_hundred) OR ((type = 'percentage'::indicator_type) AND (NOT counts_persons))))),
    CONSTRAINT indicator_version_step_check CHECK (((aggregation_step IS NOT NULL) = ((type = 'milestone'::indicator_type) AND (aggregation = 'countOfCountries'::aggregation)))),
    CONSTRAINT indicator_version_unit_check CHECK (((unit IS NOT NULL) = (type = 'number'::indicator_type)))
);
ALTER TABLE indicator_version ADD CONSTRAINT indicator_version_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX indicator_version_indicator_id_version_key ON indicator_version USING btree (indicator_id, version);

CREATE TABLE indicator_version_text (
    indicator_version_id integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    definition text NOT NULL,
    computation text NOT NULL,
    source text NOT NULL,
    responsible text NOT NULL,
    limits text DEFAULT ''::text NOT NULL,
    numerator text DEFAULT ''::text NOT NULL,
    denominator text DEFAULT ''::text NOT NULL,
    edition_id integer NOT NULL
);
ALTER TABLE indicator_version_text ADD CONSTRAINT indicator_version_text_pkey PRIMARY KEY (edition_id, indicator_version_id, locale);

CREATE TABLE invitation (
    id SERIAL NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    organisation_id integer NOT NULL,
    locale text NOT NULL,
    role role NOT NULL,
    plan_id integer,
    unit_id integer,
    invited_by_id integer NOT NULL,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at timestamp(3) without time zone NOT NULL,
    used_at timestamp(3) without time zone,
    used_by_id integer,
    revoked_at timestamp(3) without time zone,
    nonce text NOT NULL,
    CONSTRAINT invitation_ended_once_check CHECK (((used_at IS NULL) OR (revoked_at IS NULL))),
    CONSTRAINT invitation_plan_check CHECK (((plan_id IS NOT NULL) OR (role = ANY (ARRAY['secretariat'::role, 'auditor'::role, 'administrator'::role])))),
    CONSTRAINT invitation_scope_check CHECK (
CASE
    WHEN (role = ANY (ARRAY['focalPoint'::role, 'contributor'::role, 'delegate'::role])) THEN (unit_id IS NOT NULL)
    WHEN (role = ANY (ARRAY['secretariat'::role, 'auditor'::role, 'administrator'::role])) THEN (unit_id IS NULL)
    ELSE true
END),
    CONSTRAINT invitation_used_check CHECK (((used_at IS NULL) = (used_by_id IS NULL)))
);
ALTER TABLE invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX invitation_open_once ON invitation USING btree (email, role, COALESCE(plan_id, 0), COALESCE(unit_id, 0)) WHERE ((used_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX invitation_unit_id_idx ON invitation USING btree (unit_id);
CREATE INDEX invitation_used_by_id_idx ON invitation USING btree (used_by_id);

CREATE TABLE job (
    id SERIAL NOT NULL,
    kind text NOT NULL,
    key text,
    payload jsonb NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    state job_state DEFAULT 'waiting'::job_state NOT NULL,
    due_at timestamp(3) without time zone NOT NULL,
    wanted_until timestamp(3) without time zone,
    attempt integer DEFAULT 0 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    lost integer DEFAULT 0 NOT NULL,
    step text,
    part double precision,
    beat_at timestamp(3) without time zone,
    created_at timestamp(3) without time zone NOT NULL,
    finished_at timestamp(3) without time zone,
    CONSTRAINT job_ended CHECK (((state = ANY (ARRAY['done'::job_state, 'failed'::job_state, 'cancelled'::job_state])) = (finished_at IS NOT NULL))),
    CONSTRAINT job_part CHECK (((part >= (0)::double precision) AND (part <= (1)::double precision))),
    CONSTRAINT job_running CHECK (((state <> 'running'::job_state) OR (beat_at IS NOT NULL)))
);
ALTER TABLE job ADD CONSTRAINT job_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX job_one_of_key ON job USING btree (kind, key) WHERE (state = ANY (ARRAY['waiting'::job_state, 'running'::job_state]));
CREATE INDEX job_state_due_at_idx ON job USING btree (state, due_at);

CREATE TABLE key_action (
    id SERIAL NOT NULL,
    text_id integer NOT NULL,
    round integer,
    unit_id integer NOT NULL,
    body text NOT NULL,
    organisation_id integer,
    first_due_on date NOT NULL,
    due_on date NOT NULL,
    state key_action_state DEFAULT 'planned'::key_action_state NOT NULL,
    done_on date,
    evidence_title text DEFAULT ''::text NOT NULL,
    evidence_url text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    created_by_id integer NOT NULL,
    told_at timestamp(3) without time zone,
    told_by_id integer,
    redacted_at timestamp(3) without time zone,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT key_action_body_check CHECK (((body = ''::text) = (redacted_at IS NOT NULL))),
    CONSTRAINT key_action_done_check CHECK ((((state = 'done'::key_action_state) = (done_on IS NOT NULL)) AND ((state <> 'done'::key_action_state) OR (evidence_url <> ''::text) OR (redacted_at IS NOT NULL)))),
    CONSTRAINT key_action_evidence_check CHECK (((evidence_title = ''::text) = (evidence_url = ''::text))),
    CONSTRAINT key_action_reason_check CHECK (((reason <> ''::text) = ((state = 'stopped'::key_action_state) AND (redacted_at IS NULL)))),
    CONSTRAINT key_action_redacted_check CHECK (((redacted_at IS NULL) OR (evidence_url = ''::text))),
    CONSTRAINT key_action_told_check CHECK ((num_nonnulls(told_at, told_by_id) = ANY (ARRAY[0, 2])))
);
ALTER TABLE key_action ADD CONSTRAINT key_action_pkey PRIMARY KEY (id);
CREATE INDEX key_action_organisation_id_idx ON key_action USING btree (organisation_id);
CREATE INDEX key_action_text_id_round_unit_id_idx ON key_action USING btree (text_id, round, unit_id);
CREATE INDEX key_action_unit_id_idx ON key_action USING btree (unit_id);

CREATE TABLE mail (
    id SERIAL NOT NULL,
    kind text NOT NULL,
    once text NOT NULL,
    user_id integer,
    email text,
    locale text,
    state mail_state DEFAULT 'waiting'::mail_state NOT NULL,
    reference uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    due_at timestamp(3) without time zone NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    claimed_at timestamp(3) without time zone,
    handed_at timestamp(3) without time zone,
    ended_at timestamp(3) without time zone,
    reason text,
    CONSTRAINT mail_to_check CHECK (((user_id IS NULL) = ((email IS NOT NULL) AND (locale IS NOT NULL))))
);
ALTER TABLE mail ADD CONSTRAINT mail_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX mail_once_key ON mail USING btree (once);
CREATE INDEX mail_state_due_at_idx ON mail USING btree (state, due_at);
CREATE INDEX mail_user_id_idx ON mail USING btree (user_id);

CREATE TABLE mail_notice (
    id SERIAL NOT NULL,
    mail_id integer NOT NULL,
    once text NOT NULL,
    kind text NOT NULL,
    args jsonb NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    left_out text
);
ALTER TABLE mail_notice ADD CONSTRAINT mail_notice_pkey PRIMARY KEY (id);
CREATE INDEX mail_notice_mail_id_idx ON mail_notice USING btree (mail_id);
CREATE UNIQUE INDEX mail_notice_once_key ON mail_notice USING btree (once);

CREATE TABLE meeting (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    code text NOT NULL,
    kind meeting_kind NOT NULL,
    state meeting_state DEFAULT 'planned'::meeting_state NOT NULL,
    year integer NOT NULL,
    starts_on date,
    ends_on date,
    is_online boolean DEFAULT false NOT NULL,
    host_unit_id integer,
    unit_id integer,
    release_id integer,
    row_version integer DEFAULT 1 NOT NULL,
    papers_sent_on date,
    passed_on date,
    CONSTRAINT meeting_code_check CHECK (((code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'::text) AND (length(code) <= 24) AND (code !~ '-D[0-9]+$'::text))),
    CONSTRAINT meeting_days_check CHECK (((num_nonnulls(starts_on, ends_on) = ANY (ARRAY[0, 2])) AND (starts_on <= ends_on) AND (EXTRACT(year FROM starts_on) = (year)::numeric))),
    CONSTRAINT meeting_release_check CHECK (((state <> 'planned'::meeting_state) OR (release_id IS NULL))),
    CONSTRAINT meeting_unit_check CHECK (
CASE
    WHEN (kind = 'taskForce'::meeting_kind) THEN (unit_id IS NOT NULL)
    WHEN (kind = ANY (ARRAY['som'::meeting_kind, 'imm'::meeting_kind, 'somImm'::meeting_kind, 'rtf'::meeting_kind])) THEN (unit_id IS NULL)
    ELSE true
END),
    CONSTRAINT meeting_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
ALTER TABLE meeting ADD CONSTRAINT meeting_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX meeting_id_plan_id_key ON meeting USING btree (id, plan_id);
CREATE UNIQUE INDEX meeting_plan_id_code_key ON meeting USING btree (plan_id, code);

CREATE TABLE meeting_decision (
    text_id integer NOT NULL,
    plan_id integer NOT NULL,
    meeting_id integer NOT NULL,
    number integer NOT NULL,
    kind meeting_decision_kind NOT NULL,
    due_on date,
    extended_to date,
    from_version integer,
    priority_year integer,
    CONSTRAINT meeting_decision_extended_check CHECK (((kind = 'planExtended'::meeting_decision_kind) OR (extended_to IS NULL))),
    CONSTRAINT meeting_decision_from_version_check CHECK (((kind = ANY (ARRAY['regionalPriority'::meeting_decision_kind, 'planExtended'::meeting_decision_kind])) OR (from_version IS NULL))),
    CONSTRAINT meeting_decision_number_check CHECK ((number > 0)),
    CONSTRAINT meeting_decision_priority_check CHECK (((kind = 'regionalPriority'::meeting_decision_kind) OR (priority_year IS NULL)))
);
ALTER TABLE meeting_decision ADD CONSTRAINT meeting_decision_pkey PRIMARY KEY (text_id);
CREATE UNIQUE INDEX meeting_decision_meeting_id_number_key ON meeting_decision USING btree (meeting_id, number);
CREATE UNIQUE INDEX meeting_decision_text_id_plan_id_key ON meeting_decision USING btree (text_id, plan_id);

CREATE TABLE meeting_participants (
    meeting_id integer NOT NULL,
    kind organisation_kind NOT NULL,
    count integer NOT NULL,
    CONSTRAINT meeting_participants_count_check CHECK ((count > 0))
);
ALTER TABLE meeting_participants ADD CONSTRAINT meeting_participants_pkey PRIMARY KEY (meeting_id, kind);

CREATE TABLE meeting_source (
    id SERIAL NOT NULL,
    meeting_id integer NOT NULL,
    title text NOT NULL,
    url text DEFAULT ''::text NOT NULL,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT meeting_source_title_check CHECK ((((title = ''::text) = (redacted_at IS NOT NULL)) AND ((redacted_at IS NULL) OR (url = ''::text))))
);
ALTER TABLE meeting_source ADD CONSTRAINT meeting_source_pkey PRIMARY KEY (id);
CREATE INDEX meeting_source_meeting_id_idx ON meeting_source USING btree (meeting_id);

CREATE TABLE meeting_text (
    meeting_id integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    redacted_at timestamp(3) without time zone,
    place_redacted_at timestamp(3) without time zone,
    CONSTRAINT meeting_text_place_redacted_check CHECK (((place_redacted_at IS NULL) OR (place = ''::text))),
    CONSTRAINT meeting_text_redacted_check CHECK (((redacted_at IS NULL) OR (notes = ''::text))),
    CONSTRAINT meeting_text_title_check CHECK ((title <> ''::text))
);
ALTER TABLE meeting_text ADD CONSTRAINT meeting_text_pkey PRIMARY KEY (meeting_id, locale);

CREATE TABLE mention (
    comment_id integer,
    person_id integer NOT NULL,
    seen_at timestamp(3) without time zone,
    by_id integer NOT NULL,
    indicator_id integer NOT NULL,
    kind mention_kind NOT NULL,
    report_id integer NOT NULL,
    submission integer,
    told_at timestamp(3) without time zone,
    id SERIAL NOT NULL,
    CONSTRAINT mention_kind_check CHECK ((((kind = 'comment'::mention_kind) = (comment_id IS NOT NULL)) AND ((kind = ANY (ARRAY['query'::mention_kind, 'review'::mention_kind])) = (submission IS NOT NULL)))),
    CONSTRAINT mention_told_check CHECK (((told_at IS NOT NULL) OR ((kind = 'query'::mention_kind) AND (seen_at IS NULL))))
);
ALTER TABLE mention ADD CONSTRAINT mention_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX mention_comment_id_person_id_key ON mention USING btree (comment_id, person_id);
CREATE INDEX mention_person_id_idx ON mention USING btree (person_id);
CREATE UNIQUE INDEX mention_report_id_submission_indicator_id_person_id_kind_key ON mention USING btree (report_id, submission, indicator_id, person_id, kind);

CREATE TABLE milestone_step (
    indicator_version_id integer NOT NULL,
    step integer NOT NULL,
    CONSTRAINT milestone_step_check CHECK ((step >= 0))
);
ALTER TABLE milestone_step ADD CONSTRAINT milestone_step_pkey PRIMARY KEY (indicator_version_id, step);

CREATE TABLE milestone_step_text (
    indicator_version_id integer NOT NULL,
    step integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    edition_id integer NOT NULL
);
ALTER TABLE milestone_step_text ADD CONSTRAINT milestone_step_text_pkey PRIMARY KEY (edition_id, indicator_version_id, step, locale);

CREATE TABLE observation (
    text_id integer NOT NULL,
    plan_id integer NOT NULL,
    indicator_id integer,
    node_id integer,
    period_id integer NOT NULL,
    kind observation_kind NOT NULL,
    basis observation_basis NOT NULL,
    attribution attribution NOT NULL,
    visibility addressed_visibility NOT NULL,
    decision_id integer,
    pillar_id integer,
    narrative_kind narrative_kind,
    shadow_withheld boolean DEFAULT false NOT NULL,
    CONSTRAINT observation_narrative_check CHECK (((pillar_id IS NULL) = (narrative_kind IS NULL))),
    CONSTRAINT observation_subject_check CHECK ((num_nonnulls(indicator_id, node_id, decision_id, pillar_id) <= 1))
);
ALTER TABLE observation ADD CONSTRAINT observation_pkey PRIMARY KEY (text_id);
CREATE INDEX observation_decision_id_idx ON observation USING btree (decision_id);
CREATE INDEX observation_indicator_id_period_id_idx ON observation USING btree (indicator_id, period_id);
CREATE INDEX observation_node_id_idx ON observation USING btree (node_id);
CREATE INDEX observation_pillar_id_idx ON observation USING btree (pillar_id);
CREATE UNIQUE INDEX observation_text_id_plan_id_key ON observation USING btree (text_id, plan_id);

CREATE TABLE observation_source (
    id SERIAL NOT NULL,
    text_id integer NOT NULL,
    title text NOT NULL,
    url text NOT NULL,
    CONSTRAINT observation_source_words_check CHECK (((title <> ''::text) AND (url <> ''::text)))
);
ALTER TABLE observation_source ADD CONSTRAINT observation_source_pkey PRIMARY KEY (id);
CREATE INDEX observation_source_text_id_idx ON observation_source USING btree (text_id);

CREATE TABLE organisation (
    id SERIAL NOT NULL,
    name text NOT NULL,
    kind organisation_kind NOT NULL,
    acronym text,
    website text,
    archived_at timestamp(3) without time zone,
    row_version integer DEFAULT 1 NOT NULL
);
ALTER TABLE organisation ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX organisation_name_key ON organisation USING btree (name);

CREATE TABLE organisation_name (
    organisation_id integer NOT NULL,
    locale text NOT NULL,
    name text NOT NULL
);
ALTER TABLE organisation_name ADD CONSTRAINT organisation_name_pkey PRIMARY KEY (organisation_id, locale);
CREATE UNIQUE INDEX organisation_name_locale_name_key ON organisation_name USING btree (locale, name);

CREATE TABLE organisation_unit (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL
);
ALTER TABLE organisation_unit ADD CONSTRAINT organisation_unit_pkey PRIMARY KEY (organisation_id, unit_id);
CREATE INDEX organisation_unit_unit_id_idx ON organisation_unit USING btree (unit_id);

CREATE TABLE passkey (
    id SERIAL NOT NULL,
    user_id integer NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL,
    is_backed_up boolean NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    last_used_at timestamp(3) without time zone,
    CONSTRAINT passkey_counter_check CHECK (((counter >= 0) AND (counter <= '4294967295'::bigint)))
);
ALTER TABLE passkey ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey USING btree (credential_id);
CREATE INDEX passkey_user_id_idx ON passkey USING btree (user_id);

CREATE TABLE passkey_challenge (
    challenge_hash text NOT NULL,
    user_id integer,
    password_mark text,
    expires_at timestamp(3) without time zone NOT NULL,
    CONSTRAINT passkey_challenge_user_check CHECK (((user_id IS NULL) = (password_mark IS NULL)))
);
ALTER TABLE passkey_challenge ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge_hash);
CREATE INDEX passkey_challenge_expires_at_idx ON passkey_challenge USING btree (expires_at);
CREATE INDEX passkey_challenge_user_id_idx ON passkey_challenge USING btree (user_id);

CREATE TABLE password_link (
    id SERIAL NOT NULL,
    user_id integer NOT NULL,
    made_by_id integer NOT NULL,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at timestamp(3) without time zone NOT NULL,
    used_at timestamp(3) without time zone,
    revoked_at timestamp(3) without time zone,
    nonce text NOT NULL,
    CONSTRAINT password_link_ended_once_check CHECK (((used_at IS NULL) OR (revoked_at IS NULL)))
);
ALTER TABLE password_link ADD CONSTRAINT password_link_pkey PRIMARY KEY (id);
CREATE INDEX password_link_user_id_idx ON password_link USING btree (user_id);

CREATE TABLE path_note (
    indicator_version_id integer NOT NULL,
    unit_id integer NOT NULL,
    note text NOT NULL,
    edition_id integer NOT NULL
);
ALTER TABLE path_note ADD CONSTRAINT path_note_pkey PRIMARY KEY (edition_id, indicator_version_id, unit_id);

CREATE TABLE pending_sign_in (
    token_hash text NOT NULL,
    user_id integer NOT NULL,
    password_mark text NOT NULL,
    expires_at timestamp(3) without time zone NOT NULL,
    issuer text,
    subject text,
    CONSTRAINT pending_sign_in_identity_check CHECK (((issuer IS NULL) = (subject IS NULL)))
);
ALTER TABLE pending_sign_in ADD CONSTRAINT pending_sign_in_pkey PRIMARY KEY (token_hash);
CREATE INDEX pending_sign_in_user_id_idx ON pending_sign_in USING btree (user_id);

CREATE TABLE plan (
    id SERIAL NOT NULL,
    code text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    is_demonstration boolean DEFAULT false NOT NULL,
    small_count_threshold integer DEFAULT 5 NOT NULL,
    results_version integer DEFAULT 1 NOT NULL,
    history_from integer DEFAULT 1 NOT NULL,
    words_erased integer DEFAULT 0 NOT NULL,
    CONSTRAINT plan_dates_check CHECK ((starts_on < ends_on)),
    CONSTRAINT plan_threshold_check CHECK ((small_count_threshold >= 2))
);
ALTER TABLE plan ADD CONSTRAINT plan_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX plan_code_key ON plan USING btree (code);

CREATE TABLE plan_text (
    plan_id integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    subtitle text DEFAULT ''::text NOT NULL
);
ALTER TABLE plan_text ADD CONSTRAINT plan_text_pkey PRIMARY KEY (plan_id, locale);

CREATE TABLE platform_activity (
    report_id integer NOT NULL,
    "position" integer NOT NULL,
    organisation_id integer NOT NULL,
    title text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    "time" text DEFAULT ''::text NOT NULL,
    officials integer,
    community integer,
    reach text DEFAULT ''::text NOT NULL,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT platform_activity_position_check CHECK (("position" > 0)),
    CONSTRAINT platform_activity_reach_check CHECK (((officials >= 0) AND (community >= 0))),
    CONSTRAINT platform_activity_words_check CHECK ((((title = ''::text) = (redacted_at IS NOT NULL)) AND ((redacted_at IS NULL) OR ((place = ''::text) AND ("time" = ''::text) AND (reach = ''::text) AND (num_nonnulls(officials, community) = 0)))))
);
ALTER TABLE platform_activity ADD CONSTRAINT platform_activity_pkey PRIMARY KEY (report_id, "position");
CREATE INDEX platform_activity_organisation_id_idx ON platform_activity USING btree (organisation_id);

CREATE TABLE platform_activity_node (
    report_id integer NOT NULL,
    "position" integer NOT NULL,
    node_id integer NOT NULL
);
ALTER TABLE platform_activity_node ADD CONSTRAINT platform_activity_node_pkey PRIMARY KEY (report_id, "position", node_id);
CREATE INDEX platform_activity_node_node_id_idx ON platform_activity_node USING btree (node_id);

CREATE TABLE platform_agreement (
    report_id integer NOT NULL,
    organisation_id integer NOT NULL,
    agreed_at timestamp(3) without time zone NOT NULL,
    agreed_by_id integer NOT NULL
);
ALTER TABLE platform_agreement ADD CONSTRAINT platform_agreement_pkey PRIMARY KEY (report_id, organisation_id);
CREATE INDEX platform_agreement_organisation_id_idx ON platform_agreement USING btree (organisation_id);

CREATE TABLE platform_member (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    organisation_id integer NOT NULL,
    since date NOT NULL,
    until date,
    CONSTRAINT platform_member_days_check CHECK ((until >= since))
);
ALTER TABLE platform_member ADD CONSTRAINT platform_member_pkey PRIMARY KEY (id);
CREATE INDEX platform_member_organisation_id_idx ON platform_member USING btree (organisation_id);
CREATE UNIQUE INDEX platform_member_present_key ON platform_member USING btree (unit_id, organisation_id) WHERE (until IS NULL);
CREATE INDEX platform_member_unit_id_idx ON platform_member USING btree (unit_id);

CREATE TABLE platform_point (
    text_id integer NOT NULL,
    plan_id integer NOT NULL,
    report_id integer NOT NULL,
    kind platform_point_kind NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT platform_point_position_check CHECK ((("position" > 0) AND ((kind = 'challenge'::platform_point_kind) OR ("position" <= 3))))
);
ALTER TABLE platform_point ADD CONSTRAINT platform_point_pkey PRIMARY KEY (text_id);
CREATE UNIQUE INDEX platform_point_report_id_kind_position_key ON platform_point USING btree (report_id, kind, "position");
CREATE UNIQUE INDEX platform_point_text_id_plan_id_key ON platform_point USING btree (text_id, plan_id);

CREATE TABLE platform_report (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    year integer NOT NULL,
    state platform_report_state DEFAULT 'draft'::platform_report_state NOT NULL,
    organisation_id integer NOT NULL,
    author_id integer NOT NULL,
    locale text NOT NULL,
    visibility addressed_visibility NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    agreed_on date,
    member_count integer,
    meeting_id integer,
    presented_on date,
    row_version integer DEFAULT 1 NOT NULL,
    CONSTRAINT platform_report_agreed_check CHECK (((num_nonnulls(agreed_on, member_count) =
CASE state
    WHEN 'draft'::platform_report_state THEN 0
    ELSE 2
END) AND (member_count > 0))),
    CONSTRAINT platform_report_presented_check CHECK (((num_nonnulls(meeting_id, presented_on) =
CASE
    WHEN (state = ANY (ARRAY['presented'::platform_report_state, 'answered'::platform_report_state])) THEN 2
    ELSE 0
END) AND ((visibility <> 'platform'::addressed_visibility) OR (meeting_id IS NULL)))),
    CONSTRAINT platform_report_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
ALTER TABLE platform_report ADD CONSTRAINT platform_report_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX platform_report_id_plan_id_key ON platform_report USING btree (id, plan_id);
CREATE INDEX platform_report_organisation_id_idx ON platform_report USING btree (organisation_id);
CREATE UNIQUE INDEX platform_report_unit_id_year_key ON platform_report USING btree (unit_id, year);

CREATE TABLE platform_take_down (
    report_id integer NOT NULL,
    part platform_part NOT NULL,
    "position" integer NOT NULL,
    rule safety_rule NOT NULL,
    taken_at timestamp(3) without time zone NOT NULL,
    taken_by_id integer NOT NULL,
    CONSTRAINT platform_take_down_position_check CHECK (("position" > 0))
);
ALTER TABLE platform_take_down ADD CONSTRAINT platform_take_down_pkey PRIMARY KEY (report_id, part, "position");

CREATE UNLOGGED TABLE presence (
    person_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    indicator_id integer,
    seen_at timestamp(3) without time zone NOT NULL
);
ALTER TABLE presence ADD CONSTRAINT presence_pkey PRIMARY KEY (person_id, unit_id, period_id);
CREATE INDEX presence_unit_id_period_id_idx ON presence USING btree (unit_id, period_id);

CREATE TABLE publication (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    kind publication_kind NOT NULL,
    is_internal boolean NOT NULL,
    settings jsonb NOT NULL,
    state publication_state DEFAULT 'queued'::publication_state NOT NULL,
    requested_at timestamp(3) without time zone NOT NULL,
    requested_by_id integer NOT NULL,
    finished_at timestamp(3) without time zone,
    version integer,
    content bytea,
    failure publication_failure,
    job_id integer,
    present_version integer,
    meeting_id integer,
    text_ids integer[] DEFAULT ARRAY[]::integer[],
    platform_report_id integer,
    read_at timestamp(3) without time zone,
    CONSTRAINT publication_meeting_check CHECK ((((meeting_id IS NOT NULL) = (kind = 'paperSet'::publication_kind)) AND ((meeting_id IS NULL) OR (NOT is_internal)))),
    CONSTRAINT publication_platform_report_check CHECK ((((platform_report_id IS NOT NULL) = (kind = 'platformReport'::publication_kind)) AND ((platform_report_id IS NULL) OR (NOT is_internal)))),
    CONSTRAINT publication_ready CHECK (((state <> 'ready'::publication_state) OR ((version IS NOT NULL) AND (content IS NOT NULL) AND (finished_at IS NOT NULL))))
);
ALTER TABLE publication ADD CONSTRAINT publication_pkey PRIMARY KEY (id);
CREATE INDEX publication_job_id_idx ON publication USING btree (job_id);
CREATE INDEX publication_meeting_id_idx ON publication USING btree (meeting_id);
CREATE INDEX publication_plan_id_unit_id_idx ON publication USING btree (plan_id, unit_id);
CREATE INDEX publication_platform_report_id_idx ON publication USING btree (platform_report_id);

CREATE TABLE publication_file (
    publication_id integer NOT NULL,
    format publication_format NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    size integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE publication_file ADD CONSTRAINT publication_file_pkey PRIMARY KEY (publication_id, format);

CREATE TABLE published_narrative (
    period_id integer NOT NULL,
    unit_id integer NOT NULL,
    pillar_id integer NOT NULL,
    kind narrative_kind NOT NULL,
    text text NOT NULL,
    from_version integer NOT NULL,
    until_version integer,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT published_narrative_interval_check CHECK ((from_version <= until_version)),
    CONSTRAINT published_narrative_text_check CHECK (((text = ''::text) = (redacted_at IS NOT NULL)))
);
ALTER TABLE published_narrative ADD CONSTRAINT published_narrative_pkey PRIMARY KEY (period_id, unit_id, pillar_id, kind, from_version);
CREATE UNIQUE INDEX published_narrative_present ON published_narrative USING btree (period_id, unit_id, pillar_id, kind) WHERE (until_version IS NULL);

CREATE TABLE recommendation (
    text_id integer NOT NULL,
    plan_id integer NOT NULL,
    meeting_id integer NOT NULL,
    node_id integer NOT NULL
);
ALTER TABLE recommendation ADD CONSTRAINT recommendation_pkey PRIMARY KEY (text_id);
CREATE INDEX recommendation_meeting_id_idx ON recommendation USING btree (meeting_id);
CREATE INDEX recommendation_node_id_idx ON recommendation USING btree (node_id);
CREATE UNIQUE INDEX recommendation_text_id_plan_id_key ON recommendation USING btree (text_id, plan_id);

CREATE TABLE recommendation_words (
    text_id integer NOT NULL,
    locale text NOT NULL,
    body text NOT NULL,
    CONSTRAINT recommendation_words_body_check CHECK ((body <> ''::text))
);
ALTER TABLE recommendation_words ADD CONSTRAINT recommendation_words_pkey PRIMARY KEY (text_id, locale);

CREATE TABLE recovery_code (
    user_id integer NOT NULL,
    code_hash text NOT NULL,
    used_at timestamp(3) without time zone
);
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash);

CREATE TABLE release (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    released_at timestamp(3) without time zone NOT NULL,
    CONSTRAINT release_code_check CHECK ((code ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'::text))
);
ALTER TABLE release ADD CONSTRAINT release_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX release_id_plan_id_key ON release USING btree (id, plan_id);
CREATE UNIQUE INDEX release_plan_id_code_key ON release USING btree (plan_id, code);
CREATE UNIQUE INDEX release_plan_id_version_key ON release USING btree (plan_id, version);

CREATE TABLE release_text (
    release_id integer NOT NULL,
    locale text NOT NULL,
    title text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    CONSTRAINT release_text_title_check CHECK ((title <> ''::text))
);
ALTER TABLE release_text ADD CONSTRAINT release_text_pkey PRIMARY KEY (release_id, locale);

CREATE TABLE reminder (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    audience reminder_audience NOT NULL,
    asked_on date NOT NULL,
    asked_at timestamp(3) without time zone NOT NULL,
    asked_by_id integer NOT NULL
);
ALTER TABLE reminder ADD CONSTRAINT reminder_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX reminder_unit_id_period_id_audience_asked_on_key ON reminder USING btree (unit_id, period_id, audience, asked_on);

CREATE TABLE report (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    state report_state DEFAULT 'draft'::report_state NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    submission integer DEFAULT 0 NOT NULL,
    submitted_at timestamp(3) without time zone,
    submitted_by_id integer,
    approved_at timestamp(3) without time zone,
    approved_by_id integer,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    chance uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT report_state_check CHECK (
CASE state
    WHEN 'draft'::report_state THEN (approved_at IS NULL)
    WHEN 'submitted'::report_state THEN ((submitted_at IS NOT NULL) AND (submission >= 1))
    WHEN 'returned'::report_state THEN (submission >= 1)
    WHEN 'approved'::report_state THEN ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL) AND (submission >= 1))
    ELSE NULL::boolean
END)
);
ALTER TABLE report ADD CONSTRAINT report_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX report_id_period_id_key ON report USING btree (id, period_id);
CREATE UNIQUE INDEX report_unit_id_period_id_key ON report USING btree (unit_id, period_id);

CREATE TABLE report_narrative (
    report_id integer NOT NULL,
    pillar_id integer NOT NULL,
    kind narrative_kind NOT NULL,
    text text NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    updated_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_by_id integer NOT NULL
);
ALTER TABLE report_narrative ADD CONSTRAINT report_narrative_pkey PRIMARY KEY (report_id, pillar_id, kind);

CREATE TABLE reporting_period (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    code text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    frequency frequency NOT NULL,
    due_on date NOT NULL,
    state period_state DEFAULT 'open'::period_state NOT NULL,
    CONSTRAINT reporting_period_dates_check CHECK (((starts_on <= ends_on) AND (ends_on < due_on)))
);
ALTER TABLE reporting_period ADD CONSTRAINT reporting_period_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX reporting_period_id_plan_id_key ON reporting_period USING btree (id, plan_id);
CREATE UNIQUE INDEX reporting_period_plan_id_code_key ON reporting_period USING btree (plan_id, code);
CREATE UNIQUE INDEX reporting_period_plan_id_starts_on_ends_on_key ON reporting_period USING btree (plan_id, starts_on, ends_on);

CREATE TABLE reporting_unit (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    code text NOT NULL,
    level unit_level NOT NULL,
    parent_id integer,
    "position" integer NOT NULL,
    CONSTRAINT reporting_unit_level_check CHECK (((level = 'region'::unit_level) = (parent_id IS NULL)))
);
ALTER TABLE reporting_unit ADD CONSTRAINT reporting_unit_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX reporting_unit_id_plan_id_key ON reporting_unit USING btree (id, plan_id);
CREATE UNIQUE INDEX reporting_unit_plan_id_code_key ON reporting_unit USING btree (plan_id, code);

CREATE TABLE reporting_unit_text (
    unit_id integer NOT NULL,
    locale text NOT NULL,
    name text NOT NULL,
    long_name text NOT NULL
);
ALTER TABLE reporting_unit_text ADD CONSTRAINT reporting_unit_text_pkey PRIMARY KEY (unit_id, locale);

CREATE TABLE result (
    plan_id integer NOT NULL,
    period_id integer NOT NULL,
    unit_id integer NOT NULL,
    indicator_version_id integer NOT NULL,
    cell_id integer NOT NULL,
    kind value_kind NOT NULL,
    number numeric(30,8),
    below integer,
    numerator numeric(30,8),
    numerator_below integer,
    denominator numeric(30,8),
    denominator_below integer,
    yes_no boolean,
    step integer,
    text text,
    missing_reason missing_reason,
    revision integer,
    planned text,
    status status,
    status_reason text,
    public_status status,
    public_status_reason text,
    ratio numeric(40,6),
    public_ratio numeric(40,6),
    method_version text,
    inputs jsonb,
    public_inputs jsonb,
    countries_in integer,
    countries_of integer,
    carried_from_id integer,
    disclosure_state disclosure_state NOT NULL,
    approved_at timestamp(3) without time zone NOT NULL,
    value_since integer NOT NULL,
    after_end after_end,
    public_after_end after_end,
    from_version integer NOT NULL,
    until_version integer,
    disclosure_bound integer,
    method integer DEFAULT 0 NOT NULL,
    told_least integer,
    CONSTRAINT result_disclosure_state_check CHECK (((disclosure_state = 'missing'::disclosure_state) = (kind = 'missing'::value_kind))),
    CONSTRAINT result_figure_check CHECK ((((number IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'number'::value_kind))) AND ((below IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'censored'::value_kind))) AND (num_nonnulls(numerator, numerator_below) = ((NOT (kind IS DISTINCT FROM 'ratio'::value_kind)))::integer) AND (num_nonnulls(denominator, denominator_below) = ((NOT (kind IS DISTINCT FROM 'ratio'::value_kind)))::integer) AND ((yes_no IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'yesNo'::value_kind))) AND ((step IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'step'::value_kind))) AND ((text IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'narrative'::value_kind))) AND ((missing_reason IS NULL) OR (kind = 'missing'::value_kind)))),
    CONSTRAINT result_interval_check CHECK (((value_since <= from_version) AND (from_version <= until_version))),
    CONSTRAINT result_public_status_check CHECK ((((status IS NULL) = (public_status IS NULL)) AND ((public_status IS NULL) OR ((public_status = 'notAssessed'::status) = (public_status_reason IS NOT NULL))) AND ((public_ratio IS NULL) OR ((public_ratio = ratio) AND (public_status = status))))),
    CONSTRAINT result_status_check CHECK ((((status = 'notAssessed'::status) = (status_reason IS NOT NULL)) OR (status IS NULL))),
    CONSTRAINT result_told_least_check CHECK (((told_least IS NULL) OR ((told_least >= 1) AND (disclosure_state = 'suppressed'::disclosure_state))))
);
ALTER TABLE result ADD CONSTRAINT result_pkey PRIMARY KEY (period_id, unit_id, indicator_version_id, cell_id, from_version);
CREATE INDEX result_cell_id_unit_id_idx ON result USING btree (cell_id, unit_id);
CREATE INDEX result_indicator_version_id_idx ON result USING btree (indicator_version_id);
CREATE INDEX result_plan_id_period_id_cell_id_idx ON result USING btree (plan_id, period_id, cell_id);
CREATE UNIQUE INDEX result_present ON result USING btree (period_id, unit_id, indicator_version_id, cell_id) WHERE (until_version IS NULL);

CREATE TABLE results_version (
    plan_id integer NOT NULL,
    version integer NOT NULL,
    cause results_cause NOT NULL,
    subject text NOT NULL,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    reopening_id integer
);
ALTER TABLE results_version ADD CONSTRAINT results_version_pkey PRIMARY KEY (plan_id, version);

CREATE TABLE review_acceptance (
    id SERIAL NOT NULL,
    report_id integer NOT NULL,
    submission integer NOT NULL,
    accepted_at timestamp(3) without time zone NOT NULL,
    accepted_by_id integer NOT NULL
);
ALTER TABLE review_acceptance ADD CONSTRAINT review_acceptance_pkey PRIMARY KEY (id);
CREATE INDEX review_acceptance_report_id_submission_idx ON review_acceptance USING btree (report_id, submission);

CREATE TABLE review_answer (
    report_id integer NOT NULL,
    submission integer NOT NULL,
    indicator_id integer NOT NULL,
    answer review_answer_kind,
    query text DEFAULT ''::text NOT NULL,
    reply text DEFAULT ''::text NOT NULL,
    answered_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    answered_by_id integer NOT NULL,
    replied_at timestamp(3) without time zone,
    replied_by_id integer,
    acceptance_id integer
);
ALTER TABLE review_answer ADD CONSTRAINT review_answer_pkey PRIMARY KEY (report_id, submission, indicator_id);
CREATE INDEX review_answer_acceptance_id_idx ON review_answer USING btree (acceptance_id);

CREATE TABLE review_decision (
    id SERIAL NOT NULL,
    report_id integer NOT NULL,
    submission integer NOT NULL,
    decision decision NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    decided_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    decided_by_id integer NOT NULL,
    redacted_at timestamp(3) without time zone
);
ALTER TABLE review_decision ADD CONSTRAINT review_decision_pkey PRIMARY KEY (id);
CREATE INDEX review_decision_report_id_idx ON review_decision USING btree (report_id);

CREATE TABLE review_note (
    report_id integer NOT NULL,
    indicator_id integer NOT NULL,
    author_id integer NOT NULL,
    body text NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    updated_at timestamp(3) without time zone NOT NULL
);
ALTER TABLE review_note ADD CONSTRAINT review_note_pkey PRIMARY KEY (report_id, indicator_id, author_id);

CREATE TABLE review_share (
    report_id integer NOT NULL,
    goal_id integer NOT NULL,
    taken_at timestamp(3) without time zone NOT NULL,
    reviewer_id integer NOT NULL
);
ALTER TABLE review_share ADD CONSTRAINT review_share_pkey PRIMARY KEY (report_id, goal_id);

CREATE TABLE session (
    id text NOT NULL,
    user_id integer NOT NULL,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at timestamp(3) without time zone NOT NULL,
    ended_at timestamp(3) without time zone,
    seen_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    browser text,
    system text,
    is_new_place boolean DEFAULT false NOT NULL,
    passkey_id integer
);
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
CREATE INDEX session_passkey_id_idx ON session USING btree (passkey_id);
CREATE INDEX session_user_id_seen_at_idx ON session USING btree (user_id, seen_at);

CREATE TABLE shadow_part (
    text_id integer NOT NULL,
    cell_id integer NOT NULL,
    kind value_kind NOT NULL,
    number numeric(30,8),
    below integer,
    numerator numeric(30,8),
    numerator_below integer,
    denominator numeric(30,8),
    denominator_below integer,
    yes_no boolean,
    step integer,
    text text,
    missing_reason missing_reason,
    CONSTRAINT shadow_part_bounds_check CHECK (((denominator >= (0)::numeric) AND (step >= 0))),
    CONSTRAINT shadow_part_figure_check CHECK ((((number IS NOT NULL) = (kind = 'number'::value_kind)) AND ((numerator IS NOT NULL) = (kind = 'ratio'::value_kind)) AND ((denominator IS NOT NULL) = (kind = 'ratio'::value_kind)) AND ((yes_no IS NOT NULL) = (kind = 'yesNo'::value_kind)) AND ((step IS NOT NULL) = (kind = 'step'::value_kind)) AND (num_nonnulls(below, numerator_below, denominator_below, text, missing_reason) = 0) AND (kind = ANY (ARRAY['number'::value_kind, 'ratio'::value_kind, 'yesNo'::value_kind, 'step'::value_kind]))))
);
ALTER TABLE shadow_part ADD CONSTRAINT shadow_part_pkey PRIMARY KEY (text_id, cell_id);
CREATE INDEX shadow_part_cell_id_idx ON shadow_part USING btree (cell_id);

CREATE TABLE shadow_value (
    text_id integer NOT NULL,
    indicator_version_id integer NOT NULL,
    kind value_kind,
    number numeric(30,8),
    below integer,
    numerator numeric(30,8),
    numerator_below integer,
    denominator numeric(30,8),
    denominator_below integer,
    yes_no boolean,
    step integer,
    text text,
    missing_reason missing_reason,
    method text NOT NULL,
    redacted_at timestamp(3) without time zone,
    CONSTRAINT shadow_value_bounds_check CHECK (((denominator >= (0)::numeric) AND (step >= 0))),
    CONSTRAINT shadow_value_figure_check CHECK ((((number IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'number'::value_kind))) AND ((numerator IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'ratio'::value_kind))) AND ((denominator IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'ratio'::value_kind))) AND ((yes_no IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'yesNo'::value_kind))) AND ((step IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'step'::value_kind))) AND (num_nonnulls(below, numerator_below, denominator_below, text, missing_reason) = 0) AND ((kind IS NULL) OR (kind = ANY (ARRAY['number'::value_kind, 'ratio'::value_kind, 'yesNo'::value_kind, 'step'::value_kind]))) AND ((redacted_at IS NULL) OR (kind IS NULL)) AND ((method = ''::text) = (redacted_at IS NOT NULL))))
);
ALTER TABLE shadow_value ADD CONSTRAINT shadow_value_pkey PRIMARY KEY (text_id);
CREATE INDEX shadow_value_indicator_version_id_idx ON shadow_value USING btree (indicator_version_id);

CREATE TABLE sign_in_throttle (
    key text NOT NULL,
    failures integer NOT NULL,
    window_start timestamp(3) without time zone NOT NULL
);
ALTER TABLE sign_in_throttle ADD CONSTRAINT sign_in_throttle_pkey PRIMARY KEY (key);

CREATE TABLE site_logo (
    id integer DEFAULT 1 NOT NULL,
    png bytea NOT NULL,
    digest text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    CONSTRAINT site_logo_one_row_check CHECK ((id = 1))
);
ALTER TABLE site_logo ADD CONSTRAINT site_logo_pkey PRIMARY KEY (id);

CREATE TABLE site_settings (
    id integer DEFAULT 1 NOT NULL,
    default_plan_id integer,
    two_step_required boolean DEFAULT false NOT NULL,
    default_locale text,
    session_hours integer DEFAULT 12 NOT NULL,
    idle_minutes integer DEFAULT 120 NOT NULL,
    notice_for_all boolean DEFAULT false NOT NULL,
    row_version integer DEFAULT 1 NOT NULL,
    time_zone text,
    reply_days integer DEFAULT 60 NOT NULL,
    safety_check_days integer DEFAULT 5 NOT NULL,
    CONSTRAINT site_settings_one_row_check CHECK ((id = 1)),
    CONSTRAINT site_settings_reply_days_check CHECK (((reply_days >= 14) AND (reply_days <= 180))),
    CONSTRAINT site_settings_safety_check_days_check CHECK (((safety_check_days >= 1) AND (safety_check_days <= 20))),
    CONSTRAINT site_settings_times_check CHECK ((((session_hours >= 1) AND (session_hours <= 24)) AND ((idle_minutes >= 5) AND (idle_minutes <= (session_hours * 60)))))
);
ALTER TABLE site_settings ADD CONSTRAINT site_settings_pkey PRIMARY KEY (id);

CREATE TABLE site_text (
    locale text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    notice text DEFAULT ''::text NOT NULL
);
ALTER TABLE site_text ADD CONSTRAINT site_text_pkey PRIMARY KEY (locale);

CREATE TABLE stored_file (
    id SERIAL NOT NULL,
    sha256 text NOT NULL,
    size integer NOT NULL,
    type file_type NOT NULL,
    title text NOT NULL,
    added_at timestamp(3) without time zone NOT NULL,
    added_by_id integer NOT NULL,
    CONSTRAINT stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT stored_file_size_check CHECK (((size >= 1) AND (size <= 31457280))),
    CONSTRAINT stored_file_title_check CHECK (((title <> ''::text) AND (length(title) <= 100)))
);
ALTER TABLE stored_file ADD CONSTRAINT stored_file_pkey PRIMARY KEY (id);
CREATE INDEX stored_file_sha256_idx ON stored_file USING btree (sha256);

CREATE TABLE submission_declaration (
    report_id integer NOT NULL,
    submission integer NOT NULL,
    approver text NOT NULL,
    approver_function text NOT NULL,
    declared_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    declared_by_id integer NOT NULL
);
ALTER TABLE submission_declaration ADD CONSTRAINT submission_declaration_pkey PRIMARY KEY (report_id, submission);

CREATE TABLE take_down (
    id SERIAL NOT NULL,
    plan_id integer NOT NULL,
    kind take_down_kind NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    pillar_id integer,
    narrative_kind narrative_kind,
    indicator_id integer,
    reason text NOT NULL,
    redacted_at timestamp(3) without time zone,
    taken_at timestamp(3) without time zone NOT NULL,
    taken_by_id integer NOT NULL,
    from_version integer NOT NULL,
    until_version integer,
    restored_at timestamp(3) without time zone,
    restored_by_id integer,
    erased_at timestamp(3) without time zone,
    erased_by_id integer,
    CONSTRAINT take_down_erased_check CHECK (((num_nonnulls(erased_at, erased_by_id) = ANY (ARRAY[0, 2])) AND ((erased_at IS NULL) OR ((kind = 'narrative'::take_down_kind) AND (until_version IS NULL))))),
    CONSTRAINT take_down_interval_check CHECK ((from_version <= until_version)),
    CONSTRAINT take_down_kind_check CHECK ((((kind = 'narrative'::take_down_kind) = ((pillar_id IS NOT NULL) AND (narrative_kind IS NOT NULL))) AND ((kind = 'value'::take_down_kind) = (indicator_id IS NOT NULL)) AND ((pillar_id IS NULL) = (narrative_kind IS NULL)))),
    CONSTRAINT take_down_reason_check CHECK (((reason = ''::text) = (redacted_at IS NOT NULL))),
    CONSTRAINT take_down_restored_check CHECK ((num_nonnulls(until_version, restored_at, restored_by_id) = ANY (ARRAY[0, 3])))
);
ALTER TABLE take_down ADD CONSTRAINT take_down_pkey PRIMARY KEY (id);
CREATE INDEX take_down_plan_id_idx ON take_down USING btree (plan_id);
CREATE UNIQUE INDEX take_down_present ON take_down USING btree (unit_id, period_id, indicator_id) WHERE ((until_version IS NULL) AND (kind = 'value'::take_down_kind));

CREATE TABLE target (
    indicator_version_id integer NOT NULL,
    unit_id integer NOT NULL,
    period_id integer NOT NULL,
    number numeric(30,8),
    yes_no boolean,
    step integer,
    edition_id integer NOT NULL,
    CONSTRAINT target_figure_check CHECK ((num_nonnulls(number, yes_no, step) = 1))
);
ALTER TABLE target ADD CONSTRAINT target_pkey PRIMARY KEY (edition_id, indicator_version_id, unit_id, period_id);

CREATE TABLE two_step (
    user_id integer NOT NULL,
    secret text NOT NULL,
    created_at timestamp(3) without time zone NOT NULL,
    confirmed_at timestamp(3) without time zone,
    last_time_step integer
);
ALTER TABLE two_step ADD CONSTRAINT two_step_pkey PRIMARY KEY (user_id);

CREATE TABLE unit_due_date (
    period_id integer NOT NULL,
    unit_id integer NOT NULL,
    plan_id integer NOT NULL,
    due_on date NOT NULL,
    reason text NOT NULL,
    set_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    set_by_id integer NOT NULL,
    CONSTRAINT unit_due_date_reason_check CHECK ((reason <> ''::text))
);
ALTER TABLE unit_due_date ADD CONSTRAINT unit_due_date_pkey PRIMARY KEY (period_id, unit_id);

CREATE TABLE unit_response (
    text_id integer NOT NULL,
    round integer NOT NULL,
    unit_id integer NOT NULL,
    state response_state DEFAULT 'awaited'::response_state NOT NULL,
    asked_on date NOT NULL,
    due_on date,
    kind reply_kind,
    body text DEFAULT ''::text NOT NULL,
    drafted_at timestamp(3) without time zone,
    drafted_by_id integer,
    given_at timestamp(3) without time zone,
    given_by_id integer,
    given_on date,
    redacted_at timestamp(3) without time zone,
    answer recommendation_answer,
    evidence_title text DEFAULT ''::text NOT NULL,
    evidence_url text DEFAULT ''::text NOT NULL,
    CONSTRAINT unit_response_drafted_check CHECK ((num_nonnulls(drafted_at, drafted_by_id) = ANY (ARRAY[0, 2]))),
    CONSTRAINT unit_response_due_check CHECK ((due_on > asked_on)),
    CONSTRAINT unit_response_evidence_check CHECK ((((evidence_title = ''::text) = (evidence_url = ''::text)) AND ((redacted_at IS NULL) OR (evidence_url = ''::text)))),
    CONSTRAINT unit_response_given_check CHECK ((num_nonnulls(given_at, given_by_id, given_on) =
CASE state
    WHEN 'given'::response_state THEN 3
    ELSE 0
END)),
    CONSTRAINT unit_response_kind_check CHECK (((num_nonnulls(kind, answer) <= 1) AND ((due_on IS NOT NULL) OR (kind IS NULL)) AND ((due_on IS NULL) OR (answer IS NULL)))),
    CONSTRAINT unit_response_words_check CHECK (((state <> 'given'::response_state) OR ((num_nonnulls(kind, answer) = 1) AND (((body = ''::text) = (redacted_at IS NOT NULL)) OR ((answer = 'accepted'::recommendation_answer) AND (redacted_at IS NULL))))))
);
ALTER TABLE unit_response ADD CONSTRAINT unit_response_pkey PRIMARY KEY (text_id, round, unit_id);
CREATE INDEX unit_response_state_due_on_idx ON unit_response USING btree (state, due_on);

CREATE TABLE unwanted_mail (
    user_id integer NOT NULL,
    kind text NOT NULL
);
ALTER TABLE unwanted_mail ADD CONSTRAINT unwanted_mail_pkey PRIMARY KEY (user_id, kind);

CREATE TABLE "user" (
    id SERIAL NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    organisation_id integer NOT NULL,
    is_demo boolean DEFAULT false NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    disabled_at timestamp(3) without time zone,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    mail_bounced_at timestamp(3) without time zone,
    erased_at timestamp(3) without time zone,
    CONSTRAINT user_erased_check CHECK (((erased_at IS NULL) OR (disabled_at IS NOT NULL)))
);
ALTER TABLE "user" ADD CONSTRAINT user_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX user_email_key ON "user" USING btree (email);
CREATE INDEX user_name_idx ON "user" USING btree (lower(name), id);

CREATE TABLE user_role (
    id SERIAL NOT NULL,
    user_id integer NOT NULL,
    plan_id integer,
    role role NOT NULL,
    unit_id integer,
    CONSTRAINT user_role_plan_check CHECK (((plan_id IS NOT NULL) OR (role = ANY (ARRAY['secretariat'::role, 'auditor'::role, 'administrator'::role])))),
    CONSTRAINT user_role_scope_check CHECK (
CASE role
    WHEN 'focalPoint'::role THEN (unit_id IS NOT NULL)
    WHEN 'contributor'::role THEN (unit_id IS NOT NULL)
    WHEN 'delegate'::role THEN (unit_id IS NOT NULL)
    WHEN 'secretariat'::role THEN (unit_id IS NULL)
    WHEN 'auditor'::role THEN (unit_id IS NULL)
    WHEN 'administrator'::role THEN (unit_id IS NULL)
    WHEN 'csoMember'::role THEN true
    WHEN 'csoReporter'::role THEN true
    WHEN 'youthFacilitator'::role THEN true
    WHEN 'partner'::role THEN true
    ELSE false
END)
);
ALTER TABLE user_role ADD CONSTRAINT user_role_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX user_role_once ON user_role USING btree (user_id, COALESCE(plan_id, 0), role, COALESCE(unit_id, 0));
CREATE INDEX user_role_plan_id_idx ON user_role USING btree (plan_id);
CREATE INDEX user_role_unit_id_idx ON user_role USING btree (unit_id);
CREATE INDEX user_role_user_id_idx ON user_role USING btree (user_id);

CREATE TABLE validity_question (
    text_id integer NOT NULL,
    plan_id integer NOT NULL,
    version integer NOT NULL,
    asked_at timestamp(3) without time zone NOT NULL,
    answer validity,
    answered_at timestamp(3) without time zone,
    answered_by_id integer,
    CONSTRAINT validity_question_answer_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by_id IS NULL))))
);
ALTER TABLE validity_question ADD CONSTRAINT validity_question_pkey PRIMARY KEY (text_id, version);
CREATE INDEX validity_question_plan_id_version_idx ON validity_question USING btree (plan_id, version);

CREATE TABLE value (
    period_id integer NOT NULL,
    report_id integer NOT NULL,
    indicator_version_id integer NOT NULL,
    cell_id integer NOT NULL,
    revision integer NOT NULL,
    kind value_kind NOT NULL,
    number numeric(30,8),
    below integer,
    numerator numeric(30,8),
    numerator_below integer,
    denominator numeric(30,8),
    denominator_below integer,
    yes_no boolean,
    step integer,
    text text,
    missing_reason missing_reason,
    updated_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_by_id integer NOT NULL,
    carried boolean DEFAULT false NOT NULL,
    CONSTRAINT value_bounds_check CHECK (((below >= 1) AND (numerator_below >= 1) AND (denominator >= (0)::numeric) AND (denominator_below >= 1) AND (step >= 0) AND (text <> ''::text))),
    CONSTRAINT value_carried_check CHECK (((NOT carried) OR (kind <> ALL (ARRAY['missing'::value_kind, 'narrative'::value_kind])))),
    CONSTRAINT value_figure_check CHECK ((((number IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'number'::value_kind))) AND ((below IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'censored'::value_kind))) AND (num_nonnulls(numerator, numerator_below) = ((NOT (kind IS DISTINCT FROM 'ratio'::value_kind)))::integer) AND (num_nonnulls(denominator, denominator_below) = ((NOT (kind IS DISTINCT FROM 'ratio'::value_kind)))::integer) AND ((yes_no IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'yesNo'::value_kind))) AND ((step IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'step'::value_kind))) AND ((text IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'narrative'::value_kind))) AND ((missing_reason IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'missing'::value_kind)))))
);
ALTER TABLE value ADD CONSTRAINT value_pkey PRIMARY KEY (period_id, report_id, indicator_version_id, cell_id);

CREATE TABLE value_comment (
    id SERIAL NOT NULL,
    report_id integer NOT NULL,
    indicator_id integer NOT NULL,
    body text NOT NULL,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    author_id integer NOT NULL,
    figures_up_to bigint DEFAULT 0 NOT NULL
);
ALTER TABLE value_comment ADD CONSTRAINT value_comment_pkey PRIMARY KEY (id);
CREATE INDEX value_comment_report_id_indicator_id_idx ON value_comment USING btree (report_id, indicator_id);

CREATE TABLE value_revision (
    period_id integer NOT NULL,
    report_id integer NOT NULL,
    indicator_version_id integer NOT NULL,
    cell_id integer NOT NULL,
    revision integer NOT NULL,
    kind value_kind,
    number numeric(30,8),
    below integer,
    numerator numeric(30,8),
    numerator_below integer,
    denominator numeric(30,8),
    denominator_below integer,
    yes_no boolean,
    step integer,
    text text,
    missing_reason missing_reason,
    import_id integer,
    created_at timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    created_by_id integer NOT NULL,
    sequence BIGSERIAL NOT NULL,
    redacted_at timestamp(3) without time zone,
    carried boolean DEFAULT false NOT NULL,
    CONSTRAINT value_revision_carried_check CHECK (((NOT carried) OR ((kind IS NOT NULL) AND (kind <> ALL (ARRAY['missing'::value_kind, 'narrative'::value_kind]))))),
    CONSTRAINT value_revision_figure_check CHECK ((((number IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'number'::value_kind))) AND ((below IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'censored'::value_kind))) AND (num_nonnulls(numerator, numerator_below) = ((NOT (kind IS DISTINCT FROM 'ratio'::value_kind)))::integer) AND (num_nonnulls(denominator, denominator_below) = ((NOT (kind IS DISTINCT FROM 'ratio'::value_kind)))::integer) AND ((yes_no IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'yesNo'::value_kind))) AND ((step IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'step'::value_kind))) AND ((text IS NOT NULL) = ((NOT (kind IS DISTINCT FROM 'narrative'::value_kind)) AND (redacted_at IS NULL))) AND ((missing_reason IS NOT NULL) = (NOT (kind IS DISTINCT FROM 'missing'::value_kind)))))
);
ALTER TABLE value_revision ADD CONSTRAINT value_revision_pkey PRIMARY KEY (period_id, report_id, indicator_version_id, cell_id, revision);

CREATE TABLE year_chair (
    plan_id integer NOT NULL,
    year integer NOT NULL,
    unit_id integer NOT NULL,
    CONSTRAINT year_chair_year_check CHECK (((year >= 2000) AND (year <= 2099)))
);
ALTER TABLE year_chair ADD CONSTRAINT year_chair_pkey PRIMARY KEY (plan_id, year);
CREATE INDEX year_chair_unit_id_idx ON year_chair USING btree (unit_id);

CREATE TABLE youth_forum (
    meeting_id integer NOT NULL,
    organisers text DEFAULT ''::text NOT NULL,
    safeguarding_id integer,
    theme text DEFAULT ''::text NOT NULL,
    organisers_redacted_at timestamp(3) without time zone,
    theme_redacted_at timestamp(3) without time zone,
    CONSTRAINT youth_forum_redacted_check CHECK ((((theme_redacted_at IS NULL) OR (theme = ''::text)) AND ((organisers_redacted_at IS NULL) OR (organisers = ''::text))))
);
ALTER TABLE youth_forum ADD CONSTRAINT youth_forum_pkey PRIMARY KEY (meeting_id);
CREATE INDEX youth_forum_safeguarding_id_idx ON youth_forum USING btree (safeguarding_id);

CREATE TABLE youth_participants (
    meeting_id integer NOT NULL,
    plan_id integer NOT NULL,
    unit_id integer NOT NULL,
    sex youth_sex NOT NULL,
    age youth_age NOT NULL,
    count integer NOT NULL,
    CONSTRAINT youth_participants_count_check CHECK ((count > 0))
);
ALTER TABLE youth_participants ADD CONSTRAINT youth_participants_pkey PRIMARY KEY (meeting_id, unit_id, sex, age);
CREATE INDEX youth_participants_unit_id_idx ON youth_participants USING btree (unit_id);

CREATE FUNCTION make_audit_anchor() RETURNS SETOF audit_anchor
    LANGUAGE plpgsql
    AS $$
DECLARE
  last audit_anchor;
  moment timestamp(3);
  new_heads jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit anchor', 0));
  SELECT a.* INTO last FROM audit_anchor a ORDER BY a.number DESC LIMIT 1;
  moment := date_trunc('milliseconds', clock_timestamp() AT TIME ZONE 'UTC');
  IF last.made_at::date >= moment::date THEN RETURN; END IF;
  -- An event that was written before the last anchor may have been committed after it: transactions end within the hour.
  SELECT coalesce(jsonb_object_agg(h.stream, jsonb_build_array(h.sequence, h.hash)), '{}') INTO new_heads FROM (
    SELECT DISTINCT ON (e.stream) e.stream, e.sequence, e.hash FROM audit_event e
    WHERE last.number IS NULL OR e.at > last.made_at - interval '1 hour' ORDER BY e.stream, e.sequence DESC
  ) h;
  RETURN QUERY INSERT INTO audit_anchor (number, made_at, heads, previous_hash, hash)
  VALUES (coalesce(last.number, 0) + 1, moment, new_heads, coalesce(last.hash, ''),
    encode(sha256(convert_to(jsonb_build_array(coalesce(last.number, 0) + 1, coalesce(last.hash, ''),
      to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), new_heads)::text, 'UTF8')), 'hex'))
  RETURNING *;
END $$;

CREATE FUNCTION present_actor(in_actor_id integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  since timestamp;
BEGIN
  -- Locked first and judged then: a lock that had to be waited for gives the row as it is now.
  SELECT u.disabled_at INTO since FROM "user" u WHERE u.id = in_actor_id FOR SHARE;
  IF since IS NOT NULL THEN
    RAISE EXCEPTION 'person % is disabled', in_actor_id USING ERRCODE = 'SP001';
  END IF;
  RETURN in_actor_id;
END $$;

CREATE FUNCTION refuse_all_but_answer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.answer IS NULL AND NEW.answer IS NOT NULL
    AND (NEW.text_id, NEW.plan_id, NEW.version, NEW.asked_at) = (OLD.text_id, OLD.plan_id, OLD.version, OLD.asked_at)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_all_but_closing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - 'until_version' = to_jsonb(NEW) - 'until_version'
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added and closed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_all_but_closing_or_erasing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - 'until_version' = to_jsonb(NEW) - 'until_version'
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.text = ''
    AND to_jsonb(OLD) - ARRAY['text', 'redacted_at'] = to_jsonb(NEW) - ARRAY['text', 'redacted_at']
    AND EXISTS (
      SELECT FROM take_down t
      WHERE t.unit_id = OLD.unit_id AND t.period_id = OLD.period_id AND t.pillar_id = OLD.pillar_id
        AND t.narrative_kind = OLD.kind AND t.erased_at IS NOT NULL)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added and closed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_all_but_redaction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
    AND coalesce(to_jsonb(OLD) ->> TG_ARGV[0], '') <> '' AND coalesce(to_jsonb(NEW) ->> TG_ARGV[0], '') = ''
    AND to_jsonb(OLD) - ARRAY[TG_ARGV[0], 'redacted_at'] = to_jsonb(NEW) - ARRAY[TG_ARGV[0], 'redacted_at']
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_all_but_redaction_of_shadow() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE kept shadow_value := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT FROM addressed_round WHERE text_id = kept.text_id AND stage = 'passed')
    AND NOT (TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
      AND NEW.text_id = OLD.text_id AND NEW.indicator_version_id = OLD.indicator_version_id)
  THEN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION refuse_all_but_redaction_of_shadow_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE kept shadow_part := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT FROM addressed_round WHERE text_id = kept.text_id AND stage = 'passed')
    AND NOT (TG_OP = 'DELETE'
      AND EXISTS (SELECT FROM shadow_value WHERE text_id = kept.text_id AND redacted_at IS NOT NULL))
  THEN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION refuse_all_but_restoring() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - ARRAY['until_version', 'restored_at', 'restored_by_id']
      = to_jsonb(NEW) - ARRAY['until_version', 'restored_at', 'restored_by_id']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND OLD.reason <> '' AND NEW.reason = ''
    AND to_jsonb(OLD) - ARRAY['reason', 'redacted_at'] = to_jsonb(NEW) - ARRAY['reason', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND to_jsonb(OLD) - ARRAY['erased_at', 'erased_by_id'] = to_jsonb(NEW) - ARRAY['erased_at', 'erased_by_id']
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and restored', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_all_but_telling() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  told CONSTANT text[] := ARRAY['state', 'due_on', 'done_on', 'evidence_title', 'evidence_url', 'reason', 'told_at',
    'told_by_id', 'row_version'];
  words CONSTANT text[] := ARRAY['body', 'evidence_title', 'evidence_url', 'reason', 'redacted_at', 'row_version'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND to_jsonb(OLD) - told = to_jsonb(NEW) - told THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - words = to_jsonb(NEW) - words
  THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND OLD.round IS NOT NULL AND NOT EXISTS (SELECT FROM unit_response r WHERE r.text_id = OLD.text_id
    AND r.round = OLD.round AND r.unit_id = OLD.unit_id AND r.state = 'given')
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and told anew', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_in_adopted_edition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE edition record;
BEGIN
  FOR edition IN SELECT from_version FROM framework_edition WHERE id IN (OLD.edition_id, NEW.edition_id) FOR SHARE LOOP
    IF edition.from_version IS NOT NULL THEN
      RAISE EXCEPTION 'rows of % belong to an adopted edition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_of_adopted_definition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE edition record;
BEGIN
  FOR edition IN
    SELECT e.from_version FROM edition_definition d JOIN framework_edition e ON e.id = d.edition_id
    WHERE d.indicator_version_id IN ((to_jsonb(OLD) ->> TG_ARGV[0])::int, (to_jsonb(NEW) ->> TG_ARGV[0])::int)
    FOR SHARE OF e
  LOOP
    IF edition.from_version IS NOT NULL THEN
      RAISE EXCEPTION 'rows of % belong to an adopted definition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_of_adopted_table() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE edition record;
BEGIN
  FOR edition IN
    SELECT e.from_version
    FROM disaggregation_table t JOIN edition_definition d ON d.indicator_version_id = t.indicator_version_id
      JOIN framework_edition e ON e.id = d.edition_id
    WHERE t.id IN ((to_jsonb(OLD) ->> 'table_id')::int, (to_jsonb(NEW) ->> 'table_id')::int)
    FOR SHARE OF e
  LOOP
    IF edition.from_version IS NOT NULL THEN
      RAISE EXCEPTION 'rows of % belong to an adopted definition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_other_addressed_files() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE kept addressed_file := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF TG_OP = 'UPDATE' OR (EXISTS (SELECT FROM addressed_round WHERE text_id = kept.text_id AND stage = 'passed')
    AND NOT (TG_OP = 'DELETE'
      AND EXISTS (SELECT FROM addressed_text WHERE id = kept.text_id AND "end" IN ('withdrawn', 'takenDown'))))
  THEN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION refuse_unnamed_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.results_version = OLD.results_version + 1
    AND EXISTS (SELECT FROM results_version WHERE plan_id = NEW.id AND version = NEW.results_version)
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'a results version rises by one, with its row in results_version' USING ERRCODE = 'restrict_violation';
END $$;

-- What rows refer to

ALTER TABLE addressed_file ADD CONSTRAINT addressed_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE addressed_file ADD CONSTRAINT addressed_file_text_id_fkey FOREIGN KEY (text_id) REFERENCES addressed_text(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE addressed_round ADD CONSTRAINT addressed_round_checked_by_id_fkey FOREIGN KEY (checked_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE addressed_round ADD CONSTRAINT addressed_round_submitted_by_id_fkey FOREIGN KEY (submitted_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE addressed_round ADD CONSTRAINT addressed_round_text_id_fkey FOREIGN KEY (text_id) REFERENCES addressed_text(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE addressed_text ADD CONSTRAINT addressed_text_author_id_fkey FOREIGN KEY (author_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE addressed_text ADD CONSTRAINT addressed_text_ended_by_id_fkey FOREIGN KEY (ended_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE addressed_text ADD CONSTRAINT addressed_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE addressed_text ADD CONSTRAINT addressed_text_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE addressed_unit ADD CONSTRAINT addressed_unit_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES addressed_text(id, plan_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE addressed_unit ADD CONSTRAINT addressed_unit_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE agenda_point ADD CONSTRAINT agenda_point_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE agenda_point_node ADD CONSTRAINT agenda_point_node_meeting_id_position_fkey FOREIGN KEY (meeting_id, "position") REFERENCES agenda_point(meeting_id, "position") ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE agenda_point_node ADD CONSTRAINT agenda_point_node_node_id_fkey FOREIGN KEY (node_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE agenda_point ADD CONSTRAINT agenda_point_speaker_id_fkey FOREIGN KEY (speaker_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE agenda_point_text ADD CONSTRAINT agenda_point_text_meeting_id_position_fkey FOREIGN KEY (meeting_id, "position") REFERENCES agenda_point(meeting_id, "position") ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE area_version ADD CONSTRAINT area_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE audit_payload ADD CONSTRAINT audit_payload_stream_sequence_fkey FOREIGN KEY (stream, sequence) REFERENCES audit_event(stream, sequence) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE baseline ADD CONSTRAINT baseline_edition_id_indicator_version_id_fkey FOREIGN KEY (edition_id, indicator_version_id) REFERENCES edition_definition(edition_id, indicator_version_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE baseline ADD CONSTRAINT baseline_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE baseline ADD CONSTRAINT baseline_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE category_alias ADD CONSTRAINT category_alias_category_id_dimension_id_fkey FOREIGN KEY (category_id, dimension_id) REFERENCES category(id, dimension_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE category ADD CONSTRAINT category_dimension_id_fkey FOREIGN KEY (dimension_id) REFERENCES dimension(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE category_text ADD CONSTRAINT category_text_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE cell_category ADD CONSTRAINT cell_category_category_id_dimension_id_fkey FOREIGN KEY (category_id, dimension_id) REFERENCES category(id, dimension_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE cell_category ADD CONSTRAINT cell_category_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES cell(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE cell ADD CONSTRAINT cell_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE correction_reason ADD CONSTRAINT correction_reason_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES review_decision(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE decision_node ADD CONSTRAINT decision_node_node_id_fkey FOREIGN KEY (node_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE decision_node ADD CONSTRAINT decision_node_text_id_fkey FOREIGN KEY (text_id) REFERENCES meeting_decision(text_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE decision_organisation ADD CONSTRAINT decision_organisation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE decision_organisation ADD CONSTRAINT decision_organisation_text_id_fkey FOREIGN KEY (text_id) REFERENCES meeting_decision(text_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE dimension ADD CONSTRAINT dimension_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE dimension_text ADD CONSTRAINT dimension_text_dimension_id_fkey FOREIGN KEY (dimension_id) REFERENCES dimension(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE disaggregation_table_dimension ADD CONSTRAINT disaggregation_table_dimension_dimension_id_fkey FOREIGN KEY (dimension_id) REFERENCES dimension(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE disaggregation_table_dimension ADD CONSTRAINT disaggregation_table_dimension_table_id_fkey FOREIGN KEY (table_id) REFERENCES disaggregation_table(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE disaggregation_table ADD CONSTRAINT disaggregation_table_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE edition_definition ADD CONSTRAINT edition_definition_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES framework_edition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE edition_definition ADD CONSTRAINT edition_definition_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE edition_indicator ADD CONSTRAINT edition_indicator_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES framework_edition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE edition_indicator ADD CONSTRAINT edition_indicator_edition_id_node_id_fkey FOREIGN KEY (edition_id, node_id) REFERENCES edition_node(edition_id, node_id);
ALTER TABLE edition_indicator ADD CONSTRAINT edition_indicator_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE edition_node ADD CONSTRAINT edition_node_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES framework_edition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE edition_node ADD CONSTRAINT edition_node_edition_id_parent_id_fkey FOREIGN KEY (edition_id, parent_id) REFERENCES edition_node(edition_id, node_id);
ALTER TABLE edition_node ADD CONSTRAINT edition_node_node_id_fkey FOREIGN KEY (node_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE edition_node_text ADD CONSTRAINT edition_node_text_edition_id_node_id_fkey FOREIGN KEY (edition_id, node_id) REFERENCES edition_node(edition_id, node_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE evidence ADD CONSTRAINT evidence_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE evidence ADD CONSTRAINT evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE evidence ADD CONSTRAINT evidence_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE evidence ADD CONSTRAINT evidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE evidence ADD CONSTRAINT evidence_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE external_series ADD CONSTRAINT external_series_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE file_import ADD CONSTRAINT file_import_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE file_import ADD CONSTRAINT file_import_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE follow_up ADD CONSTRAINT follow_up_meeting_id_plan_id_fkey FOREIGN KEY (meeting_id, plan_id) REFERENCES meeting(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE follow_up ADD CONSTRAINT follow_up_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES addressed_text(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE former_threshold ADD CONSTRAINT former_threshold_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE former_threshold ADD CONSTRAINT former_threshold_plan_id_until_version_fkey FOREIGN KEY (plan_id, until_version) REFERENCES results_version(plan_id, version) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE framework_edition ADD CONSTRAINT framework_edition_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE framework_node ADD CONSTRAINT framework_node_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE hand_back ADD CONSTRAINT hand_back_asked_again_by_id_fkey FOREIGN KEY (asked_again_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE hand_back ADD CONSTRAINT hand_back_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE hand_back ADD CONSTRAINT hand_back_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE hand_back ADD CONSTRAINT hand_back_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE hand_back ADD CONSTRAINT hand_back_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE identity ADD CONSTRAINT identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE indicator_assignment ADD CONSTRAINT indicator_assignment_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE indicator ADD CONSTRAINT indicator_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE indicator_version ADD CONSTRAINT indicator_version_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE indicator_version_text ADD CONSTRAINT indicator_version_text_edition_id_indicator_version_id_fkey FOREIGN KEY (edition_id, indicator_version_id) REFERENCES edition_definition(edition_id, indicator_version_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE indicator_version_text ADD CONSTRAINT indicator_version_text_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE invitation ADD CONSTRAINT invitation_invited_by_id_fkey FOREIGN KEY (invited_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE invitation ADD CONSTRAINT invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE invitation ADD CONSTRAINT invitation_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE invitation ADD CONSTRAINT invitation_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE invitation ADD CONSTRAINT invitation_used_by_id_fkey FOREIGN KEY (used_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE key_action ADD CONSTRAINT key_action_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE key_action ADD CONSTRAINT key_action_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE key_action ADD CONSTRAINT key_action_text_id_fkey FOREIGN KEY (text_id) REFERENCES addressed_text(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE key_action ADD CONSTRAINT key_action_text_id_round_unit_id_fkey FOREIGN KEY (text_id, round, unit_id) REFERENCES unit_response(text_id, round, unit_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE key_action ADD CONSTRAINT key_action_told_by_id_fkey FOREIGN KEY (told_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE key_action ADD CONSTRAINT key_action_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mail_notice ADD CONSTRAINT mail_notice_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE mail ADD CONSTRAINT mail_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE meeting_decision ADD CONSTRAINT meeting_decision_meeting_id_plan_id_fkey FOREIGN KEY (meeting_id, plan_id) REFERENCES meeting(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE meeting_decision ADD CONSTRAINT meeting_decision_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES addressed_text(id, plan_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE meeting ADD CONSTRAINT meeting_host_unit_id_plan_id_fkey FOREIGN KEY (host_unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE meeting_participants ADD CONSTRAINT meeting_participants_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE meeting ADD CONSTRAINT meeting_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE meeting ADD CONSTRAINT meeting_release_id_plan_id_fkey FOREIGN KEY (release_id, plan_id) REFERENCES release(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE meeting_source ADD CONSTRAINT meeting_source_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE meeting_text ADD CONSTRAINT meeting_text_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE meeting ADD CONSTRAINT meeting_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mention ADD CONSTRAINT mention_by_id_fkey FOREIGN KEY (by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mention ADD CONSTRAINT mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES value_comment(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mention ADD CONSTRAINT mention_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mention ADD CONSTRAINT mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mention ADD CONSTRAINT mention_query_fkey FOREIGN KEY (report_id, submission, indicator_id) REFERENCES review_answer(report_id, submission, indicator_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE mention ADD CONSTRAINT mention_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE milestone_step ADD CONSTRAINT milestone_step_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE milestone_step_text ADD CONSTRAINT milestone_step_text_edition_id_indicator_version_id_fkey FOREIGN KEY (edition_id, indicator_version_id) REFERENCES edition_definition(edition_id, indicator_version_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE milestone_step_text ADD CONSTRAINT milestone_step_text_indicator_version_id_step_fkey FOREIGN KEY (indicator_version_id, step) REFERENCES milestone_step(indicator_version_id, step) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE observation ADD CONSTRAINT observation_decision_id_plan_id_fkey FOREIGN KEY (decision_id, plan_id) REFERENCES meeting_decision(text_id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE observation ADD CONSTRAINT observation_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE observation ADD CONSTRAINT observation_node_id_fkey FOREIGN KEY (node_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE observation ADD CONSTRAINT observation_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE observation ADD CONSTRAINT observation_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE observation_source ADD CONSTRAINT observation_source_text_id_fkey FOREIGN KEY (text_id) REFERENCES observation(text_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE observation ADD CONSTRAINT observation_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES addressed_text(id, plan_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE organisation_name ADD CONSTRAINT organisation_name_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE organisation_unit ADD CONSTRAINT organisation_unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE organisation_unit ADD CONSTRAINT organisation_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE passkey_challenge ADD CONSTRAINT passkey_challenge_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE passkey ADD CONSTRAINT passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE password_link ADD CONSTRAINT password_link_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE password_link ADD CONSTRAINT password_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE path_note ADD CONSTRAINT path_note_edition_id_indicator_version_id_fkey FOREIGN KEY (edition_id, indicator_version_id) REFERENCES edition_definition(edition_id, indicator_version_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE path_note ADD CONSTRAINT path_note_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE path_note ADD CONSTRAINT path_note_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE pending_sign_in ADD CONSTRAINT pending_sign_in_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE plan_text ADD CONSTRAINT plan_text_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE platform_activity_node ADD CONSTRAINT platform_activity_node_node_id_fkey FOREIGN KEY (node_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_activity_node ADD CONSTRAINT platform_activity_node_report_id_position_fkey FOREIGN KEY (report_id, "position") REFERENCES platform_activity(report_id, "position") ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE platform_activity ADD CONSTRAINT platform_activity_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_activity ADD CONSTRAINT platform_activity_report_id_fkey FOREIGN KEY (report_id) REFERENCES platform_report(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE platform_agreement ADD CONSTRAINT platform_agreement_agreed_by_id_fkey FOREIGN KEY (agreed_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_agreement ADD CONSTRAINT platform_agreement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_agreement ADD CONSTRAINT platform_agreement_report_id_fkey FOREIGN KEY (report_id) REFERENCES platform_report(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE platform_member ADD CONSTRAINT platform_member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_member ADD CONSTRAINT platform_member_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_member ADD CONSTRAINT platform_member_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_point ADD CONSTRAINT platform_point_report_id_plan_id_fkey FOREIGN KEY (report_id, plan_id) REFERENCES platform_report(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_point ADD CONSTRAINT platform_point_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES addressed_text(id, plan_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE platform_report ADD CONSTRAINT platform_report_author_id_fkey FOREIGN KEY (author_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_report ADD CONSTRAINT platform_report_meeting_id_plan_id_fkey FOREIGN KEY (meeting_id, plan_id) REFERENCES meeting(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_report ADD CONSTRAINT platform_report_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_report ADD CONSTRAINT platform_report_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_report ADD CONSTRAINT platform_report_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE platform_take_down ADD CONSTRAINT platform_take_down_report_id_fkey FOREIGN KEY (report_id) REFERENCES platform_report(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE platform_take_down ADD CONSTRAINT platform_take_down_taken_by_id_fkey FOREIGN KEY (taken_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE presence ADD CONSTRAINT presence_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE presence ADD CONSTRAINT presence_period_id_fkey FOREIGN KEY (period_id) REFERENCES reporting_period(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE presence ADD CONSTRAINT presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE presence ADD CONSTRAINT presence_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE publication_file ADD CONSTRAINT publication_file_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE publication ADD CONSTRAINT publication_job_id_fkey FOREIGN KEY (job_id) REFERENCES job(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE publication ADD CONSTRAINT publication_meeting_id_plan_id_fkey FOREIGN KEY (meeting_id, plan_id) REFERENCES meeting(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE publication ADD CONSTRAINT publication_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE publication ADD CONSTRAINT publication_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE publication ADD CONSTRAINT publication_platform_report_id_plan_id_fkey FOREIGN KEY (platform_report_id, plan_id) REFERENCES platform_report(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE publication ADD CONSTRAINT publication_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE publication ADD CONSTRAINT publication_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_narrative ADD CONSTRAINT published_narrative_period_id_fkey FOREIGN KEY (period_id) REFERENCES reporting_period(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_narrative ADD CONSTRAINT published_narrative_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_narrative ADD CONSTRAINT published_narrative_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE recommendation ADD CONSTRAINT recommendation_meeting_id_plan_id_fkey FOREIGN KEY (meeting_id, plan_id) REFERENCES meeting(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE recommendation ADD CONSTRAINT recommendation_node_id_fkey FOREIGN KEY (node_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE recommendation ADD CONSTRAINT recommendation_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES addressed_text(id, plan_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE recommendation_words ADD CONSTRAINT recommendation_words_text_id_fkey FOREIGN KEY (text_id) REFERENCES recommendation(text_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES two_step(user_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE release ADD CONSTRAINT release_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE release ADD CONSTRAINT release_plan_id_version_fkey FOREIGN KEY (plan_id, version) REFERENCES results_version(plan_id, version) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE release_text ADD CONSTRAINT release_text_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reminder ADD CONSTRAINT reminder_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reminder ADD CONSTRAINT reminder_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reminder ADD CONSTRAINT reminder_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report ADD CONSTRAINT report_approved_by_id_fkey FOREIGN KEY (approved_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report_narrative ADD CONSTRAINT report_narrative_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report_narrative ADD CONSTRAINT report_narrative_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report_narrative ADD CONSTRAINT report_narrative_updated_by_id_fkey FOREIGN KEY (updated_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report ADD CONSTRAINT report_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report ADD CONSTRAINT report_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report ADD CONSTRAINT report_submitted_by_id_fkey FOREIGN KEY (submitted_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE report ADD CONSTRAINT report_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reporting_period ADD CONSTRAINT reporting_period_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reporting_unit ADD CONSTRAINT reporting_unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reporting_unit ADD CONSTRAINT reporting_unit_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE reporting_unit_text ADD CONSTRAINT reporting_unit_text_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE result ADD CONSTRAINT result_carried_from_id_fkey FOREIGN KEY (carried_from_id) REFERENCES reporting_period(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE result ADD CONSTRAINT result_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES cell(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE result ADD CONSTRAINT result_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE result ADD CONSTRAINT result_period_id_fkey FOREIGN KEY (period_id) REFERENCES reporting_period(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE result ADD CONSTRAINT result_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE results_version ADD CONSTRAINT results_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE results_version ADD CONSTRAINT results_version_reopening_id_fkey FOREIGN KEY (reopening_id) REFERENCES review_decision(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_acceptance ADD CONSTRAINT review_acceptance_accepted_by_id_fkey FOREIGN KEY (accepted_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_acceptance ADD CONSTRAINT review_acceptance_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_answer ADD CONSTRAINT review_answer_acceptance_id_fkey FOREIGN KEY (acceptance_id) REFERENCES review_acceptance(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_answer ADD CONSTRAINT review_answer_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_answer ADD CONSTRAINT review_answer_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_answer ADD CONSTRAINT review_answer_replied_by_id_fkey FOREIGN KEY (replied_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_answer ADD CONSTRAINT review_answer_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_decision ADD CONSTRAINT review_decision_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_decision ADD CONSTRAINT review_decision_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_note ADD CONSTRAINT review_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_note ADD CONSTRAINT review_note_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_note ADD CONSTRAINT review_note_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_share ADD CONSTRAINT review_share_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_share ADD CONSTRAINT review_share_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_share ADD CONSTRAINT review_share_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE session ADD CONSTRAINT session_passkey_id_fkey FOREIGN KEY (passkey_id) REFERENCES passkey(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE session ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE shadow_part ADD CONSTRAINT shadow_part_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES cell(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE shadow_part ADD CONSTRAINT shadow_part_text_id_fkey FOREIGN KEY (text_id) REFERENCES shadow_value(text_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE shadow_value ADD CONSTRAINT shadow_value_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE shadow_value ADD CONSTRAINT shadow_value_text_id_fkey FOREIGN KEY (text_id) REFERENCES observation(text_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE site_settings ADD CONSTRAINT site_settings_default_plan_id_fkey FOREIGN KEY (default_plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE submission_declaration ADD CONSTRAINT submission_declaration_declared_by_id_fkey FOREIGN KEY (declared_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE submission_declaration ADD CONSTRAINT submission_declaration_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_erased_by_id_fkey FOREIGN KEY (erased_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_pillar_id_fkey FOREIGN KEY (pillar_id) REFERENCES framework_node(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_restored_by_id_fkey FOREIGN KEY (restored_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_taken_by_id_fkey FOREIGN KEY (taken_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE take_down ADD CONSTRAINT take_down_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE target ADD CONSTRAINT target_edition_id_indicator_version_id_fkey FOREIGN KEY (edition_id, indicator_version_id) REFERENCES edition_definition(edition_id, indicator_version_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE target ADD CONSTRAINT target_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE target ADD CONSTRAINT target_period_id_fkey FOREIGN KEY (period_id) REFERENCES reporting_period(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE target ADD CONSTRAINT target_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES reporting_unit(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE two_step ADD CONSTRAINT two_step_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE unit_due_date ADD CONSTRAINT unit_due_date_period_id_plan_id_fkey FOREIGN KEY (period_id, plan_id) REFERENCES reporting_period(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE unit_due_date ADD CONSTRAINT unit_due_date_set_by_id_fkey FOREIGN KEY (set_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE unit_due_date ADD CONSTRAINT unit_due_date_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE unit_response ADD CONSTRAINT unit_response_drafted_by_id_fkey FOREIGN KEY (drafted_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE unit_response ADD CONSTRAINT unit_response_given_by_id_fkey FOREIGN KEY (given_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE unit_response ADD CONSTRAINT unit_response_text_id_round_fkey FOREIGN KEY (text_id, round) REFERENCES addressed_round(text_id, round) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE unit_response ADD CONSTRAINT unit_response_text_id_unit_id_fkey FOREIGN KEY (text_id, unit_id) REFERENCES addressed_unit(text_id, unit_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE unwanted_mail ADD CONSTRAINT unwanted_mail_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "user" ADD CONSTRAINT user_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE user_role ADD CONSTRAINT user_role_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE user_role ADD CONSTRAINT user_role_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE user_role ADD CONSTRAINT user_role_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE validity_question ADD CONSTRAINT validity_question_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE validity_question ADD CONSTRAINT validity_question_plan_id_version_fkey FOREIGN KEY (plan_id, version) REFERENCES results_version(plan_id, version) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE validity_question ADD CONSTRAINT validity_question_text_id_plan_id_fkey FOREIGN KEY (text_id, plan_id) REFERENCES observation(text_id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value ADD CONSTRAINT value_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES cell(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value_comment ADD CONSTRAINT value_comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value_comment ADD CONSTRAINT value_comment_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value_comment ADD CONSTRAINT value_comment_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value ADD CONSTRAINT value_indicator_version_id_fkey FOREIGN KEY (indicator_version_id) REFERENCES indicator_version(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value ADD CONSTRAINT value_report_id_period_id_fkey FOREIGN KEY (report_id, period_id) REFERENCES report(id, period_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value_revision ADD CONSTRAINT value_revision_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value_revision ADD CONSTRAINT value_revision_import_id_fkey FOREIGN KEY (import_id) REFERENCES file_import(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE value ADD CONSTRAINT value_updated_by_id_fkey FOREIGN KEY (updated_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE year_chair ADD CONSTRAINT year_chair_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE year_chair ADD CONSTRAINT year_chair_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE youth_forum ADD CONSTRAINT youth_forum_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE youth_forum ADD CONSTRAINT youth_forum_safeguarding_id_fkey FOREIGN KEY (safeguarding_id) REFERENCES organisation(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE youth_participants ADD CONSTRAINT youth_participants_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES youth_forum(meeting_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE youth_participants ADD CONSTRAINT youth_participants_unit_id_plan_id_fkey FOREIGN KEY (unit_id, plan_id) REFERENCES reporting_unit(id, plan_id) ON UPDATE CASCADE ON DELETE RESTRICT;

-- Triggers

CREATE TRIGGER addressed_file_kept BEFORE INSERT OR DELETE OR UPDATE ON addressed_file FOR EACH ROW EXECUTE FUNCTION refuse_other_addressed_files();
CREATE TRIGGER addressed_round_kept BEFORE DELETE OR UPDATE ON addressed_round FOR EACH ROW WHEN ((old.stage = 'passed'::round_stage)) EXECUTE FUNCTION refuse_all_but_redaction('body');
CREATE TRIGGER audit_anchor_append_only BEFORE DELETE OR UPDATE ON audit_anchor FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_anchor_never_emptied BEFORE TRUNCATE ON audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_payload_guarded BEFORE DELETE OR UPDATE ON audit_payload FOR EACH ROW EXECUTE FUNCTION guard_audit_payload();
CREATE TRIGGER audit_payload_never_emptied BEFORE TRUNCATE ON audit_payload FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER baseline_guarded BEFORE INSERT OR DELETE OR UPDATE ON baseline FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER correction_reason_append_only BEFORE DELETE OR UPDATE ON correction_reason FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('text');
CREATE TRIGGER correction_reason_never_emptied BEFORE TRUNCATE ON correction_reason FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_nodes_kept BEFORE INSERT OR DELETE OR UPDATE ON decision_node FOR EACH ROW EXECUTE FUNCTION keep_decision();
CREATE TRIGGER decision_organisations_kept BEFORE INSERT OR DELETE OR UPDATE ON decision_organisation FOR EACH ROW EXECUTE FUNCTION keep_decision();
CREATE TRIGGER decision_units_kept BEFORE INSERT OR DELETE OR UPDATE ON addressed_unit FOR EACH ROW EXECUTE FUNCTION keep_decision();
CREATE TRIGGER disaggregation_table_dimension_guarded BEFORE INSERT OR DELETE OR UPDATE ON disaggregation_table_dimension FOR EACH ROW EXECUTE FUNCTION refuse_of_adopted_table();
CREATE TRIGGER disaggregation_table_guarded BEFORE INSERT OR DELETE OR UPDATE ON disaggregation_table FOR EACH ROW EXECUTE FUNCTION refuse_of_adopted_definition('indicator_version_id');
CREATE TRIGGER edition_definition_guarded BEFORE INSERT OR DELETE OR UPDATE ON edition_definition FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER edition_indicator_guarded BEFORE INSERT OR DELETE OR UPDATE ON edition_indicator FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER edition_node_guarded BEFORE INSERT OR DELETE OR UPDATE ON edition_node FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER edition_node_text_guarded BEFORE INSERT OR DELETE OR UPDATE ON edition_node_text FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER file_import_append_only BEFORE DELETE OR UPDATE ON file_import FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('file_name');
CREATE TRIGGER file_import_never_emptied BEFORE TRUNCATE ON file_import FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER follow_up_kept BEFORE INSERT OR DELETE OR UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION keep_follow_up();
CREATE TRIGGER follow_up_of_passed BEFORE INSERT ON follow_up FOR EACH ROW EXECUTE FUNCTION follow_passed();
CREATE TRIGGER former_threshold_append_only BEFORE DELETE OR UPDATE ON former_threshold FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_threshold_never_emptied BEFORE TRUNCATE ON former_threshold FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER framework_edition_guarded BEFORE DELETE OR UPDATE ON framework_edition FOR EACH ROW EXECUTE FUNCTION guard_framework_edition();
CREATE TRIGGER identity_stays BEFORE UPDATE ON identity FOR EACH ROW WHEN (((((old.user_id IS DISTINCT FROM new.user_id) OR (old.issuer IS DISTINCT FROM new.issuer)) OR (old.subject IS DISTINCT FROM new.subject)) OR (old.created_at IS DISTINCT FROM new.created_at))) EXECUTE FUNCTION identity_stays();
CREATE TRIGGER indicator_version_guarded BEFORE DELETE OR UPDATE ON indicator_version FOR EACH ROW EXECUTE FUNCTION refuse_of_adopted_definition('id');
CREATE TRIGGER indicator_version_text_guarded BEFORE INSERT OR DELETE OR UPDATE ON indicator_version_text FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER key_action_begun BEFORE INSERT ON key_action FOR EACH ROW EXECUTE FUNCTION begin_key_action();
CREATE TRIGGER key_action_kept BEFORE DELETE OR UPDATE ON key_action FOR EACH ROW EXECUTE FUNCTION refuse_all_but_telling();
CREATE TRIGGER key_action_never_emptied BEFORE TRUNCATE ON key_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_decision_begun BEFORE INSERT ON meeting_decision FOR EACH ROW EXECUTE FUNCTION begin_decision();
CREATE TRIGGER meeting_decision_kept BEFORE DELETE OR UPDATE ON meeting_decision FOR EACH ROW EXECUTE FUNCTION keep_decision();
CREATE TRIGGER meeting_decision_never_emptied BEFORE TRUNCATE ON meeting_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_kept BEFORE DELETE OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION keep_meeting();
CREATE TRIGGER meeting_never_emptied BEFORE TRUNCATE ON meeting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER milestone_step_guarded BEFORE INSERT OR DELETE OR UPDATE ON milestone_step FOR EACH ROW EXECUTE FUNCTION refuse_of_adopted_definition('indicator_version_id');
CREATE TRIGGER milestone_step_text_guarded BEFORE INSERT OR DELETE OR UPDATE ON milestone_step_text FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER path_note_guarded BEFORE INSERT OR DELETE OR UPDATE ON path_note FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE CONSTRAINT TRIGGER plan_keeps_former_threshold AFTER UPDATE OF small_count_threshold ON plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.small_count_threshold IS DISTINCT FROM new.small_count_threshold)) EXECUTE FUNCTION keep_former_threshold();
CREATE CONSTRAINT TRIGGER plan_results_version_rises AFTER UPDATE OF results_version ON plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.results_version <> new.results_version)) EXECUTE FUNCTION refuse_unnamed_version();
CREATE TRIGGER platform_activity_kept BEFORE INSERT OR DELETE OR UPDATE ON platform_activity FOR EACH ROW EXECUTE FUNCTION keep_platform_activity();
CREATE TRIGGER platform_activity_node_kept BEFORE INSERT OR DELETE OR UPDATE ON platform_activity_node FOR EACH ROW EXECUTE FUNCTION keep_platform_report_part();
CREATE TRIGGER platform_agreement_kept BEFORE INSERT OR DELETE OR UPDATE ON platform_agreement FOR EACH ROW EXECUTE FUNCTION keep_platform_report_part();
CREATE TRIGGER platform_point_kept BEFORE INSERT OR DELETE OR UPDATE ON platform_point FOR EACH ROW EXECUTE FUNCTION keep_platform_report_part();
CREATE TRIGGER platform_report_kept BEFORE DELETE OR UPDATE ON platform_report FOR EACH ROW EXECUTE FUNCTION keep_platform_report();
CREATE TRIGGER platform_take_down_kept BEFORE INSERT OR DELETE OR UPDATE ON platform_take_down FOR EACH ROW EXECUTE FUNCTION keep_platform_take_down();
CREATE TRIGGER platform_units_kept BEFORE INSERT OR DELETE OR UPDATE ON addressed_unit FOR EACH ROW EXECUTE FUNCTION keep_platform_units();
CREATE TRIGGER platform_words_kept BEFORE DELETE OR UPDATE ON addressed_round FOR EACH ROW EXECUTE FUNCTION keep_platform_words();
CREATE TRIGGER published_narrative_append_only BEFORE DELETE OR UPDATE ON published_narrative FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing_or_erasing();
CREATE TRIGGER published_narrative_never_emptied BEFORE TRUNCATE ON published_narrative FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recommendation_kept BEFORE DELETE OR UPDATE ON recommendation FOR EACH ROW EXECUTE FUNCTION keep_recommendation();
CREATE TRIGGER recommendation_never_emptied BEFORE TRUNCATE ON recommendation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recommendation_words_apart BEFORE INSERT OR UPDATE ON recommendation_words FOR EACH ROW EXECUTE FUNCTION keep_recommendation_words();
CREATE TRIGGER release_append_only BEFORE DELETE OR UPDATE ON release FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_never_emptied BEFORE TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_text_append_only BEFORE DELETE OR UPDATE ON release_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_text_never_emptied BEFORE TRUNCATE ON release_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER result_append_only BEFORE DELETE OR UPDATE ON result FOR EACH ROW EXECUTE FUNCTION refuse_all_but_closing();
CREATE TRIGGER result_never_emptied BEFORE TRUNCATE ON result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER results_version_append_only BEFORE DELETE OR UPDATE ON results_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER results_version_never_emptied BEFORE TRUNCATE ON results_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_decision_append_only BEFORE DELETE OR UPDATE ON review_decision FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('reason');
CREATE TRIGGER review_decision_never_emptied BEFORE TRUNCATE ON review_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER shadow_part_kept BEFORE INSERT OR DELETE OR UPDATE ON shadow_part FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction_of_shadow_part();
CREATE TRIGGER shadow_value_kept BEFORE INSERT OR DELETE OR UPDATE ON shadow_value FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction_of_shadow();
CREATE TRIGGER stored_file_kept BEFORE UPDATE ON stored_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER take_down_append_only BEFORE DELETE OR UPDATE ON take_down FOR EACH ROW EXECUTE FUNCTION refuse_all_but_restoring();
CREATE TRIGGER take_down_never_emptied BEFORE TRUNCATE ON take_down FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER target_guarded BEFORE INSERT OR DELETE OR UPDATE ON target FOR EACH ROW EXECUTE FUNCTION refuse_in_adopted_edition();
CREATE TRIGGER unit_response_kept BEFORE DELETE OR UPDATE ON unit_response FOR EACH ROW WHEN ((old.state = 'given'::response_state)) EXECUTE FUNCTION keep_given_reply();
CREATE TRIGGER user_forget_bounce BEFORE UPDATE OF email ON "user" FOR EACH ROW WHEN ((old.email IS DISTINCT FROM new.email)) EXECUTE FUNCTION forget_bounce();
CREATE TRIGGER validity_question_kept BEFORE DELETE OR UPDATE ON validity_question FOR EACH ROW EXECUTE FUNCTION refuse_all_but_answer();
CREATE TRIGGER value_revision_append_only BEFORE DELETE OR UPDATE ON value_revision FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('text');
CREATE TRIGGER value_revision_never_emptied BEFORE TRUNCATE ON value_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

