import { sourceCases } from './source.cases.ts'
import { options, sandboxSubject } from './sandbox-subject.ts'
import { overTheWire } from './served.ts'

sourceCases('the SDKs over the wire', async () => {
  const { source, close } = await overTheWire(options)
  return sandboxSubject(source, close)
})
