-- A CSO reporter writes a platform's report, and a CSO member only reads it and agrees. Every CSO member might do both before:
-- those who began a report, wrote one or said that it is agreed become reporters, and go on. A reporter may all that a member
-- may. The audit says of each of them that they have the role, for whoever keeps people to judge.
DO $$
DECLARE
  held record;
  given integer;
BEGIN
  FOR held IN
    SELECT r.id, r.user_id, r.plan_id, r.unit_id, p.code AS plan, u.code AS unit
    FROM user_role r JOIN plan p ON p.id = r.plan_id LEFT JOIN reporting_unit u ON u.id = r.unit_id
    WHERE r.role = 'csoMember' AND (
      EXISTS (SELECT FROM platform_report o WHERE o.author_id = r.user_id AND o.plan_id = r.plan_id)
      OR EXISTS (SELECT FROM audit_event e WHERE e.actor_id = r.user_id AND e.plan_id = r.plan_id AND e.action IN (
        'platformReportBegun', 'platformReportWritten', 'platformReportAgreed', 'platformReportReopened')))
    ORDER BY r.id
  LOOP
    INSERT INTO user_role (user_id, plan_id, role, unit_id) VALUES (held.user_id, held.plan_id, 'csoReporter', held.unit_id)
      ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS given = ROW_COUNT;
    DELETE FROM user_role WHERE id = held.id;
    PERFORM append_audit_event('user:' || held.user_id, NULL, 'roleTaken', 'user ' || held.user_id, held.plan_id,
      held.unit_id, NULL, jsonb_build_object('role', 'csoMember', 'planId', held.plan_id, 'unitId', held.unit_id,
        'plan', held.plan, 'unit', held.unit), NULL);
    IF given > 0 THEN
      PERFORM append_audit_event('user:' || held.user_id, NULL, 'roleGiven', 'user ' || held.user_id, held.plan_id,
        held.unit_id, NULL, NULL, jsonb_build_object('role', 'csoReporter', 'planId', held.plan_id, 'unitId', held.unit_id,
          'plan', held.plan, 'unit', held.unit));
    END IF;
  END LOOP;
END $$;
