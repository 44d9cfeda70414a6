import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  HeadBucketCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { unavailable } from '@milepost/service-kit/problem'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { z } from 'zod'
import type { StorageEnv } from '#env.ts'
import { metered } from './metered.ts'
import type { Storage } from './storage.ts'

/** A bucket, of AWS or of anything that speaks its language. The first `put` makes it if it is missing. */
export function openS3Storage(env: StorageEnv): Storage {
  const client = new S3Client(clientOptions(env))
  const Bucket = env.S3_BUCKET
  const disk = new Disk(
    new S3Driver({ client, bucket: Bucket, visibility: 'private', supportsACL: false }),
  )
  let bucketIsThere: Promise<void> | undefined

  async function findOrMakeBucket(): Promise<void> {
    try {
      await client.send(new HeadBucketCommand({ Bucket }))
    } catch (error) {
      if (answerIn(error)?.httpStatusCode !== 404) throw error
      await client.send(new CreateBucketCommand({ Bucket })).catch((refusal: unknown) => {
        // Another replica was quicker.
        if (!(refusal instanceof BucketAlreadyOwnedByYou)) throw refusal
      })
    }
  }

  function needBucket(): Promise<void> {
    bucketIsThere ??= findOrMakeBucket().catch((error: unknown) => {
      bucketIsThere = undefined
      throw error
    })
    return bucketIsThere
  }

  return {
    async put(key, content, { sizeMax }) {
      const Key = disk.file(key).key
      const { body, stored, refusal } = metered(content, sizeMax)
      try {
        await needBucket()
        // In parts, because nobody knows the size before the end. After a failure it takes them back.
        await new Upload({ client, params: { Bucket, Key, Body: body } }).done()
      } catch (error) {
        throw refusal() ?? translated(error)
      } finally {
        body.destroy()
      }
      return stored()
    },
    get: (key) => answered(() => disk.getStream(key)),
    delete: (key) => answered(() => disk.delete(key)),
    exists: (key) => answered(() => disk.exists(key)),
    close: () => client.destroy(),
  }
}

function clientOptions(env: StorageEnv): S3ClientConfig {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = env
  return {
    region: env.S3_REGION,
    forcePathStyle: env.S3_FORCE_PATH_STYLE,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000 },
    ...(endpoint !== undefined && {
      endpoint,
      // Else checksums trail the bytes, and many stores but AWS keep them as a part of the file.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    ...(id !== undefined &&
      secret !== undefined && { credentials: { accessKeyId: id, secretAccessKey: secret } }),
  }
}

const sdkErrorSchema = z.object({
  $metadata: z.object({ httpStatusCode: z.number().optional() }),
})

/** What the store answered, if the error is the SDK's; without a status when it did not answer. */
function answerIn(error: unknown): { httpStatusCode?: number | undefined } | undefined {
  const { data } = sdkErrorSchema.safeParse(error)
  if (data) return data.$metadata
  return error instanceof Error && error.cause !== undefined ? answerIn(error.cause) : undefined
}

function translated(error: unknown): unknown {
  const answer = answerIn(error)
  const isAway = answer !== undefined && (answer.httpStatusCode ?? 503) >= 500
  if (!isAway) return error
  return unavailable('Attached files cannot be reached. Try again shortly.', 5, error)
}

async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw translated(error)
  }
}
