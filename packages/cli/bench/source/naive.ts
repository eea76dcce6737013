// What a script would do: one page after the other, five seconds of waiting when the service refuses.
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

interface Page {
  readonly data: readonly object[]
  readonly $skipToken?: string
}

const { INFRA_ENDPOINT: url, INFRA_TOKEN: token } = process.env
const [query] = process.argv.slice(2)
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
let $skipToken: string | undefined
do {
  const body = JSON.stringify({ query, options: { $top: 1000, resultFormat: 'objectArray', $skipToken } })
  const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01'
  const response = await fetch(url + path, { method: 'POST', headers, body })
  if (response.status === 429) {
    await pause(5000)
    continue
  }
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  const page = (await response.json()) as Page
  const lines = page.data.map((row) => `${JSON.stringify(row)}\n`)
  if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain')
  $skipToken = page.$skipToken
} while ($skipToken !== undefined)
