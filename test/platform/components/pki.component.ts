import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { run } from '../support/command.js';
import { FAKETIME_PACKAGE, fakeTime } from '../support/fake-time.js';
import { kubeconfig } from '../support/kubeconfig.js';
import { type Component, type Platform } from '../support/platform.js';
import { CONNECT_HOSTS, KAFKA_HOSTS } from './kafka-addresses.js';
import { NODE_ADDRESS } from './namespace.component.js';

const DAYS = '30';
/** They are as of yesterday: for who believes that it is an hour ago, they are valid too. */
const YESTERDAY = { env: fakeTime('-1d') };
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function alternatives(hosts: readonly string[]): string {
  return hosts.map((host) => `IP:${host}`).join(',');
}

/** Name of the certificate → subject and alternative names. */
const CERTIFICATES = {
  apiserver: {
    subject: '/CN=kube-apiserver',
    names: `IP:127.0.0.1,IP:${NODE_ADDRESS},IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc`,
  },
  admin: { subject: '/O=system:masters/CN=platform-admin', names: 'DNS:admin' },
  kafka: { subject: '/CN=kafka', names: alternatives(KAFKA_HOSTS) },
  connect: { subject: '/CN=connect', names: alternatives(CONNECT_HOSTS) },
  kubelet: { subject: '/O=system:nodes/CN=system:node:node-a', names: `DNS:node-a,IP:${NODE_ADDRESS}` },
} as const;

async function issue(folder: string, name: string, subject: string, names: string): Promise<void> {
  const file = (ending: string): string => `${folder}/${name}.${ending}`;
  await run(['openssl', 'req', ...NEW_KEY, '-keyout', file('key'), '-out', file('csr'), '-subj', subject]);
  await writeFile(file('ext'), `subjectAltName=${names}\nextendedKeyUsage=serverAuth,clientAuth\n`);
  const authority = ['-CA', `${folder}/ca.crt`, '-CAkey', `${folder}/ca.key`, '-CAcreateserial'];
  const output = ['-out', file('crt'), '-days', DAYS, '-extfile', file('ext')];
  await run(['openssl', 'x509', '-req', '-in', file('csr'), ...authority, ...output], YESTERDAY);
}

async function writeKubeconfig(platform: Platform, user: keyof typeof CERTIFICATES): Promise<void> {
  const credentials = {
    'client-certificate': platform.state('pki', `${user}.crt`),
    'client-key': platform.state('pki', `${user}.key`),
  };
  await writeFile(platform.state(`${user}.kubeconfig`), kubeconfig(platform, credentials), { mode: 0o600 });
}

/** One authority for everything, certificates signed by it, the key that signs tokens, and the kubeconfigs made of them. */
export const pki: Component = {
  name: 'pki',
  needs: [],
  debianPackages: ['openssl', FAKETIME_PACKAGE],
  readyWithin: 30_000,
  async start(platform) {
    const folder = platform.state('pki');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const authority = ['-keyout', `${folder}/ca.key`, '-out', `${folder}/ca.crt`, '-days', DAYS];
    await run(['openssl', 'req', '-x509', ...NEW_KEY, ...authority, '-subj', '/CN=platform-ca'], YESTERDAY);
    for (const [name, { subject, names }] of Object.entries(CERTIFICATES)) await issue(folder, name, subject, names);
    await run(['openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${folder}/sa.key`]);
    await run(['openssl', 'pkey', '-in', `${folder}/sa.key`, '-pubout', '-out', `${folder}/sa.pub`]);
    await writeKubeconfig(platform, 'admin');
    await writeKubeconfig(platform, 'kubelet');
  },
  missing: (platform) =>
    Promise.resolve(existsSync(platform.state('kubelet.kubeconfig')) ? undefined : 'no certificates'),
};
