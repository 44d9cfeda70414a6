import { replayDeadLetters } from '@milepost/shared-events/redis/dead-letters'
import { streamOf } from '@milepost/shared-events/redis/streams'
import { openRedis } from './open-redis.ts'

// An operator's command, once what broke is mended: node replay-dead-letters-job.js <redis url> <publisher>
const [, , url, publisher] = process.argv
if (url === undefined || publisher === undefined) {
  throw new Error(
    'usage: replay-dead-letters-job <redis url> <auth | project | insights | timesheet>',
  )
}
const redis = openRedis(url, { onError: () => {}, name: 'replay dead letters' })
const replayed = await replayDeadLetters(redis, streamOf(publisher))
process.stdout.write(`${replayed} events of ${publisher} are on their way again.\n`)
await redis.quit()
