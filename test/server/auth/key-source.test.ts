import { createServer } from 'node:http';
import { KeySource } from '../../../src/server/auth/key-source.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { Issuer } from './issuer.js';

describe('an issuer that fails', () => {
  let issuer: Issuer;

  beforeEach(async () => {
    issuer = await Issuer.start();
  });

  afterEach(() => issuer.stop());

  it('is asked again after a while, and not for every token; that it fails is said once', async () => {
    let time = 0;
    const failures: unknown[] = [];
    const source = new KeySource(
      (error) => failures.push(error),
      () => time,
    );
    const ask = async (): Promise<boolean> => {
      try {
        return (await source.fetch(issuer.settings.jwks, {})).ok;
      } catch (error) {
        source.failed(error);
        return false;
      }
    };
    issuer.trouble = 500;
    for (let round = 0; round < 20; round += 1) expect(await ask()).toBe(false);
    expect(issuer.asked).toBe(1);
    time += 5_001;
    expect(await ask()).toBe(false);
    expect(issuer.asked).toBe(2);
    expect(failures).toHaveLength(1);
    issuer.trouble = null;
    expect(await ask()).toBe(false);
    time += 5_001;
    expect(await ask()).toBe(true);
    issuer.trouble = 500;
    expect(await ask()).toBe(false);
    expect(issuer.asked).toBe(4);
    expect(failures).toHaveLength(2);
  });

  it('is left where it says more than keys are, without an end', async () => {
    const servers = new LoopbackServers();
    let left: () => void = () => undefined;
    const hasLeft = new Promise<void>((resolve) => (left = resolve));
    const pouring = createServer((_, response) => {
      const piece = Buffer.alloc(64 * 1_024, '[');
      const pour = (): void => {
        while (response.write(piece));
        response.once('drain', pour);
      };
      response.once('close', left);
      pour();
    });
    try {
      const url = `http://127.0.0.1:${await servers.listen(pouring)}/keys`;
      const source = new KeySource(() => undefined);
      await expect(source.fetch(url, {})).rejects.toThrow('longer than 1048576 bytes');
      await hasLeft;
    } finally {
      await servers.close();
    }
  });
});
