import { connect } from '@infra-analysis/core'
import { sandbox } from '@infra-analysis/sandbox'

const fleet = connect(sandbox())
const answer = await fleet.run('patching-level', { compliance: ['NonCompliant'], osTypes: ['Windows'] })

process.stdout.write(`${answer.summary.headline}\n`)
for (const { name, critical, security, oldestSecurityDays } of answer.rows) {
  process.stdout.write(`${name}: ${critical} critical, ${security} security, oldest ${oldestSecurityDays} days\n`)
}
