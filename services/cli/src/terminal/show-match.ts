import type { NeedMatch } from '@duijie/contracts';
import type { Voice } from './voice';
import { fit } from './width';

/** Two lines a suggestion: score, package, provider; then the reasons in words. */
export function showMatch(voice: Voice, match: NeedMatch): void {
  const points = match.scoreShown.toFixed(1).padStart(5);
  voice.line(`  ${points}  ${fit(match.package.title, 40)}  ${match.package.providerName}`);
  const reasons = match.reasons.map((r) => voice.text(r)).join(voice.language === 'zh' ? '；' : '; ');
  if (reasons !== '') voice.line(`         ${reasons}`);
}
