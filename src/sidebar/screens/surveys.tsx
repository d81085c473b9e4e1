import { useId, useState } from 'preact/hooks';
import type { ExtrasView, SurveyView } from '../../app/replies/extras.ts';
import { SURVEY_SUBJECTS, type SurveySubject } from '../../domain/surveys/survey.ts';
import { SURVEY_SUBJECT_LABELS } from '../../words/core/labels.ts';
import { sayCount } from '../../words/core/number.ts';
import { EXTRA_LABELS, EXTRA_PAGE, SURVEY_WORDS } from '../../words/extras/extras.ts';
import { Choices, Field } from '../dialogs/fields.tsx';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { RecordForm } from './record-form.tsx';

type View = NonNullable<ExtrasView['surveys']>;
type Shown = { view: View; onSaved: () => void };

/** The surveys with their rates, counts typed by hand or taken from a form's export. */
export function Surveys({ view, onSaved }: Shown) {
  const { list, begin, form } = view;
  return (
    <section aria-labelledby="extra-surveys">
      <h2 id="extra-surveys" tabIndex={-1}>
        {EXTRA_LABELS.surveys}: {sayCount(list.length)}
      </h2>
      <p>{SURVEY_WORDS.summary(list.length)}</p>
      <LongList items={list}>{(survey) => <OneSurvey survey={survey} view={view} onSaved={onSaved} />}</LongList>
      {begin.length > 0 && (
        <>
          <details>
            <summary>{EXTRA_PAGE.importSurvey}</summary>
            <ImportForm onSaved={onSaved} />
          </details>
          <details>
            <summary>{EXTRA_PAGE.beginSurvey}</summary>
            <RecordForm register="surveys" id="" cells={form} texts={{}} onSaved={onSaved} />
          </details>
        </>
      )}
    </section>
  );
}

function OneSurvey({ survey, view: { form, begin }, onSaved }: { survey: SurveyView } & Shown) {
  return (
    <div class={survey.state === 'too-few' ? 'must-fix' : undefined}>
      <p>
        <b>{survey.id}</b>. {survey.said}
      </p>
      <details>
        <summary>{EXTRA_PAGE.edit(survey.id)}</summary>
        {survey.questions.map((question) => (
          <div key={question.id}>
            <p>
              {question.text}: {question.said}
            </p>
            {question.at !== null && <GoTo place={question.at} />}
            {begin.length > 0 && (
              <RecordForm register="surveys" id={question.id} cells={form} texts={question.texts} onSaved={onSaved} />
            )}
          </div>
        ))}
      </details>
    </div>
  );
}

/** A form's export as the browser reads it: only its text travels. */
function ImportForm({ onSaved }: { onSaved: () => void }) {
  const [texts, setTexts] = useState({ title: '', until: '', minimum: '', feeds: '' });
  const [subject, setSubject] = useState<SurveySubject>('citizens');
  const [file, setFile] = useState<File | null>(null);
  const { work, run } = useWork();
  const id = useId();
  const type = (key: keyof typeof texts) => (text: string) => setTexts((known) => ({ ...known, [key]: text }));
  const bring = async () => {
    if (file === null) return { ok: false, sentence: EXTRA_PAGE.chooseFile };
    const answer = await askServer('import-survey', { file: await file.text(), subject, ...texts });
    if (!answer.ok) return answer;
    onSaved();
    return { ok: true, sentence: answer.reply.sentence };
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(bring);
      }}
    >
      <p class="empty">{EXTRA_PAGE.csvHint}</p>
      <p>
        <label for={id}>{EXTRA_PAGE.csvFile}</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
        />
      </p>
      <Field label={EXTRA_PAGE.surveyTitle} value={texts.title} onType={type('title')} />
      <Choices
        label={EXTRA_PAGE.subject}
        options={SURVEY_SUBJECTS.map((each) => [each, SURVEY_SUBJECT_LABELS[each]])}
        chosen={subject}
        onChoose={(chosen) => setSubject(SURVEY_SUBJECTS.find((each) => each === chosen) ?? 'citizens')}
      />
      <Field label={EXTRA_PAGE.until} value={texts.until} onType={type('until')} />
      <Field label={EXTRA_PAGE.minimum} value={texts.minimum} digits onType={type('minimum')} />
      <Field label={EXTRA_PAGE.feedsTo} value={texts.feeds} hint={EXTRA_PAGE.feedsHint} onType={type('feeds')} />
      <button type="submit" disabled={work.is === 'waiting'}>
        {EXTRA_PAGE.save}
      </button>
      <WorkDone work={work} />
    </form>
  );
}
