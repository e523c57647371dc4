import type { NeedBody } from '@duijie/contracts';
import { understandFacts } from '@duijie/match-engine';

/** Tells from the words of a need how pressing it is; `normal` when they do not say. */
export const urgencyFrom = (text: string): NeedBody['urgency'] => understandFacts(text).urgency?.value ?? 'normal';
