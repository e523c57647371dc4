import { createPasswordHasher } from './password-hasher';

test('tells right from wrong, and refuses a person who does not exist', async () => {
  const hasher = createPasswordHasher();
  await hasher.run(async ({ hash, verify }) => {
    const phc = await hash('院坝里的三角梅开了');
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(phc, '院坝里的三角梅开了')).toBe(true);
    expect(await verify(phc, '院坝里的三角梅谢了')).toBe(false);
    expect(await verify(null, '院坝里的三角梅开了')).toBe(false);
  });
});

test('does four at a time, then asks to come back, and has room again afterwards', async () => {
  const hasher = createPasswordHasher();
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const four = Array.from({ length: 4 }, () => hasher.run(() => gate));
  await expect(hasher.run(async () => undefined)).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 1 });
  open();
  await Promise.all(four);
  await expect(hasher.run(async () => 'in')).resolves.toBe('in');
});
