import type { MarkedText, SearchHit } from '@duijie/contracts';
import {
  fundings,
  isCodeOf,
  needStates,
  organisationKinds,
  packageStates,
  urgencies,
  verificationStates,
} from '@duijie/domain-kit';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { Budget } from '../../kit/money';
import { PriceTag } from '../../kit/price-tag';
import { StateTag } from '../../kit/state-tag';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('hit-card', {
  zh: {
    need: '需求',
    package: '服务包',
    provider: '服务方',
    why: '匹配：',
    title: '标题',
    leaves: '类目',
    aliases: '俗称',
    text: '正文',
    organisation: '机构',
    place: '地点',
    city: '全市',
    rating: '{{mean}} 分（{{count}} 条）',
    km: '约 {{km}} 公里',
    demo: '虚构',
    unpriced: '价格未写',
  },
  en: {
    need: 'Need',
    package: 'Package',
    provider: 'Provider',
    why: 'Found in: ',
    title: 'title',
    leaves: 'services',
    aliases: 'common names',
    text: 'text',
    organisation: 'organisation',
    place: 'place',
    city: 'whole city',
    rating: '{{mean}} ({{count}})',
    km: 'about {{km}} km',
    demo: 'invented',
    unpriced: 'no price given',
  },
});
const paths = { need: 'needs', package: 'packages', provider: 'providers' } as const;

function Marked({ text }: { readonly text: MarkedText }) {
  return (
    <>
      {text.map(({ text: piece, hit }, at) =>
        hit ? (
          // Pieces have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <mark key={at}>{piece}</mark>
        ) : (
          piece
        ),
      )}
    </>
  );
}

function State({ hit }: { readonly hit: SearchHit }) {
  const { kind, state } = hit;
  if (kind === 'need' && isCodeOf(needStates, state)) return <StateTag vocabulary={needStates} code={state} />;
  if (kind === 'package' && state !== 'published' && isCodeOf(packageStates, state))
    return <StateTag vocabulary={packageStates} code={state} />;
  if (kind === 'provider' && isCodeOf(verificationStates, state))
    return <StateTag vocabulary={verificationStates} code={state} />;
  return null;
}

function Price({ hit }: { readonly hit: SearchHit }) {
  const t = useWords();
  const { price, free, kind } = hit;
  if (kind === 'provider') return null;
  if (kind === 'package')
    return price?.model ? (
      <PriceTag price={{ ...price, model: price.model }} />
    ) : (
      <span className="muted">{t('unpriced')}</span>
    );
  if (free) return <Budget money={{ kind: 'none' }} />;
  return <Budget money={price ? { kind: 'range', minFen: price.minFen, maxFen: price.maxFen } : { kind: 'unknown' }} />;
}

/**
 * One result: what it is, what it costs, where, and why it was found.
 * @param far how far it is matters for the order @param onOpen it is looked at
 */
export function HitCard({
  hit,
  far,
  onOpen,
}: {
  readonly hit: SearchHit;
  readonly far: boolean;
  readonly onOpen: () => void;
}) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { place, organisation } = hit;
  const where = place.wholeCity
    ? t('city')
    : [place.districts.slice(0, 4).join(comma), place.subdistrict, place.community, place.compound]
        .filter(Boolean)
        .join(' · ');
  return (
    <li className="hit">
      <div className="kit-row kit-row-spread">
        <h2 className="hit-title">
          <span className={`hit-kind hit-kind-${hit.kind}`}>{t(hit.kind)}</span>
          <Link to={`/${paths[hit.kind]}/${hit.id}`} onClick={onOpen}>
            <Marked text={hit.marked.title} />
          </Link>
        </h2>
        <b>
          <Price hit={hit} />
        </b>
      </div>
      <div className="kit-row muted">
        <State hit={hit} />
        {hit.urgency === 'emergency' || hit.urgency === 'high' ? (
          <StateTag vocabulary={urgencies} code={hit.urgency} />
        ) : null}
        {hit.kind === 'provider' ? null : <span>{organisation.name}</span>}
        {organisation.kind ? <span>{say(organisationKinds[organisation.kind])}</span> : null}
        <span>{where}</span>
        {far && hit.distanceKm !== null ? <span>{t('km', { km: hit.distanceKm.toFixed(1) })}</span> : null}
        {hit.funding && hit.funding !== 'none' ? <span>{say(fundings[hit.funding])}</span> : null}
        {hit.rating ? <span>{t('rating', { mean: hit.rating.mean.toFixed(1), count: hit.rating.count })}</span> : null}
        {hit.publishedAt ? <When at={hit.publishedAt} /> : null}
        {hit.demo ? <span>{t('demo')}</span> : null}
      </div>
      <p className="hit-snippet">
        <Marked text={hit.marked.snippet} />
      </p>
      <div className="kit-row">
        {hit.leaves.slice(0, 5).map((leaf) => (
          <Tag key={leaf.code} style={{ marginInlineEnd: 0 }}>
            {say(leaf)}
          </Tag>
        ))}
        {hit.matched.length > 0 ? (
          <span className="muted">
            {t('why')}
            {hit.matched.map((field) => t(field)).join(comma)}
          </span>
        ) : null}
      </div>
    </li>
  );
}
