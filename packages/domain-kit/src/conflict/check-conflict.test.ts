import * as fc from 'fast-check';
import { affiliationKinds, type AffiliationKind } from '../vocabulary/affiliation-kind';
import { codesOf } from '../vocabulary/vocabulary';
import { checkConflict, type ConflictLink, type ConflictQuestion } from './check-conflict';

const ask = (facts: Partial<ConflictQuestion> = {}) =>
  checkConflict({
    providerId: 'provider',
    memberIds: [],
    excludedIds: [],
    flaggedIds: [],
    posterId: 'poster',
    links: [],
    rivals: [],
    ...facts,
  });
const link = (from: string, type: AffiliationKind, to: string): ConflictLink => ({ from, type, to });
const codes = (facts: Partial<ConflictQuestion>) =>
  ask(facts).findings.map(({ code, organisationId, otherId }) => [code, organisationId, otherId]);

describe('checkConflict', () => {
  it('finds nothing about strangers', () => {
    const links = [link('provider', 'serves', 'poster'), link('provider', 'advises', 'wall')];
    expect(ask({ excludedIds: ['wall'], rivals: ['rival'], links })).toEqual({ outcome: 'clear', findings: [] });
  });

  it.each<[string, Partial<ConflictQuestion>, (string | null)[][]]>([
    ['the poster itself', { providerId: 'poster' }, [['poster_itself', 'poster', null]]],
    ['who is behind the wall', { excludedIds: ['provider'] }, [['excluded', 'provider', null]]],
    ['a member behind the wall', { memberIds: ['m'], excludedIds: ['m'] }, [['excluded', 'm', null]]],
    [
      'who drafted for the poster',
      { links: [link('provider', 'drafted', 'poster')] },
      [['drafted', 'provider', 'poster']],
    ],
    [
      'a member that drafted for the poster',
      { memberIds: ['m'], links: [link('m', 'drafted', 'poster')] },
      [['drafted', 'm', 'poster']],
    ],
    ['the poster as a member', { memberIds: ['poster'] }, [['poster_itself', 'poster', null]]],
  ])('blocks %s', (_, facts, found) => {
    expect(ask(facts).outcome).toBe('blocked');
    expect(codes(facts)).toEqual(found);
  });

  it.each(['sponsors', 'leads', 'hosts'] as const)(
    'flags who %s one behind the wall or the poster, either way',
    (type) => {
      for (const [a, b] of [
        ['provider', 'wall'],
        ['wall', 'provider'],
      ] as const) {
        const facts = { excludedIds: ['wall'], links: [link(a, type, b)] };
        expect(ask(facts).outcome).toBe('flagged');
        expect(codes(facts)).toEqual([['linked_to_excluded', 'provider', 'wall']]);
      }
      for (const [a, b] of [
        ['m', 'poster'],
        ['poster', 'm'],
      ] as const)
        expect(codes({ memberIds: ['m'], links: [link(a, type, b)] })).toEqual([['linked_to_poster', 'm', 'poster']]);
    },
  );

  it('flags an association that screened or drafted the need, and does not block it', () => {
    expect(ask({ flaggedIds: ['provider'] })).toMatchObject({
      outcome: 'flagged',
      findings: [{ code: 'flagged_association', effect: 'flag' }],
    });
  });

  it('flags who could read what others offer before it handed in, alone and in a consortium', () => {
    expect(ask({ informedIds: ['provider'] }).outcome).toBe('flagged');
    expect(codes({ memberIds: ['m'], informedIds: ['m', 'x'] })).toEqual([['knows_rivals', 'm', null]]);
  });

  it.each(['sponsors', 'leads', 'hosts'] as const)(
    'flags whom an association %s that screened or drafted the need, alone and in a consortium',
    (type) => {
      const links = [link('screening', type, 'provider')];
      expect(ask({ flaggedIds: ['screening'], links }).outcome).toBe('flagged');
      expect(codes({ flaggedIds: ['screening'], links })).toEqual([['linked_to_flagged', 'provider', 'screening']]);
      expect(codes({ providerId: 'm', memberIds: ['provider'], flaggedIds: ['screening'], links })).toEqual([
        ['linked_to_flagged', 'provider', 'screening'],
      ]);
      // Behind the wall the graver finding says it once.
      expect(codes({ excludedIds: ['screening'], flaggedIds: ['screening'], links })).toEqual([
        ['linked_to_excluded', 'provider', 'screening'],
      ]);
      expect(ask({ links }).outcome).toBe('clear');
      expect(ask({ flaggedIds: ['screening'], links: [link('screening', 'advises', 'provider')] }).outcome).toBe(
        'clear',
      );
    },
  );

  it('flags two of one group in the same contest, also over their common founder', () => {
    const sisters = [link('firm', 'sponsors', 'provider'), link('firm', 'leads', 'rival')];
    expect(codes({ rivals: ['rival'], links: sisters })).toEqual([['same_group', 'provider', 'rival']]);
    expect(codes({ rivals: ['firm'], links: sisters })).toEqual([['same_group', 'provider', 'firm']]);
    // Two steps in between is no group, nor is a hosted account.
    const far = [link('a', 'sponsors', 'provider'), link('a', 'sponsors', 'b'), link('b', 'sponsors', 'rival')];
    expect(ask({ rivals: ['rival'], links: far }).outcome).toBe('clear');
    expect(ask({ rivals: ['rival'], links: [link('rival', 'hosts', 'provider')] }).outcome).toBe('clear');
  });

  it('does not take the members of one consortium for rivals of each other', () => {
    const links = [link('provider', 'sponsors', 'm')];
    expect(ask({ memberIds: ['m'], rivals: ['m', 'provider'], links }).outcome).toBe('clear');
  });

  it('says the gravest first, once each', () => {
    const links = [link('provider', 'sponsors', 'wall'), link('wall', 'leads', 'provider')];
    expect(codes({ excludedIds: ['provider', 'wall'], links })).toEqual([
      ['excluded', 'provider', null],
      ['linked_to_excluded', 'provider', 'wall'],
    ]);
  });

  it('never tells a provider who stands behind the wall or why', () => {
    const links = [
      link('provider', 'drafted', 'poster'),
      link('provider', 'sponsors', 'wall'),
      link('screening', 'sponsors', 'provider'),
    ];
    const { findings } = ask({ excludedIds: ['provider', 'wall'], flaggedIds: ['screening'], links });
    expect(findings).toHaveLength(4);
    for (const { publicWords } of findings) {
      expect(publicWords.zh).not.toMatch(/起草|审核|监督|举办/);
      expect(publicWords.en).not.toMatch(/draft|screen|supervis|sponsor/i);
    }
  });

  it('is never made lighter by more ties', () => {
    const name = fc.constantFrom('provider', 'm', 'poster', 'wall', 'flag', 'rival', 'x', 'y');
    const kinds = codesOf(affiliationKinds);
    const tie = fc.record({ from: name, type: fc.constantFrom(...kinds), to: name });
    const names = fc.uniqueArray(name, { maxLength: 4 });
    const weight = { clear: 0, flagged: 1, blocked: 2 } as const;
    fc.assert(
      fc.property(
        fc.record({ memberIds: names, excludedIds: names, flaggedIds: names, informedIds: names, rivals: names }),
        fc.array(tie, { maxLength: 8 }),
        fc.array(tie, { maxLength: 4 }),
        (facts, links, more) => {
          const before = ask({ ...facts, links });
          const after = ask({ ...facts, links: [...more, ...links] });
          expect(weight[after.outcome]).toBeGreaterThanOrEqual(weight[before.outcome]);
          const keys = (answer: typeof before) =>
            answer.findings.map(({ code, organisationId, otherId }) => `${code} ${organisationId} ${otherId}`);
          expect(keys(after)).toEqual(expect.arrayContaining(keys(before)));
          expect(new Set(keys(after)).size).toBe(keys(after).length);
        },
      ),
    );
  });
});
