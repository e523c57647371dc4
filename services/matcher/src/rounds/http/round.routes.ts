import {
  cancelRound,
  changeRound,
  createRound,
  drawRound,
  editRound,
  freezeRound,
  getRound,
  getRoundProof,
  listRoundNeeds,
  listRoundPackages,
  listRounds,
  publishRound,
  solveRound,
  thawRound,
} from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { changeRound as change } from '../change-round';
import { createRound as create } from '../create-round';
import { editRound as edit, type Resolved } from '../edit-round';
import { cancelRound as cancel, thawRound as thaw } from '../end-round';
import { drawRound as draw, freezeRound as freeze, type Proved } from '../freeze-round';
import { publishRound as publish, type CheckedRound } from '../publish-round';
import { readRounds } from '../read-rounds';
import type { RoundDeps } from '../round-deps';
import { solveRound as solve, type SolvedAnew } from '../solve-round';

/** Routes of brokering rounds. What is slow is prepared before the transaction, on versions that it looks at again. */
export function roundRoutes(deps: RoundDeps & { readonly nudge: () => void }): readonly BoundRoute[] {
  const read = readRounds(deps);
  const uses = {
    create: create(deps),
    change: change(deps),
    solve: solve(deps),
    edit: edit(deps),
    freeze: freeze(deps),
    draw: draw(deps),
    thaw: thaw(deps),
    publish: publish(deps),
    cancel: cancel(deps),
  };
  return [
    bind(listRounds, (ctx, { query }) => read.list(ctx, query)),
    bind(createRound, async (ctx, { body }) => read.view(ctx, await uses.create(ctx, body))),
    bind(getRound, (ctx, { params }) => read.get(ctx, params.roundId)),
    bind(changeRound, async (ctx, { params, ifMatch, body }) =>
      read.view(ctx, await uses.change(ctx, { id: params.roundId, ifMatch, ...body })),
    ),
    bind(
      solveRound,
      async (ctx, { params, ifMatch }, found: SolvedAnew) =>
        read.view(ctx, await uses.solve.commit(ctx, { id: params.roundId, ifMatch }, found)),
      (ctx, { params, ifMatch }) => uses.solve.prepare(ctx, { id: params.roundId, ifMatch }),
    ),
    bind(
      editRound,
      async (ctx, { params, ifMatch, body }, found: Resolved) =>
        read.view(ctx, await uses.edit.commit(ctx, { id: params.roundId, ifMatch, edits: body }, found)),
      (ctx, { params, ifMatch, body }) => uses.edit.prepare(ctx, { id: params.roundId, ifMatch, edits: body }),
    ),
    bind(listRoundNeeds, (ctx, { params, query }) => read.needs(ctx, params.roundId, query)),
    bind(listRoundPackages, (ctx, { params, query }) => read.packages(ctx, params.roundId, query)),
    bind(
      freezeRound,
      async (ctx, { params, ifMatch, body }, proved: Proved) =>
        read.view(ctx, await uses.freeze.commit(ctx, { id: params.roundId, ifMatch, ...body }, proved)),
      (ctx, { params, ifMatch, body }) => uses.freeze.prepare(ctx, { id: params.roundId, ifMatch, ...body }),
    ),
    bind(
      drawRound,
      async (ctx, { params, ifMatch, body }, proved: Proved) =>
        read.view(ctx, await uses.draw.commit(ctx, { id: params.roundId, ifMatch, ...body }, proved)),
      (ctx, { params, ifMatch, body }) => uses.draw.prepare(ctx, { id: params.roundId, ifMatch, ...body }),
    ),
    bind(thawRound, async (ctx, { params, ifMatch, body }) =>
      read.view(ctx, await uses.thaw(ctx, { id: params.roundId, ifMatch, ...body })),
    ),
    bind(
      publishRound,
      async (ctx, { params, ifMatch }, checked: CheckedRound) =>
        read.view(ctx, await uses.publish.commit(ctx, { id: params.roundId, ifMatch }, checked)),
      (ctx, { params, ifMatch }) => uses.publish.prepare(ctx, { id: params.roundId, ifMatch }),
    ),
    bind(cancelRound, async (ctx, { params, ifMatch, body }) =>
      read.view(ctx, await uses.cancel(ctx, { id: params.roundId, ifMatch, ...body })),
    ),
    bind(getRoundProof, (ctx, { params }) => read.proof(ctx, params.roundId)),
  ];
}
