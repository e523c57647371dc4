import { ProblemError } from '@duijie/api-client';
import { changeNeed, createNeed, getNeed, type NeedChange, type NeedView } from '@duijie/contracts';
import { api } from '../../../api/client';
import { placeHere } from '../../../session/kept-here';
import { enteredOf } from './entered-of';

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed';

/** A need on its way to the server, as the page shows it. */
export interface DraftNow {
  /** As the server has it; null before the first save. */
  readonly view: NeedView | null;
  /** Entered here: it goes before what the server says. */
  readonly entered: NeedChange;
  readonly save: SaveState;
  readonly error: Error | null;
  readonly loadError: Error | null;
}

/** Fields that were changed here and elsewhere. */
export interface DraftConflict {
  /** As this draft knew it, as it is entered here, and as somebody else saved it. */
  readonly base: NeedChange;
  readonly mine: NeedChange;
  readonly theirs: NeedChange;
}
export interface DraftEvents {
  readonly created: (need: NeedView) => void;
  /** An answer has come: what other pages show may differ. */
  readonly saved: () => void;
  /** Somebody else has changed what was changed here, too: it is not sent before `settle`. */
  readonly conflict: (conflict: DraftConflict) => void;
}

const pauseMs = 700;
const asError = (caught: unknown): Error => (caught instanceof Error ? caught : new Error(String(caught)));
const isStale = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;
/** What nobody else sees yet is saved while one types; what is public is changed by a button. */
export const savesItself = (view: NeedView | null): boolean =>
  view === null || view.state === 'draft' || view.state === 'returned' || view.state === 'failed';

/** What was entered and did not arrive, with what it began with. */
interface Unsent {
  readonly mine: NeedChange;
  readonly base: NeedChange;
}

/**
 * Keeps one draft: sends what was entered after a pause, one request at a time, each with the version seen. What has not
 * arrived is kept in this browser, and goes on when it is opened again or the network is back.
 */
export function createDraftStore(organisationId: string) {
  const placeOf = (needId: string | undefined) => placeHere<Unsent>(`need.${needId ?? 'new'}`, organisationId);
  const keep = (): void => {
    const place = placeOf(now.view?.id);
    if (hasUnsent()) place.write({ mine: unsent, base: now.view ? enteredOf(now.view) : {} });
    else place.clear();
  };
  /** Goes on with what did not arrive last time. */
  function goOn(): void {
    const kept = placeOf(now.view?.id).read();
    if (!kept || Object.keys(kept.mine).length === 0) return;
    unsent = { ...kept.mine, ...unsent };
    set({ entered: { ...now.entered, ...kept.mine }, save: 'waiting' });
    if (now.view) {
      const newest = enteredOf(now.view);
      const fields = (Object.keys(kept.mine) as (keyof NeedChange)[]).filter(
        (key) => JSON.stringify(kept.base[key] ?? null) !== JSON.stringify(newest[key] ?? null),
      );
      if (fields.length > 0)
        return events?.conflict({
          base: kept.base,
          mine: Object.fromEntries(fields.map((key) => [key, kept.mine[key]])),
          theirs: newest,
        });
    }
    sendSoon();
  }
  function sendSoon(): void {
    const described = now.view !== null || (unsent.description ?? '').trim().length >= 2;
    if (!described || !savesItself(now.view)) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void flush(), pauseMs);
  }

  let now: DraftNow = { view: null, entered: {}, save: 'idle', error: null, loadError: null };
  let unsent: NeedChange = {};
  let underWay: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let events: DraftEvents | null = null;
  const listeners = new Set<() => void>();

  const set = (part: Partial<DraftNow>): void => {
    now = { ...now, ...part };
    for (const listener of listeners) listener();
  };
  const hasUnsent = (): boolean => Object.keys(unsent).length > 0;
  const take = (view: NeedView): void => {
    set({ view });
    events?.saved();
  };

  async function load(needId: string): Promise<void> {
    try {
      take(await api().call(getNeed, { params: { needId } }));
      goOn();
    } catch (caught) {
      set({ loadError: asError(caught) });
    }
  }

  async function send(): Promise<boolean> {
    const change = unsent;
    const before = now.view;
    unsent = {};
    set({ save: 'saving' });
    try {
      const answer = before
        ? await api().call(changeNeed, { params: { needId: before.id }, ifMatch: before.version, body: change })
        : await api().call(createNeed, { body: change });
      take(answer);
      set({ error: null, save: hasUnsent() ? 'waiting' : 'saved' });
      if (!before) placeOf(undefined).clear();
      keep();
      if (!before) events?.created(answer);
      return true;
    } catch (caught) {
      unsent = { ...change, ...unsent };
      if (before && isStale(caught)) return overtaken(before).catch(fault);
      return fault(caught);
    }
  }

  const fault = (caught: unknown): false => {
    set({ error: asError(caught), save: 'failed' });
    return false;
  };
  /** Somebody else saved it: what only one side touched goes together, for the rest somebody must choose. */
  async function overtaken(base: NeedView): Promise<boolean> {
    const theirs = await api().call(getNeed, { params: { needId: base.id } });
    take(theirs);
    const mine = unsent;
    const [known, newest] = [enteredOf(base), enteredOf(theirs)];
    const fields = (Object.keys(mine) as (keyof NeedChange)[]).filter(
      (key) => JSON.stringify(known[key]) !== JSON.stringify(newest[key]),
    );
    if (fields.length === 0) return send();
    set({ error: null, save: 'failed' });
    events?.conflict({ base: known, mine: Object.fromEntries(fields.map((key) => [key, mine[key]])), theirs: newest });
    return false;
  }

  /** Sends whatever was not sent. @returns whether all of it has arrived */
  async function flush(): Promise<boolean> {
    if (timer) clearTimeout(timer);
    timer = null;
    while (hasUnsent() || underWay) {
      const arrived = await (underWay ??= send().finally(() => {
        underWay = null;
      }));
      if (!arrived) return false;
    }
    return true;
  }

  return {
    get: (): DraftNow => now,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** @returns how to stop listening */
    listen: (heard: DraftEvents): (() => void) => {
      events = heard;
      window.addEventListener('online', sendSoon);
      return () => {
        window.removeEventListener('online', sendSoon);
        events = null;
      };
    },
    /** The page goes: what was not sent is sent now, where drafts save themselves. */
    leave: (): void => {
      if (timer !== null) void flush();
    },
    /** @param theirs fields of a conflict that stay as somebody else saved them; the others are sent */
    settle: (theirs: readonly (keyof NeedChange)[]): Promise<boolean> => {
      const without = (all: NeedChange): NeedChange =>
        Object.fromEntries(Object.entries(all).filter(([key]) => !theirs.includes(key as keyof NeedChange)));
      unsent = without(unsent);
      keep();
      set({ entered: without(now.entered), save: hasUnsent() ? 'waiting' : 'saved' });
      return flush();
    },
    load,
    take,
    flush,
    change: (part: NeedChange): void => {
      unsent = { ...unsent, ...part };
      const described = now.view !== null || (unsent.description ?? '').trim().length >= 2;
      set({ entered: { ...now.entered, ...part }, save: described ? 'waiting' : now.save });
      keep();
      sendSoon();
    },
    goOn,
    fail: (error: Error): void => set({ error }),
  };
}
