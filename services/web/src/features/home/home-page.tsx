import { Alert } from 'antd';
import { Link } from 'react-router';
import { PageHead } from '../../kit/page-head';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { AssociationHome } from './association-home';
import { OfficerHome } from './officer-home';
import { PosterHome } from './poster-home';
import { ProviderHome } from './provider-home';

const useWords = defineWords('home', {
  zh: {
    hello: '{{name}}，您好',
    nobody: '您还没有加入任何机构。请向街道或协会要一个邀请链接或邀请码。',
    code: '输入邀请码',
    facts: '机构资料',
    pending: '贵机构正在等待核验。核验前可以先写草稿、看匹配；推介和响应在核验后开放。',
    rejected: '贵机构没有通过核验。请修改机构资料后重新申请。',
    suspended: '贵机构已被暂停，请与协会联系。',
  },
  en: {
    hello: 'Hello, {{name}}',
    nobody: 'You do not belong to any organisation yet. Ask your subdistrict or the association for an invitation.',
    code: 'Enter a code',
    facts: 'Its details',
    pending:
      'Your organisation waits to be verified. You can write drafts and see matches; introductions and responses open once it is.',
    rejected: 'Your organisation was not verified. Mend its details and ask again.',
    suspended: 'Your organisation is suspended. Please call the association.',
  },
});
const homes = {
  poster: PosterHome,
  provider: ProviderHome,
  association: AssociationHome,
  officer: OfficerHome,
} as const;

/** What waits for whoever is signed in, by the side that the organisation works on. */
export function HomePage() {
  const t = useWords();
  const { me } = useSession();
  if (!me) return null;
  const { actingFor } = me;
  const Home = actingFor ? homes[sideOf(actingFor.kind)] : null;
  return (
    <>
      <PageHead
        title={t('hello', { name: me.person.name })}
        after={<span className="muted">{actingFor?.organisationName}</span>}
      />
      {actingFor && actingFor.verification !== 'verified' ? (
        <Alert
          type={actingFor.verification === 'pending' ? 'info' : 'warning'}
          showIcon
          title={t(actingFor.verification)}
          style={{ marginBottom: 12 }}
          action={actingFor.verification === 'suspended' ? null : <Link to="/organisation">{t('facts')}</Link>}
        />
      ) : null}
      {Home ? (
        <Home />
      ) : (
        <Alert type="info" showIcon title={t('nobody')} action={<Link to="/claim">{t('code')}</Link>} />
      )}
    </>
  );
}
