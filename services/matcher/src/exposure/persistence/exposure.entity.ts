import { BigColumn, DayColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/** What a provider was due and has had on one day, in millionths of the attention of a first place. */
@Entity('exposure_entry')
@Index('ix_exposure_entry_day', ['day'])
export class ExposureEntryEntity {
  @PrimaryId('provider_id') providerId!: string;
  @PrimaryColumn({ type: 'char', length: 10, charset: 'ascii', collation: 'ascii_bin' }) day!: string;
  @BigColumn() merit!: number;
  @BigColumn() exposure!: number;
  @IntColumn() lists!: number;
}

/** The sum of a provider's entries, and what follows from it. */
@Entity('exposure_account')
@Index('ix_exposure_account_owed', ['owedPermille', 'providerId'])
export class ExposureAccountEntity {
  @PrimaryId('provider_id') providerId!: string;
  @BigColumn() merit!: number;
  @BigColumn() exposure!: number;
  @IntColumn({ name: 'merit_ppm' }) meritPpm!: number;
  @IntColumn({ name: 'exposure_ppm' }) exposurePpm!: number;
  @IntColumn() lists!: number;
  @IntColumn() days!: number;
  @IntColumn({ name: 'owed_permille' }) owedPermille!: number;
  @DayColumn({ name: 'as_of_day' }) asOfDay!: string;
}
