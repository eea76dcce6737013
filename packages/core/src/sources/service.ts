import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient, PipelinePolicy } from '@azure/core-rest-pipeline'
import { InfraError } from '../errors.ts'
import type { Cloud } from './clouds.ts'
import type { Line } from './exchange.ts'
import type { Page, Question } from './source.ts'

/** What it takes to reach one of the two services. */
export interface Service {
  readonly credential: TokenCredential
  readonly cloud: Cloud
  readonly httpClient?: HttpClient | undefined
  readonly line: Line
}

/** Options that the two SDK clients share. Attempts, waits and bodies are ours: the SDK signs the request and sends it. */
export function clientOptions({ httpClient, line }: Service): {
  readonly retryOptions: { readonly maxRetries: number }
  readonly additionalPolicies: { policy: PipelinePolicy; position: 'perRetry' }[]
  readonly httpClient?: HttpClient
} {
  return {
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy: line.replies.policy, position: 'perRetry' }],
    ...(httpClient && { httpClient }),
  }
}

/** The credential, whose failures are SignInRequired unless it says more itself. */
export const signingIn = (credential: TokenCredential): TokenCredential => ({
  async getToken(scopes, options) {
    try {
      return await credential.getToken(scopes, options)
    } catch (error) {
      if (error instanceof InfraError) throw error
      throw new InfraError('SignInRequired', 'Nobody is signed in to Azure', 'Sign in with az login, then ask again.', {
        credential: error instanceof Error ? error.name : typeof error,
      })
    }
  },
})

/** Asks one of the services. The signal ends all that the question has started. */
export type Ask = (question: Question, signal: AbortSignal) => AsyncIterable<Page>
