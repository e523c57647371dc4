import type { CompoundView } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  DayColumn,
  DoubleColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A property service area. Unknown facts are null. */
@Entity('compound')
@Index('ux_compound_place', ['district', 'subdistrict', 'name', 'live'], { unique: true })
@Index('ix_compound_list', ['live', 'name', 'id'])
@Index('ix_compound_district', ['live', 'district', 'name', 'id'])
@Index('ix_compound_subdistrict', ['live', 'district', 'subdistrict', 'name', 'id'])
@Index('ix_compound_firm', ['firmId', 'live', 'name', 'id'])
@Index('ix_compound_contract', ['firmId', 'live', 'contractEndsOn', 'id'])
@Index('ix_compound_demo', ['demo', 'id'])
@Index('ix_compound_imported', ['importedSource', 'importedId'])
export class CompoundEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @TextColumn(80) name!: string;
  @CodeColumn(30) type!: CompoundView['type'];
  @TextColumn(30) district!: string;
  @TextColumn(60) subdistrict!: string;
  @IntColumn({ nullable: true }) households!: number | null;
  @IntColumn({ name: 'floor_area_m2', nullable: true }) floorAreaM2!: number | null;
  @IntColumn({ name: 'charged_area_m2', nullable: true }) chargedAreaM2!: number | null;
  @IntColumn({ name: 'built_year', nullable: true }) builtYear!: number | null;
  @DoubleColumn({ nullable: true }) lng!: number | null;
  @DoubleColumn({ nullable: true }) lat!: number | null;
  @IntColumn({ nullable: true }) lifts!: number | null;
  @IntColumn({ name: 'parking_spaces', nullable: true }) parkingSpaces!: number | null;
  @CodeColumn(20, { name: 'property_state', nullable: true }) propertyState!: CompoundView['propertyState'];
  @BigColumn({ name: 'fee_fen', nullable: true }) feeFen!: number | null;
  @CodeColumn(20, { name: 'fee_regime', nullable: true }) feeRegime!: CompoundView['feeRegime'];
  @DayColumn({ name: 'contract_ends_on', nullable: true }) contractEndsOn!: string | null;
  @CodeColumn(20, { name: 'committee_state', nullable: true }) committeeState!: CompoundView['committeeState'];
  @CodeColumn(20, { name: 'party_branch_state', nullable: true }) partyBranchState!: CompoundView['partyBranchState'];
  @IdColumn({ name: 'firm_id', nullable: true }) firmId!: string | null;
  @IdColumn({ name: 'committee_id', nullable: true }) committeeId!: string | null;
  @DoubleColumn({ name: 'collection_rate_percent', nullable: true }) collectionRatePercent!: number | null;
  @BigColumn({ name: 'common_income_fen_per_year', nullable: true }) commonIncomeFenPerYear!: number | null;
  @BigColumn({ name: 'maintenance_fund_fen', nullable: true }) maintenanceFundFen!: number | null;
  @TextColumn(120, { name: 'imported_source', nullable: true }) importedSource!: string | null;
  @TextColumn(200, { name: 'imported_id', nullable: true }) importedId!: string | null;
  @FlagColumn() demo!: boolean;
  /** 1 while it exists, null once its import was taken back. */
  @IntColumn({ nullable: true }) live!: number | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
