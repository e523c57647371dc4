const FIELDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/承装|承修|承试|电力/u, ['facility.charging']],
  [/电梯|特种设备/u, ['facility.elevator']],
  [/消防/u, ['facility.fire']],
  [/安防|安全技术防范|智能化/u, ['property.smart']],
  [/防水|防腐|保温|市政公用|管道|管网|清掏/u, ['facility.pipe']],
  [/装修|装饰|适老|无障碍/u, ['facility.barrierfree']],
  [/园林|绿化/u, ['facility.green', 'making.building']],
  [/会计师|审计/u, ['owners.audit']],
  [/律师/u, ['support.legal']],
  [/食品/u, ['livelihood.elder', 'livelihood.child']],
  [/养老|护理/u, ['livelihood.elder']],
  [/心理/u, ['livelihood.health']],
  [/医疗|医师|护士|执业医/u, ['livelihood.health']],
  [/托育|保育|幼儿|教师/u, ['livelihood.child']],
  [/调解/u, ['governance.mediation']],
  [/人力资源|职业培训|劳务/u, ['livelihood.job']],
  [/停车/u, ['facility.parking']],
  [/物业|保安/u, ['property.introduce', 'property.upgrade', 'property.fallback', 'property.custody']],
];

/**
 * Tells from its name which services a qualification belongs to. Licences for works and trades belong to one component;
 * a social worker's certificate, a grade or a registration belongs to whoever comes.
 *
 * @param name name of the qualification
 * @returns leaf codes; empty = asked of every component
 * @see SCHEMA.md, requiredQualifications: a qualification may belong to one component only
 */
export function qualificationLeaves(name: string): readonly string[] {
  return FIELDS.find(([pattern]) => pattern.test(name))?.[1] ?? [];
}
