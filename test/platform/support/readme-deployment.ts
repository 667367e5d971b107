import { blocksOf, page, sectionOf } from '../../docs/pages.js';

const section = sectionOf(page('README.md'), 'In a cluster');
const commands = blocksOf(section, 'sh').flatMap(({ text }) => text.trim().split('\n'));

function commandWith(words: string): string {
  const found = commands.find((command) => command.startsWith(words));
  if (found === undefined) throw new Error(`README.md does not say how to ${words}`);
  return found;
}

function firstOf(pattern: RegExp, text: string): string {
  const [, first] = pattern.exec(text) ?? [];
  if (first === undefined) throw new Error(`README.md does not say ${String(pattern)} as it did`);
  return first;
}

/** What the README says of an installation in a cluster: it is done as it stands there. */
export const README = {
  build: commandWith('docker build'),
  install: commandWith('helm install'),
  upgrade: commandWith('helm upgrade'),
  /** The file that the upgrade takes. */
  values: blocksOf(section, 'yaml')[0]?.text ?? '',
  /** For who has applied deploy/rbac.yaml: is added to the installation. */
  ownPermissions: firstOf(/`helm install … (--set [^`]+)`/, section.text),
};

/** What the image is called. */
export const VITALS_IMAGE = firstOf(/--tag (\S+)/, README.build);
