import type { NeedBody } from '@duijie/contracts';

/** An organisation that wrote requirements for a poster. */
export interface Drafter {
  readonly id: string;
  readonly isAssociation: boolean;
}
/** Who stands behind the conflict wall of a need. */
export interface ConflictWall {
  /** May not supply it. */
  readonly excluded: readonly string[];
  /** Associations that drafted or screened it: their packages get no bonus and bear a label. */
  readonly flagged: readonly string[];
}

/** @param drafters of its poster, by affiliation; they may be newer than the need's own list */
export function conflictWall(
  need: Pick<NeedBody, 'excludedOrganisationIds' | 'flaggedOrganisationIds'>,
  drafters: readonly Drafter[],
): ConflictWall {
  const ids = (isAssociation: boolean): string[] =>
    drafters.filter((drafter) => drafter.isAssociation === isAssociation).map(({ id }) => id);
  const excluded = new Set([...need.excludedOrganisationIds, ...ids(false)]);
  const flagged = new Set([...need.flaggedOrganisationIds, ...ids(true)]);
  return { excluded: [...excluded], flagged: [...flagged].filter((id) => !excluded.has(id)) };
}
