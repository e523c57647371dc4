import {
  getOrganisation,
  listAffiliations,
  listPackages,
  listProviderReviews,
  type AffiliationView,
  type PackageSummary,
  type ReviewView,
} from '@duijie/contracts';
import { affiliationKinds, organisationKinds, verificationStates } from '@duijie/domain-kit';
import { Button, Empty, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { DayText } from '../../kit/day-text';
import { DescriptionList } from '../../kit/description-list';
import { PageHead } from '../../kit/page-head';
import { PriceTag } from '../../kit/price-tag';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReviewCard } from '../../kit/review-card';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useLeaves } from '../../kit/use-leaves';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { areaText } from './area-text';
import { ExposureFigure } from './exposure-figure';
import { OnePlusN } from './one-plus-n';
import './packages.css';
import { ProviderRecord } from './provider-record';

const useWords = defineWords('provider-page', {
  zh: {
    about: '机构',
    place: '所在',
    code: '统一社会信用代码',
    founded: '成立',
    grade: '社会组织等级',
    until: '有效至 ',
    scope: '业务范围',
    qualifications: '资质',
    noQualifications: '没有登记资质',
    expired: '已过期',
    forGood: '长期有效',
    packages: '服务包',
    noPackages: '没有上架的服务包',
    group: '关联组织（1+N）',
    reviews: '评价',
    noReviews: '这个平台上还没有评价',
    more: '显示更多',
    demo: '虚构',
  },
  en: {
    about: 'The organisation',
    place: 'Where',
    code: 'Unified social credit code',
    founded: 'Founded',
    grade: 'Grade',
    until: 'valid until ',
    scope: 'Business scope',
    qualifications: 'Qualifications',
    noQualifications: 'None registered',
    expired: 'expired',
    forGood: 'no expiry',
    packages: 'Packages',
    noPackages: 'No published packages',
    group: 'Provider group (1+N)',
    reviews: 'Reviews',
    noReviews: 'No reviews on this platform yet',
    more: 'Show more',
    demo: 'invented',
  },
});

/** A provider as everybody sees it: who it is, what it offers, what it has done, what was said of it. */
export function ProviderPage() {
  const t = useWords();
  const { say, language, comma } = useLanguage();
  const leaves = useLeaves();
  const { me } = useSession();
  const today = new Date(useNow() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { organisationId = '' } = useParams();
  const params = { organisationId };
  const { data: one, error, refetch } = useCall(getOrganisation, { params });
  const packages = usePages<typeof listPackages, PackageSummary>(listPackages, {
    query: { providerId: [organisationId], limit: 20 },
  });
  const ties = usePages<typeof listAffiliations, AffiliationView>(listAffiliations, {
    params,
    query: { state: 'confirmed', limit: 20 },
  });
  const reviews = usePages<typeof listProviderReviews, ReviewView>(listProviderReviews, {
    params,
    query: { limit: 5 },
  });
  if (!one)
    return (
      <>
        <ProblemAlert error={error} again={() => void refetch()} />
        {error ? null : <Skeleton active paragraph={{ rows: 8 }} />}
      </>
    );
  const acting = me?.actingFor;
  const mine = acting?.organisationId === organisationId;
  const staff = acting?.role === 'broker' || acting?.role === 'administrator';
  const place = [one.district, one.subdistrict, one.community].filter((part) => part !== null).join(' · ');
  return (
    <>
      <PageHead
        title={one.name}
        after={
          <span className="kit-row">
            <StateTag vocabulary={verificationStates} code={one.verification} />
            <span>{say(organisationKinds[one.kind])}</span>
            {one.grade ? <Tag color="processing">{one.grade.level}</Tag> : null}
            {one.demo ? <Tag>{t('demo')}</Tag> : null}
          </span>
        }
      />
      <div className="package-columns">
        <div>
          <Section title={t('packages')}>
            {packages.isPending ? <Skeleton active /> : null}
            {packages.isSuccess && packages.items.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noPackages')} />
            ) : null}
            <ul className="kit-cards">
              {packages.items.map((pack) => (
                <li key={pack.id}>
                  <div className="kit-row kit-row-spread">
                    <b>
                      <Link to={`/packages/${pack.id}`}>{pack.title}</Link>
                    </b>
                    <PriceTag price={pack.price} />
                  </div>
                  <div className="muted">
                    {pack.categories.map((code) => leaves.nameOf(code)).join(comma)} ·{' '}
                    {areaText(pack.serviceArea, language)}
                  </div>
                </li>
              ))}
            </ul>
            {packages.hasNextPage ? (
              <Button block onClick={() => void packages.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </Section>
          {one.kind === 'property_firm' && ties.isSuccess ? <OnePlusN firm={one} ties={ties.items} /> : null}
          {mine || staff ? <ExposureFigure organisationId={organisationId} /> : null}
          <ProviderRecord organisationId={organisationId} />
          <Section title={t('reviews')}>
            {reviews.isSuccess && reviews.items.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noReviews')} />
            ) : null}
            <ul className="kit-cards">
              {reviews.items.map((review) => (
                <li key={review.id}>
                  <ReviewCard review={review} />
                </li>
              ))}
            </ul>
            {reviews.hasNextPage ? (
              <Button block onClick={() => void reviews.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </Section>
        </div>
        <aside>
          <Section title={t('about')}>
            <DescriptionList
              facts={[
                { name: t('place'), value: place },
                one.creditCode ? { name: t('code'), value: one.creditCode } : null,
                one.foundedYear ? { name: t('founded'), value: one.foundedYear } : null,
                one.grade
                  ? {
                      name: t('grade'),
                      value: (
                        <>
                          {one.grade.level}
                          {one.grade.expiresOn ? (
                            <span className="muted">
                              {' '}
                              {t('until')}
                              <DayText day={one.grade.expiresOn} />
                            </span>
                          ) : null}
                        </>
                      ),
                    }
                  : null,
                one.businessScope ? { name: t('scope'), value: one.businessScope, wide: true } : null,
              ]}
            />
            {one.description ? <p className="kit-prose">{one.description}</p> : null}
          </Section>
          <Section title={t('qualifications')}>
            {one.qualifications.length === 0 ? <span className="muted">{t('noQualifications')}</span> : null}
            <ul className="kit-plain-list">
              {one.qualifications.map(({ name, expiresOn }) => (
                <li key={name}>
                  {name}
                  <div className="muted">
                    {expiresOn === null ? (
                      t('forGood')
                    ) : (
                      <>
                        {t('until')}
                        <DayText day={expiresOn} />
                      </>
                    )}
                    {expiresOn !== null && expiresOn < today ? <Tag color="error">{t('expired')}</Tag> : null}
                  </div>
                </li>
              ))}
            </ul>
          </Section>
          {ties.items.length > 0 ? (
            <Section title={t('group')}>
              <ul className="kit-plain-list">
                {ties.items.map(({ id, type, from, to }) => (
                  <li key={id}>
                    {from.name} <span className="muted">{say(affiliationKinds[type])}</span> {to.name}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </aside>
      </div>
    </>
  );
}
