-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "unit_level" AS ENUM ('region', 'country', 'province');

-- CreateEnum
CREATE TYPE "frequency" AS ENUM ('annual', 'halfYearly', 'quarterly');

-- CreateEnum
CREATE TYPE "period_state" AS ENUM ('open', 'closed', 'locked');

-- CreateEnum
CREATE TYPE "node_kind" AS ENUM ('pillar', 'goal', 'outcome', 'output', 'activity');

-- CreateEnum
CREATE TYPE "indicator_type" AS ENUM ('number', 'percentage', 'yesNo', 'milestone', 'narrative');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('increase', 'decrease', 'neutral');

-- CreateEnum
CREATE TYPE "accumulation" AS ENUM ('perPeriod', 'cumulativeToDate', 'snapshot');

-- CreateEnum
CREATE TYPE "aggregation" AS ENUM ('sum', 'ratioOfSums', 'countOfCountries', 'notComputable');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('draft', 'submitted', 'returned', 'approved');

-- CreateEnum
CREATE TYPE "narrative_kind" AS ENUM ('progress', 'challenges', 'lessons', 'goodPractice');

-- CreateEnum
CREATE TYPE "value_kind" AS ENUM ('number', 'censored', 'ratio', 'yesNo', 'step', 'narrative', 'missing');

-- CreateEnum
CREATE TYPE "missing_reason" AS ENUM ('notCollected', 'notApplicable', 'notYetAvailable', 'confidential', 'notReported');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('internal', 'public');

-- CreateEnum
CREATE TYPE "decision" AS ENUM ('returned', 'approved', 'reopened');

-- CreateEnum
CREATE TYPE "mark" AS ENUM ('accept', 'query');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('government', 'secretariat', 'civilSociety');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('focalPoint', 'contributor', 'secretariat', 'csoMember', 'administrator');

-- CreateEnum
CREATE TYPE "publication_cause" AS ENUM ('framework', 'approval', 'release', 'setting');

-- CreateEnum
CREATE TYPE "status" AS ENUM ('achieved', 'maintained', 'onTrack', 'accelerationNeeded', 'limitedProgress', 'movingAway', 'pending', 'missed', 'notAssessed');

-- CreateEnum
CREATE TYPE "public_mark" AS ENUM ('shown', 'small', 'suppressed', 'missing');

-- CreateTable
CREATE TABLE "audit_event" (
    "stream" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("stream","sequence")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "is_reference" BOOLEAN NOT NULL DEFAULT true,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "small_count_threshold" INTEGER NOT NULL DEFAULT 5,
    "publication_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_text" (
    "plan_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "plan_text_pkey" PRIMARY KEY ("plan_id","locale")
);

-- CreateTable
CREATE TABLE "reporting_unit" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "level" "unit_level" NOT NULL,
    "parent_id" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "reporting_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_unit_text" (
    "unit_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "long_name" TEXT NOT NULL,

    CONSTRAINT "reporting_unit_text_pkey" PRIMARY KEY ("unit_id","locale")
);

-- CreateTable
CREATE TABLE "reporting_period" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "frequency" "frequency" NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "period_state" NOT NULL DEFAULT 'open',

    CONSTRAINT "reporting_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_node" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "node_kind" NOT NULL,
    "parent_id" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "framework_node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_node_version" (
    "id" SERIAL NOT NULL,
    "node_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "framework_node_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_node_text" (
    "node_version_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "framework_node_text_pkey" PRIMARY KEY ("node_version_id","locale")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "node_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "unit_level" NOT NULL DEFAULT 'country',

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_version" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "type" "indicator_type" NOT NULL,
    "direction" "direction" NOT NULL,
    "accumulation" "accumulation" NOT NULL,
    "aggregation" "aggregation" NOT NULL,
    "aggregation_step" INTEGER,
    "counts_persons" BOOLEAN NOT NULL DEFAULT false,
    "unit" TEXT,
    "currency" TEXT,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "frequency" "frequency" NOT NULL DEFAULT 'annual',
    "valid_from" DATE,
    "comparable" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "indicator_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_version_text" (
    "indicator_version_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "computation" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "limits" TEXT NOT NULL DEFAULT '',
    "numerator" TEXT NOT NULL DEFAULT '',
    "denominator" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "indicator_version_text_pkey" PRIMARY KEY ("indicator_version_id","locale")
);

-- CreateTable
CREATE TABLE "milestone_step" (
    "indicator_version_id" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,

    CONSTRAINT "milestone_step_pkey" PRIMARY KEY ("indicator_version_id","step")
);

-- CreateTable
CREATE TABLE "milestone_step_text" (
    "indicator_version_id" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "milestone_step_text_pkey" PRIMARY KEY ("indicator_version_id","step","locale")
);

-- CreateTable
CREATE TABLE "external_series" (
    "indicator_version_id" INTEGER NOT NULL,
    "system" TEXT NOT NULL,
    "series" TEXT NOT NULL,

    CONSTRAINT "external_series_pkey" PRIMARY KEY ("indicator_version_id","system","series")
);

-- CreateTable
CREATE TABLE "dimension" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "dimension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension_text" (
    "dimension_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "dimension_text_pkey" PRIMARY KEY ("dimension_id","locale")
);

-- CreateTable
CREATE TABLE "category" (
    "id" SERIAL NOT NULL,
    "dimension_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category_text" (
    "category_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "category_text_pkey" PRIMARY KEY ("category_id","locale")
);

-- CreateTable
CREATE TABLE "category_alias" (
    "dimension_id" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,
    "category_id" INTEGER NOT NULL,

    CONSTRAINT "category_alias_pkey" PRIMARY KEY ("dimension_id","alias")
);

-- CreateTable
CREATE TABLE "disaggregation_table" (
    "id" SERIAL NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "disaggregation_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disaggregation_table_dimension" (
    "table_id" INTEGER NOT NULL,
    "dimension_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "disaggregation_table_dimension_pkey" PRIMARY KEY ("table_id","dimension_id")
);

-- CreateTable
CREATE TABLE "cell" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "cell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cell_category" (
    "cell_id" INTEGER NOT NULL,
    "dimension_id" INTEGER NOT NULL,
    "category_id" INTEGER NOT NULL,

    CONSTRAINT "cell_category_pkey" PRIMARY KEY ("cell_id","dimension_id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "indicator_version_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "measured_on" DATE NOT NULL,
    "number" DECIMAL(30,8),
    "numerator" DECIMAL(30,8),
    "denominator" DECIMAL(30,8),
    "yes_no" BOOLEAN,
    "step" INTEGER,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("indicator_version_id","unit_id","version")
);

-- CreateTable
CREATE TABLE "target" (
    "indicator_version_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" DECIMAL(30,8),
    "yes_no" BOOLEAN,
    "step" INTEGER,

    CONSTRAINT "target_pkey" PRIMARY KEY ("indicator_version_id","unit_id","period_id","version")
);

-- CreateTable
CREATE TABLE "path_note" (
    "indicator_version_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "path_note_pkey" PRIMARY KEY ("indicator_version_id","unit_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "state" "report_state" NOT NULL DEFAULT 'draft',
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "submission" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMP(3),
    "submitted_by_id" INTEGER,
    "approved_at" TIMESTAMP(3),
    "approved_by_id" INTEGER,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_narrative" (
    "report_id" INTEGER NOT NULL,
    "pillar_id" INTEGER NOT NULL,
    "kind" "narrative_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" INTEGER NOT NULL,

    CONSTRAINT "report_narrative_pkey" PRIMARY KEY ("report_id","pillar_id","kind")
);

-- CreateTable
CREATE TABLE "value" (
    "period_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "value_kind" NOT NULL,
    "number" DECIMAL(30,8),
    "below" INTEGER,
    "numerator" DECIMAL(30,8),
    "numerator_below" INTEGER,
    "denominator" DECIMAL(30,8),
    "denominator_below" INTEGER,
    "yes_no" BOOLEAN,
    "step" INTEGER,
    "text" TEXT,
    "missing_reason" "missing_reason",
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" INTEGER NOT NULL,

    CONSTRAINT "value_pkey" PRIMARY KEY ("period_id","report_id","indicator_version_id","cell_id")
);

-- CreateTable
CREATE TABLE "value_revision" (
    "period_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "value_kind",
    "number" DECIMAL(30,8),
    "below" INTEGER,
    "numerator" DECIMAL(30,8),
    "numerator_below" INTEGER,
    "denominator" DECIMAL(30,8),
    "denominator_below" INTEGER,
    "yes_no" BOOLEAN,
    "step" INTEGER,
    "text" TEXT,
    "missing_reason" "missing_reason",
    "fill_id" INTEGER,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER NOT NULL,

    CONSTRAINT "value_revision_pkey" PRIMARY KEY ("period_id","report_id","indicator_version_id","cell_id","revision")
);

-- CreateTable
CREATE TABLE "file_fill" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "filled" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER NOT NULL,

    CONSTRAINT "file_fill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "value_comment" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author_id" INTEGER NOT NULL,

    CONSTRAINT "value_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "sha256" TEXT,
    "media_type" TEXT,
    "bytes" INTEGER,
    "visibility" "visibility" NOT NULL DEFAULT 'internal',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_decision" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "submission" INTEGER NOT NULL,
    "decision" "decision" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" INTEGER NOT NULL,

    CONSTRAINT "review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_mark" (
    "report_id" INTEGER NOT NULL,
    "submission" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "mark" "mark" NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "reply" TEXT NOT NULL DEFAULT '',
    "marked_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "marked_by_id" INTEGER NOT NULL,
    "replied_at" TIMESTAMP(3),
    "replied_by_id" INTEGER,

    CONSTRAINT "review_mark_pkey" PRIMARY KEY ("report_id","submission","indicator_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "disabled_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_role" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" INTEGER,

    CONSTRAINT "user_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_assignment" (
    "user_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,

    CONSTRAINT "indicator_assignment_pkey" PRIMARY KEY ("user_id","indicator_id","unit_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "publication_version" (
    "plan_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "cause" "publication_cause" NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_version_pkey" PRIMARY KEY ("plan_id","version")
);

-- CreateTable
CREATE TABLE "result" (
    "plan_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "kind" "value_kind" NOT NULL,
    "number" DECIMAL(30,8),
    "below" INTEGER,
    "numerator" DECIMAL(30,8),
    "numerator_below" INTEGER,
    "denominator" DECIMAL(30,8),
    "denominator_below" INTEGER,
    "yes_no" BOOLEAN,
    "step" INTEGER,
    "text" TEXT,
    "missing_reason" "missing_reason",
    "revision" INTEGER,
    "planned" TEXT,
    "status" "status",
    "status_reason" TEXT,
    "public_status" "status",
    "public_status_reason" TEXT,
    "ratio" DECIMAL(20,6),
    "public_ratio" DECIMAL(20,6),
    "method_version" TEXT,
    "inputs" JSONB,
    "public_inputs" JSONB,
    "countries_in" INTEGER,
    "countries_of" INTEGER,
    "carried_from_id" INTEGER,
    "public_mark" "public_mark" NOT NULL,
    "approved_at" TIMESTAMP(3) NOT NULL,
    "publication_version" INTEGER NOT NULL,

    CONSTRAINT "result_pkey" PRIMARY KEY ("period_id","unit_id","indicator_version_id","cell_id")
);

-- CreateTable
CREATE TABLE "published_narrative" (
    "period_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "pillar_id" INTEGER NOT NULL,
    "kind" "narrative_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "publication_version" INTEGER NOT NULL,

    CONSTRAINT "published_narrative_pkey" PRIMARY KEY ("period_id","unit_id","pillar_id","kind")
);

-- CreateTable
CREATE TABLE "hidden_figure" (
    "period_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "mark" "public_mark" NOT NULL,
    "since" INTEGER NOT NULL,

    CONSTRAINT "hidden_figure_pkey" PRIMARY KEY ("period_id","unit_id","indicator_version_id","cell_id")
);

-- CreateTable
CREATE TABLE "former_figure" (
    "period_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER NOT NULL,
    "kind" "value_kind" NOT NULL,
    "number" DECIMAL(30,8),
    "below" INTEGER,
    "numerator" DECIMAL(30,8),
    "numerator_below" INTEGER,
    "denominator" DECIMAL(30,8),
    "denominator_below" INTEGER,
    "mark" "public_mark" NOT NULL,

    CONSTRAINT "former_figure_pkey" PRIMARY KEY ("period_id","unit_id","indicator_version_id","cell_id","until")
);

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "plan_code_key" ON "plan"("code");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_unit_plan_id_code_key" ON "reporting_unit"("plan_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_unit_id_plan_id_key" ON "reporting_unit"("id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_period_plan_id_code_key" ON "reporting_period"("plan_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_period_plan_id_starts_on_ends_on_key" ON "reporting_period"("plan_id", "starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "framework_node_parent_id_idx" ON "framework_node"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_node_plan_id_code_key" ON "framework_node"("plan_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "framework_node_version_node_id_version_key" ON "framework_node_version"("node_id", "version");

-- CreateIndex
CREATE INDEX "indicator_node_id_idx" ON "indicator"("node_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_plan_id_code_key" ON "indicator"("plan_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_version_indicator_id_version_key" ON "indicator_version"("indicator_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_plan_id_code_key" ON "dimension"("plan_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "category_dimension_id_code_key" ON "category"("dimension_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "category_id_dimension_id_key" ON "category"("id", "dimension_id");

-- CreateIndex
CREATE UNIQUE INDEX "disaggregation_table_indicator_version_id_code_key" ON "disaggregation_table"("indicator_version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "disaggregation_table_dimension_table_id_position_key" ON "disaggregation_table_dimension"("table_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "cell_plan_id_key_key" ON "cell"("plan_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "report_unit_id_period_id_key" ON "report"("unit_id", "period_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_id_period_id_key" ON "report"("id", "period_id");

-- CreateIndex
CREATE INDEX "value_comment_report_id_indicator_id_idx" ON "value_comment"("report_id", "indicator_id");

-- CreateIndex
CREATE INDEX "evidence_report_id_indicator_id_idx" ON "evidence"("report_id", "indicator_id");

-- CreateIndex
CREATE INDEX "review_decision_report_id_idx" ON "review_decision"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "user_role_user_id_idx" ON "user_role"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "result_plan_id_period_id_cell_id_idx" ON "result"("plan_id", "period_id", "cell_id");

-- CreateIndex
CREATE INDEX "result_indicator_version_id_idx" ON "result"("indicator_version_id");

-- AddForeignKey
ALTER TABLE "plan_text" ADD CONSTRAINT "plan_text_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_unit" ADD CONSTRAINT "reporting_unit_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_unit" ADD CONSTRAINT "reporting_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_unit_text" ADD CONSTRAINT "reporting_unit_text_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_period" ADD CONSTRAINT "reporting_period_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_node" ADD CONSTRAINT "framework_node_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_node" ADD CONSTRAINT "framework_node_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_node_version" ADD CONSTRAINT "framework_node_version_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_node_text" ADD CONSTRAINT "framework_node_text_node_version_id_fkey" FOREIGN KEY ("node_version_id") REFERENCES "framework_node_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_version_text" ADD CONSTRAINT "indicator_version_text_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_step_text" ADD CONSTRAINT "milestone_step_text_indicator_version_id_step_fkey" FOREIGN KEY ("indicator_version_id", "step") REFERENCES "milestone_step"("indicator_version_id", "step") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_series" ADD CONSTRAINT "external_series_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension" ADD CONSTRAINT "dimension_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_text" ADD CONSTRAINT "dimension_text_dimension_id_fkey" FOREIGN KEY ("dimension_id") REFERENCES "dimension"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_dimension_id_fkey" FOREIGN KEY ("dimension_id") REFERENCES "dimension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_text" ADD CONSTRAINT "category_text_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_alias" ADD CONSTRAINT "category_alias_category_id_dimension_id_fkey" FOREIGN KEY ("category_id", "dimension_id") REFERENCES "category"("id", "dimension_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disaggregation_table" ADD CONSTRAINT "disaggregation_table_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disaggregation_table_dimension" ADD CONSTRAINT "disaggregation_table_dimension_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "disaggregation_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disaggregation_table_dimension" ADD CONSTRAINT "disaggregation_table_dimension_dimension_id_fkey" FOREIGN KEY ("dimension_id") REFERENCES "dimension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell" ADD CONSTRAINT "cell_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell_category" ADD CONSTRAINT "cell_category_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell_category" ADD CONSTRAINT "cell_category_category_id_dimension_id_fkey" FOREIGN KEY ("category_id", "dimension_id") REFERENCES "category"("id", "dimension_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_note" ADD CONSTRAINT "path_note_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_note" ADD CONSTRAINT "path_note_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_narrative" ADD CONSTRAINT "report_narrative_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_narrative" ADD CONSTRAINT "report_narrative_pillar_id_fkey" FOREIGN KEY ("pillar_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_narrative" ADD CONSTRAINT "report_narrative_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value" ADD CONSTRAINT "value_report_id_period_id_fkey" FOREIGN KEY ("report_id", "period_id") REFERENCES "report"("id", "period_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value" ADD CONSTRAINT "value_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value" ADD CONSTRAINT "value_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value" ADD CONSTRAINT "value_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_revision" ADD CONSTRAINT "value_revision_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_revision" ADD CONSTRAINT "value_revision_fill_id_fkey" FOREIGN KEY ("fill_id") REFERENCES "file_fill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_fill" ADD CONSTRAINT "file_fill_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_fill" ADD CONSTRAINT "file_fill_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_comment" ADD CONSTRAINT "value_comment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_comment" ADD CONSTRAINT "value_comment_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_comment" ADD CONSTRAINT "value_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_mark" ADD CONSTRAINT "review_mark_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_mark" ADD CONSTRAINT "review_mark_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_mark" ADD CONSTRAINT "review_mark_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_mark" ADD CONSTRAINT "review_mark_replied_by_id_fkey" FOREIGN KEY ("replied_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_assignment" ADD CONSTRAINT "indicator_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_assignment" ADD CONSTRAINT "indicator_assignment_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_assignment" ADD CONSTRAINT "indicator_assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_version" ADD CONSTRAINT "publication_version_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_narrative" ADD CONSTRAINT "published_narrative_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_narrative" ADD CONSTRAINT "published_narrative_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_narrative" ADD CONSTRAINT "published_narrative_pillar_id_fkey" FOREIGN KEY ("pillar_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_figure" ADD CONSTRAINT "hidden_figure_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_figure" ADD CONSTRAINT "hidden_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_figure" ADD CONSTRAINT "hidden_figure_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_figure" ADD CONSTRAINT "hidden_figure_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- A figure has exactly the columns of its kind.
ALTER TABLE "value" ADD CONSTRAINT "value_figure_check" CHECK (
  CASE "kind"
    WHEN 'number' THEN "number" IS NOT NULL AND num_nonnulls("below", "numerator", "numerator_below", "denominator", "denominator_below", "yes_no", "step", "text", "missing_reason") = 0
    WHEN 'censored' THEN "below" >= 1 AND num_nonnulls("number", "numerator", "numerator_below", "denominator", "denominator_below", "yes_no", "step", "text", "missing_reason") = 0
    WHEN 'ratio' THEN num_nonnulls("numerator", "numerator_below") = 1 AND num_nonnulls("denominator", "denominator_below") = 1
      AND num_nonnulls("number", "below", "yes_no", "step", "text", "missing_reason") = 0
    WHEN 'yesNo' THEN "yes_no" IS NOT NULL AND num_nonnulls("number", "below", "numerator", "numerator_below", "denominator", "denominator_below", "step", "text", "missing_reason") = 0
    WHEN 'step' THEN "step" >= 0 AND num_nonnulls("number", "below", "numerator", "numerator_below", "denominator", "denominator_below", "yes_no", "text", "missing_reason") = 0
    WHEN 'narrative' THEN "text" <> '' AND num_nonnulls("number", "below", "numerator", "numerator_below", "denominator", "denominator_below", "yes_no", "step", "missing_reason") = 0
    WHEN 'missing' THEN "missing_reason" IS NOT NULL AND num_nonnulls("number", "below", "numerator", "numerator_below", "denominator", "denominator_below", "yes_no", "step", "text") = 0
  END
);
ALTER TABLE "value_revision" ADD CONSTRAINT "value_revision_figure_check" CHECK (
  CASE
    WHEN "kind" IS NULL THEN num_nonnulls("number", "below", "numerator", "numerator_below", "denominator", "denominator_below", "yes_no", "step", "text", "missing_reason") = 0
    WHEN "kind" = 'number' THEN "number" IS NOT NULL
    WHEN "kind" = 'censored' THEN "below" IS NOT NULL
    WHEN "kind" = 'ratio' THEN num_nonnulls("numerator", "numerator_below") = 1 AND num_nonnulls("denominator", "denominator_below") = 1
    WHEN "kind" = 'yesNo' THEN "yes_no" IS NOT NULL
    WHEN "kind" = 'step' THEN "step" IS NOT NULL
    WHEN "kind" = 'narrative' THEN "text" IS NOT NULL
    WHEN "kind" = 'missing' THEN "missing_reason" IS NOT NULL
  END
);
ALTER TABLE "value" ADD CONSTRAINT "value_bounds_check" CHECK (
  ("numerator" IS NULL OR "numerator" >= 0) AND ("denominator" IS NULL OR "denominator" >= 0)
  AND ("numerator_below" IS NULL OR "numerator_below" >= 1) AND ("denominator_below" IS NULL OR "denominator_below" >= 1)
);

-- Revisions are only ever added.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "value_revision_append_only" BEFORE UPDATE OR DELETE ON "value_revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Adds an event to its stream: one call instead of a lock, a read and a write, for every saved figure passes here. The hash
-- covers the one before it and the event's canonical JSON, of which only the moment and the number are known here: the
-- rest comes in three pieces (lib/server/audit.ts).
CREATE FUNCTION "append_audit_event"(
  in_stream text, in_actor_id integer, in_action text, in_subject text, in_before jsonb, in_after jsonb,
  until_moment text, until_sequence text, until_end text
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  last record;
  moment timestamp(3);
  number integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || in_stream, 0));
  -- A statement of its own, which begins once the lock is held: it sees the event of whoever held it before.
  SELECT e.sequence, e.hash INTO last FROM audit_event e WHERE e.stream = in_stream ORDER BY e.sequence DESC LIMIT 1;
  number := coalesce(last.sequence, 0) + 1;
  moment := date_trunc('milliseconds', clock_timestamp() AT TIME ZONE 'UTC');
  INSERT INTO audit_event (stream, sequence, at, actor_id, action, subject, before, after, previous_hash, hash)
  VALUES (in_stream, number, moment, in_actor_id, in_action, in_subject, in_before, in_after, coalesce(last.hash, ''),
    encode(sha256(convert_to(coalesce(last.hash, '') || E'\n' || until_moment
      || to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || until_sequence || number || until_end, 'UTF8')), 'hex'));
  RETURN number;
END $$;

-- Dates and steps that make sense.
ALTER TABLE "plan" ADD CONSTRAINT "plan_dates_check" CHECK ("starts_on" < "ends_on");
ALTER TABLE "plan" ADD CONSTRAINT "plan_threshold_check" CHECK ("small_count_threshold" >= 2);
ALTER TABLE "reporting_period" ADD CONSTRAINT "reporting_period_dates_check" CHECK ("starts_on" <= "ends_on" AND "ends_on" < "due_on");
ALTER TABLE "reporting_unit" ADD CONSTRAINT "reporting_unit_level_check" CHECK (("level" = 'region') = ("parent_id" IS NULL));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_unit_check" CHECK (("unit" IS NOT NULL) = ("type" = 'number'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_step_check" CHECK (("aggregation_step" IS NOT NULL) = ("type" = 'milestone' AND "aggregation" = 'countOfCountries'));
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_decimals_check" CHECK ("decimals" BETWEEN 0 AND 8);
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_check" CHECK ("step" >= 0);
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_figure_check" CHECK (
  num_nonnulls("number", "numerator", "yes_no", "step") = 1 AND ("numerator" IS NULL) = ("denominator" IS NULL)
);
ALTER TABLE "target" ADD CONSTRAINT "target_figure_check" CHECK (num_nonnulls("number", "yes_no", "step") = 1);

-- A report's state and the marks of it agree.
ALTER TABLE "report" ADD CONSTRAINT "report_state_check" CHECK (
  CASE "state"
    WHEN 'draft' THEN "approved_at" IS NULL
    WHEN 'submitted' THEN "submitted_at" IS NOT NULL AND "submission" >= 1
    WHEN 'returned' THEN "submission" >= 1
    WHEN 'approved' THEN "approved_at" IS NOT NULL AND "approved_by_id" IS NOT NULL AND "submission" >= 1
  END
);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_place_check" CHECK (num_nonnulls("url", "sha256") = 1);

-- Regional status and its reason; hidden marks only where something is hidden.
ALTER TABLE "result" ADD CONSTRAINT "result_status_check" CHECK (("status" = 'notAssessed') = ("status_reason" IS NOT NULL) OR "status" IS NULL);
ALTER TABLE "hidden_figure" ADD CONSTRAINT "hidden_figure_mark_check" CHECK ("mark" IN ('small', 'suppressed'));

-- What is public agrees with itself: R only beside the exact status, a reason beside "not assessed", a mark for what is missing.
ALTER TABLE "result" ADD CONSTRAINT "result_public_status_check" CHECK (
  ("status" IS NULL) = ("public_status" IS NULL)
  AND ("public_status" IS NULL OR ("public_status" = 'notAssessed') = ("public_status_reason" IS NOT NULL))
  AND ("public_ratio" IS NULL OR ("public_ratio" = "ratio" AND "public_status" = "status"))
);
ALTER TABLE "result" ADD CONSTRAINT "result_public_mark_check" CHECK (("public_mark" = 'missing') = ("kind" = 'missing'));
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_check" CHECK (
  "since" <= "until" AND "mark" <> 'missing' AND "kind" IN ('number', 'censored', 'ratio')
);

-- One role once; null means every unit.
CREATE UNIQUE INDEX "user_role_once" ON "user_role" ("user_id", "plan_id", "role", COALESCE("unit_id", 0));
-- Whoever reports does so for one unit; whoever keeps the plan or the system, for all; a CSO member reads either way.
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_scope_check" CHECK (
  CASE "role"
    WHEN 'focalPoint' THEN "unit_id" IS NOT NULL
    WHEN 'contributor' THEN "unit_id" IS NOT NULL
    WHEN 'secretariat' THEN "unit_id" IS NULL
    WHEN 'administrator' THEN "unit_id" IS NULL
    WHEN 'csoMember' THEN TRUE
    ELSE FALSE
  END
);

-- Only what was written is published.
ALTER TABLE "published_narrative" ADD CONSTRAINT "published_narrative_text_check" CHECK ("text" <> '');
