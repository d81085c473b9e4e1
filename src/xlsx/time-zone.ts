/** The zone every realm of this process lives in, as `appsscript.json` says. */
export const SCRIPT_ZONE = 'Asia/Ho_Chi_Minh';

// Node reads TZ when the first Date is made in a context: it has to stand before any realm exists, so this runs on import.
process.env['TZ'] = SCRIPT_ZONE;
