import type { Survey, SurveyRow } from '../../domain/surveys/survey.ts';
import { answeredIn } from '../../domain/surveys/survey.ts';
import { SURVEY_SUBJECT_LABELS } from '../core/labels.ts';
import { sayCount, sayPercent } from '../core/number.ts';

/** «95,83% (115/120 phiếu)»; of no answer nothing. */
export function sayRate({ satisfied, answered }: { readonly satisfied: number; readonly answered: number }): string {
  return answered === 0
    ? 'chưa có phiếu'
    : `${sayPercent((100 * satisfied) / answered)} (${sayCount(satisfied)}/${sayCount(answered)} phiếu)`;
}

/** `Diễn giải` of a question. */
export function saySurveyRow(row: SurveyRow, { state, minimum, forms }: Survey): string {
  const few = state === 'too-few' ? `; mới có ${sayCount(forms)} phiếu, tối thiểu ${sayCount(minimum ?? 0)}` : '';
  return `hài lòng ${sayRate(answeredIn(row))}${few}`;
}

/** «Khảo sát … (người dân, tổ chức): phát ra 150 phiếu, hợp lệ 120 phiếu, hài lòng 95,83% (115/120 phiếu).» */
export function saySurvey({ title, id, subject, sent, forms, whole, state, minimum }: Survey): string {
  const who = subject === null ? '' : ` (${SURVEY_SUBJECT_LABELS[subject].toLowerCase()})`;
  const out = sent === null ? '' : `phát ra ${sayCount(sent)} phiếu, `;
  const few = state === 'too-few' ? `; chưa đủ số phiếu tối thiểu ${sayCount(minimum ?? 0)}` : '';
  return `${title === '' ? id : title}${who}: ${out}hợp lệ ${sayCount(forms)} phiếu, hài lòng ${sayRate(whole)}${few}.`;
}
