import { changedOf, hasField, vouchedOf, type OrganisationProfile } from './organisation-profile';

const known: OrganisationProfile = {
  name: '安心物业',
  creditCode: null,
  businessScope: null,
  description: '',
  district: '武侯区',
  subdistrict: null,
  community: null,
  foundedYear: 2010,
  contact: { name: '王敏', phone: '028-85550000' },
  qualifications: [{ name: '物业服务企业信用AAA', expiresOn: '2027-05-31' }],
  grade: null,
};

test('only what was changed is sent', () => {
  expect(changedOf(known, known)).toEqual({});
  expect(changedOf(known, { ...known, foundedYear: 2011, qualifications: [] })).toEqual({
    foundedYear: 2011,
    qualifications: [],
  });
});

test('a contact with neither name nor number is none', () => {
  expect(changedOf(known, { ...known, contact: { name: '', phone: '' } })).toEqual({ contact: null });
  expect(changedOf({ ...known, contact: null }, { ...known, contact: { name: '', phone: '' } })).toEqual({});
  expect(changedOf(known, { ...known, contact: { name: '李', phone: '' } })).toEqual({
    contact: { name: '李', phone: '' },
  });
});

test('a community is asked for its place, a firm for what it is allowed to do, a social organisation for its grade', () => {
  expect(hasField('community', 'community')).toBe(true);
  expect(hasField('community', 'qualifications')).toBe(false);
  expect(hasField('property_firm', 'qualifications')).toBe(true);
  expect(hasField('property_firm', 'grade')).toBe(false);
  expect(hasField('social_org', 'grade')).toBe(true);
});

test('verification vouches for the place of those who post and oversee, not of those who supply', () => {
  expect(vouchedOf('community')).toContain('subdistrict');
  expect(vouchedOf('property_firm')).not.toContain('district');
});
