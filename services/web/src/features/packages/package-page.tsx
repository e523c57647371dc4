import {
  getPackage,
  getPackageCapacity,
  getProviderRecord,
  listProviderReviews,
  type PackageView,
  type ReviewView,
} from '@duijie/contracts';
import { organisationKinds, packageStates } from '@duijie/domain-kit';
import { Alert, Empty, Skeleton, Tag } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { DescriptionList } from '../../kit/description-list';
import { LinkButton } from '../../kit/link-button';
import { PageHead } from '../../kit/page-head';
import { PriceTag } from '../../kit/price-tag';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReviewCard } from '../../kit/review-card';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { TileMap } from '../../kit/tile-map';
import { useLeaves } from '../../kit/use-leaves';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { areaText } from './area-text';
import { EvidencePart } from './evidence-part';
import './packages.css';
import { SimilarPackages } from './similar-packages';
import { WouldFit } from './would-fit';

const useWords = defineWords('package-page', {
  zh: {
    edit: '修改',
    backToForm: '返回修改',
    seenNow: '社区、其他服务方和公众现在看到的就是下面这些',
    seenLater: '上架后，社区、其他服务方和公众看到的就是下面这些。现在还没有上架',
    hidden: '对他们隐藏：你们的联系人和电话（互相推介后才给）；适合你们的需求',
    demo: '虚构',
    price: '价格',
    capacity: '承接能力',
    free: '还可承接 {{free}} 个（共 {{all}} 个，在做 {{used}} 个）',
    none: '暂不接单',
    lead: '接到后开始',
    days: '{{n}} 天内',
    hours: '联系时间',
    services: '服务类目',
    core: '协会核心服务',
    description: '说明',
    area: '服务区域',
    evidence: '证明材料',
    record: '业绩与评价',
    before: '总评分',
    rating: '{{mean}} 分（{{count}} 条评价）',
    unrated: '还没有评价',
    completed: '完成项目',
    projects: '{{n}} 个',
    here: '在本平台完成',
    reviews: '最近评价',
    noReviews: '这个平台上还没有评价',
    all: '全部评价',
  },
  en: {
    edit: 'Edit',
    backToForm: 'Back to the form',
    seenNow: 'This is what communities, other providers and the public see',
    seenLater: 'Once published, communities, other providers and the public see what follows. It is not published yet',
    hidden:
      'Hidden from them: your contact person and phone, until you are introduced to each other; the needs that fit',
    demo: 'invented',
    price: 'Price',
    capacity: 'Capacity',
    free: '{{free}} free ({{all}} at once, {{used}} taken)',
    none: 'takes none at present',
    lead: 'Begins within',
    days: '{{n}} days',
    hours: 'When to call',
    services: 'Services',
    core: 'Core service of the association',
    description: 'Description',
    area: 'Served area',
    evidence: 'Evidence',
    record: 'Record and reviews',
    before: 'Rating',
    rating: '{{mean}} ({{count}} ratings)',
    unrated: 'not rated yet',
    completed: 'Completed',
    projects: '{{n}} projects',
    here: 'Completed here',
    reviews: 'Latest reviews',
    noReviews: 'No reviews on this platform yet',
    all: 'All reviews',
  },
});

function Record({ pack }: { readonly pack: PackageView }) {
  const t = useWords();
  const params = { organisationId: pack.providerId };
  const record = useCall(getProviderRecord, { params });
  const reviews = usePages<typeof listProviderReviews, ReviewView>(listProviderReviews, {
    params,
    query: { limit: 3 },
  });
  const lines = record.data?.lines.filter(({ leaf }) => pack.categories.includes(leaf)) ?? [];
  const here = lines.reduce((sum, { completed }) => sum + completed, 0);
  const { ratingMean, ratingCount, completed } = pack.trackRecord;
  return (
    <Section title={t('record')}>
      <DescriptionList
        facts={[
          {
            name: t('before'),
            value:
              ratingMean === null ? t('unrated') : t('rating', { mean: ratingMean.toFixed(1), count: ratingCount }),
          },
          { name: t('completed'), value: t('projects', { n: completed }) },
          here > 0 ? { name: t('here'), value: t('projects', { n: here }) } : null,
        ]}
      />
      <h3 className="kit-subheading">{t('reviews')}</h3>
      {reviews.isPending ? <Skeleton active /> : null}
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
      <Link to={`/providers/${pack.providerId}`}>{t('all')}</Link>
    </Section>
  );
}

/** A package as everybody sees it. */
export function PackagePage() {
  const t = useWords();
  const { say, language, comma } = useLanguage();
  const leaves = useLeaves();
  const { me } = useSession();
  const { packageId = '' } = useParams();
  const [search] = useSearchParams();
  const { data: pack, error, refetch } = useCall(getPackage, { params: { packageId } });
  const capacity = useCall(
    getPackageCapacity,
    { params: { packageId } },
    { enabled: pack?.state === 'published', mayBeNew: true },
  );
  if (!pack)
    return (
      <>
        <ProblemAlert error={error} again={() => void refetch()} />
        {error ? null : <Skeleton active paragraph={{ rows: 8 }} />}
      </>
    );
  const mine = me?.actingFor?.organisationId === pack.providerId;
  /** What is shown is the same for all; what only the own organisation has beside it is left out. */
  const asOthers = mine && search.get('as') === 'others';
  const own = mine && !asOthers;
  return (
    <>
      <PageHead
        title={pack.title}
        after={
          <span className="kit-row">
            <StateTag vocabulary={packageStates} code={pack.state} />
            {pack.coreService ? <Tag color="processing">{t('core')}</Tag> : null}
            {pack.demo ? <Tag>{t('demo')}</Tag> : null}
            <Link to={`/providers/${pack.providerId}`}>{pack.providerName}</Link>
            <span className="muted">{say(organisationKinds[pack.providerKind])}</span>
          </span>
        }
        before={asOthers ? <Link to={`/packages/${pack.id}/edit`}>← {t('backToForm')}</Link> : null}
        actions={own ? <LinkButton to={`/packages/${pack.id}/edit`}>{t('edit')}</LinkButton> : null}
      />
      {asOthers ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(pack.publishedAt ? 'seenNow' : 'seenLater')}
          description={t('hidden')}
        />
      ) : null}
      <div className="package-columns">
        <div>
          <Section title={t('description')}>
            <DescriptionList
              facts={[
                { name: t('price'), value: <PriceTag price={pack.price} /> },
                {
                  name: t('capacity'),
                  value:
                    pack.capacity === 0
                      ? t('none')
                      : capacity.data
                        ? t('free', {
                            free: capacity.data.free,
                            all: capacity.data.capacity,
                            used: capacity.data.used,
                          })
                        : pack.capacity,
                },
                { name: t('lead'), value: t('days', { n: pack.leadTimeDays }) },
                pack.contactHours ? { name: t('hours'), value: pack.contactHours } : null,
                {
                  name: t('services'),
                  value: pack.categories.map((code) => leaves.nameOf(code)).join(comma),
                  wide: true,
                },
              ]}
            />
            <p className="kit-prose" style={{ marginTop: 12 }}>
              {pack.description}
            </p>
          </Section>
          <Section title={t('evidence')}>
            <EvidencePart pack={pack} edits={false} />
          </Section>
          <Record pack={pack} />
        </div>
        <aside>
          <Section title={t('area')}>
            <p>{areaText(pack.serviceArea, language)}</p>
            {pack.serviceArea.districts.length > 0 ? (
              <TileMap label={t('area')} selected={pack.serviceArea.districts} />
            ) : null}
          </Section>
          {own ? <WouldFit pack={pack} /> : null}
          {pack.state === 'published' && !mine ? <SimilarPackages packageId={pack.id} /> : null}
        </aside>
      </div>
    </>
  );
}
