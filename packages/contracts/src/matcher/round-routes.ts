import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { broker } from '../policy';
import { id } from '../primitives';
import { routesOf } from '../route';
import {
  newRound,
  roundChange,
  roundDrawing,
  roundEdits,
  roundFreezing,
  roundLine,
  roundNeed,
  roundPackage,
  roundProof,
  roundReason,
  roundState,
  roundView,
} from './round';

const route = routesOf('matcher');
const one = z.strictObject({ roundId: id });

/** Of the own association; newest first. */
export const listRounds = route('listRounds', {
  method: 'GET',
  path: '/rounds',
  summary: { zh: '撮合轮次列表', en: 'List brokering rounds' },
  query: pageQuery.extend({ state: roundState.optional() }),
  response: pageOf(roundLine),
});
/** 409 `round.needs-taken` where a need named by hand stands in another open round. */
export const createRound = route('createRound', {
  method: 'POST',
  path: '/rounds',
  summary: { zh: '新建撮合轮次', en: 'Start a brokering round' },
  body: newRound,
  response: roundView,
});
export const getRound = route('getRound', {
  method: 'GET',
  path: '/rounds/:roundId',
  summary: { zh: '查看撮合轮次', en: 'Show a brokering round' },
  params: one,
  response: roundView,
});
/** Changed settings take the solution away: solve again. */
export const changeRound = route('changeRound', {
  method: 'PATCH',
  path: '/rounds/:roundId',
  summary: { zh: '修改撮合轮次', en: 'Change a brokering round' },
  params: one,
  body: roundChange,
  response: roundView,
});
/** Takes stored matches and free capacities as they are now, and finds the best round. Marks stay where the pair is still there. */
export const solveRound = route('solveRound', {
  method: 'POST',
  path: '/rounds/:roundId/solve',
  kind: 'change',
  summary: { zh: '汇集并求解', en: 'Put a round together and solve it' },
  params: one,
  response: roundView,
});
/** Pins, vetoes and other numbers of places; solved again at once. 409 `round.edit-refused` where it leaves no solution. */
export const editRound = route('editRound', {
  method: 'POST',
  path: '/rounds/:roundId/edits',
  kind: 'change',
  summary: { zh: '锁定、否决、调整后重解', en: 'Pin, veto, change places and solve again' },
  params: one,
  body: roundEdits,
  response: roundView,
});
/** In the order in which they came in. */
export const listRoundNeeds = route('listRoundNeeds', {
  method: 'GET',
  path: '/rounds/:roundId/needs',
  summary: { zh: '轮次中的需求与候选', en: 'List needs of a round with their candidates' },
  params: one,
  query: pageQuery.extend({ show: z.enum(['all', 'unserved', 'marked', 'fallen']).default('all') }),
  response: pageOf(roundNeed),
});
export const listRoundPackages = route('listRoundPackages', {
  method: 'GET',
  path: '/rounds/:roundId/packages',
  summary: { zh: '轮次中的服务包与名额', en: 'List packages of a round with their places' },
  params: one,
  query: pageQuery,
  response: pageOf(roundPackage),
});
/** Solves it once more from nothing, stores snapshot and proof. With a draw, `drawSource` says which later public value decides. */
export const freezeRound = route('freezeRound', {
  method: 'POST',
  path: '/rounds/:roundId/freeze',
  kind: 'change',
  summary: { zh: '定稿并生成证明', en: 'Freeze a round and prove it' },
  params: one,
  body: roundFreezing,
  response: roundView,
});
/** Decides exact ties by the public value that was named at freezing. */
export const drawRound = route('drawRound', {
  method: 'POST',
  path: '/rounds/:roundId/draw',
  kind: 'change',
  summary: { zh: '录入公开数值抽签', en: 'Draw exact ties of a round' },
  params: one,
  body: roundDrawing,
  response: roundView,
});
export const thawRound = route('thawRound', {
  method: 'POST',
  path: '/rounds/:roundId/thaw',
  kind: 'change',
  summary: { zh: '退回修改', en: 'Take a frozen round back to edit it' },
  params: one,
  body: roundReason,
  response: roundView,
});
/**
 * Checks the proof by separate code (409 `round.proof-refused`), looks at every pair again (what no longer holds falls out,
 * with its reason), and hands the rest to the desk as introductions.
 */
export const publishRound = route('publishRound', {
  method: 'POST',
  path: '/rounds/:roundId/publish',
  kind: 'change',
  summary: { zh: '发布为推介', en: 'Publish a round as introductions' },
  params: one,
  response: roundView,
});
export const cancelRound = route('cancelRound', {
  method: 'POST',
  path: '/rounds/:roundId/cancel',
  kind: 'change',
  summary: { zh: '取消撮合轮次', en: 'Cancel a brokering round' },
  params: one,
  body: roundReason,
  response: roundView,
});
export const getRoundProof = route('getRoundProof', {
  method: 'GET',
  path: '/rounds/:roundId/proof',
  summary: { zh: '快照与证明', en: 'Snapshot and proof of a frozen round' },
  params: one,
  response: roundProof,
});

export const roundRoutes = {
  listRounds,
  createRound,
  getRound,
  changeRound,
  solveRound,
  editRound,
  listRoundNeeds,
  listRoundPackages,
  freezeRound,
  drawRound,
  thawRound,
  publishRound,
  cancelRound,
  getRoundProof,
} as const;

/** A round belongs to the association whose broker started it. */
const own = [broker('own')] as const;
export const roundPolicy = {
  listRounds: own,
  createRound: own,
  getRound: own,
  changeRound: own,
  solveRound: own,
  editRound: own,
  listRoundNeeds: own,
  listRoundPackages: own,
  freezeRound: own,
  drawRound: own,
  thawRound: own,
  publishRound: own,
  cancelRound: own,
  getRoundProof: own,
} satisfies PolicyOf<typeof roundRoutes>;
