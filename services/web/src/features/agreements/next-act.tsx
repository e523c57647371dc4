import type { AgreementView } from '@duijie/contracts';
import { Alert } from 'antd';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('agreement-next', {
  zh: {
    confirm: '轮到您：看过内容后点“确认协议”。',
    confirmWait: '您已确认，等对方确认。',
    confirmBoth: '等双方各自确认。',
    sign: '下一步：双方盖章签订后，在“签订”里登记扫描件。',
    signWait: '下一步：双方盖章签订，再由需求方或协会登记扫描件。',
    answer: '轮到您：对方提出了变更，请在“变更”里答复。',
    answerWait: '您提出的变更在等对方答复；协议照常进行。',
    deliver: '轮到您：完成“{{title}}”后登记。',
    deliverWait: '等服务方完成“{{title}}”。',
    accept: '轮到您：“{{title}}”已交付，请验收或退回整改。',
    acceptWait: '“{{title}}”已交付，等需求方验收。',
    review: '全部验收完成。给服务方打个星吧。',
    completed: '全部验收完成。',
    terminated: '协议已终止，请按交接清单办理交接。',
    cancelled: '草稿已作废。',
  },
  en: {
    confirm: 'Your turn: read it, then confirm.',
    confirmWait: 'You have confirmed; the other side is next.',
    confirmBoth: 'Both sides are still to confirm it.',
    sign: 'Next: sign it on paper, then record the stamped scan under "Signing".',
    signWait: 'Next: sign it on paper; the poster or the association then records the stamped scan.',
    answer: 'Your turn: a change was proposed; answer it under "Changes".',
    answerWait: 'Your change waits for an answer; work goes on meanwhile.',
    deliver: 'Your turn: do "{{title}}", then record it.',
    deliverWait: 'The provider is at "{{title}}".',
    accept: 'Your turn: "{{title}}" was delivered; accept it or send it back.',
    acceptWait: '"{{title}}" was delivered and waits for acceptance.',
    review: 'All is accepted. Give the provider its stars.',
    completed: 'All is accepted.',
    terminated: 'It was terminated; hand over what is listed.',
    cancelled: 'The draft was dropped.',
  },
});

function nextOf(agreement: AgreementView) {
  const { state, you, form, confirmed, openChange } = agreement;
  if (state === 'drafted') {
    if (form === 'paper')
      return { key: you === 'provider' ? 'signWait' : 'sign', mine: you === 'payer', title: '' } as const;
    if (you !== 'payer' && you !== 'provider') return { key: 'confirmBoth', mine: false, title: '' } as const;
    const own = you === 'payer' ? confirmed.poster : confirmed.provider;
    const mine = own === null;
    return { key: mine ? 'confirm' : 'confirmWait', mine, title: '' } as const;
  }
  if (state === 'signed') {
    if (openChange && (you === 'payer' || you === 'provider')) {
      const mine = openChange.proposedBy !== you;
      if (mine) return { key: 'answer', mine, title: '' } as const;
    }
    const side = you === 'payer' ? 'poster' : 'provider';
    const waiting = agreement.milestones.filter(({ waitsFor }) => waitsFor !== null);
    const next = waiting.find(({ waitsFor }) => waitsFor === side) ?? waiting[0];
    if (next) {
      const mine = next.waitsFor === side && (you === 'payer' || you === 'provider');
      const key = next.waitsFor === 'poster' ? (mine ? 'accept' : 'acceptWait') : mine ? 'deliver' : 'deliverWait';
      return { key, mine, title: next.title } as const;
    }
    return { key: 'answerWait', mine: false, title: '' } as const;
  }
  if (state === 'completed') return { key: you === 'payer' ? 'review' : 'completed', mine: false, title: '' } as const;
  return { key: state, mine: false, title: '' } as const;
}

/** The one thing to do next, or whom it waits for. */
export function NextAct({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const { key, mine, title } = nextOf(agreement);
  return (
    <Alert
      type={mine ? 'warning' : agreement.state === 'completed' ? 'success' : 'info'}
      showIcon
      style={{ marginBottom: 12 }}
      title={t(key, { title })}
    />
  );
}
