import type { InspectionKind, Recheck, RecommendationState } from '../../domain/inspections/recommendation.ts';
import type { Verdict } from '../../domain/judging/verdict.ts';
import type { PeriodState, PeriodType } from '../../domain/period/period.ts';
import type { DataKind, JudgedWhen, Origin, PartRole, TargetKind } from '../../domain/plan/indicator.ts';
import type { Holiday, PlanKind } from '../../domain/plan/plan.ts';
import type { DueRule, Frequency, Progress, TaskStatus } from '../../domain/plan/task.ts';
import type { ScoreDeclaration, ScoreMethod } from '../../domain/scores/criterion.ts';
import type { ScoreState } from '../../domain/scores/score.ts';
import type { SurveyMethod, SurveyState, SurveySubject } from '../../domain/surveys/survey.ts';
import {
  DATA_KIND_LABELS,
  DUE_RULE_LABELS,
  FREQUENCY_LABELS,
  HOLIDAY_KIND_LABELS,
  INSPECTION_KIND_LABELS,
  JUDGED_WHEN_LABELS,
  MAIL_STATE_LABELS,
  ORIGIN_LABELS,
  PART_ROLE_LABELS,
  PERIOD_STATE_LABELS,
  PERIOD_TYPE_LABELS,
  PLAN_KIND_LABELS,
  PROGRESS_LABELS,
  RECHECK_LABELS,
  RECOMMENDATION_LABELS,
  SCORE_DECLARATION_LABELS,
  SCORE_METHOD_LABELS,
  SCORE_STATE_LABELS,
  STATUS_LABELS,
  SURVEY_METHOD_LABELS,
  SURVEY_STATE_LABELS,
  SURVEY_SUBJECT_LABELS,
  TARGET_KIND_LABELS,
  VERDICT_LABELS,
} from '../../words/core/labels.ts';
import type { MailState } from './book.ts';
import type { ListName } from './tab.ts';

/** The codes that each closed list holds. */
export type ListCodes = {
  'target-kind': TargetKind;
  'judged-when': JudgedWhen;
  'data-kind': DataKind;
  frequency: Frequency;
  'due-rule': DueRule;
  origin: Origin;
  progress: Progress;
  'period-state': PeriodState;
  'holiday-kind': Holiday['kind'];
  'mail-state': MailState;
  'period-kind': PeriodType;
  'part-role': PartRole;
  'plan-kind': PlanKind;
  'inspection-kind': InspectionKind;
  recheck: Recheck;
  'recommendation-state': RecommendationState;
  'survey-subject': SurveySubject;
  'survey-method': SurveyMethod;
  'survey-state': SurveyState;
  'score-method': ScoreMethod;
  'score-declaration': ScoreDeclaration;
  'score-state': ScoreState;
  verdict: Verdict;
  status: TaskStatus;
};

/** The words of each closed list, by code. */
export const LIST_LABELS: { readonly [Name in ListName]: Readonly<Record<ListCodes[Name], string>> } = {
  'target-kind': TARGET_KIND_LABELS,
  'judged-when': JUDGED_WHEN_LABELS,
  'data-kind': DATA_KIND_LABELS,
  frequency: FREQUENCY_LABELS,
  'due-rule': DUE_RULE_LABELS,
  origin: ORIGIN_LABELS,
  progress: PROGRESS_LABELS,
  'period-state': PERIOD_STATE_LABELS,
  'holiday-kind': HOLIDAY_KIND_LABELS,
  'mail-state': MAIL_STATE_LABELS,
  'period-kind': PERIOD_TYPE_LABELS,
  'part-role': PART_ROLE_LABELS,
  'plan-kind': PLAN_KIND_LABELS,
  'inspection-kind': INSPECTION_KIND_LABELS,
  recheck: RECHECK_LABELS,
  'recommendation-state': RECOMMENDATION_LABELS,
  'survey-subject': SURVEY_SUBJECT_LABELS,
  'survey-method': SURVEY_METHOD_LABELS,
  'survey-state': SURVEY_STATE_LABELS,
  'score-method': SCORE_METHOD_LABELS,
  'score-declaration': SCORE_DECLARATION_LABELS,
  'score-state': SCORE_STATE_LABELS,
  verdict: VERDICT_LABELS,
  status: STATUS_LABELS,
};
