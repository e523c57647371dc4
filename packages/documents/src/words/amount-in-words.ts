import type { Fen } from '@duijie/domain-kit';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'] as const;
const groups = ['', '万', '亿', '万亿'] as const;

/** Four digits at most, without zeros at either end. */
function groupInWords(group: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.trunc(group / 10 ** place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digits[digit]}${places[place]}`;
      gap = false;
    }
  }
  return text;
}

function yuanInWords(yuan: number): string {
  let text = '';
  let gap = false;
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = Math.trunc(yuan / 10_000 ** index) % 10_000;
    if (group === 0) gap = text !== '';
    else {
      // 壹万零伍佰: a group that does not fill its thousands is joined by a zero.
      text += `${text !== '' && (gap || group < 1000) ? '零' : ''}${groupInWords(group)}${groups[index]}`;
      gap = false;
    }
  }
  return text;
}

/**
 * An amount in Chinese capitals (大写), as cheques and agreements write it against alteration.
 * @param amount whole fen, 0 or more, below 10^16 yuan
 * @returns e.g. `壹万零伍佰元整`, `叁角`, `壹佰元零伍分`
 * @throws RangeError when it is negative or no safe integer
 * @see 中国人民银行《正确填写票据和结算凭证的基本规定》一、二
 */
export function amountInWords(amount: Fen): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount to be written: ${amount}`);
  const yuan = Math.trunc(amount / 100);
  const jiao = Math.trunc(amount / 10) % 10;
  const fen = amount % 10;
  if (amount === 0) return '零元整';
  const whole = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  const jiaoText = jiao === 0 ? (whole === '' ? '' : '零') : `${digits[jiao]}角`;
  return `${whole}${jiaoText}${fen === 0 ? '整' : `${digits[fen]}分`}`;
}

/** An amount in figures and capitals: `人民币10,500元(大写:壹万零伍佰元整)`, in full-width brackets. */
export function amountForPaper(amount: Fen): string {
  const [yuan = '', rest = ''] = (amount / 100).toFixed(2).split('.');
  const figures = yuan.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (rest === '00' ? '' : `.${rest}`);
  return `人民币${figures}元（大写：${amountInWords(amount)}）`;
}
