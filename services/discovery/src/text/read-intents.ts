import type { SearchIntent } from '@duijie/contracts';

/** What people say that tells of no service, but which of several they would like best. */
export interface IntentWord {
  readonly text: string;
  readonly intent: SearchIntent;
}

/** Words by intent. What is only asked for, not written in any offer, is taken out of the words to be found. */
const words: readonly { readonly intent: SearchIntent; readonly said: RegExp; readonly takenOut: boolean }[] = [
  { intent: 'free', said: /免费|不要钱|不收费|零元|义务/u, takenOut: false },
  { intent: 'cheap', said: /便宜一?点?的?|实惠的?|划算的?|低价|省钱的?|价格低的?/u, takenOut: true },
  { intent: 'urgent', said: /紧急|急需|急找|马上|连夜|立刻|立即|尽快|今天/u, takenOut: false },
  {
    intent: 'near',
    said: /附近的?|就近的?|周边的?|离(?:我们?|社区|小区|家)?得?(?:近|不远)一?点?的?|近一?点的|家门口的?/u,
    takenOut: true,
  },
  { intent: 'property_firm', said: /物业公司|物业企业/u, takenOut: false },
  { intent: 'social_org', said: /社会组织|社工机构|公益机构/u, takenOut: false },
  { intent: 'volunteer_group', said: /志愿队|志愿者队伍|义工/u, takenOut: false },
];
const says = /\p{Script=Han}{2}|[\p{L}\p{N}]{3}/u;

/** @returns the intents, and the words without those that name nothing to be found, while others are left */
export function readIntents(text: string): { readonly words: string; readonly intents: readonly IntentWord[] } {
  let left = text;
  const intents: IntentWord[] = [];
  for (const { intent, said, takenOut } of words) {
    const found = said.exec(left);
    if (!found) continue;
    const rest = left.replace(said, ' ').trim();
    if (!says.test(rest)) continue;
    intents.push({ text: found[0], intent });
    if (takenOut) left = rest;
  }
  return { words: left, intents };
}
