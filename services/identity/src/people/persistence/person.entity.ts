import { BigColumn, CodeColumn, InstantColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** Somebody who can sign in. */
@Entity('person')
@Index('ux_person_login', ['login'], { unique: true })
export class PersonEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @TextColumn(60) name!: string;
  /** In NFKC and lower case. */
  @TextColumn(60) login!: string;
  /** PHC string of argon2id. */
  @CodeColumn(200, { name: 'password_hash' }) passwordHash!: string;
  /** Sealed secret of the second factor. */
  @CodeColumn(300, { name: 'totp_secret', nullable: true }) totpSecret!: string | null;
  @InstantColumn({ name: 'totp_confirmed_at', nullable: true }) totpConfirmedAt!: Date | null;
  /** Time step of the last code that was used: none counts twice. */
  @BigColumn({ name: 'totp_last_step', nullable: true }) totpLastStep!: number | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
