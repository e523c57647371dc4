import mysql from 'mysql2/promise';
import type { Journey } from './mortal-journey';

type Environment = Readonly<Record<string, string>>;
export type Counts = Readonly<Record<string, number>>;
/** Everything that a journey has left with the owner of deals. Two journeys that have come as far have left the same. */
export interface Traces {
  /** Audit entries, by action. */
  readonly audit: Counts;
  /** Events, by type. */
  readonly events: Counts;
  /** Rows and figures, by what they are. */
  readonly rows: Counts;
}

async function connected<T>(
  environment: Environment,
  service: string,
  work: (counts: (sql: string, values: readonly unknown[]) => Promise<Counts>) => Promise<T>,
): Promise<T> {
  const connection = await mysql.createConnection({
    uri: environment['DUIJIE_MYSQL_URL'] ?? '',
    database: `${environment['DUIJIE_NAMESPACE']}_${service}`,
  });
  try {
    return await work(async (sql, values) => {
      const [rows] = await connection.query<mysql.RowDataPacket[]>(sql, [...values]);
      return Object.fromEntries(rows.map((row) => [String(row['k']), Number(row['n'])]));
    });
  } finally {
    await connection.end();
  }
}

/** Ids of all that belongs to a lot, from its responses to its review. */
const partsOfLot = `SELECT id FROM response WHERE lot_id = ? UNION ALL SELECT id FROM award WHERE lot_id = ?
  UNION ALL SELECT id FROM agreement WHERE lot_id = ?
  UNION ALL SELECT id FROM review WHERE agreement_id IN (SELECT id FROM agreement WHERE lot_id = ?)`;

/** @returns what stands in the database of deals at this moment, also while the service is dead */
export const tracesOf = (environment: Environment, { lotId, winner }: Journey): Promise<Traces> =>
  connected(environment, 'deals', async (counts) => {
    const ids = [
      lotId,
      winner.packageId,
      winner.organisationId,
      ...Object.keys(await counts(`SELECT id AS k, 1 AS n FROM (${partsOfLot}) parts`, Array(4).fill(lotId))),
    ];
    const rows = async (name: string, sql: string, ...values: string[]): Promise<Counts> => ({
      [name]: (await counts(`SELECT 'n' AS k, (${sql}) AS n`, values))['n'] ?? 0,
    });
    const ofAgreement = (table: string): Promise<Counts> =>
      rows(
        table,
        `SELECT COUNT(*) FROM ${table} WHERE agreement_id IN (SELECT id FROM agreement WHERE lot_id = ?)`,
        lotId,
      );
    return {
      audit: await counts(
        'SELECT action AS k, COUNT(*) AS n FROM audit_entry WHERE aggregate_id IN (?) GROUP BY k ORDER BY k',
        [ids],
      ),
      events: await counts(
        'SELECT type AS k, COUNT(*) AS n FROM outbox WHERE aggregate_id IN (?) GROUP BY k ORDER BY k',
        [ids],
      ),
      rows: {
        ...(await rows('responses', 'SELECT COUNT(*) FROM response WHERE lot_id = ?', lotId)),
        ...(await rows('receipts', 'SELECT COUNT(*) FROM response_receipt WHERE lot_id = ?', lotId)),
        ...(await rows('responses counted', 'SELECT response_count FROM lot WHERE id = ?', lotId)),
        ...(await rows('openings', 'SELECT COUNT(*) FROM lot_opening WHERE lot_id = ?', lotId)),
        ...(await rows('awards', 'SELECT COUNT(*) FROM award WHERE lot_id = ?', lotId)),
        ...(await rows('awards alive', 'SELECT COUNT(*) FROM award WHERE lot_id = ? AND live = 1', lotId)),
        ...(await rows(
          'awards in effect',
          `SELECT COUNT(*) FROM award WHERE lot_id = ? AND state = 'effective'`,
          lotId,
        )),
        ...(await rows('uses', 'SELECT COUNT(*) FROM capacity_use WHERE package_id = ?', winner.packageId)),
        ...(await rows('capacity used', 'SELECT used FROM package_capacity WHERE package_id = ?', winner.packageId)),
        ...(await rows('agreements', 'SELECT COUNT(*) FROM agreement WHERE lot_id = ?', lotId)),
        ...(await ofAgreement('agreement_terms')),
        ...(await ofAgreement('agreement_file')),
        ...(await ofAgreement('milestone_step')),
        ...(await ofAgreement('review')),
        ...(await rows(
          'record',
          'SELECT MAX(version) FROM provider_record WHERE organisation_id = ?',
          winner.organisationId,
        )),
      },
    };
  });

/** @returns how many notices of each kind the desk has made about the journey */
export const noticesOf = async (environment: Environment, journey: Journey): Promise<Counts> => {
  const parts = await connected(environment, 'deals', (counts) =>
    counts(`SELECT id AS k, 1 AS n FROM (${partsOfLot}) parts`, Array(4).fill(journey.lotId)),
  );
  return connected(environment, 'desk', (counts) =>
    counts('SELECT kind AS k, COUNT(*) AS n FROM notice WHERE subject_id IN (?) GROUP BY k ORDER BY k', [
      [journey.needId, journey.lotId, ...Object.keys(parts)],
    ]),
  );
};

/** @returns everything that an introduction has left at the desk, its notices among it */
export const introductionTracesOf = (environment: Environment, id: string): Promise<Traces> =>
  connected(environment, 'desk', async (counts) => ({
    audit: await counts(
      'SELECT action AS k, COUNT(*) AS n FROM audit_entry WHERE aggregate_id = ? GROUP BY k ORDER BY k',
      [id],
    ),
    events: await counts('SELECT type AS k, COUNT(*) AS n FROM outbox WHERE aggregate_id = ? GROUP BY k ORDER BY k', [
      id,
    ]),
    rows: {
      ...(await counts('SELECT kind AS k, COUNT(*) AS n FROM notice WHERE subject_id = ? GROUP BY k ORDER BY k', [id])),
      ...(await counts(`SELECT state AS k, 1 AS n FROM introduction WHERE id = ?`, [id])),
    },
  }));
