import { aPackage } from '../../test/a-package';
import { aTaxonomy } from '../../test/a-taxonomy';
import { buildPackageColumns } from '../columns/build-package-columns';
import { understandNeed } from './understand-need';

const taxonomy = aTaxonomy();

describe('understandNeed', () => {
  it('tells the service from complaining words, and which words led to it', () => {
    const { components } = understandNeed({ title: '物业跑路了', description: '弃管三天,求应急托管' }, taxonomy);
    expect(components[0]?.code).toBe('property.custody');
    expect(components[0]?.evidence).toContain('跑路');
    expect(components[0]?.confidence).toBeGreaterThan(0.5);
    expect(components[0]?.confidence).toBeLessThanOrEqual(1);
  });

  it('takes no evidence from what is ruled out', () => {
    const { components } = understandNeed({ title: '一楼反对谈不拢', description: '不缺加装电梯的施工队' }, taxonomy);
    expect(components.map(({ code }) => code)).not.toContain('facility.elevator');
  });

  it('understands nothing from nothing', () => {
    expect(understandNeed({ title: '', description: '' }, taxonomy)).toEqual({ components: [], categories: [] });
  });

  it('learns words from the packages of a leaf', () => {
    const packages = ['1', '2', '3'].map((id) =>
      aPackage({ id, title: '蓝莓补光', description: '蓝莓补光', categories: ['facility.charging'] }),
    );
    const others = ['4', '5', '6'].map((id) => aPackage({ id }));
    const columns = buildPackageColumns([...packages, ...others], taxonomy);
    const { components } = understandNeed({ title: '蓝莓补光', description: '' }, taxonomy, columns);
    expect(components[0]?.code).toBe('facility.charging');
  });

  it('gives the poster a little credit', () => {
    const text = { title: '帮帮我们', description: '', postedCategories: ['support.legal'] };
    expect(understandNeed(text, taxonomy).components[0]?.code).toBe('support.legal');
  });
});
