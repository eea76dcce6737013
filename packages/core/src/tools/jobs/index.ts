import { fleetReview } from './fleet-review.ts'
import type { Job } from './job.ts'
import { patchReview } from './patch-review.ts'
import { sqlEstateReview } from './sql-estate-review.ts'
import { whatChanged } from './what-changed.ts'
import { whyIsThisServerSlow } from './why-is-this-server-slow.ts'

/** The jobs of an infrastructure engineer that take several tools. */
export const jobs: readonly Job[] = [fleetReview, patchReview, sqlEstateReview, whyIsThisServerSlow, whatChanged]
