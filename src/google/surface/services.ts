/** The smaller services: mail, files, cache, properties, lock, session, triggers, utilities. */

export type MailApp = {
  getRemainingDailyQuota(): number;
  sendEmail(message: { to: string; subject: string; body: string; htmlBody: string; name: string; replyTo?: string }): void;
};

/** `Utilities.newBlob`: bytes are signed (−128…127) on Google. */
type Blob = { getBytes(): number[]; getName(): string | null };
export type Utilities = {
  newBlob(data: number[], contentType: string, name: string): Blob;
  formatDate(date: Date, timeZone: string, format: string): string;
};

/** Advanced Drive v3, scope `drive.file` only. */
export type Drive = {
  readonly Files: {
    create(
      resource: { name: string; mimeType: string },
      media: Blob,
      options: { fields: string },
    ): { id?: string; webViewLink?: string; mimeType?: string };
    get(id: string, options: { fields: string }): { trashed?: boolean };
    remove(id: string): void;
  };
};

/** Of the script, which is bound to one document: so it is the document's, and there also where no document is (docs/platform.md#locks). */
export type CacheService = { getScriptCache(): Cache };
export type Cache = {
  getAll(keys: string[]): { [key: string]: string };
  putAll(values: { [key: string]: string }, seconds: number): void;
  removeAll(keys: string[]): void;
};

export type PropertiesService = { getDocumentProperties(): Properties | null };
export type Properties = {
  getProperty(key: string): string | null;
  setProperty(key: string, value: string): Properties;
  deleteProperty(key: string): Properties;
};

/** Of the script, for the same reason. */
export type LockService = { getScriptLock(): Lock };
export type Lock = { tryLock(milliseconds: number): boolean; releaseLock(): void };

export type Session = { getActiveUser(): User; getEffectiveUser(): User };
type User = { getEmail(): string };

export type ScriptApp = {
  readonly AuthMode: { readonly FULL: AuthMode };
  /** Asks the person for every permission of the manifest that is still lacking, and ends the execution until it is given. */
  requireAllScopes(mode: AuthMode): void;
  getProjectTriggers(): Trigger[];
  deleteTrigger(trigger: Trigger): void;
  newTrigger(functionName: string): TriggerBuilder;
};
/** An enumeration of Google: only handed back. */
type AuthMode = { toString(): string };
export type Trigger = { getHandlerFunction(): string };
type TriggerBuilder = { timeBased(): ClockTriggerBuilder };
export type ClockTriggerBuilder = {
  atHour(hour: number): ClockTriggerBuilder;
  everyDays(days: number): ClockTriggerBuilder;
  /** Once, this many milliseconds from now. */
  after(milliseconds: number): ClockTriggerBuilder;
  create(): Trigger;
};
