/** The levels of an answer, best first. */
export const ANSWERS = ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng'] as const;
