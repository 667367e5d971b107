import { runInsidePlatform } from './inside.js';

/** The suite against the real platform; arguments are jest's. */
const jest = ['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
await runInsidePlatform([...jest, '--config', 'jest.platform.config.js', ...process.argv.slice(2)]);
