import { z } from 'zod';
import { KubernetesConnection } from '../../clients/kubernetes-connection.js';
import { KubernetesError } from '../../clients/kubernetes-error.js';
import { KIBIBYTE } from '../../model/bytes.js';
import { SECOND } from '../../model/time.js';
import type { ReviewedToken, TokenReviews } from '../source.js';
import type { KubernetesConfig } from './kubernetes.config.js';

const PATH = '/apis/authentication.k8s.io/v1/tokenreviews';

/** Somebody waits at the door. */
const DEADLINE = 4 * SECOND;
const LONGEST_ANSWER = 256 * KIBIBYTE;

const reviewSchema = z.object({
  status: z.object({
    authenticated: z.boolean().optional(),
    audiences: z.array(z.string()).optional(),
    user: z.object({ username: z.string().optional(), groups: z.array(z.string()).optional() }).optional(),
  }),
});

/**
 * Asks a cluster's API server whose a token is (`create` on `tokenreviews.authentication.k8s.io`).
 * @param audiences what the token must be made for, one of them; empty: for the API server itself
 */
export function createTokenReviewer(
  { kubeconfig, context }: Pick<KubernetesConfig, 'kubeconfig' | 'context'>,
  audiences: readonly string[],
): TokenReviews {
  const connection = new KubernetesConnection({ kubeconfig, context });
  return {
    review: async (token) => {
      const spec = audiences.length === 0 ? { token } : { token, audiences };
      const asked = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec };
      const { body } = await connection.post(PATH, asked, { deadline: DEADLINE, longest: LONGEST_ANSWER });
      return reviewed(body, audiences);
    },
    stop: () => {
      connection.close();
    },
  };
}

function reviewed(body: unknown, audiences: readonly string[]): ReviewedToken | null {
  const { data } = reviewSchema.safeParse(body);
  if (data === undefined) throw new KubernetesError('invalid', 'the answer is no TokenReview');
  const { authenticated, user, audiences: confirmed = [] } = data.status;
  if (authenticated !== true || user?.username === undefined || user.username === '') return null;
  // An API server that does not know audiences confirms none: then nobody has looked whom the token is for.
  if (audiences.length > 0 && !audiences.some((audience) => confirmed.includes(audience))) return null;
  return { user: user.username, groups: user.groups ?? [] };
}
