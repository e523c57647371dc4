import type { AgreementView } from '@duijie/contracts';
import { fundings } from '@duijie/domain-kit';
import { AlignmentType } from 'docx';
import { officialPaper } from '../paper/official-paper';
import { body, emptyLine, fact, heading, remark, title } from '../paper/paragraphs';
import { partiesBlock } from '../paper/seals';
import { listTable } from '../paper/tables';
import { amountForPaper } from '../words/amount-in-words';
import { chineseDay } from '../words/chinese-date';
import { filled } from '../words/filled';
import { moneyCell } from '../words/money-cell';

export interface AgreementDraft {
  readonly agreement: Pick<
    AgreementView,
    | 'needTitle'
    | 'posterName'
    | 'leadId'
    | 'leadName'
    | 'members'
    | 'components'
    | 'priceFen'
    | 'funding'
    | 'startsOn'
    | 'endsOn'
    | 'milestones'
  >;
  /** Names of leaves; the code where it gives none. */
  readonly leafName: (code: string) => string | undefined;
}

const ordinals = '一二三四五六七八九';

/**
 * A simple draft of an agreement (协议草稿) from its terms, to be worked on by both sides in Word and signed on paper. It
 * repeats the terms that were agreed on here and adds only what every agreement needs. @returns a Word file
 */
export function agreementDraft({ agreement, leafName }: AgreementDraft): Promise<Buffer> {
  const { components, members, leadId, leadName, milestones, priceFen } = agreement;
  const others = members.filter(({ organisationId }) => organisationId !== leadId);
  const nameOf = (id: string): string =>
    id === leadId ? leadName : (members.find(({ organisationId }) => organisationId === id)?.organisationName ?? '');
  let clause = 0;
  const numbered = (text: string) => heading(`${ordinals[clause++]}、${text}`);
  const sides = others.length === 0 ? '双方' : '各方';
  const paid = priceFen !== null && priceFen > 0;
  return officialPaper({
    title: `协议草稿：${agreement.needTitle}`,
    children: [
      title('社区治理服务协议'),
      ...remark('（草稿：由平台按双方已确认的内容生成，可修改后打印签订）', AlignmentType.CENTER),
      ...fact('甲方（需求方）', agreement.posterName),
      ...fact('乙方（承接方）', leadName),
      ...others.flatMap(({ organisationName }) => fact('乙方成员', organisationName)),
      ...body(`甲乙双方在平等自愿的基础上，就“${agreement.needTitle}”达成如下协议。`),
      numbered('服务内容及分工'),
      listTable(
        [
          { heading: '序号', share: 0.08, align: 'center' },
          { heading: '服务内容', share: 0.36 },
          { heading: '承担单位', share: 0.38 },
          { heading: '金额（元）', share: 0.18, align: 'right' },
        ],
        components.map(({ code, organisationId, amountFen }, i) => [
          String(i + 1),
          leafName(code) ?? code,
          nameOf(organisationId),
          amountFen === null ? '—' : moneyCell(amountFen),
        ]),
      ),
      ...body('各分项由所列单位自行承担，款项付给该单位；未经甲方书面同意，不得转由他人承担。'),
      numbered('服务期限'),
      ...body(
        `自${agreement.startsOn ? chineseDay(agreement.startsOn) : filled(null)}起至${agreement.endsOn ? chineseDay(agreement.endsOn) : filled(null)}止。`,
      ),
      numbered('金额与支付'),
      ...body(
        paid
          ? `本协议总金额为${amountForPaper(priceFen)}。资金来源：${agreement.funding ? fundings[agreement.funding].zh : filled(null)}。款项按下列节点验收通过后支付，由甲方支付至各承担单位账户。`
          : '本协议不涉及资金支付；确需发生的材料、交通、餐饮等费用由双方另行书面约定。',
      ),
      ...(paid ? [...fact('乙方开户行及账号', filled(null))] : []),
      numbered('节点与验收'),
      listTable(
        [
          { heading: '序号', share: 0.08, align: 'center' },
          { heading: '节点', share: 0.5 },
          { heading: '完成日期', share: 0.22, align: 'center' },
          { heading: '支付（元）', share: 0.2, align: 'right' },
        ],
        milestones.length === 0
          ? [['1', filled(null), '', '']]
          : milestones.map(({ title: name, dueOn, amountFen }, i) => [
              String(i + 1),
              name,
              dueOn ?? filled(null),
              amountFen === null ? '—' : moneyCell(amountFen),
            ]),
      ),
      ...body('乙方完成节点后告知甲方，甲方应及时验收；不合要求的，说明理由并约定整改期限。'),
      numbered('双方责任'),
      ...body(
        '甲方提供必要的场地、资料和协调，按约验收、付款。乙方按约提供服务，遵守安全、消防和个人信息保护要求，对所派人员负责。',
      ),
      numbered('变更与终止'),
      ...body(
        '变更本协议应经双方书面确认。一方严重违约，经催告后在合理期限内仍未改正的，另一方可以书面通知终止；终止后双方应办好交接并结清已验收部分的款项。',
      ),
      numbered('争议解决'),
      ...body('发生争议先行协商，也可请社区、街道或行业协会调解；协商、调解不成的，依法向有管辖权的人民法院起诉。'),
      numbered('其他'),
      ...body(
        `本协议一式${others.length === 0 ? '贰' : '　　'}份，${sides}各执壹份，自${sides}签字盖章之日起生效。补充约定：${filled(null)}。`,
        { keepNext: true },
      ),
      emptyLine(true),
      partiesBlock([
        { role: '甲方', name: agreement.posterName },
        { role: '乙方', name: leadName },
        ...others.map(({ organisationName }) => ({ role: '乙方成员', name: organisationName })),
      ]),
    ],
  });
}
