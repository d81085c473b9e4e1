import type { Plan } from '../../domain/plan/plan.ts';
import { addressIn } from '../core/address.ts';
import type { Book } from '../core/book.ts';
import type { RawBook } from '../core/cell.ts';
import { findTables } from './find-table.ts';
import { readActuals, readEntries, readNarratives } from './read-entries.ts';
import { readRecommendations, readSurveys } from './read-extras.ts';
import { readOutline, readRoles, readSettings } from './read-office.ts';
import { readHolidays, readIndicators, readPeriods, readTasks } from './read-plan.ts';
import { readPlans, tellStrangers } from './read-plans.ts';
import { readFrozen, readJournal, readMails, readReports } from './read-records.ts';
import type { Reading } from './read-rows.ts';

/** Reads a workbook, or those of its tabs that were asked for; whatever stands in it, nothing throws and each mistake has its cell. */
export function readBook(raw: RawBook): Book {
  const { tables, problems: found } = findTables(raw);
  const reading: Reading = { locale: raw.locale, problems: [...found] };
  const settings = readSettings(tables.get('settings'), reading);
  const plan: Plan = {
    plans: readPlans(tables.get('plans'), settings, reading),
    indicators: readIndicators(tables.get('indicators'), reading),
    tasks: readTasks(tables.get('tasks'), reading),
    periods: readPeriods(tables.get('periods'), reading),
    settings,
    roles: readRoles(tables.get('roles'), reading),
    holidays: readHolidays(tables.get('holidays'), reading),
    outline: readOutline(tables.get('outline'), reading),
  };
  tellStrangers(plan, tables, reading);
  return {
    plan,
    actuals: readActuals(tables.get('actuals'), reading),
    entries: readEntries(tables.get('entries'), reading),
    narratives: readNarratives(tables.get('narratives'), reading),
    recommendations: readRecommendations(tables.get('inspections'), reading),
    surveys: readSurveys(tables.get('surveys'), reading),
    mails: readMails(tables.get('mails'), reading),
    frozen: readFrozen(tables.get('frozen'), reading),
    reports: readReports(tables.get('reports'), reading),
    journal: readJournal(tables.get('journal'), reading),
    problems: reading.problems,
    locale: raw.locale,
    timeZone: raw.timeZone,
    tables,
    addressOf: (source) => addressIn(tables, source),
  };
}
