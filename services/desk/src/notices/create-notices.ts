import { Loop, serviceContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { DeskDeps, DeskPart } from '../desk-part';
import type { IntroductionListener } from '../introductions/introduction-deps';
import { createIntroductionRepository } from '../introductions/persistence/introduction.repository';
import { noticeRoutesOf } from './http/notice.routes';
import { noticesOnEvents } from './on-event';
import { noticesOnIntroduction } from './on-introduction';
import { createKnownBefore } from './persistence/known-before.read-model';
import { createNoticeBoard } from './persistence/notice-board.read-model';
import { createNoticeDueRepository } from './persistence/notice-due.repository';
import { createNoticeSettingRepository } from './persistence/notice-setting.repository';
import { createNoticeRepository } from './persistence/notice.repository';
import { remind, type IntroducedIds } from './reminders/remind';
import { createNoticeHub } from './stream/notice-hub';
import { createTell, type Tell } from './tell';

/** Longer than any need lives; the audit log keeps what must be kept. */
const keptMs = 400 * 86_400_000;
const pruneEveryMs = 3_600_000;
const slice = 1000;

/** Notices: what other parts and services tell, made into words for whom it concerns, at once and without a reload. */
export interface Notices {
  readonly part: DeskPart;
  /** For other parts of the desk. */
  readonly tell: Tell;
  readonly onIntroduction: IntroductionListener;
}

export function createNotices(deps: DeskDeps & { readonly copies: CopiesRepository }): Notices {
  const { clock, config, copies, database, log, signals } = deps;
  const notices = createNoticeRepository(database);
  const board = createNoticeBoard(database);
  const dues = createNoticeDueRepository(database);
  const introductions = createIntroductionRepository(database);
  const introducedIds: IntroducedIds = async (ctx, needId) =>
    (await introductions.ofNeed(ctx, needId))
      .filter(({ openToProvider, state }) => openToProvider && (state === 'introduced' || state === 'interested'))
      .map(({ providerId }) => providerId);
  const tell = createTell({ notices, clock, signals });
  const hub = createNoticeHub({
    signals,
    lastPositions: (ids) => board.lastPositions(serviceContext('desk'), ids),
    pollMs: config.DUIJIE_NOTICE_POLL_MS,
    onFault: (error) => log.debug({ err: error }, 'streams of notices could not look for news'),
  });
  const reminding = new Loop(
    'notices due',
    config.DUIJIE_DESK_SWEEP_MS,
    remind({ database, clock, copies, dues, introducedIds, tell }),
    log,
  );
  const prune = async (): Promise<void> => {
    const before = new Date(clock.now().getTime() - keptMs);
    while ((await notices.prune(serviceContext('desk'), before, slice)) === slice);
  };
  const pruning = new Loop('notices kept', pruneEveryMs, prune, log);
  return {
    tell,
    onIntroduction: noticesOnIntroduction({ copies, tell }),
    part: {
      routes: noticeRoutesOf({
        database,
        board,
        notices,
        clock,
        signals,
        hub,
        settings: createNoticeSettingRepository(database),
        origin: config.DUIJIE_ORIGIN,
      }),
      events: noticesOnEvents({
        clock,
        copies,
        dues,
        introducedIds,
        tell,
        known: createKnownBefore(database),
      }),
      start() {
        reminding.start();
        pruning.start();
      },
      async stop() {
        await Promise.all([reminding.stop(), pruning.stop()]);
      },
    },
  };
}
