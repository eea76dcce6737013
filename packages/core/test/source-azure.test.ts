import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe } from 'vitest'
import { azure } from '../src/index.ts'
import { sourceCases } from './source.cases.ts'

const { INFRA_TEST_SUBSCRIPTION: subscription, INFRA_TEST_WORKSPACE: workspace } = process.env

/** Who is signed in with the Azure CLI. */
const credential = {
  async getToken(scopes: string | string[]) {
    const args = ['account', 'get-access-token', '--scope', String(scopes), '--output', 'json']
    const { stdout } = await promisify(execFile)('az', args)
    const { accessToken, expires_on: expires } = JSON.parse(stdout) as { accessToken: string; expires_on: number }
    return { token: accessToken, expiresOnTimestamp: expires * 1000 }
  },
}

describe.runIf(subscription && workspace)('with INFRA_TEST_SUBSCRIPTION, INFRA_TEST_WORKSPACE and az login', () => {
  const now = Date.now()
  sourceCases('Azure itself', async () => ({
    source: azure({ credential }),
    subscriptions: [subscription ?? ''],
    workspace: workspace ?? '',
    window: { from: new Date(now - 86_400_000), to: new Date(now) },
  }))
})
