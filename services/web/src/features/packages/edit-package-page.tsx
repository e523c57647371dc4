import { getPackage } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';
import { PackageForm } from './package-form';

const useWords = defineWords('edit-package', {
  zh: { new: '写服务包', edit: '修改服务包', back: '返回我的服务包' },
  en: { new: 'Write a package', edit: 'Change a package', back: 'Back to our packages' },
});

/** Writes a new package, or changes one. */
export function EditPackagePage() {
  const t = useWords();
  const { packageId } = useParams();
  const pack = useCall(getPackage, { params: { packageId: packageId ?? '' } }, { enabled: packageId !== undefined });
  return (
    <>
      <PageHead before={<Link to="/packages">← {t('back')}</Link>} title={t(packageId ? 'edit' : 'new')} />
      <ProblemAlert error={pack.error} />
      {packageId && !pack.data && !pack.error ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {packageId === undefined || pack.data ? <PackageForm key={packageId ?? 'new'} pack={pack.data ?? null} /> : null}
    </>
  );
}
