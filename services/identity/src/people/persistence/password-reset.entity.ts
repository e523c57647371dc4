import { CodeColumn, IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** The one code by which a person may set a new password. */
@Entity('password_reset')
export class PasswordResetEntity {
  @PrimaryId('person_id') personId!: string;
  @CodeColumn(64, { name: 'code_hash' }) codeHash!: string;
  /** Wrong tries that are left. */
  @IntColumn({ name: 'tries_left' }) triesLeft!: number;
  @IdColumn({ name: 'issued_by' }) issuedBy!: string;
  @InstantColumn({ name: 'expires_at' }) expiresAt!: Date;
}
