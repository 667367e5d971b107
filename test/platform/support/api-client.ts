import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { API_SERVER_PORT } from '../components/kube-apiserver.component.js';
import { type Platform } from './platform.js';

/** Lists leave out everything but the metadata. */
const NAMES_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** The API server as administrator over few, kept connections. Only inside the platform's network namespace. */
export class ApiClient {
  private readonly agent: Agent;

  constructor(platform: Platform, connections: number) {
    const file = (name: string): Buffer => readFileSync(platform.state('pki', name));
    const tls = { ca: file('ca.crt'), cert: file('admin.crt'), key: file('admin.key') };
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, ...tls });
  }

  close(): void {
    this.agent.destroy();
  }

  /** Answers with the decoded body; any status from 400 on but `tolerated` is an error. */
  call<T>(method: string, path: string, body?: object, tolerated = 0): Promise<T> {
    const target = { host: '127.0.0.1', port: API_SERVER_PORT, agent: this.agent, timeout: 90_000 };
    const contentType = method === 'PATCH' ? 'application/strategic-merge-patch+json' : 'application/json';
    const headers = { 'Content-Type': contentType, ...(method === 'GET' ? { Accept: NAMES_ONLY } : {}) };
    return new Promise((resolve, reject) => {
      const sent = request({ ...target, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', reject).on('end', () => {
          const status = response.statusCode ?? 0;
          if (status >= 400 && status !== tolerated) reject(new Error(`${method} ${path}: ${status} ${text}`));
          else resolve(JSON.parse(text) as T);
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer within 90 s`)));
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
