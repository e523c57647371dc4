// Reads a judged set (needs.jsonl, packages.jsonl, qrels.tsv; see the set's SCHEMA) and a taxonomy into engine input.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

export function readTaxonomy(file) {
  const { groups } = JSON.parse(readFileSync(file, 'utf8'));
  return groups.flatMap((group) =>
    group.leaves.map(({ code, zh, synonyms }) => ({ code, zh, synonyms, groupCode: group.code })),
  );
}

export function readJudgedSet(directory) {
  return {
    needs: lines(join(directory, 'needs.jsonl')).map((line) => asNeed(JSON.parse(line))),
    packages: lines(join(directory, 'packages.jsonl')).map((line) => asPackage(JSON.parse(line))),
    grades: readGrades(join(directory, 'qrels.tsv')),
  };
}

export function withheld(need) {
  return { ...need, categories: [], components: [] };
}

function readGrades(file) {
  const grades = new Map();
  for (const line of lines(file)) {
    const [need, item, grade, reason] = line.split('\t');
    if (!grades.has(need)) grades.set(need, new Map());
    grades.get(need).set(item, { grade: Number(grade), reason });
  }
  return grades;
}

function asNeed(need) {
  const { community, budget } = need;
  return {
    id: need.id,
    title: need.title,
    description: need.description,
    categories: need.categories,
    components: need.components.map((code) => ({ code })),
    place: {
      district: community.district,
      subdistrict: community.subdistrict,
      lng: community.lng,
      lat: community.lat,
    },
    compound: {
      type: community.compoundType,
      households: community.households,
      chargedAreaM2: null,
      propertyState: community.propertyState,
      committeeState: community.committeeState,
    },
    money: { kind: 'budget', minFen: budget.min * 100, maxFen: budget.max * 100 },
    funding: need.funding,
    eligibleKinds: need.eligibleKinds,
    requiredQualifications: need.requiredQualifications.map((name) => ({ name, component: null })),
    window: need.window,
    urgency: need.urgency,
    excludedOrganisationIds: [],
  };
}

function asPackage(pkg) {
  const { provider, price } = pkg;
  return {
    id: pkg.id,
    providerId: provider.id,
    title: pkg.title,
    description: pkg.description,
    categories: pkg.categories,
    kind: provider.kind,
    district: provider.district,
    qualifications: provider.qualifications.map((name) => ({ name, expires: null })),
    businessScope: null,
    rating: provider.rating,
    completed: provider.completed,
    verified: true,
    published: true,
    serviceArea: { kind: 'districts', districts: pkg.serviceArea.districts },
    price: { model: price.model, minFen: price.min * 100, maxFen: price.max * 100 },
    capacity: pkg.capacity,
    capacityUsed: 0,
    leadTimeDays: pkg.leadTimeDays,
    coreService: pkg.coreService,
    updatedAt: null,
  };
}
