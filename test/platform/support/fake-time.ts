/** Where Debian puts it, whatever the architecture. */
const FAKETIME = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime`).join(':');

/** The package that has it. */
export const FAKETIME_PACKAGE = 'faketime';

const PRELOADED = {
  LD_LIBRARY_PATH: FAKETIME,
  LD_PRELOAD: 'libfaketime.so.1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
};

/** The environment in which a program sees a time that is so far from the machine's, such as `+5s`. */
export function fakeTime(offset: string): Readonly<Record<string, string>> {
  return { ...PRELOADED, FAKETIME: offset };
}

/** The same, as that file says, which may be written anew while the program runs. */
export function fakeTimeBy(file: string): Readonly<Record<string, string>> {
  return { ...PRELOADED, LD_PRELOAD: 'libfaketimeMT.so.1', FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1' };
}
