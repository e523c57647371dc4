import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, text } from '../primitives';
import { routesOf } from '../route';
import { lotState } from '../state/lot';
import { decisionSheet } from './decision-view';
import { lotSummary, lotView } from './lot-view';

const route = routesOf('deals');
const one = z.strictObject({ lotId: id });

/** Lots of one's own needs, of an officer's area, all for brokers; newest first. */
export const listLots = route('listLots', {
  method: 'GET',
  path: '/lots',
  summary: { zh: '标段列表', en: 'List lots' },
  query: pageQuery.extend({ state: lotState.optional() }),
  response: pageOf(lotSummary),
});
/** In the order in which they were made. */
export const listLotsOfNeed = route('listLotsOfNeed', {
  method: 'GET',
  path: '/needs/:needId/lots',
  summary: { zh: '需求的标段', en: 'List the lots of a need' },
  params: z.strictObject({ needId: id }),
  query: pageQuery,
  response: pageOf(lotSummary),
});
export const getLot = route('getLot', {
  method: 'GET',
  path: '/lots/:lotId',
  summary: { zh: '查看标段', en: 'Show a lot' },
  params: one,
  response: lotView,
});
export const getDecisionSheet = route('getDecisionSheet', {
  method: 'GET',
  path: '/lots/:lotId/decision',
  summary: { zh: '查看比选表', en: 'Show what a lot is decided from' },
  params: one,
  response: decisionSheet,
});
/** No response suits; the need may then be published again or go another way. */
export const failLot = route('failLot', {
  method: 'POST',
  path: '/lots/:lotId/fail',
  kind: 'change',
  summary: { zh: '宣布未成交', en: 'Declare that no response suits' },
  params: one,
  body: z.strictObject({ reason: text(500, 2) }),
  response: lotView,
});
