import base from './jest.config.js';

/** Needs the real platform, and runs inside its network namespace: `npm run platform:chaos`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/platform/chaos/suite/**/*.test.ts'],
  // Those of the plain tests leave this folder out.
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
  // One platform: what one test breaks, no other may be looking at.
  maxWorkers: 1,
};
