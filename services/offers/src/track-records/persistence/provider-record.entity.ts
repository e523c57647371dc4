import type { ProviderRecord } from '@duijie/contracts';
import { BigColumn, JsonColumn, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** What a provider has done here, by line of service, as the last event of deals told it. */
@Entity('provider_record')
export class ProviderRecordEntity {
  @PrimaryId('provider_id') providerId!: string;
  @BigColumn() sequence!: number;
  @JsonColumn({ name: 'record_lines' }) lines!: ProviderRecord['lines'];
}
