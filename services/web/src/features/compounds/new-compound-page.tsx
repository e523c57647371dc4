import { Link, useNavigate } from 'react-router';
import { PageHead } from '../../kit/page-head';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { CompoundForm } from './compound-form';

const useWords = defineWords('new-compound', {
  zh: { title: '登记小区（院落）', back: '小区档案', facts: '基本情况' },
  en: { title: 'Enter a compound', back: 'Compounds', facts: 'Facts' },
});

/** Enters a compound or courtyard. */
export function NewCompoundPage() {
  const t = useWords();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={t('title')} before={<Link to="/compounds">← {t('back')}</Link>} />
      <Section title={t('facts')}>
        <CompoundForm
          one={null}
          onDone={({ id }) => void navigate(`/compounds/${id}`)}
          onCancel={() => void navigate('/compounds')}
        />
      </Section>
    </>
  );
}
