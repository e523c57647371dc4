import { NotAllowed, type Context, type Refusal } from '@duijie/service-kit';

/** The association whose broker acts for somebody else, or null. */
export const brokerOf = ({ actor }: Context): string | null =>
  actor.type === 'person' ? (actor.onBehalf?.brokerOrganisationId ?? null) : null;

/** Organisations whose eyes read in a call: the one acted for, and the association that acts for it. */
export const readersOf = (ctx: Context): readonly string[] => {
  const acting = ctx.actor.type === 'person' ? ctx.actor.actingFor?.organisationId : undefined;
  return [acting, brokerOf(ctx)].filter((one): one is string => typeof one === 'string');
};

/** A broker would act for one side of a matter in which its own association stands, or stands on the other side. */
export const ownMatter = (): Refusal =>
  new NotAllowed({
    reason: 'on-behalf.own-matter',
    detail: {
      zh: '贵协会是这条需求的发布方、响应方或承接方，不能代他人办理，请由其本人办理',
      en: 'Your association posted this lot, competes for it or supplies it: others act for themselves here',
    },
  });
