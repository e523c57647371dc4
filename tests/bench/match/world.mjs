// The synthetic market of `bench -- match`: flat taxonomy (no related services), every package delivers one service in one
// district, texts are words of two characters drawn from a vocabulary of 5,000 by Zipf's law: 8 a need, 20 a package.
// About two thirds of the packages of a service and district pass rules and budget.

/** Services and districts for a selectivity: 1 / (services × districts) of the packages are left by both. */
export const selectivities = {
  0.1: { services: 50, districts: 20 },
  1: { services: 10, districts: 10 },
  5: { services: 5, districts: 4 },
};

const VOCABULARY = 5000;
const NEED_WORDS = 8;
const PACKAGE_WORDS = 20;

export function randomOf(seed) {
  let state = seed >>> 0;
  // Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = Array.from({ length: VOCABULARY }, (_, i) =>
  String.fromCharCode(0x4e00 + Math.floor(i / 70) * 2, 0x6e00 + (i % 70)),
);
const cumulative = [];
for (let i = 0, sum = 0; i < VOCABULARY; i++) cumulative.push((sum += 1 / (i + 1)));

function textOf(count, random) {
  const chosen = new Set();
  while (chosen.size < count) {
    const at = random() * cumulative[VOCABULARY - 1];
    let low = 0;
    for (let high = VOCABULARY - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < at) low = middle + 1;
      else high = middle;
    }
    chosen.add(words[low]);
  }
  return [...chosen].join(',');
}

export const leavesOf = ({ services }) =>
  Array.from({ length: services }, (_, i) => ({ code: `s${i}.a`, zh: `s${i}`, synonyms: [], groupCode: `s${i}` }));

export function packageOf(i, { services, districts }, random) {
  const district = `d${Math.floor(random() * districts)}`;
  const min = Math.round(20_000 + 180_000 * random()) * 100;
  const rated = random() < 0.85;
  return {
    id: `p${i}`,
    providerId: `o${Math.floor(random() * 5000)}`,
    title: '',
    description: textOf(PACKAGE_WORDS, random),
    categories: [`s${Math.floor(random() * services)}.a`],
    kind: random() < 0.7 ? 'property_firm' : 'social_org',
    district: random() < 0.5 ? district : 'elsewhere',
    qualifications: [],
    businessScope: null,
    rating: rated ? { mean: 2.5 + 2.5 * random(), count: Math.floor(60 * random()) + 1 } : { mean: null, count: 0 },
    completed: Math.floor(80 * random()),
    verified: true,
    published: true,
    serviceArea: { kind: 'districts', districts: [district] },
    price: { model: 'fixed', minFen: min, maxFen: Math.round(min * (1 + random())) },
    capacity: 5,
    capacityUsed: Math.floor(5.2 * random()),
    leadTimeDays: Math.floor(40 * random()),
    coreService: null,
    updatedAt: null,
  };
}

export function needOf(i, { services, districts }, random) {
  const max = Math.round(90_000 + 120_000 * random()) * 100;
  return {
    id: `n${i}`,
    title: '',
    description: textOf(NEED_WORDS, random),
    categories: [],
    components: [{ code: `s${Math.floor(random() * services)}.a` }],
    place: { district: `d${Math.floor(random() * districts)}`, subdistrict: null, lng: null, lat: null },
    compound: { type: null, households: 300, chargedAreaM2: null, propertyState: null, committeeState: null },
    money: { kind: 'budget', minFen: Math.round(max / 2), maxFen: max },
    funding: 'owners',
    eligibleKinds: random() < 0.2 ? ['property_firm'] : [],
    requiredQualifications: [],
    window: { start: '2027-01-05', end: '2027-12-31' },
    urgency: 'normal',
    excludedOrganisationIds: [],
  };
}
