import { createClient, letterheadSource } from '@duijie/api-client';
import {
  actorHeader,
  answersOf,
  defineModule,
  type DatabaseDeps,
  type ModuleDeps,
  type RunningModule,
} from '@duijie/service-kit';
import type { z } from 'zod';
import { awardsOfDeals } from './agreements/awards-of-deals';
import { createAgreements } from './agreements/create-agreements';
import { dealsConfig } from './config';
import { createCapacity } from './capacity/create-capacity';
import { createCopiesRepository } from './copies/persistence/copies.repository';
import { followNeed } from './lots/follow-need';
import { createLotRepository } from './lots/persistence/lot.repository';
import { storeLot } from './lots/store-lot';
import { documentRoutes } from './documents/document.routes';
import { leafWordsOf } from './documents/leaf-words';
import { createDecisions } from './decisions/create-decisions';
import { createAwardRepository } from './decisions/persistence/award.repository';
import { guardOwnMatter } from './on-behalf/guard-own-matter';
import { guardSealed } from './on-behalf/guard-sealed';
import { createOwnMatters } from './on-behalf/persistence/own-matter.read-model';
import { emptyingPlan } from './persistence/emptying-plan';
import { dealsSchema } from './persistence/deals-schema';
import { createResponses } from './responses/create-responses';
import { createReviews } from './reviews/create-reviews';

/** From the deadline on: responses, opening, decision, agreements, delivery, reviews, and the capacity ledger. */
export const dealsModule = defineModule({
  name: 'deals' as const,
  config: dealsConfig,
  schema: dealsSchema,
  create(module: ModuleDeps<z.output<typeof dealsConfig>> & DatabaseDeps): RunningModule {
    const { database } = module;
    const copies = createCopiesRepository(database);
    const lots = createLotRepository(database);
    /** What every part is built from; parts add to it what they give to the next. */
    const core = { ...module, copies, lots, store: storeLot({ ...module, lots }) };
    const capacity = createCapacity(core);
    const awards = createAwardRepository(database);
    const { responses, storeResponse, ...responding } = createResponses({
      ...core,
      onLotFailed: (ctx, lot) => decisions.onLotFailed(ctx, lot),
    });
    const reviews = createReviews(core);
    const agreements = createAgreements({
      ...core,
      onCompleted: (ctx, agreement) => reviews.onCompleted(ctx, agreement),
      awards: awardsOfDeals({ ...core, capacity, awards, responses }),
    });
    const decisions = createDecisions({
      ...core,
      capacity,
      awards,
      responses,
      storeResponse,
      onAwardCancelled: (ctx, awardId, because) => agreements.dropDraftOf(ctx, awardId, because),
    });
    const onNeed = followNeed({
      ...core,
      async onEnded(ctx, lot) {
        await responding.onLotEnded(ctx, lot);
        await decisions.onLotEnded(ctx, lot);
      },
    });
    const loops = [responding.loop, reviews.loop, ...decisions.loops];
    const matters = createOwnMatters(database);
    const routes = [...responding.routes, ...decisions.routes, ...agreements.routes, ...reviews.routes]
      .map(guardOwnMatter(matters))
      .map(guardSealed(matters, lots));
    const leafWords = leafWordsOf(module.host, module.tokens);
    const { host, tokens } = module;
    const letterhead = letterheadSource(() =>
      createClient({
        baseUrl: host.urlOf('identity'),
        timeoutMs: 3000,
        headers: () => ({ [actorHeader]: tokens.sign({ type: 'service', service: 'deals' }) }),
      }),
    );
    return {
      routes: [...routes, ...documentRoutes({ ...core, answer: answersOf(routes), leafWords, letterhead })],
      leafWords,
      emptying: emptyingPlan(core),
      start: () => loops.forEach((loop) => loop.start()),
      async stop() {
        await Promise.all(loops.map((loop) => loop.stop()));
      },
      events: {
        ...responding.events,
        'organisation.changed.v1': async (ctx, { data, sequence }) => {
          await copies.putOrganisation(ctx, data, sequence);
        },
        'package.published.v1': async (ctx, { data, sequence }) => {
          if (await copies.putPackage(ctx, data, sequence)) await capacity.follow(ctx, data);
        },
        'package.changed.v1': async (ctx, { data, sequence }) => {
          if (await copies.putPackage(ctx, data, sequence)) await capacity.follow(ctx, data);
        },
        'need.drafted.v1': onNeed,
        'need.published.v1': onNeed,
        'need.changed.v1': onNeed,
      },
    };
  },
});
