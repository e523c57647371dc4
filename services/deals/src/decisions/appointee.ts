import { providerKinds, type NeedBody } from '@duijie/contracts';
import { faultAt, ValidationFailed, type TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { isInTheRunning, type LotResponse } from '../responses/response';
import { agreedAmount } from './agreed-amount';
import type { DecisionDeps } from './decision-deps';
import type { Appointee } from './enter-response';
import { requireConsent } from './require-consent';

const fault = (pointer: string, zh: string, en: string): ValidationFailed =>
  new ValidationFailed([faultAt(pointer, zh, en)]);

/** What the provider has offered to the lot already; null where it has not, or no price. */
async function offerOf(
  { responses }: Pick<DecisionDeps, 'responses'>,
  ctx: TransactionContext,
  lot: Lot,
  organisationId: string,
): Promise<LotResponse | null> {
  const all = await responses.ofLot(ctx, lot.id, lot.attempt);
  return all.find((one) => one.organisationId === organisationId && isInTheRunning(one)) ?? null;
}

/**
 * Looks up whom a poster means, the lot being locked; without an amount, what it offered itself counts. A provider is
 * verified; what was decided elsewhere may name one that is not yet.
 * @throws ValidationFailed of `/organisationId`, `/packageId`, `/amountFen`
 */
export async function appointeeOf(
  deps: Pick<DecisionDeps, 'copies' | 'awards' | 'responses'>,
  ctx: TransactionContext,
  lot: Lot,
  need: NeedBody,
  given: { readonly organisationId: string; readonly packageId: string | null; readonly amountFen: number | null },
): Promise<Appointee> {
  const { copies, awards } = deps;
  const organisation = await copies.organisation(ctx, given.organisationId);
  if (!organisation || !providerKinds.some((kind) => kind === organisation.kind))
    throw fault('/organisationId', '没有这个服务方', 'There is no such provider');
  const barred = organisation.verification === 'suspended' || organisation.verification === 'rejected';
  if (lot.mode === 'recorded' ? barred : organisation.verification !== 'verified')
    throw fault('/organisationId', '该服务方未通过核验', 'The provider is not verified');
  if (need.eligibleKinds.length > 0 && !need.eligibleKinds.includes(organisation.kind))
    throw fault('/organisationId', '该类机构不能承接本需求', 'This kind of organisation may not supply the need');
  const pkg = given.packageId === null ? null : await copies.package(ctx, given.packageId);
  if (given.packageId !== null && (pkg?.providerId !== organisation.id || pkg.state !== 'published'))
    throw fault('/packageId', '该服务方没有这个已发布的服务包', 'The provider has no such published package');
  const offer = await offerOf(deps, ctx, lot, organisation.id);
  // A direct request is accepted by the provider itself, and what was decided elsewhere stands in its document.
  if (offer && lot.mode === 'emergency') requireConsent(lot, given.amountFen, offer);
  const agreed = agreedAmount({
    given: given.amountFen,
    offered: offer?.priceFen ?? null,
    money: need.money,
    elsewhereFen: await awards.elsewhereFen(ctx, lot.needId, lot.id),
    onlyLot: need.lots.length === 1,
  });
  if ('fault' in agreed) throw new ValidationFailed([agreed.fault]);
  return { organisation, pkg, amountFen: agreed.amountFen };
}
