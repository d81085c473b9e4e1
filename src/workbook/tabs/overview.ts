import { tab } from '../core/tab.ts';

/** `Tổng quan`: the dashboard; the whole tab is written by the machine and has no columns of its own. */
export const OVERVIEW = tab({ key: 'overview', name: 'Tổng quan', group: 'overview', rowKey: [], columns: {} });
