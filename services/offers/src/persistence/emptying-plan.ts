import type { EmptyingPlan } from '@duijie/service-kit';

/** Packages and records of invented providers. */
export const emptyingPlan: EmptyingPlan = {
  owned: ['service_package r ON r.provider_id = e.id'],
  removals: [
    {
      table: 'import_identity',
      key: 'aggregate_id',
      found: ['import_identity r ON r.aggregate_id = e.id'],
    },
    {
      table: 'service_package',
      key: 'id',
      found: ['service_package r ON r.id = e.id'],
      parts: [
        ['package_facet', 'package_id'],
        ['package_version', 'package_id'],
        ['package_evidence', 'package_id'],
      ],
    },
    { table: 'track_record', key: 'provider_id', found: ['track_record r ON r.provider_id = e.id'] },
    { table: 'provider_record', key: 'provider_id', found: ['provider_record r ON r.provider_id = e.id'] },
    { table: 'organisation_copy', key: 'id', found: ['organisation_copy r ON r.id = e.id'] },
  ],
};
