import * as fc from 'fast-check';
import { defineStateMachine } from './state-machine';

const life = defineStateMachine({
  states: ['draft', 'published', 'suspended', 'retired'],
  initial: 'draft',
  transitions: {
    publish: { from: ['draft', 'suspended'], to: 'published' },
    suspend: { from: ['published'], to: 'suspended' },
    retire: { from: ['draft', 'published', 'suspended'], to: 'retired' },
  },
});

describe('a state machine', () => {
  it('leads on by name', () => {
    expect(life.next('draft', 'publish')).toEqual({ ok: true, value: 'published' });
  });

  it('refuses what the state does not allow and says what it does', () => {
    expect(life.next('draft', 'suspend')).toMatchObject({
      ok: false,
      refusal: {
        code: 'transition_not_allowed',
        state: 'draft',
        transition: 'suspend',
        allowed: ['publish', 'retire'],
      },
    });
    expect(life.next('retired', 'publish')).toMatchObject({ refusal: { allowed: [] } });
  });

  it('agrees with its list of allowed changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...life.states), fc.constantFrom('publish', 'suspend', 'retire'), (state, name) => {
        const result = life.next(state, name);
        expect(result.ok).toBe(life.allowed(state).includes(name));
        expect(!result.ok || life.isState(result.value)).toBe(true);
      }),
    );
  });

  it('knows its ends and what cannot be reached', () => {
    expect(life.ends).toEqual(['retired']);
    expect(life.unreachable).toEqual([]);
    expect(defineStateMachine({ states: ['a', 'b'], initial: 'a', transitions: {} }).unreachable).toEqual(['b']);
  });

  it('refuses a name that Object.prototype knows', () => {
    // @ts-expect-error no such change
    expect(life.next('draft', 'constructor')).toMatchObject({ ok: false });
    expect(life.isState('toString')).toBe(false);
  });

  it('refuses to be defined with states that it does not list', () => {
    const states: string[] = ['a'];
    expect(() => defineStateMachine({ states, initial: 'b', transitions: {} })).toThrow('"b" is not in the list');
    expect(() => defineStateMachine({ states: ['a', 'a'], initial: 'a', transitions: {} })).toThrow('twice');
  });

  it('is typed by its definition', () => {
    // @ts-expect-error no such change
    expect(life.next('draft', 'burn').ok).toBe(false);
    // @ts-expect-error no such state
    expect(life.allowed('burnt')).toEqual([]);
  });

  it('draws itself', () => {
    expect(life.toMermaid({ draft: '草稿' })).toBe(
      [
        'stateDiagram-v2',
        '  draft : 草稿',
        '  [*] --> draft',
        '  draft --> published : publish',
        '  suspended --> published : publish',
        '  published --> suspended : suspend',
        '  draft --> retired : retire',
        '  published --> retired : retire',
        '  suspended --> retired : retire',
        '  retired --> [*]',
        '',
      ].join('\n'),
    );
  });
});
