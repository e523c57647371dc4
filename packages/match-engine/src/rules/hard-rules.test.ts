import { aNeed } from '../../test/a-need';
import { aPackage } from '../../test/a-package';
import { aTaxonomy } from '../../test/a-taxonomy';
import { buildPackageColumns } from '../columns/build-package-columns';
import type { EngineNeed } from '../engine-need';
import type { EnginePackage } from '../engine-package';
import { RULE_CODES } from '../finding';
import { explain } from '../ranking/explain';
import { reasonText } from '../reason-text';
import { hardRules } from './hard-rules';

const taxonomy = aTaxonomy();

/** Outcomes other than `pass` for one pair. */
function notPassed(need: Partial<EngineNeed>, pkg: Partial<EnginePackage>): Record<string, string> {
  const columns = buildPackageColumns([aPackage(pkg)], taxonomy);
  const { findings } = explain(columns, aNeed(need), 'package-1', { asOfDay: '2026-12-01' })!;
  return Object.fromEntries(findings.filter(({ outcome }) => outcome !== 'pass').map((f) => [f.rule, f.outcome]));
}

describe('hard rules', () => {
  it('are asked in the published order', () => {
    expect(hardRules.map(({ code }) => code)).toEqual(RULE_CODES);
  });

  it('pass a package that fits', () => {
    expect(notPassed({}, {})).toEqual({});
  });

  it.each<[string, Partial<EngineNeed>, Partial<EnginePackage>, Record<string, string>]>([
    ['refuse an unpublished package', {}, { published: false }, { published: 'fail' }],
    ['refuse an unverified provider', {}, { verified: false }, { verified: 'fail' }],
    ['refuse a kind that is not allowed', { eligibleKinds: ['social_org'] }, {}, { kind: 'fail' }],
    ['note a business scope that is not known', { funding: 'special_fund' }, {}, { business_scope: 'unknown' }],
    ['pass a business scope that covers it', { funding: 'special_fund' }, { businessScope: '物业托管服务' }, {}],
    [
      'refuse a business scope that does not cover it',
      { funding: 'special_fund' },
      { businessScope: '餐饮服务' },
      { business_scope: 'fail' },
    ],
    ['do not ask for the scope where owners pay', {}, { businessScope: '餐饮服务' }, {}],
    [
      'refuse a district that is not served',
      {},
      { serviceArea: { kind: 'districts', districts: ['武侯区'] } },
      { area: 'fail' },
    ],
    [
      'refuse a place outside the circle',
      {},
      { serviceArea: { kind: 'radius', lng: 104.5, lat: 30.65, km: 5 } },
      { area: 'fail' },
    ],
    ['pass a place inside the circle', {}, { serviceArea: { kind: 'radius', lng: 104.09, lat: 30.65, km: 5 } }, {}],
    ['refuse a package without free capacity', {}, { capacityUsed: 3 }, { capacity: 'fail' }],
    ['refuse a lead time beyond the start', {}, { leadTimeDays: 32 }, { lead_time: 'fail' }],
    ['pass a lead time that ends on the first day', {}, { leadTimeDays: 31 }, {}],
    [
      'let a broker waive the lead time in an emergency',
      { urgency: 'emergency' },
      { leadTimeDays: 32 },
      { lead_time: 'waivable' },
    ],
    ['pass a waived lead time', { urgency: 'emergency', waivedRules: ['lead_time'] }, { leadTimeDays: 32 }, {}],
    ['refuse a charge where there is no money', { money: { kind: 'fixed_sum', sumFen: 0 } }, {}, { money: 'fail' }],
    [
      'pass users who pay where there is no money',
      { money: { kind: 'budget', minFen: 0, maxFen: 0 } },
      { price: { model: 'user_pays', minFen: 100, maxFen: 200 } },
      {},
    ],
    [
      'pass a talk down to nothing',
      { money: { kind: 'budget', minFen: 0, maxFen: 0 } },
      { price: { model: 'negotiable', minFen: 0, maxFen: 200 } },
      {},
    ],
    ['keep the conflict wall', { excludedOrganisationIds: ['provider-1'] }, {}, { conflict: 'fail' }],
  ])('%s', (_name, need, pkg, expected) => {
    expect(notPassed(need, pkg)).toEqual(expected);
  });
});

describe('the rule of qualifications', () => {
  const licence = { name: '特种设备安装改造维修许可', component: null };
  const both = { components: [{ code: 'facility.elevator' }, { code: 'governance.deliberation' }] };

  it('asks whoever does the component that a licence belongs to', () => {
    expect(notPassed({ ...both, requiredQualifications: [licence] }, { categories: ['facility.elevator'] })).toEqual({
      qualification: 'fail',
    });
  });

  it('judges a partner of another component without it', () => {
    expect(
      notPassed({ ...both, requiredQualifications: [licence] }, { categories: ['governance.deliberation'] }),
    ).toEqual({});
  });

  it('lets a package without the licence do the rest, and gives no credit for the barred part', () => {
    const need = aNeed({ ...both, requiredQualifications: [licence] });
    const categories = ['facility.elevator', 'governance.deliberation'];
    const columns = buildPackageColumns([aPackage({ categories })], taxonomy);
    const { findings, contributions } = explain(columns, need, 'package-1', { asOfDay: '2026-12-01' })!;
    const open = explain(columns, aNeed(both), 'package-1', { asOfDay: '2026-12-01' })!;
    expect(reasonText(findings.find(({ rule }) => rule === 'qualification')!.reason, 'zh')).toContain(
      '须由有资质的一方承担',
    );
    expect(contributions[0]!.points).toBeLessThan(open.contributions[0]!.points);
  });

  it('asks everybody for a certificate that belongs to no trade', () => {
    const requiredQualifications = [{ name: '社工师持证', component: null }];
    expect(notPassed({ ...both, requiredQualifications }, { categories: ['governance.deliberation'] })).toEqual({
      qualification: 'fail',
    });
    expect(
      notPassed(
        { ...both, requiredQualifications },
        {
          categories: ['governance.deliberation'],
          qualifications: [{ name: '社会工作者职业资格证书', expires: null }],
        },
      ),
    ).toEqual({});
  });

  it('asks a certificate that a person tied to one component of whoever does that component alone', () => {
    const requiredQualifications = [{ name: '社工师持证', component: 'governance.deliberation' }];
    const need = { ...both, requiredQualifications };
    expect(notPassed(need, { categories: ['governance.deliberation'] })).toEqual({ qualification: 'fail' });
    expect(notPassed(need, { categories: ['facility.elevator'] })).toEqual({});
    const qualifications = [{ name: '社会工作者职业资格证书', expires: null }];
    expect(notPassed(need, { categories: ['governance.deliberation'], qualifications })).toEqual({});
  });

  it('refuses a licence that ends before the window does', () => {
    const requiredQualifications = [licence];
    const qualifications = [{ name: licence.name, expires: '2027-12-30' }];
    const pkg = { categories: ['facility.elevator'], qualifications };
    expect(notPassed({ ...both, requiredQualifications }, pkg)).toEqual({ qualification: 'fail' });
    expect(
      notPassed({ ...both, requiredQualifications, window: { start: '2027-01-01', end: '2027-12-30' } }, pkg),
    ).toEqual({});
  });
});
