import { qualificationKey } from './qualification-key';
import { sameQualification } from './same-qualification';

const same = (a: string, b: string): boolean => sameQualification(qualificationKey(a), qualificationKey(b));

describe('sameQualification', () => {
  it.each([
    ['承装(修、试)电力设施许可', '承装（修、试）电力设施许可证'],
    ['社工师持证', '社会工作者职业资格证书'],
    ['持证社工', '社工师持证'],
    ['养老护理员持证', '护理员证'],
    ['防水专业承包', '防水专业承包资质一级'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    ['消防设施维护保养检测', '物业服务信用等级AAA'],
    ['社工师持证', '养老护理员持证'],
    ['食品经营许可证', '人力资源服务许可证'],
    ['社工师持证', '社会组织评估等级5A'],
  ])('tells %s from %s', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
