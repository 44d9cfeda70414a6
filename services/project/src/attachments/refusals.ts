import { Problem } from '@milepost/service-kit/problem'

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`

export const quotaExceeded = (quotaBytes: number) =>
  new Problem({
    kind: 'quota-exceeded',
    status: 422,
    detail: `The files of this project have ${mebibytes(quotaBytes)} together at most. Delete some that nobody needs.`,
  })

export const noFile = () =>
  new Problem({
    kind: 'bad-request',
    status: 400,
    detail: 'Send one file as multipart/form-data, in a field named "file".',
  })

export const notMultipart = () =>
  new Problem({
    kind: 'unsupported-media-type',
    status: 415,
    detail: 'A file is sent as multipart/form-data.',
  })

export const noThumbnail = () =>
  new Problem({ kind: 'not-found', status: 404, detail: 'There is no small picture of this file.' })
