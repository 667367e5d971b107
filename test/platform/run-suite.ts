import { runInsidePlatform } from './inside.js';
import { buildImage } from './support/container-image.js';

/** The suite against the real platform; arguments are jest's. */
const args = process.argv.slice(2);
const jest = ['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

/** It takes minutes: only where the tests that ask for it may run. */
const isImageWanted =
  !args.some((arg) => arg.startsWith('--testPathPatterns')) || args.join(' ').includes('deployment');

await runInsidePlatform([...jest, '--config', 'jest.platform.config.js', ...args], async (platform) => {
  if (isImageWanted) await buildImage(platform);
});
