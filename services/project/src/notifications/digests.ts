import type { Db } from '@milepost/db-schemas/database'
import type { Log } from '@milepost/service-kit/logger-options'
import { Cron } from 'croner'
import type { Env } from '#env.ts'
import { openMail } from './open-mail.ts'
import { sendDigests } from './send-digests.ts'

/** Before most people's day begins, UTC. */
const everyMorning = '0 0 6 * * *'

interface DigestsDeps {
  db: Db
  log: Log
  env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL'>
}

/** Sends the digests every morning; where no mail server is configured, never. */
export function startDigests({ db, log, env }: DigestsDeps): { close: () => Promise<void> } {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = env
  if (SMTP_URL === undefined) return { close: async () => undefined }
  const mail = openMail(SMTP_URL, MAIL_FROM)
  let running: Promise<unknown> = Promise.resolve()
  const run = async () => {
    try {
      const sent = await sendDigests({ db, log, sendMail: mail.send, publicUrl: PUBLIC_URL })
      log.info({ sent }, 'digests sent')
    } catch (error) {
      // Cleans up nothing and hides nothing: what was not sent goes out tomorrow.
      log.error({ err: error }, 'the digests failed')
    }
  }
  const cron = new Cron(everyMorning, { timezone: 'UTC' }, () => {
    running = run()
  })
  return {
    async close() {
      cron.stop()
      await running
      await mail.close()
    },
  }
}
