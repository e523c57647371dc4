import type { IssuedInvitation } from '@duijie/contracts';
import { memberRoles } from '@duijie/domain-kit';
import { Button, QRCode } from 'antd';
import { CopyText } from '../../kit/copy-text';
import { Deadline } from '../../kit/deadline';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';

const useWords = defineWords('invitation-ticket', {
  zh: {
    once: '链接和邀请码只显示这一次',
    code: '邀请码（电话或纸上告诉对方）',
    link: '复制链接',
    message: '复制微信邀请',
    text: '{{name}}：请用手机打开链接加入“对接”平台（{{role}}）：{{link}}，或打开 {{site}} 输入邀请码 {{code}}。',
    until: '有效至',
    print: '打印',
    uses: '可用 {{n}} 次',
    scan: '用手机扫码加入“{{name}}”',
  },
  en: {
    once: 'Link and code are shown this once',
    code: 'Code, for telephone and paper',
    link: 'Copy the link',
    message: 'Copy a message',
    text: '{{name}}: please join Duijie ({{role}}) by this link: {{link}}, or open {{site}} and type the code {{code}}.',
    until: 'Valid until',
    print: 'Print',
    uses: 'for {{n}} uses',
    scan: 'Scan to join {{name}}',
  },
});

/** A new invitation as it is handed over: QR code, link, code, a message to send. */
export function InvitationTicket({ invitation }: { readonly invitation: IssuedInvitation }) {
  const t = useWords();
  const { say } = useLanguage();
  const link = `${window.location.origin}${invitation.path}`;
  const message = t('text', {
    name: invitation.name,
    role: say(memberRoles[invitation.role]),
    link,
    site: `${window.location.origin}/claim`,
    code: invitation.code,
  });
  return (
    <div className="admin-ticket">
      <QRCode type="svg" value={link} aria-label={t('scan', { name: invitation.name })} />
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        <b>{t('scan', { name: invitation.name })}</b>
        <div className="muted">
          {say(memberRoles[invitation.role])} · {t('uses', { n: invitation.uses })} · {t('until')}{' '}
          <Deadline at={invitation.expiresAt} />
        </div>
        <p style={{ margin: '8px 0' }}>
          {t('code')}
          <br />
          <span className="admin-code">{invitation.code}</span>
        </p>
        <div className="kit-row admin-no-print">
          <CopyText type="primary" label={t('message')} text={message} />
          <CopyText label={t('link')} text={link} />
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </div>
        <p className="muted admin-no-print">{t('once')}</p>
      </div>
    </div>
  );
}
