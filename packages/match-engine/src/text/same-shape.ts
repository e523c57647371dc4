/** Characters that are mistaken for each other by their shape. */
const LOOKALIKES = [
  '撤撒',
  '栋拣',
  '末未',
  '己已巳',
  '拆折',
  '候侯',
  '赡瞻',
  '账帐',
  '梯悌',
  '垃拉',
  '坡披',
  '苑宛',
  '楼搂',
  '管菅',
  '讯汛',
  '拨拔',
  '栏拦',
  '椅倚',
  '漏满',
  '防仿',
  '扰拢',
  '维推',
  '宠庞',
  '幢撞',
  '桩粧',
] as const;

const others = new Map<string, string>();
for (const set of LOOKALIKES) for (const one of set) others.set(one, set.replace(one, ''));

/** @param character one character @returns those that look like it, none where none is known */
export const lookalikes = (character: string): string => others.get(character) ?? '';
