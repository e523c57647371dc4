import { defineModule } from '@duijie/service-kit';
import { createCases } from './cases/create-cases';
import { createCaseRepository } from './cases/persistence/case.repository';
import { deskConfig } from './config';
import { keepCopies } from './copies/keep-copies';
import { createCopiesRepository } from './copies/persistence/copies.repository';
import type { DeskDeps } from './desk-part';
import { createFollowUps } from './follow-ups/create-follow-ups';
import { applyAnswer } from './introductions/answer-introduction';
import { createIntroductions } from './introductions/create-introductions';
import { introduceProviders } from './introductions/introduce-providers';
import type { IntroductionListener } from './introductions/introduction-deps';
import { createIntroductionRepository } from './introductions/persistence/introduction.repository';
import { joinParts } from './join-parts';
import { createMarket } from './market/create-market';
import { createNotices } from './notices/create-notices';
import { deskSchema } from './persistence/desk-schema';
import { emptyingPlan } from './persistence/emptying-plan';
import { createQueue } from './queue/create-queue';
import { settleNeed } from './queue/follow-need';
import { createTaskRepository } from './queue/persistence/task.repository';
import { showFollowUp } from './queue/show-follow-up';
import { createTaskBook } from './queue/task-book';
import { tasksAsWork } from './queue/tasks-as-work';
import { takeRoundOffers } from './rounds/take-round-offers';
import { createStaff } from './staff/create-staff';
import { createStaffRepository } from './staff/persistence/staff.repository';
import { whoseWork } from './staff/whose-work';

/** Broker's queue, introductions, follow-ups and notices. */
export const deskModule = defineModule({
  name: 'desk' as const,
  config: deskConfig,
  schema: deskSchema,
  create(deps: DeskDeps) {
    const { clock, database } = deps;
    const copies = createCopiesRepository(database);
    const introductions = createIntroductionRepository(database);
    const staff = createStaffRepository(database);
    const tasks = createTaskRepository(database);
    const cases = createCaseRepository(database);
    const book = createTaskBook({ tasks, clock });
    const core = { ...deps, copies, introductions, staff, tasks, cases, book, whose: whoseWork({ staff, clock }) };
    const settle = settleNeed(core);
    const notices = createNotices(core);
    const market = createMarket(core);

    const followUps = createFollowUps({
      ...core,
      caseOf: async (ctx, associationId, caseId) => {
        const found = await cases.find(ctx, caseId);
        return found?.associationId === associationId ? { ...found, organisationId: found.posterId } : null;
      },
      listeners: [showFollowUp(book)],
    });
    const casePart = createCases({ ...core, steps: followUps });
    /** Told of every step of an introduction, in its transaction. */
    const listeners: IntroductionListener[] = [
      (ctx, needId) => settle(ctx, needId),
      market.onIntroduction,
      notices.onIntroduction,
    ];
    const takeOffers = takeRoundOffers({
      outbox: deps.outbox,
      introduce: introduceProviders({ ...core, listeners }),
      async standing(ctx, needId) {
        await copies.lockNeed(ctx, needId);
        const earlier = await introductions.ofNeed(ctx, needId);
        return new Set(
          earlier.flatMap(({ state, providerId }) =>
            state === 'introduced' || state === 'interested' ? [providerId] : [],
          ),
        );
      },
    });
    const joined = joinParts([
      // Before the copies: what is news follows from what they hold until then.
      notices.part,
      { routes: [], events: keepCopies(copies) },
      createStaff({
        ...core,
        work: { tasks: tasksAsWork(core), followUps: followUps.work, cases: casePart.work },
      }),
      createQueue({
        ...core,
        settle,
        followUps: followUps.followUps,
        storeFollowUp: followUps.store,
        logContact: followUps.log,
        answer: applyAnswer({ ...core, listeners }),
      }),
      createIntroductions({ ...core, listeners }),
      { routes: [], events: { 'round.offered.v1': (ctx, { data }) => takeOffers(ctx, data) } },
      market.part,
      followUps,
      casePart,
    ]);
    return { ...joined, emptying: emptyingPlan(database) };
  },
});
