import { providerKinds } from '@duijie/contracts';
import { actingForOf, ValidationFailed, type TransactionContext, type Words } from '@duijie/service-kit';
import type { OrganisationCopyEntity } from '../organisations/persistence/organisation-copy.entity';
import type { OrganisationRepository } from '../organisations/persistence/organisation.repository';
import type { PackageRow } from './package-row';

const refused = (detail: Words, pointer = '/provider/id'): ValidationFailed =>
  new ValidationFailed([{ pointer, detail }]);

async function named(
  ctx: TransactionContext,
  organisations: OrganisationRepository,
  { id, name }: PackageRow['provider'],
  source: string,
): Promise<OrganisationCopyEntity> {
  const imported = id === undefined ? null : await organisations.findImported(ctx, source, id);
  if (imported) return imported;
  const [found, twin] = name === undefined ? [] : await organisations.findByName(ctx, name);
  if (twin)
    throw refused(
      { zh: `有多个机构叫“${name}”，请填服务方编号`, en: `Several organisations are called “${name}”; give the id` },
      '/provider/name',
    );
  if (!found)
    throw refused({
      zh: '没有找到这个服务方，请先导入机构（同一来源）',
      en: 'This provider is not known; import the organisations of the same source first',
    });
  return found;
}

/**
 * Finds whose package a row is: by the external id in the same source, else by name; the caller's own when it names none.
 * @param staff may import for any provider; others for the organisation they act for only
 * @throws ValidationFailed at `/provider/id`
 */
export async function providerOfRow(
  ctx: TransactionContext,
  organisations: OrganisationRepository,
  provider: PackageRow['provider'],
  source: string,
  staff: boolean,
): Promise<OrganisationCopyEntity> {
  const acting = actingForOf(ctx);
  const own = provider.id === undefined && provider.name === undefined;
  if (own) await organisations.ensure(ctx, acting);
  const found = own
    ? await organisations.find(ctx, acting.organisationId)
    : await named(ctx, organisations, provider, source);
  if (!found) throw refused({ zh: '请填写服务方', en: 'Name the provider' });
  if (!staff && found.id !== acting.organisationId)
    throw refused({ zh: '只能导入本机构的服务包', en: 'You can import packages of your own organisation only' });
  if (!(providerKinds as readonly string[]).includes(found.kind))
    throw refused({ zh: '这类机构不提供服务包', en: 'Organisations of this kind offer no packages' });
  return found;
}
