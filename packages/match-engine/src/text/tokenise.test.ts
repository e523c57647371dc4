import { tokenise } from './tokenise';

describe('tokenise', () => {
  it('cuts Chinese into overlapping pairs and keeps Latin words and numbers whole', () => {
    expect(tokenise('老旧院落 24小时AED')).toEqual(['老旧', '旧院', '院落', '24', '小时', 'aed']);
  });

  it('keeps a lone character and drops marks', () => {
    expect(tokenise('修、补(锅)')).toEqual(['修', '补', '锅']);
  });

  it('gives nothing for nothing', () => {
    expect(tokenise(' ,。')).toEqual([]);
  });
});
