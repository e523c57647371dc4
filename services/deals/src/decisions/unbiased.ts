import type { NeedBody } from '@duijie/contracts';
import { actingIdOf, NotAllowed, type Context, type Refusal } from '@duijie/service-kit';

/** It is the caller's own matter: another body decides, and sees what it decides from. */
export const concernsYou = (): Refusal =>
  new NotAllowed({
    reason: 'conflict.own-matter',
    detail: {
      zh: '贵单位发布、起草、审核过本需求或参与了竞争，应由其他机构办理',
      en: 'Your organisation posted, drafted or screened this need, or competes for it: another body decides here',
    },
  });

/**
 * Whoever judges is not concerned: no association that drafted or screened the need, and nobody who competes for it.
 * @param concerned ids of those who compete, and of whoever else is not to decide
 * @throws NotAllowed `conflict.own-matter`
 * @see DOMAIN.md, conflict wall
 */
export function requireUnbiased(ctx: Context, need: NeedBody | null, concerned: readonly string[]): void {
  const own = actingIdOf(ctx);
  if (own === null || !(need?.flaggedOrganisationIds.includes(own) || concerned.includes(own))) return;
  throw concernsYou();
}
