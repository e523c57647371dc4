import { qualificationFaults, type Holder } from './qualification-faults';

const holder = (id: string, ...held: (string | [string, string])[]): Holder => ({
  id,
  name: id,
  qualifications: held.map((one) =>
    typeof one === 'string' ? { name: one, expiresOn: null } : { name: one[0], expiresOn: one[1] },
  ),
});
const today = '2026-12-01';
const lift = 'facility.elevator';
const law = 'support.legal';
const lot = { components: [lift, law] };
const asking = (name: string, component: string | null, end: string | null = null) => ({
  requiredQualifications: [{ name, component }],
  window: { start: null, end },
});
const done = (code: string, organisationId: string | null) => ({ code, organisationId, amountFen: null });

test('whoever does the component holds what belongs to it; nobody named, the leader', () => {
  const parties = [holder('leader'), holder('member', '特种设备生产许可证')];
  const need = asking('特种设备生产许可', lift);
  expect(qualificationFaults(need, lot, parties, [done(lift, 'member')], today)).toEqual([]);
  for (const components of [[], [done(lift, null)], [done(law, 'member'), done(lift, 'leader')]])
    expect(qualificationFaults(need, lot, parties, components, today)).toMatchObject([
      { pointer: expect.any(String), detail: { zh: expect.stringContaining('“leader”') } },
    ]);
  const [fault] = qualificationFaults(need, lot, parties, [done(law, 'member'), done(lift, 'leader')], today);
  expect(fault?.pointer).toBe('/components/1/organisationId');
});

test('one that belongs to no component is held by every member: the lowest counts', () => {
  const need = asking('社会组织评估等级4A', null);
  const both = [holder('leader', '社会组织评估等级4A'), holder('member', '社会组织评估等级4A')];
  expect(qualificationFaults(need, lot, both, [], today)).toEqual([]);
  const one = [holder('leader', '社会组织评估等级4A'), holder('member')];
  expect(qualificationFaults(need, lot, one, [], today)).toMatchObject([
    { detail: { zh: expect.stringContaining('“member”') } },
  ]);
});

test('it is held until the work ends, and one for components of another lot is not asked for', () => {
  const need = asking('律师事务所执业许可证', law, '2027-06-30');
  const until = (day: string) => [holder('leader', ['律师事务所执业许可证', day])];
  expect(qualificationFaults(need, lot, until('2027-06-30'), [], today)).toEqual([]);
  expect(qualificationFaults(need, lot, until('2027-06-29'), [], today)).toHaveLength(1);
  expect(qualificationFaults(need, { components: [lift] }, [holder('leader')], [], today)).toEqual([]);
  expect(qualificationFaults(asking('律师事务所执业许可证', law), lot, until('2026-11-30'), [], today)).toHaveLength(1);
});

test('a trade that names no component belongs to the components of that trade', () => {
  const need = asking('律师事务所执业许可证', null);
  const parties = [holder('leader'), holder('member', '律师事务所执业许可')];
  expect(qualificationFaults(need, lot, parties, [done(law, 'member')], today)).toEqual([]);
  expect(qualificationFaults(need, lot, parties, [], today)).toHaveLength(1);
});
