import { onBehalfWords, type OnBehalf, type OnBehalfRecord } from '@duijie/contracts';

/** Columns of `audit_entry` that {@link onBehalfOfEntry} reads. */
export interface OnBehalfRow {
  readonly broker_organisation_id: string | null;
  readonly broker_organisation_name: string | null;
  readonly on_behalf_channel: OnBehalf['channel'] | null;
  readonly on_behalf_note: string | null;
}
/** Names of {@link OnBehalfRow}'s columns, for a SELECT. */
export const onBehalfColumns = 'broker_organisation_id, broker_organisation_name, on_behalf_channel, on_behalf_note';

/** @returns that a broker took the step for the organisation, as views of history show it; null where it was taken by itself */
export function onBehalfOfEntry(row: OnBehalfRow): OnBehalfRecord | null {
  if (row.broker_organisation_id === null || row.on_behalf_channel === null) return null;
  const onBehalf: OnBehalf = {
    channel: row.on_behalf_channel,
    note: row.on_behalf_note ?? '',
    brokerOrganisationId: row.broker_organisation_id,
    brokerOrganisationName: row.broker_organisation_name ?? '',
  };
  return { ...onBehalf, words: onBehalfWords(onBehalf) };
}
