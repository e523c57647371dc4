import type { KeptContent, LotResponse, Standing } from '../response';
import { canonicalJson } from '../canonical-json';
import type { SealedContent } from './response.repository';

/** A row of `response` as the driver gives it. */
export interface ResponseRow {
  readonly id: string;
  readonly version: number;
  readonly lot_id: string;
  readonly need_id: string;
  readonly attempt: number;
  readonly need_version: number | null;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly state: LotResponse['state'];
  readonly sealed: number;
  readonly disclosed: number;
  readonly package_id: string | null;
  readonly package_version: string | null;
  readonly price_fen: string | null;
  readonly content: string | null;
  readonly content_version: number;
  readonly content_sha256: string;
  readonly lacks: string;
  readonly conflict: LotResponse['conflict'];
  readonly findings: string;
  readonly clearance: string | null;
  readonly because: string | null;
  readonly submitted_at: Date | null;
  readonly opened_at: Date | null;
  readonly demo: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}
/** A row of `response_party`. */
export interface PartyRow {
  readonly response_id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly standing: Standing;
}

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));
const written = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
const whole = (value: string | null): number | null => (value === null ? null : Number(value));

export const responseOf = (row: ResponseRow, parties: readonly PartyRow[]): LotResponse => ({
  id: row.id,
  version: row.version,
  lotId: row.lot_id,
  needId: row.need_id,
  attempt: row.attempt,
  needVersion: row.need_version,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  state: row.state,
  sealed: row.sealed === 1,
  disclosed: row.disclosed === 1,
  packageId: row.package_id,
  packageVersion: whole(row.package_version),
  priceFen: whole(row.price_fen),
  content: parsed<KeptContent>(row.content),
  contentVersion: row.content_version,
  contentSha256: row.content_sha256,
  lacks: JSON.parse(row.lacks) as LotResponse['lacks'],
  conflict: row.conflict,
  findings: JSON.parse(row.findings) as LotResponse['findings'],
  clearance: parsed(row.clearance),
  because: parsed(row.because),
  submittedAt: row.submitted_at,
  openedAt: row.opened_at,
  parties: parties.map((party) => ({
    organisationId: party.organisation_id,
    organisationName: party.organisation_name,
    standing: party.standing,
  })),
  demo: row.demo === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** Columns of a row with their values, the id first; sealed content is left as it is unless new one comes. */
export const responseColumns = (
  response: LotResponse,
  waits: number | null,
  sealed: SealedContent | undefined,
): readonly (readonly [column: string, value: unknown])[] => [
  ['id', response.id],
  ['version', response.version],
  ['lot_id', response.lotId],
  ['need_id', response.needId],
  ['attempt', response.attempt],
  ['need_version', response.needVersion],
  ['organisation_id', response.organisationId],
  ['organisation_name', response.organisationName],
  ['state', response.state],
  ['sealed', response.sealed ? 1 : 0],
  ['disclosed', response.disclosed ? 1 : 0],
  ['package_id', response.packageId],
  ['package_version', response.packageVersion],
  ['price_fen', response.priceFen],
  ['content', response.content === null ? null : canonicalJson(response.content)],
  ['content_version', response.contentVersion],
  ['content_sha256', response.contentSha256],
  ['lacks', JSON.stringify(response.lacks)],
  ['conflict', response.conflict],
  ['findings', JSON.stringify(response.findings)],
  ['clearance', written(response.clearance)],
  ['waits', waits],
  ['because', written(response.because)],
  ['submitted_at', response.submittedAt],
  ['opened_at', response.openedAt],
  ['demo', response.demo ? 1 : 0],
  ['created_at', response.createdAt],
  ['updated_at', response.updatedAt],
  ...(sealed
    ? ([
        ['sealed_content', sealed.sealedContent],
        ['wrapped_key', sealed.wrappedKey],
      ] as const)
    : []),
];
