import { execute, type Database, type EmptyingPlan } from '@duijie/service-kit';
import type { FeedRepository } from './feed.repository';

/** What the threads hold, or what their lists say. */
const ranked: readonly string[] = ['need_copy', 'package_copy', 'need_match'];

/**
 * Needs, packages and pairs of invented organisations. The threads do not see that a row is gone: the feed `gone` moves on,
 * and they read everything again; so do the lists of real needs, where invented packages stood.
 */
export const emptyingPlan = (database: Database, feeds: FeedRepository): EmptyingPlan => ({
  owned: ['need_copy r ON r.organisation_id = e.id', 'package_copy r ON r.provider_id = e.id'],
  removals: [
    // A round's choice holds all its pairs together: one with anything invented in it goes as a whole.
    {
      table: 'matching_round',
      key: 'id',
      found: [
        'matching_round r ON r.organisation_id = e.id',
        'round_need n ON n.need_id = e.id JOIN matching_round r ON r.id = n.round_id',
        'round_package p ON p.package_id = e.id JOIN matching_round r ON r.id = p.round_id',
      ],
      parts: [
        ['round_offer', 'round_id'],
        ['round_publication', 'round_id'],
        ['round_pair', 'round_id'],
        ['round_package', 'round_id'],
        ['round_need', 'round_id'],
      ],
    },
    {
      table: 'need_match',
      key: 'id',
      found: ['need_match r ON r.need_id = e.id', 'need_match r ON r.package_id = e.id'],
    },
    {
      table: 'pair_step',
      key: 'source_id',
      found: ['pair_step r ON r.need_id = e.id', 'pair_step r ON r.organisation_id = e.id'],
    },
    {
      table: 'capacity_copy',
      key: 'package_id',
      found: ['capacity_copy r ON r.package_id = e.id'],
    },
    { table: 'need_copy', key: 'id', found: ['need_copy r ON r.id = e.id'] },
    { table: 'package_copy', key: 'id', found: ['package_copy r ON r.id = e.id'] },
    {
      table: 'exposure_entry',
      key: 'provider_id',
      found: ['exposure_entry r ON r.provider_id = e.id'],
    },
    {
      table: 'exposure_account',
      key: 'provider_id',
      found: ['exposure_account r ON r.provider_id = e.id'],
    },
    { table: 'affiliation_copy', key: 'from_id', found: ['affiliation_copy r ON r.from_id = e.id'] },
    { table: 'affiliation_copy', key: 'to_id', found: ['affiliation_copy r ON r.to_id = e.id'] },
    { table: 'organisation_copy', key: 'id', found: ['organisation_copy r ON r.id = e.id'] },
  ],
  async onRemoved(ctx, { table }) {
    if (!ranked.includes(table)) return;
    // What was tried out on invented needs names them.
    await execute(database, 'UPDATE weights_version SET try_out = NULL WHERE try_out IS NOT NULL', [], ctx);
    await feeds.hold(ctx, 'packages');
    await feeds.advance(ctx, 'packages');
    await execute(
      database,
      `INSERT INTO feed (name, position, settle_position, label) VALUES ('gone', 1, 0, '')
       ON DUPLICATE KEY UPDATE position = position + 1`,
      [],
      ctx,
    );
  },
});
