-- Whom a presented report addresses stays; what each of them answers has a version, which goes up.
CREATE OR REPLACE FUNCTION "keep_platform_units"() RETURNS trigger LANGUAGE plpgsql AS $$
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
