import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { CorrectedPhrase } from '../correction';

/** What posters' corrections say of a phrase, counted. */
@Entity('understanding_correction')
@Index('ux_understanding_correction', ['phrase', 'leaf', 'verdict'], { unique: true })
@Index('ix_understanding_correction_needs', ['needs', 'id'])
export class CorrectionEntity {
  @PrimaryId() id!: string;
  @TextColumn(20) phrase!: string;
  @CodeColumn(60) leaf!: string;
  @CodeColumn(10) verdict!: CorrectedPhrase['verdict'];
  @IntColumn() needs!: number;
  @IntColumn() organisations!: number;
  @TextColumn(300, { name: 'taken_back_reason', nullable: true }) takenBackReason!: string | null;
  @InstantColumn({ name: 'last_at' }) lastAt!: Date;
  @IntColumn() version!: number;
}

/** Which need said so, of whom: each counts once. */
@Entity('understanding_voice')
@Index('ix_understanding_voice_organisation', ['correctionId', 'organisationId'])
@Index('ix_understanding_voice_need', ['needId'])
export class CorrectionVoiceEntity {
  @PrimaryId('correction_id') correctionId!: string;
  @PrimaryId('need_id') needId!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @InstantColumn() at!: Date;
}

/** Moves on when other corrections are used: whoever holds the understanding builds it anew. One row, `city`. */
@Entity('understanding_revision')
export class UnderstandingRevisionEntity {
  @PrimaryCode(10) name!: string;
  @IntColumn() revision!: number;
}
