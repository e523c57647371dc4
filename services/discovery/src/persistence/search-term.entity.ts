import { IntColumn } from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';

const bytewise = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;

/** A term of a visible document: what search falls back on while the engine is away. */
@Entity('search_gram')
@Index('ix_search_gram_document', ['number'])
export class SearchGramEntity {
  @PrimaryColumn({ type: 'varchar', length: 20, ...bytewise }) gram!: string;
  @PrimaryColumn({ type: 'int', unsigned: true }) number!: number;
  /** Weight of its fields, in tenths. */
  @IntColumn() weight!: number;
}

/** How many visible documents hold a term. */
@Entity('search_gram_stat')
export class SearchGramStatEntity {
  @PrimaryColumn({ type: 'varchar', length: 20, ...bytewise }) gram!: string;
  @IntColumn() documents!: number;
}

/** A repeating value of a visible document, e.g. `district:锦江区`. */
@Entity('search_tag')
@Index('ix_search_tag_document', ['number'])
export class SearchTagEntity {
  @PrimaryColumn({ type: 'varchar', length: 120, ...bytewise }) tag!: string;
  @PrimaryColumn({ type: 'int', unsigned: true }) number!: number;
}
