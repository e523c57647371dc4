import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { answerNothing } from '../../answer-nothing';
import type { IdentityDeps } from '../../identity-deps';
import { changeMe } from '../change-me';
import { changePassword } from '../change-password';
import { getMe } from '../get-me';
import { issuePasswordReset } from '../issue-password-reset';
import { redeemPasswordReset } from '../redeem-password-reset';
import { secondFactor } from '../second-factor';
import { tableSettings } from '../table-settings';

export function peopleRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const me = getMe(deps);
  const change = changeMe(deps);
  const password = changePassword(deps);
  const totp = secondFactor(deps);
  const issue = issuePasswordReset(deps);
  const redeem = redeemPasswordReset(deps);
  const tables = tableSettings(deps);
  return [
    bind(identityRoutes.getMe, (ctx) => me(ctx)),
    bind(identityRoutes.changeMe, (ctx, { body, ifMatch }) => change(ctx, body, ifMatch)),
    bind(identityRoutes.changePassword, (ctx, { body }) => answerNothing(password(ctx, body))),
    bind(identityRoutes.enrolTotp, (ctx, { body }) => totp.enrol(ctx, body.password)),
    bind(identityRoutes.confirmTotp, (ctx, { body }) => answerNothing(totp.confirm(ctx, body.code))),
    bind(identityRoutes.removeTotp, (ctx, { body }) => answerNothing(totp.remove(ctx, body))),
    bind(identityRoutes.getTableSettings, (ctx, { params }) => tables.show(ctx, params.table)),
    bind(identityRoutes.putTableSettings, (ctx, { params, body, ifMatch }) =>
      tables.put(ctx, params.table, body, ifMatch),
    ),
    bind(identityRoutes.issuePasswordReset, (ctx, { params }) => issue(ctx, params.personId)),
    bind(identityRoutes.redeemPasswordReset, (ctx, { body }) => answerNothing(redeem(ctx, body))),
  ];
}
