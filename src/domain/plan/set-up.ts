/** The calendars that set-up can lay out; `template`: the rows that the template has. */
export const CALENDARS = ['template', 'cchc', 'monthly', 'none'] as const;
export type CalendarKind = (typeof CALENDARS)[number];

/** How the departments and posts of an office are called: before the middle of 2025, or since (Nghị định 150/2025/NĐ-CP). */
export const POST_SETS = ['template', 'posts-2021', 'posts-2025'] as const;
export type PostSet = (typeof POST_SETS)[number];
