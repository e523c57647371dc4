import { execute, jsonId, select, type Database, type EmptyingPlan, type Removal } from '@duijie/service-kit';
import { dropInventedMatches } from './drop-invented-matches';

const batch = 100;
const introduction = 'introduction i ON (i.provider_id = e.id OR i.poster_id = e.id)';
const notices = [['notice', 'subject_id']] as const;

/** What an association wrote down about a need, an organisation, or an introduction. */
const records = (table: string): Removal => ({
  table,
  key: 'id',
  found: [
    `${table} r ON r.association_id = e.id`,
    `${table} r ON r.organisation_id = e.id`,
    `${table} r ON r.need_id = e.id`,
    `${introduction} JOIN ${table} r ON r.introduction_id = i.id`,
  ],
  parts: notices,
});
/** A copy of a need's further way. @param organisation field of its body that names the other side */
const copies = (table: string, organisation: string): Removal => ({
  table,
  key: 'id',
  found: [`${table} r ON r.need_id = e.id`, `${table} r ON ${jsonId('r.body', organisation)} = e.id`],
  parts: notices,
});

/**
 * Tasks, introductions, notices and copies about invented organisations, whoever keeps them. A case that an association
 * brought along is its own, and only loses the tie to an invented organisation or need that bore the same name.
 */
export const emptyingPlan = (database: Database): EmptyingPlan => ({
  owned: [
    `need_copy r ON r.body IS NOT NULL AND ${jsonId('r.body', 'organisationId')} = e.id`,
    'need_title r ON r.organisation_id = e.id',
    `package_copy r ON ${jsonId('r.body', 'providerId')} = e.id`,
  ],
  removals: [
    {
      table: 'desk_task',
      key: 'id',
      found: [
        'desk_task r ON (r.poster_id = e.id OR r.provider_id = e.id OR r.association_id = e.id)',
        'desk_task r ON r.need_id = e.id',
        'follow_up f ON f.organisation_id = e.id JOIN desk_task r ON r.subject_id = f.id',
      ],
      parts: notices,
    },
    records('follow_up'),
    records('communication_log'),
    {
      table: 'notice',
      key: 'id',
      found: ['notice r ON r.recipient_id = e.id', 'notice r ON r.subject_id = e.id'],
      parts: [['notice_read', 'notice_id']],
    },
    { table: 'notice_recipient', key: 'recipient_id', found: ['notice_recipient r ON r.recipient_id = e.id'] },
    { table: 'notice_due', key: 'about_id', found: ['notice_due r ON r.need_id = e.id'] },
    {
      table: 'introduction',
      key: 'id',
      found: ['introduction r ON r.provider_id = e.id', 'introduction r ON r.poster_id = e.id'],
      parts: [...notices, ['notice_due', 'about_id']],
    },
    copies('appointment_copy', 'organisationId'),
    copies('response_copy', 'organisationId'),
    copies('agreement_copy', 'leadId'),
    copies('objection_copy', 'organisationId'),
    { table: 'lot_copy', key: 'id', found: ['lot_copy r ON r.need_id = e.id'], parts: notices },
    { table: 'need_match_copy', key: 'id', found: ['need_match_copy r ON r.id = e.id'] },
    {
      table: 'package_copy',
      key: 'id',
      found: ['package_copy r ON r.id = e.id'],
      parts: notices,
    },
    { table: 'need_title', key: 'id', found: ['need_title r ON r.organisation_id = e.id'] },
    {
      table: 'need_copy',
      key: 'id',
      found: ['need_copy r ON r.id = e.id'],
      parts: notices,
    },
    { table: 'market_need', key: 'need_id', found: ['market_need r ON r.need_id = e.id'] },
    { table: 'market_line', key: 'need_id', found: ['market_line r ON r.need_id = e.id'] },
    { table: 'market_part', key: 'need_id', found: ['market_part r ON r.need_id = e.id'] },
    { table: 'market_part', key: 'agreement_id', found: ['market_part r ON r.organisation_id = e.id'] },
    { table: 'desk_case', key: 'id', found: ['desk_case r ON r.association_id = e.id'] },
    { table: 'desk_staff', key: 'association_id', found: ['desk_staff r ON r.association_id = e.id'] },
    { table: 'desk_staff_state', key: 'association_id', found: ['desk_staff_state r ON r.association_id = e.id'] },
    { table: 'desk_absence', key: 'association_id', found: ['desk_absence r ON r.association_id = e.id'] },
    { table: 'affiliation_copy', key: 'from_id', found: ['affiliation_copy r ON r.from_id = e.id'] },
    { table: 'affiliation_copy', key: 'to_id', found: ['affiliation_copy r ON r.to_id = e.id'] },
    { table: 'organisation_name', key: 'id', found: ['organisation_name r ON r.id = e.id'] },
    { table: 'organisation_copy', key: 'id', found: ['organisation_copy r ON r.id = e.id'] },
  ],
  async loosen() {
    const tied = await select<{ id: string }>(
      database,
      `SELECT DISTINCT r.id FROM emptied e
       JOIN desk_case r ON (r.poster_id = e.id OR r.counterpart_id = e.id) AND r.association_id <> e.id LIMIT ${batch}`,
    );
    const ids = tied.map(({ id }) => id);
    for (const column of ['poster_id', 'counterpart_id'])
      if (ids.length > 0)
        await execute(
          database,
          `UPDATE desk_case SET ${column} = NULL WHERE id IN (?) AND ${column} IN (SELECT id FROM emptied)`,
          [ids],
        );
    const ofNeeds = await select<{ id: string }>(
      database,
      `SELECT DISTINCT r.id FROM emptied e JOIN desk_case r ON r.need_id = e.id LIMIT ${batch}`,
    );
    if (ofNeeds.length > 0)
      await execute(database, 'UPDATE desk_case SET need_id = NULL WHERE id IN (?)', [ofNeeds.map(({ id }) => id)]);
    const matches = await dropInventedMatches(database, 'need_match_copy', 'body');
    const tasks = await dropInventedMatches(database, 'desk_task', 'details');
    return ids.length + ofNeeds.length + matches + tasks;
  },
});
