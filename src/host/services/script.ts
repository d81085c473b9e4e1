import type { ClockTriggerBuilder, ScriptApp, Session, Trigger } from '../../google/surface/services.ts';
import { isSimple } from '../core/entry.ts';
import type { Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { type KeptTrigger, ONCE } from '../core/sidecar.ts';
import { demandConsent, demandScope } from './permission.ts';

const TRIGGERS_PER_USER = 20;
const FULL: ScriptApp['AuthMode']['FULL'] = service({ toString: () => 'FULL' });

/** `Session`: a simple trigger does not learn who edits, unless it is the script's own owner (docs/platform.md#identity). */
export function session(environment: Environment): Session {
  const emailFor = (call: string): string => {
    if (isSimple(environment.entry)) return environment.user === environment.sidecar.owner ? environment.user : '';
    demandScope(environment, { call, scopes: ['userinfo.email'] });
    return environment.user;
  };
  const user = (call: string) => (): User => {
    environment.calls.count('user');
    return service({ getEmail: () => emailFor(`Session.${call}`) });
  };
  return service({ getActiveUser: user('getActiveUser'), getEffectiveUser: user('getEffectiveUser') });
}

type User = ReturnType<Session['getActiveUser']>;

/** `ScriptApp`: each person sees only his own triggers (docs/platform.md#installable-triggers); nothing here runs them by the clock. */
export function scriptApp(environment: Environment): ScriptApp {
  const behind = new WeakMap<object, KeptTrigger>();
  const counted = (call: string): void => {
    environment.calls.count('triggers');
    demandConsent(environment, { call: `ScriptApp.${call}`, scopes: ['script.scriptapp'] });
  };
  const handle = (kept: KeptTrigger): Trigger => {
    const trigger: Trigger = service({ getHandlerFunction: () => kept.handler });
    behind.set(trigger, kept);
    return trigger;
  };
  const mine = (): KeptTrigger[] => environment.sidecar.triggers.filter(({ user }) => user === environment.user);
  return service({
    AuthMode: { FULL },
    // Whoever works here has agreed to the whole manifest: there is nothing left to ask.
    requireAllScopes: () => environment.calls.count('triggers'),
    getProjectTriggers: () => {
      counted('getProjectTriggers');
      return mine().map(handle);
    },
    deleteTrigger: (trigger) => {
      counted('deleteTrigger');
      const kept = behind.get(trigger);
      environment.sidecar.triggers = environment.sidecar.triggers.filter((other) => other !== kept);
    },
    newTrigger: (handler) =>
      service({
        timeBased: () =>
          clockTrigger((when) => {
            counted('newTrigger');
            if (mine().length >= TRIGGERS_PER_USER) throw new GoogleError('This script has too many triggers.');
            const kept = { handler, user: environment.user, ...when };
            environment.sidecar.triggers.push(kept);
            return handle(kept);
          }),
      }),
  });
}

type When = { readonly atHour: number; readonly everyDays: number };

function clockTrigger(create: (when: When) => Trigger): ClockTriggerBuilder {
  let when: When = { atHour: 0, everyDays: 1 };
  const self: ClockTriggerBuilder = service({
    atHour: (atHour) => {
      when = { ...when, atHour };
      return self;
    },
    everyDays: (everyDays) => {
      when = { ...when, everyDays };
      return self;
    },
    // The host lets whole days pass; the trigger goes off within the next one.
    after: () => {
      when = { atHour: 0, everyDays: ONCE };
      return self;
    },
    create: () => create(when),
  });
  return self;
}
