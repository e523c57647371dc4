import { jsonId, select, serviceContext, type Database, type EmptyingPlan, type Removal } from '@duijie/service-kit';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { StoreLot } from '../lots/store-lot';

const batch = 50;
const agreement = [
  'agreement r ON r.lot_id = e.id',
  'agreement_part p ON p.organisation_id = e.id JOIN agreement r ON r.id = p.agreement_id',
  'agreement r ON (r.lead_id = e.id OR r.poster_id = e.id)',
];
const partsOfAgreement = ['part', 'payee', 'milestone', 'listing', 'change', 'file', 'terms', 'payment'] as const;
const ofLot = (table: string, sides: readonly string[], parts: Removal['parts'] = []): Removal => ({
  table,
  key: 'id',
  found: [`${table} r ON r.lot_id = e.id`, ...sides.map((side) => `${table} r ON r.${side} = e.id`)],
  parts,
});

const because = {
  zh: '承接方是演示用的虚构机构，演示数据已清空',
  en: 'The provider was invented for the demonstration, which has been emptied',
};

/**
 * Lots of invented posters, and what an invented organisation has a part in: responses, awards, agreements, reviews. A real
 * need that had gone to an invented provider is given back to its owner first, and stays whole.
 */
export const emptyingPlan = (deps: {
  readonly database: Database;
  readonly lots: LotRepository;
  readonly store: StoreLot;
}): EmptyingPlan => ({
  async loosen() {
    const gone = await select<{ id: string }>(
      deps.database,
      `SELECT DISTINCT l.id FROM emptied e JOIN award a ON a.organisation_id = e.id JOIN lot l ON l.id = a.lot_id
       LEFT JOIN emptied p ON p.id = l.poster_id
       WHERE p.id IS NULL AND l.award IS NOT NULL AND ${jsonId('l.award', 'organisationId')} = e.id LIMIT ${batch}`,
    );
    for (const { id } of gone)
      await deps.database.run(serviceContext('deals'), async (ctx) => {
        const before = await deps.lots.lock(ctx, id);
        if (!before?.award) return;
        const runs = ['deciding', 'awarded', 'in_delivery'].includes(before.state);
        const state = runs ? 'given_back' : before.state;
        await deps.store(
          ctx,
          before,
          { ...before, state, award: null, agreementId: null, ...(runs ? { because } : {}) },
          [
            runs
              ? { action: 'lot.given-back', from: before.state, to: state, reason: because.zh }
              : { action: 'lot.award-removed', reason: because.zh },
          ],
        );
      });
    return gone.length;
  },
  owned: [
    `need_copy r ON ${jsonId('r.body', 'organisationId')} = e.id`,
    'lot r ON r.poster_id = e.id',
    'package_copy r ON r.provider_id = e.id',
  ],
  removals: [
    {
      table: 'review',
      key: 'id',
      found: [
        'review_subject s ON s.organisation_id = e.id JOIN review r ON r.id = s.review_id',
        'review r ON (r.by_id = e.id OR r.about_id = e.id)',
      ],
      parts: [['review_subject', 'review_id']],
    },
    { table: 'payer_review', key: 'id', found: ['payer_review r ON (r.by_id = e.id OR r.about_id = e.id)'] },
    {
      table: 'agreement',
      key: 'id',
      found: agreement,
      parts: [
        ['milestone_attention', 'agreement_id'],
        ['milestone_step', 'agreement_id'],
        ...partsOfAgreement.map((part) => [`agreement_${part}`, 'agreement_id'] as const),
      ],
    },
    ofLot('objection', ['objector_id']),
    ofLot('appointment', ['organisation_id']),
    ofLot(
      'award',
      ['organisation_id'],
      [
        ['award_document', 'award_id'],
        ['capacity_use', 'award_id'],
      ],
    ),
    {
      table: 'response',
      key: 'id',
      found: [
        'response r ON r.lot_id = e.id',
        'response_party p ON p.organisation_id = e.id JOIN response r ON r.id = p.response_id',
        'response r ON r.organisation_id = e.id',
      ],
      parts: [
        ['response_party', 'response_id'],
        ['response_receipt', 'response_id'],
        ['response_document', 'response_id'],
      ],
    },
    { table: 'lot', key: 'id', found: ['lot r ON r.id = e.id'], parts: [['lot_opening', 'lot_id']] },
    {
      table: 'introduction_copy',
      key: 'id',
      found: ['introduction_copy r ON r.need_id = e.id', 'introduction_copy r ON r.organisation_id = e.id'],
    },
    { table: 'need_copy', key: 'id', found: ['need_copy r ON r.id = e.id'] },
    {
      table: 'package_capacity',
      key: 'package_id',
      found: ['package_capacity r ON r.package_id = e.id'],
      parts: [['capacity_use', 'package_id']],
    },
    { table: 'package_copy', key: 'id', found: ['package_copy r ON r.id = e.id'] },
    { table: 'provider_record', key: 'organisation_id', found: ['provider_record r ON r.organisation_id = e.id'] },
    { table: 'affiliation_copy', key: 'from_id', found: ['affiliation_copy r ON r.from_id = e.id'] },
    { table: 'affiliation_copy', key: 'to_id', found: ['affiliation_copy r ON r.to_id = e.id'] },
    { table: 'organisation_copy', key: 'id', found: ['organisation_copy r ON r.id = e.id'] },
  ],
});
