import type { PackageBody, ProviderRecord } from '@duijie/contracts';

type Figures = PackageBody['trackRecord'];

const decimals = 10_000;

/**
 * Puts together what a provider brought along and what it has done here in the lines of service that a package offers.
 *
 * Opening balance (m₀ over n₀ ratings, c₀ completed) and record lines i (mᵢ over nᵢ ratings, cᵢ completed) of the package's
 * leaves give: mᵣ = Σ mᵢnᵢ / Σ nᵢ over nᵣ = max nᵢ; mean = (m₀n₀ + mᵣnᵣ) / (n₀ + nᵣ), count = n₀ + nᵣ, completed = c₀ + max cᵢ.
 * One agreement for several leaves stands in several lines, so their counts are not added: what is shown was at least there.
 *
 * @param opening of the whole provider, null when nothing was entered
 * @param leaves that the package delivers
 * @returns the mean to four decimals, null without ratings
 */
export function combinedRecord(
  opening: Figures | null,
  lines: ProviderRecord['lines'],
  leaves: readonly string[],
): Figures {
  const own = lines.filter(({ leaf }) => leaves.includes(leaf));
  const rated = own.flatMap(({ ratingMean, ratingCount }) =>
    ratingMean === null || ratingCount === 0 ? [] : [{ mean: ratingMean, count: ratingCount }],
  );
  const parts = [
    ...(opening && opening.ratingMean !== null ? [{ mean: opening.ratingMean, count: opening.ratingCount }] : []),
    ...(rated.length === 0 ? [] : [{ mean: meanOf(rated), count: Math.max(...rated.map(({ count }) => count)) }]),
  ];
  const ratingCount = parts.reduce((sum, { count }) => sum + count, 0);
  return {
    ratingMean: ratingCount === 0 ? null : Math.round(meanOf(parts) * decimals) / decimals,
    ratingCount,
    completed: (opening?.completed ?? 0) + Math.max(0, ...own.map(({ completed }) => completed)),
  };
}

const meanOf = (parts: readonly { readonly mean: number; readonly count: number }[]): number =>
  parts.reduce((sum, { mean, count }) => sum + mean * count, 0) / parts.reduce((sum, { count }) => sum + count, 0);
