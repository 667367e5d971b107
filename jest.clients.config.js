import base from './jest.config.js';

/** Needs curl, and python3 with its venv: `npm run test:clients`. The client in TypeScript is among the plain tests. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/client-programs/suite/**/*.test.ts'],
  // Those of the plain tests leave this folder out.
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 90_000,
};
